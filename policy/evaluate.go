package policy

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/cardea-iam/cardea/arn"
)

// question is one line of the JSONL door.
type question struct {
	ID                    jsontext.Value   `json:"id"`
	Request               jsontext.Value   `json:"request"`
	IdentityPolicies      []jsontext.Value `json:"identityPolicies"`
	SCPs                  []orgLevel       `json:"scps"`
	RCPs                  []orgLevel       `json:"rcps"`
	Boundaries            []jsontext.Value `json:"boundaries"`
	ResourcePolicy        jsontext.Value   `json:"resourcePolicy"`
	SessionPolicy         jsontext.Value   `json:"sessionPolicy"`
	EndpointPolicies      []jsontext.Value `json:"endpointPolicies"`
	ImplicitRCPFullAccess bool             `json:"implicitRcpFullAccess"`
}

type asked struct {
	Principal       *string                   `json:"principal"`
	Action          string                    `json:"action"`
	Resource        string                    `json:"resource"`
	ResourceAccount *string                   `json:"resourceAccount"`
	Context         map[string]jsontext.Value `json:"context"`
}

type orgLevel struct {
	Org      string           `json:"org"`
	Policies []jsontext.Value `json:"policies"`
}

// answer is one line of answer. An error excludes a decision.
type answer struct {
	ID       jsontext.Value  `json:"id"`
	Decision string          `json:"decision,omitempty"`
	Reasons  *[]answerReason `json:"reasons,omitempty"`
	Error    string          `json:"error,omitempty"`
}

type answerReason struct {
	PolicyType string  `json:"policyType"`
	Policy     *string `json:"policy"`
	Statement  *int    `json:"statement"`
	Effect     string  `json:"effect"`
}

// lenient reads a question whose documents are none of its business: they are read strictly, one by one.
var lenient = json.JoinOptions(jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))

// Answer answers one question of the JSONL door, a JSON object on one line, by one JSON object without a line end. The context of a
// question is complete: no key is added or derived. A line that is no question answers with a null id and an error; a document that
// cannot be read, with an error that says which.
func Answer(line []byte) []byte {
	q, err := ParseQuestion(line)
	a := answer{ID: jsontext.Value(q.ID)}
	if err != nil {
		a.Error = err.Error()
		return a.print()
	}
	e := Explain(q.Set, q.Request)
	a.Decision = e.Outcome.String()
	reasons := make([]answerReason, len(e.Reasons))
	for i, reason := range e.Reasons {
		reasons[i] = newAnswerReason(&reason)
	}
	a.Reasons = &reasons
	return a.print()
}

// Question is a question of the JSONL door, ready to be decided. Its policies are named by their places in the question.
type Question struct {
	ID      string // its id as JSON text; null when it has none or is no question
	Set     *Set
	Request *Request
}

// ParseQuestion reads what Answer answers. The text may have several lines. With an error there is an ID only.
func ParseQuestion(text []byte) (Question, error) {
	var q question
	out := Question{ID: "null"}
	if err := readQuestion(text, &q); err != nil {
		return out, err
	}
	var asked asked
	if err := json.Unmarshal(q.Request, &asked); err != nil || asked.Action == "" || asked.Resource == "" {
		return out, errors.New("the line is no question: it needs a request with an action and a resource")
	}
	if len(q.ID) > 0 {
		out.ID = string(q.ID)
	}
	set, r, err := q.assemble(&asked)
	if err == nil {
		out.Set, out.Request = set, r
	}
	return out, err
}

func readQuestion(line []byte, q *question) error {
	if v := jsontext.Value(line); !v.IsValid(lenient) || v.Kind() != '{' {
		return errors.New("the line is no JSON object")
	}
	if err := json.Unmarshal(line, q, lenient); err != nil {
		return fmt.Errorf("the line is no question: %w", err)
	}
	if len(q.ID) > 0 && !q.ID.IsValid() {
		return errors.New("the line is no question: bad id")
	}
	return distinct(line)
}

// distinct refuses a question that says one thing twice: nobody knows which of the two counts.
func distinct(line []byte) error {
	dec := jsontext.NewDecoder(bytes.NewReader(line), lenient)
	seen := map[string]bool{}
	if _, err := dec.ReadToken(); err != nil {
		return err
	}
	for dec.PeekKind() != '}' {
		name, err := dec.ReadToken()
		if err != nil {
			return err
		}
		text := name.String()
		if seen[text] {
			return fmt.Errorf("the line is no question: %s is there twice", text)
		}
		seen[text] = true
		if err := dec.SkipValue(); err != nil {
			return err
		}
	}
	return nil
}

func (a *answer) print() []byte {
	out, err := json.Marshal(a)
	if err != nil { // a text that is no UTF-8 in an error message
		return []byte(`{"id":null,"error":"the question cannot be answered"}`)
	}
	return out
}

func newAnswerReason(r *Reason) answerReason {
	out := answerReason{PolicyType: kindNames[r.Kind].short, Effect: r.Effect.String()}
	if r.Policy >= 0 {
		out.Policy, out.Statement = &r.Name, &r.Statement
	}
	return out
}

// assemble reads the documents of a question and fills the request. A document's name is its place in the question.
func (q *question) assemble(asked *asked) (*Set, *Request, error) {
	r := new(Request)
	if err := asked.fill(r); err != nil {
		return nil, nil, err
	}
	g := gatherer{}
	set := &Set{
		Identity: g.layer(Identity, "identityPolicies", q.IdentityPolicies),
		SCPs:     g.levels(SCP, "scps", q.SCPs, false),
		RCPs:     g.levels(RCP, "rcps", q.RCPs, q.ImplicitRCPFullAccess),
	}
	if len(q.Boundaries) > 0 {
		set.Boundary = g.layer(Boundary, "boundaries", q.Boundaries)
	}
	if len(q.EndpointPolicies) > 0 {
		set.Endpoint = g.layer(Endpoint, "endpointPolicies", q.EndpointPolicies)
	}
	if given(q.SessionPolicy) {
		set.Session = NewLayer(Session, g.attach(Session, "sessionPolicy", q.SessionPolicy))
	}
	if given(q.ResourcePolicy) {
		kind := Resource
		if r.assumesRole() || strings.HasPrefix(r.action.folded, "sts:assumerole") {
			kind = Trust
		}
		set.Resource = NewLayer(kind, g.attach(kind, "resourcePolicy", q.ResourcePolicy))
	}
	return set, r, g.err
}

func given(v jsontext.Value) bool { return len(v) > 0 && v.Kind() != 'n' }

// gatherer compiles documents and keeps the first error.
type gatherer struct{ err error }

func (g *gatherer) attach(kind Kind, name string, text jsontext.Value) Attached {
	d, err := Parse(string(text))
	if err == nil && kind != Resource && kind != Trust {
		err = d.NeedResources()
	}
	if err != nil {
		if g.err == nil {
			g.err = fmt.Errorf("%s: %w", name, err)
		}
		return Attached{Policy: new(Policy), Name: name}
	}
	return Attached{Policy: Compile(d), Name: name}
}

func (g *gatherer) layer(kind Kind, name string, texts []jsontext.Value) *Layer {
	policies := make([]Attached, len(texts))
	for i, text := range texts {
		policies[i] = g.attach(kind, fmt.Sprintf("%s[%d]", name, i), text)
	}
	return NewLayer(kind, policies...)
}

func (g *gatherer) levels(kind Kind, name string, levels []orgLevel, fullAccess bool) []*Layer {
	var out []*Layer
	for i, level := range levels {
		where := fmt.Sprintf("%s[%d].policies", name, i)
		l := g.layer(kind, where, level.Policies)
		if fullAccess {
			full := g.attach(kind, where, jsontext.Value(fullAccessText))
			l = NewLayer(kind, append(l.policies, full)...)
		}
		out = append(out, l)
	}
	return out
}

// fullAccessText is RCPFullAWSAccess, which hangs on every level of an organization.
// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
const fullAccessText = `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}`

// fill turns the question's request into a record.
func (q *asked) fill(r *Request) error {
	r.SetAction(q.Action)
	r.SetResource(q.Resource)
	if q.ResourceAccount != nil {
		r.ResourceAccount = *q.ResourceAccount
	} else if r.resource.ok {
		r.ResourceAccount = r.resource.part(4)
	}
	if q.Principal != nil {
		r.SetPrincipal(principalNamed(*q.Principal, r.action.folded))
	}
	for name, v := range q.Context {
		if err := setFromJSON(r, name, v); err != nil {
			return fmt.Errorf("request.context: %s: %w", name, err)
		}
	}
	return nil
}

func setFromJSON(r *Request, name string, v jsontext.Value) error {
	if v.Kind() != '[' {
		text, err := scalar(v)
		r.Set(name, text)
		return err
	}
	var items []jsontext.Value
	if err := json.Unmarshal(v, &items); err != nil {
		return errors.New("no array of strings")
	}
	list := make([]string, len(items))
	for i, item := range items {
		text, err := scalar(item)
		if err != nil {
			return err
		}
		list[i] = text
	}
	r.SetList(name, list)
	return nil
}

// scalar is the text of a string, or the JSON text of a number or boolean.
func scalar(v jsontext.Value) (string, error) {
	switch v.Kind() {
	case '"':
		var text string
		err := json.Unmarshal(v, &text)
		return text, err
	case '0', 't', 'f':
		return string(v), nil
	}
	return "", errors.New("neither a string nor an array of strings")
}

// principalNamed reads who asks from one name: an ARN, or the name of a service or an identity provider. A role ARN stands for a
// session of it; a federated user is taken to come from the user of the same name.
func principalNamed(name, action string) Principal {
	a, err := arn.Parse(name)
	kind, rest, _ := strings.Cut(a.Resource, "/")
	switch {
	case err != nil:
		return outsider(name, action)
	case a.Service == "iam" && a.Resource == "root":
		return Principal{Kind: Root, Account: a.Account, ARN: name}
	case a.Service == "iam" && kind == "user":
		return Principal{Kind: User, Account: a.Account, ARN: name}
	case a.Service == "iam" && kind == "role":
		return Principal{Kind: RoleSession, Account: a.Account, Parent: name}
	case a.Service == "sts" && kind == "assumed-role":
		return Principal{Kind: RoleSession, Account: a.Account, ARN: name}
	case a.Service == "sts" && kind == "federated-user":
		parent := arn.ARN{Partition: a.Partition, Service: "iam", Account: a.Account, Resource: "user/" + rest}
		return Principal{Kind: FederatedUser, Account: a.Account, ARN: name, Parent: parent.String()}
	}
	return Principal{Kind: Provider, Name: name}
}

// outsider is a caller without an account: a service, or the provider that vouches for somebody.
func outsider(name, action string) Principal {
	service := strings.HasSuffix(name, ".amazonaws.com") || strings.HasSuffix(name, ".amazonaws.com.cn")
	if service && name != "cognito-identity.amazonaws.com" && !strings.HasPrefix(action, "sts:assumerolewith") {
		return Principal{Kind: Service, Name: name}
	}
	return Principal{Kind: Provider, Name: name}
}
