package policy

// statement looks at one statement.
func (v *validator) statement(i int, s *Statement) {
	v.path = []PathElement{name("Statement"), element(i)}
	defer func() { v.path = nil }()
	switch {
	case s.Effect.Span == Span{}:
		v.add(FindingError, "MISSING_EFFECT", s.Span, "The statement needs an Effect: Allow or Deny.")
	case s.Effect.Text != "Allow" && s.Effect.Text != "Deny":
		v.add(FindingError, "INVALID_EFFECT", s.Effect.Span, "Effect must be Allow or Deny.", name("Effect"))
	case s.Effect.Text == "Allow" && v.kind == RCP:
		v.add(FindingError, "RCP_SYNTAX_ERROR_ALLOW", s.Effect.Span, "A resource control policy can only deny.", name("Effect"))
	}
	v.combinations(s)
	v.grantees(s)
	v.actions(s)
	v.resources(s)
	v.conditions(s)
	v.delegation(s)
}

// combinations looks for pairs of elements that exclude each other.
func (v *validator) combinations(s *Statement) {
	for _, pair := range []struct {
		both  bool
		names string
	}{
		{s.Action != nil && s.NotAction != nil, "Action and NotAction"},
		{s.Resource != nil && s.NotResource != nil, "Resource and NotResource"},
		{s.Principal != nil && s.NotPrincipal != nil, "Principal and NotPrincipal"},
	} {
		if pair.both {
			v.add(FindingError, "UNSUPPORTED_ELEMENT_COMBINATION", s.Span, "A statement cannot have both "+pair.names+".")
		}
	}
}

// grantees looks at who is named, and whether anybody may or must be.
func (v *validator) grantees(s *Statement) {
	named := s.Principal
	element := name("Principal")
	if named == nil && s.NotPrincipal != nil {
		named, element = s.NotPrincipal, name("NotPrincipal")
	}
	switch {
	case named == nil && (v.kind == Resource || v.kind == Trust || v.kind == RCP):
		v.add(FindingError, "MISSING_PRINCIPAL", s.Span, "The statement needs a Principal.")
		return
	case named == nil:
		return
	case v.kind == Identity:
		v.add(FindingError, "UNSUPPORTED_PRINCIPAL", named.Span, "An identity-based policy names no principal: it is for whom it is attached to.", element)
		return
	case v.kind == SCP:
		v.add(FindingError, "SCP_SYNTAX_ERROR_PRINCIPAL", named.Span, "A service control policy names no principal.", element)
		return
	case v.kind == RCP && !named.Everyone:
		v.add(FindingError, "RCP_SYNTAX_ERROR_PRINCIPAL", named.Span, `The Principal of a resource control policy must be "*".`, element)
		return
	}
	if s.NotPrincipal != nil {
		v.notPrincipal(s)
	}
	v.principalMembers(named, element)
}

func (v *validator) notPrincipal(s *Statement) {
	if v.kind == Trust {
		v.add(FindingError, "ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL", s.NotPrincipal.Span, "A trust policy cannot have NotPrincipal.", name("NotPrincipal"))
	} else if s.Effect.Text == "Allow" {
		v.add(FindingSecurityWarning, "ALLOW_WITH_NOT_PRINCIPAL", s.NotPrincipal.Span,
			"Allow with NotPrincipal is for everybody who is not named, also those who are not signed in.", name("NotPrincipal"))
	}
}

func (v *validator) principalMembers(named *Principals, element PathElement) {
	if !named.Everyone && len(named.Members) == 0 {
		v.add(FindingSuggestion, "EMPTY_OBJECT_PRINCIPAL", named.Span, "The element names nobody.", element)
	}
	for _, m := range named.Members {
		if len(m.Values) == 0 {
			v.add(FindingSuggestion, "EMPTY_ARRAY_PRINCIPAL", m.Span, "The list names nobody.", element, name(m.Kind.Text))
		}
		for _, value := range m.Values {
			if !validPrincipal(m.Kind.Text, value.Text) {
				v.add(FindingError, "INVALID_PRINCIPAL_FORMAT", value.Span, "This is no principal of the kind "+m.Kind.Text+".", element, name(m.Kind.Text))
			}
		}
	}
}
