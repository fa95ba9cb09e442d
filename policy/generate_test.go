package policy_test

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
)

// An inquiry is a random question: the pieces of a line of the JSONL door. Documents are JSON texts; "" and nil are null.
type inquiry struct {
	principal        string // JSON, "null" for anonymous callers
	action, resource string
	owner            string // JSON
	context          [][2]string
	fullRCP          bool

	identities, boundaries, endpoints []string
	resourcePolicy, sessionPolicy     string
	scps, rcps                        [][]string
}

// line is the inquiry as the JSONL door takes it.
func (q *inquiry) line() string {
	var context []string
	for _, entry := range q.context {
		context = append(context, strconv.Quote(entry[0])+":"+entry[1])
	}
	levels := func(of [][]string) string {
		var out []string
		for _, level := range of {
			out = append(out, `{"org":"o","policies":[`+strings.Join(level, ",")+`]}`)
		}
		return "[" + strings.Join(out, ",") + "]"
	}
	return fmt.Sprintf(`{"id":"q","request":{"principal":%s,"action":%q,"resource":%q,"resourceAccount":%s,"context":{%s}},"implicitRcpFullAccess":%t,`+
		`"identityPolicies":[%s],"boundaries":[%s],"endpointPolicies":[%s],"resourcePolicy":%s,"sessionPolicy":%s,"scps":%s,"rcps":%s}`,
		q.principal, q.action, q.resource, q.owner, strings.Join(context, ","), q.fullRCP,
		strings.Join(q.identities, ","), strings.Join(q.boundaries, ","), strings.Join(q.endpoints, ","),
		or(q.resourcePolicy, "null"), or(q.sessionPolicy, "null"), levels(q.scps), levels(q.rcps))
}

// A generator makes inquiries from small vocabularies, so that things meet often.
type generator struct{ *rand.Rand }

func newGenerator(seed uint64) generator { return generator{rand.New(rand.NewPCG(seed, 0))} }

func (g generator) pick(of []string) string { return of[g.IntN(len(of))] }

// in reports true in that many of a hundred cases.
func (g generator) in(percent int) bool { return g.IntN(100) < percent }

func (g generator) inquiry() *inquiry {
	asked := anActionAndResource[g.IntN(len(anActionAndResource))]
	q := &inquiry{principal: g.pick(aPrincipal), action: asked[0], resource: asked[1], owner: g.pick(anOwner), fullRCP: g.in(50)}
	if g.in(10) {
		q.action = strings.ToUpper(q.action)
	}
	q.context = g.context()
	some := func(percent, most int, kind string) (docs []string) {
		if g.in(percent) {
			for range 1 + g.IntN(most) {
				docs = append(docs, g.document(q, kind))
			}
		}
		return docs
	}
	q.identities = some(90, 3, "identity")
	q.boundaries = some(20, 1, "boundary")
	q.endpoints = some(10, 2, "endpoint")
	if docs := some(60, 1, "resource"); docs != nil {
		q.resourcePolicy = docs[0]
	}
	if docs := some(25, 1, "session"); docs != nil {
		q.sessionPolicy = docs[0]
	}
	for range g.IntN(9) - 6 {
		q.scps = append(q.scps, some(95, 2, "scp"))
	}
	for range g.IntN(9) - 6 {
		q.rcps = append(q.rcps, some(95, 2, "rcp"))
	}
	return q
}

func (g generator) context() (entries [][2]string) {
	entries = append(entries, [2]string{"x:text", strconv.Quote(g.text("abé", 6))})
	for _, key := range conditionKeys {
		if !g.in(70) {
			continue
		}
		name, value := key.name, g.pick(key.values)
		if g.in(10) {
			name = strings.ToUpper(name)
		}
		if key.list != g.in(10) {
			value = g.list(key.values, 3)
		}
		entries = append(entries, [2]string{name, value})
		if g.in(1) {
			entries[len(entries)-1][0] = strings.ToLower(name)
			entries = append(entries, [2]string{strings.ToUpper(name), g.pick(key.values)}) // they clash
		}
	}
	return entries
}

func (g generator) list(of []string, most int) string {
	var values []string
	for range g.IntN(most + 1) {
		values = append(values, g.pick(of))
	}
	return "[" + strings.Join(values, ",") + "]"
}

// text is a few characters of an alphabet.
func (g generator) text(alphabet string, most int) string {
	of := []rune(alphabet)
	var out []rune
	for range g.IntN(most + 1) {
		out = append(out, of[g.IntN(len(of))])
	}
	return string(out)
}

// oneOrMore is a value of JSON, or an array, rarely an empty one.
func (g generator) oneOrMore(one func() string) string {
	if g.in(60) {
		return one()
	}
	var values []string
	for range g.IntN(4) {
		values = append(values, one())
	}
	return "[" + strings.Join(values, ",") + "]"
}

func (g generator) document(q *inquiry, kind string) string {
	if g.IntN(400) == 0 {
		return g.pick(aRefusedDocument)
	}
	number := 1 + g.IntN(3)
	if g.IntN(40) == 0 {
		number = 30 // enough for an index
	}
	var statements []string
	for range number {
		statements = append(statements, g.statement(q, kind, number))
	}
	version := `"Version":"2012-10-17",`
	if g.in(15) {
		version = g.pick([]string{"", `"Version":"2008-10-17",`})
	}
	return `{` + version + `"Statement":[` + strings.Join(statements, ",") + `]}`
}

func (g generator) statement(q *inquiry, kind string, among int) string {
	deny := g.in(20 / (1 + among/10))
	elements := []string{`"Effect":"Allow"`}
	if deny {
		elements[0] = `"Effect":"Deny"`
	}
	either := func(name string, percent int) string {
		if g.in(percent) {
			return `"Not` + name + `":`
		}
		return `"` + name + `":`
	}
	elements = append(elements, either("Action", 15)+g.oneOrMore(func() string { return g.action(q, among) }))
	if kind != "resource" || g.in(70) {
		elements = append(elements, either("Resource", 15)+g.oneOrMore(func() string { return g.resource(q, among) }))
	}
	switch {
	case kind == "resource" && g.in(95), kind == "endpoint" && g.in(60), g.in(3):
		elements = append(elements, either("Principal", 15)+g.principals())
	case kind == "rcp":
		elements = append(elements, `"Principal":"*"`)
	}
	if g.in(60) {
		elements = append(elements, `"Condition":`+g.condition())
	}
	g.Shuffle(len(elements), func(i, j int) { elements[i], elements[j] = elements[j], elements[i] })
	return "{" + strings.Join(elements, ",") + "}"
}

// action is an entry that fits the question, more often where there are few statements.
func (g generator) action(q *inquiry, among int) string {
	if g.in(60 / (1 + among/10)) {
		vendor, name, _ := strings.Cut(q.action, ":")
		return strconv.Quote(g.pick([]string{"*", q.action, vendor + ":*", vendor + ":" + name[:1] + "*", vendor + ":?" + name[1:], strings.ToLower(q.action)}))
	}
	return strconv.Quote(g.pick(anAction))
}

func (g generator) resource(q *inquiry, among int) string {
	if g.IntN(500) == 0 {
		return "null"
	}
	if !g.in(60 / (1 + among/10)) {
		return strconv.Quote(g.pick(aResource))
	}
	r := []rune(q.resource)
	at := g.IntN(len(r))
	if g.in(30) {
		for range 1 + g.IntN(6) {
			r[g.IntN(len(r))] = []rune("*?")[g.IntN(2)]
		}
		return strconv.Quote(string(r))
	}
	return strconv.Quote(g.pick([]string{"*", q.resource, string(r[:at]) + "*", string(r[:at]) + "?" + string(r[at+1:]), string(r[:at]) + "*" + string(r[at+1:])}))
}

func (g generator) principals() string {
	if g.in(20) {
		return `"*"`
	}
	var members []string
	for _, kind := range []string{"AWS", "AWS", "Service", "Federated", "CanonicalUser"} {
		if kind == "AWS" && len(members) == 0 && g.in(90) || kind != "AWS" && g.in(10) {
			members = append(members, `"`+kind+`":`+g.oneOrMore(func() string { return strconv.Quote(g.pick(aGrantee[kind])) }))
		}
	}
	return "{" + strings.Join(members, ",") + "}"
}

func (g generator) condition() string {
	var operators []string
	names := map[string]bool{}
	for range 1 + g.IntN(2) {
		family := operatorFamilies[g.IntN(len(operatorFamilies))]
		if g.in(40) {
			family = operatorFamilies[g.IntN(3)] // the large ones
		}
		name := g.pick([]string{"", "", "ForAllValues:", "ForAnyValue:"}) + g.pick(family.operators)
		if family.key != "" && g.in(25) || g.in(1) {
			name += "IfExists"
		}
		if g.in(5) {
			name = strings.ToUpper(name)
		}
		if names[name] {
			continue
		}
		names[name] = true
		key := family.key
		if key == "" || g.in(5) {
			key = conditionKeys[g.IntN(len(conditionKeys))].name
		}
		if family.key == "x:string" && g.in(50) {
			key = "x:list"
		}
		value := func() string { return g.pick(family.values) }
		if family.key == "x:string" && g.in(30) {
			key, value = "x:text", func() string { return strconv.Quote(g.text("abé**??", 8)) }
		}
		if g.in(10) {
			key = strings.ToUpper(key)
		}
		operators = append(operators, fmt.Sprintf("%q:{%q:%s}", name, key, g.oneOrMore(value)))
	}
	return "{" + strings.Join(operators, ",") + "}"
}
