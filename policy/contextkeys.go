package policy

// ContextKeys are the condition keys that a document refers to, each once and spelled as it is at first, in the order of the text: in
// variables of resources and condition values, and as keys of conditions.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetContextKeysForCustomPolicy.html
func (d *Document) ContextKeys() []string {
	var k keyList
	for i := range d.Statements {
		k.addStatement(&d.Statements[i], d.Version.Text == Version2012)
	}
	return k.names
}

// ContextKeys are the condition keys that one statement of a policy refers to, likewise.
func (p *Policy) ContextKeys(statement int) []string {
	var k keyList
	k.addStatement(&p.Document.Statements[statement], p.Document.Version.Text == Version2012)
	return k.names
}

// keyList collects names of keys without regard to case.
type keyList struct {
	names []string
	seen  map[string]bool
}

func (k *keyList) add(name string) {
	folded := fold(name)
	if k.seen == nil {
		k.seen = map[string]bool{}
	}
	if !k.seen[folded] {
		k.seen[folded] = true
		k.names = append(k.names, name)
	}
}

func (k *keyList) addStatement(s *Statement, vars bool) {
	for _, l := range [...]*List{s.Resource, s.NotResource} {
		if l != nil && vars {
			k.addVariables(l.Values)
		}
	}
	if s.Condition == nil {
		return
	}
	for _, block := range s.Condition.Operators {
		operator := parseOperator(block.Name.Text).operator
		for _, key := range block.Keys {
			k.add(key.Name.Text)
			if vars && operator.takesVariables() {
				k.addVariables(key.Values)
			}
		}
	}
}

// addVariables takes in the keys of all variables, as they are written.
func (k *keyList) addVariables(values []Value) {
	for _, v := range values {
		for text := v.Text; text != ""; {
			if t, n := variableAt(text); n > 0 {
				if t.Kind == Variable {
					k.add(text[len("${"):][:len(t.Key.Name)]) // folding keeps the length
				}
				text = text[n:]
			} else {
				text = text[1:]
			}
		}
	}
}

// takesVariables reports whether values of the operator may hold variables.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
func (o Operator) takesVariables() bool {
	switch o {
	case StringEquals, StringEqualsIgnoreCase, StringLike, ARNLike, Bool:
		return true
	}
	return false
}
