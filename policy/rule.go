package policy

// applies is the whole meaning of a statement: what it gives to the caller of the request (in kinds of policy without principals
// and in a Deny, DirectGrant for "it applies"). Once the budget is spent, no Allow applies and every Deny does.
func (s *Rule) applies(r *Request, kind Kind, boundary bool) Grant {
	if grant := s.grant(r, kind, boundary); r.steps >= 0 {
		return grant
	}
	return s.unaffordable
}

// grant tests the cheapest part first.
func (s *Rule) grant(r *Request, kind Kind, boundary bool) Grant {
	if s.cheap > 0 && !s.meets(r, s.Conditions[:s.cheap]) {
		return NoGrant
	}
	if s.Actions.has(r) == s.NotAction || !s.everywhere && !s.concerns(r, kind) {
		return NoGrant
	}
	grant := DirectGrant
	if kind >= RCP {
		if grant = s.grantTo(r, kind, boundary); grant == NoGrant {
			return NoGrant
		}
	}
	if s.cheap < len(s.Conditions) && !s.meets(r, s.Conditions[s.cheap:]) {
		return NoGrant
	}
	return grant
}

// meets reports whether the request meets conditions. One that cannot be told counts as met in a Deny, as not met in an Allow.
func (s *Rule) meets(r *Request, conditions []Atom) bool {
	for i := range conditions {
		switch conditions[i].holds(r) {
		case no:
			return false
		case failed:
			if s.Effect == Allow {
				return false
			}
		}
	}
	return true
}

// concerns reports whether the rule is about the requested resource.
func (s *Rule) concerns(r *Request, kind Kind) bool {
	if !s.HasResource {
		return true
	}
	for i := range s.Resources {
		p := &s.Resources[i]
		if s.NotResource && s.Effect == Allow && !p.resolvable(r) {
			return false // what is excluded cannot be told
		}
		if p.covers(r, &r.resource, kind) {
			return !s.NotResource
		}
	}
	return s.NotResource
}
