package policy

// document reads the outermost object.
func (p *parser) document(d *Document) error {
	stated := false
	_, err := p.object("the policy", func(name Value) (err error) {
		switch name.Text {
		case "Version":
			d.Version, err = p.str("Version")
		case "Id":
			d.ID = new(Value)
			*d.ID, err = p.str("Id")
		case "Statement":
			stated = true
			err = p.statements(d)
		default:
			err = p.unknown(name)
		}
		return err
	})
	if err == nil && !stated {
		p.start = p.end - 1
		err = p.fail("the policy has no Statement")
	}
	return err
}

func (p *parser) unknown(name Value) error {
	p.start = name.Span.Start
	return p.fail("unknown element %q", name.Text)
}

// statements reads one statement or an array of at least one.
func (p *parser) statements(d *Document) error {
	if p.tok.Kind() != '[' {
		return p.statement(d)
	}
	start := p.start
	for {
		if err := p.next(); err != nil {
			return err
		}
		if p.tok.Kind() == ']' {
			break
		}
		if err := p.statement(d); err != nil {
			return err
		}
	}
	if len(d.Statements) == 0 {
		p.start = start
		return p.fail("Statement is empty")
	}
	return nil
}

func (p *parser) statement(d *Document) error {
	var s Statement
	span, err := p.object("a statement", func(name Value) error { return p.element(&s, name) })
	s.Span = span
	d.Statements = append(d.Statements, s)
	return err
}

func (p *parser) element(s *Statement, name Value) (err error) {
	switch name.Text {
	case "Sid":
		s.Sid = new(Value)
		*s.Sid, err = p.str("Sid")
	case "Effect":
		s.Effect, err = p.str("Effect")
	case "Principal":
		s.Principal, err = p.principals("Principal")
	case "NotPrincipal":
		s.NotPrincipal, err = p.principals("NotPrincipal")
	case "Action":
		s.Action, err = p.strings("Action", false)
	case "NotAction":
		s.NotAction, err = p.strings("NotAction", false)
	case "Resource":
		s.Resource, err = p.strings("Resource", true)
	case "NotResource":
		s.NotResource, err = p.strings("NotResource", true)
	case "Condition":
		s.Condition, err = p.condition()
	default:
		err = p.unknown(name)
	}
	return err
}

func (p *parser) strings(what string, skipNull bool) (*List, error) {
	l, err := p.list(what, p.str, skipNull)
	return &l, err
}

// principals reads "*" or an object of lists. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
func (p *parser) principals(what string) (*Principals, error) {
	out := &Principals{Span: Span{p.start, p.end}}
	if p.tok.Kind() == '"' {
		v, err := p.str(what)
		if err == nil && v.Text != "*" {
			err = p.fail(`%s must be "*" or an object`, what)
		}
		out.Everyone = true
		return out, err
	}
	span, err := p.object(what, func(name Value) error {
		switch name.Text {
		case "AWS", "Service", "Federated", "CanonicalUser":
		default:
			return p.unknown(name)
		}
		l, err := p.list(name.Text, p.str, false)
		out.Members = append(out.Members, PrincipalMember{name, l})
		return err
	})
	out.Span = span
	return out, err
}

func (p *parser) condition() (*Condition, error) {
	c := &Condition{}
	seen := map[string]bool{}
	span, err := p.object("Condition", func(name Value) error {
		block := OperatorBlock{Name: name}
		clear(seen)
		_, err := p.object(name.Text, func(key Value) error { return p.conditionKey(&block, key, seen) })
		c.Operators = append(c.Operators, block)
		return err
	})
	c.Span = span
	return c, err
}

// conditionKey refuses a key that the operator names already in another case: which of the two counts would be anybody's guess.
func (p *parser) conditionKey(block *OperatorBlock, key Value, seen map[string]bool) error {
	folded := fold(key.Text)
	if seen[folded] {
		p.start = key.Span.Start
		return p.fail("condition key %q is there twice, in different case", key.Text)
	}
	seen[folded] = true
	l, err := p.list(key.Text, p.value, false)
	block.Keys = append(block.Keys, ConditionKey{key, l})
	return err
}

// grammar checks what must and must not stand together, whatever the kind of policy.
func (d *Document) grammar() error {
	if v := d.Version; v.Text != Version2008 && v.Text != Version2012 && v.Span != (Span{}) {
		return d.fault(v.Span, "Version must be "+Version2012+" or "+Version2008)
	}
	for i := range d.Statements {
		s := &d.Statements[i]
		switch {
		case s.Effect.Span == Span{}:
			return d.fault(s.Span, "a statement needs an Effect")
		case s.Effect.Text != "Allow" && s.Effect.Text != "Deny":
			return d.fault(s.Effect.Span, "Effect must be Allow or Deny")
		case s.Action == nil && s.NotAction == nil:
			return d.fault(s.Span, "a statement needs Action or NotAction")
		}
		if err := d.exclusive(s); err != nil {
			return err
		}
	}
	return nil
}

// exclusive refuses both of a pair.
func (d *Document) exclusive(s *Statement) error {
	switch {
	case s.Action != nil && s.NotAction != nil:
		return d.fault(s.Span, "a statement cannot have both Action and NotAction")
	case s.Resource != nil && s.NotResource != nil:
		return d.fault(s.Span, "a statement cannot have both Resource and NotResource")
	case s.Principal != nil && s.NotPrincipal != nil:
		return d.fault(s.Span, "a statement cannot have both Principal and NotPrincipal")
	}
	return nil
}

// NeedResources refuses a statement without Resource and NotResource, which every kind of policy needs but those that hang on a
// resource. The error is a *SyntaxError.
func (d *Document) NeedResources() error {
	for i := range d.Statements {
		if s := &d.Statements[i]; s.Resource == nil && s.NotResource == nil {
			return d.fault(s.Span, "a statement needs Resource or NotResource")
		}
	}
	return nil
}

func (d *Document) fault(at Span, message string) error {
	return &SyntaxError{Position: d.Position(at.Start), Message: message}
}
