package policy

// Opinion is what the policies of one kind say by themselves, whatever the others say: ExplicitlyDenied when a Deny of theirs applies,
// Allowed when an Allow does (in an organization: at every level), else ImplicitlyDenied. ok is false where the set has no policies of
// the kind, or where they do not apply to the caller of the request.
func Opinion(set *Set, r *Request, kind Kind) (outcome Outcome, ok bool) {
	var c layerCase
	c.gather(set, r)
	r.steps = maxSteps
	allowed := true
	for _, l := range c.layers() {
		if l.kind != kind {
			continue
		}
		ok = true
		if c.deniedBy(l.Layer) >= 0 {
			return ExplicitlyDenied, true
		}
		allowed = allowed && c.allows(l.Layer)
	}
	if ok && allowed {
		return Allowed, true
	}
	return ImplicitlyDenied, ok
}
