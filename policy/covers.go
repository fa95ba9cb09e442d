package policy

// NewActionSet reads entries as they stand in an Action or NotAction element, for those who ask about actions without a request.
func NewActionSet(entries ...string) ActionSet {
	values := make([]Value, len(entries))
	for i, e := range entries {
		values[i].Text = e
	}
	return newActionSet(values)
}

// Covers reports whether an entry is about an action, as Decide finds it.
func (s *ActionSet) Covers(action string) bool {
	r := Request{steps: maxSteps}
	r.SetAction(action)
	return s.has(&r)
}
