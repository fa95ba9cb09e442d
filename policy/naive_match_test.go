package policy_test

import "strings"

// A naiveToken is a character of a pattern, or one of the two wildcards.
type naiveToken struct {
	star, one bool
	char      rune
}

// naiveGlob fills the whole table of "the first i tokens match the first j characters".
func naiveGlob(tokens []naiveToken, text string) bool {
	chars := []rune(text)
	table := make([][]bool, len(tokens)+1)
	for i := range table {
		table[i] = make([]bool, len(chars)+1)
	}
	table[0][0] = true
	for i, token := range tokens {
		for j := range len(chars) + 1 {
			switch {
			case token.star:
				table[i+1][j] = table[i][j] || j > 0 && table[i+1][j-1]
			case j > 0 && (token.one || token.char == chars[j-1]):
				table[i+1][j] = table[i][j-1]
			}
		}
	}
	return table[len(tokens)][len(chars)]
}

// naiveTokens takes a pattern apart. With variables, ${key} stands for its value as literal text; resolved is false when one
// has neither a value nor a default.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
func naiveTokens(text string, wildcards, variables bool, value func(key string) (string, bool)) (tokens []naiveToken, resolved bool) {
	resolved = true
	for rest := []rune(text); len(rest) > 0; rest = rest[1:] {
		end := strings.IndexRune(string(rest), '}')
		if variables && strings.HasPrefix(string(rest), "${") && end >= 0 {
			inside := string(rest)[2:end]
			literal, ok := naiveVariable(inside, value)
			resolved = resolved && ok
			for _, r := range literal {
				tokens = append(tokens, naiveToken{char: r})
			}
			rest = rest[len([]rune(inside))+2:]
			continue
		}
		tokens = append(tokens, naiveToken{star: wildcards && rest[0] == '*', one: wildcards && rest[0] == '?', char: rest[0]})
	}
	return tokens, resolved
}

func naiveVariable(inside string, value func(key string) (string, bool)) (string, bool) {
	if inside == "*" || inside == "?" || inside == "$" {
		return inside, true
	}
	key, otherwise, hasDefault := strings.Cut(inside, ",")
	if v, ok := value(key); ok {
		return v, true
	}
	return strings.Trim(strings.TrimSpace(otherwise), "'"), hasDefault
}

// naiveARN cuts at the first five colons. A colon inside of a variable is none of them, where variables are allowed:
// from the fourth part on.
func naiveARN(text string, variables bool) []string {
	parts, part := []string{}, ""
	for len(text) > 0 {
		end := strings.IndexByte(text, '}')
		switch {
		case variables && len(parts) >= 3 && strings.HasPrefix(text, "${") && end >= 0:
			part, text = part+text[:end+1], text[end+1:]
		case text[0] == ':' && len(parts) < 5:
			parts, part, text = append(parts, part), "", text[1:]
		default:
			part, text = part+text[:1], text[1:]
		}
	}
	return append(parts, part)
}

// naiveARNMatch compares part by part.
func naiveARNMatch(pattern, requested []string, variables bool, value func(key string) (string, bool)) (match, resolved bool) {
	match, resolved = true, true
	for i, part := range pattern {
		tokens, ok := naiveTokens(part, true, variables && i >= 3, value)
		resolved = resolved && ok
		if !naiveGlob(tokens, requested[i]) {
			match = false
		}
	}
	return match && resolved, resolved
}

// naiveActionMatch: vendor:name, folded, wildcards in the name only.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
func naiveActionMatch(entry, action string) bool {
	if entry == "*" {
		return true
	}
	entry, action = naiveLower(entry), naiveLower(action)
	vendor, name, _ := strings.Cut(entry, ":")
	requestedVendor, requestedName, _ := strings.Cut(action, ":")
	if strings.Count(entry, ":") != 1 || strings.ContainsAny(vendor, "*?") || name == "" || strings.ContainsAny(name, " \t\r\n,") {
		return false
	}
	tokens, _ := naiveTokens(name, true, false, nil)
	return vendor == requestedVendor && naiveGlob(tokens, requestedName)
}

// actionMatches is Action or NotAction of a statement.
func (q *naiveQuestion) actionMatches(s naiveStatement) bool {
	for _, entry := range s.actions {
		if naiveActionMatch(entry, q.action) {
			return !s.notAction
		}
	}
	return s.notAction
}

// resourceMatches is Resource or NotResource of a statement. A statement that has neither is for the resource it hangs on.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
func (q *naiveQuestion) resourceMatches(s naiveStatement, kind string, variables bool) bool {
	if !s.hasResource {
		return true
	}
	any := false
	for _, entry := range s.resources {
		match, resolved := q.entryMatches(entry, kind, variables)
		if !resolved && s.notResource && !s.deny {
			return false
		}
		any = any || match
	}
	return any != s.notResource
}

func (q *naiveQuestion) entryMatches(entry, kind string, variables bool) (match, resolved bool) {
	if entry == "*" {
		return true, true
	}
	pattern := naiveARN(entry, variables)
	short := len(pattern) < 6
	for len(pattern) < 6 {
		pattern = append(pattern, "*")
	}
	requested := naiveARN(q.resource, false)
	comparable := len(requested) == 6 && requested[0] == "arn"
	if !comparable {
		requested = make([]string, 6)
	}
	match, resolved = naiveARNMatch(pattern, requested, variables, q.variable)
	allowed := !short
	switch kind {
	case "identity", "boundary", "session":
		allowed = true
	case "scp":
		allowed = allowed || strings.HasSuffix(entry, "*")
	case "resource", "endpoint":
		allowed = allowed || strings.ContainsAny(entry, "*?")
	}
	return match && comparable && allowed && pattern[0] == "arn", resolved
}
