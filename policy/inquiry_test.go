package policy_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/cardea-iam/cardea/policy"
)

// indexDisagreement asks Decide, which goes through the index, and Explain, which does not; door is what the JSONL door says. The record
// r is used again and again.
func (q *inquiry) indexDisagreement(door string, r *policy.Request) string {
	set, ok := q.set()
	if !ok {
		return ""
	}
	r.Reset()
	q.fill(r)
	decided, explained := policy.Decide(set, r), policy.Explain(set, r)
	if decided.Outcome.String() != door || decided.Outcome != explained.Outcome || decided.Kind != explained.Kind {
		return fmt.Sprintf("decided: %v of %v, explained: %v of %v, at the door: %s", decided.Outcome, decided.Kind, explained.Outcome, explained.Kind, door)
	}
	if _, rule, ok := decided.Reason(set); ok && (rule.Effect == policy.Deny) != (decided.Outcome == policy.ExplicitlyDenied) {
		return fmt.Sprintf("%v because of a statement of the other effect", decided.Outcome)
	}
	return ""
}

// set compiles the documents. ok is false when one is refused.
func (q *inquiry) set() (set *policy.Set, ok bool) {
	ok = true
	layer := func(kind policy.Kind, texts []string) *policy.Layer {
		var attached []policy.Attached
		for _, text := range texts {
			d, err := policy.Parse(text)
			if err != nil || kind != policy.Resource && kind != policy.Trust && d.NeedResources() != nil {
				ok = false
				return nil
			}
			attached = append(attached, policy.Attached{Policy: policy.Compile(d)})
		}
		return policy.NewLayer(kind, attached...)
	}
	optional := func(kind policy.Kind, texts ...string) *policy.Layer {
		if len(texts) == 0 || texts[0] == "" {
			return nil
		}
		return layer(kind, texts)
	}
	ofResource := policy.Resource
	if strings.HasPrefix(strings.ToLower(q.action), "sts:assumerole") {
		ofResource = policy.Trust
	}
	set = &policy.Set{
		Identity: layer(policy.Identity, q.identities),
		Boundary: optional(policy.Boundary, q.boundaries...),
		Session:  optional(policy.Session, q.sessionPolicy),
		Resource: optional(ofResource, q.resourcePolicy),
		Endpoint: optional(policy.Endpoint, q.endpoints...),
	}
	for _, level := range q.scps {
		set.SCPs = append(set.SCPs, layer(policy.SCP, level))
	}
	for _, level := range q.rcps {
		if q.fullRCP {
			level = append([]string{fullRCP}, level...)
		}
		set.RCPs = append(set.RCPs, layer(policy.RCP, level))
	}
	return set, ok
}

const fullRCP = `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}`

// fill fills the record that Decide reads.
func (q *inquiry) fill(r *policy.Request) {
	var principal any
	if err := json.Unmarshal([]byte(q.principal), &principal); err != nil {
		panic(err)
	}
	who := naiveWho(principal, q.action)
	kinds := map[string]policy.PrincipalKind{
		"anonymous": policy.Anonymous, "root": policy.Root, "user": policy.User, "role": policy.RoleSession,
		"federated": policy.FederatedUser, "service": policy.Service, "provider": policy.Provider,
	}
	p := policy.Principal{Kind: kinds[who.kind], Account: who.account, Parent: who.parent}
	switch {
	case who.kind == "service", who.kind == "provider":
		p.Name = who.name
	case strings.Contains(who.name, ":role/"):
		p.Parent = who.name
	default:
		p.ARN = who.name
	}
	r.SetPrincipal(p)
	r.SetAction(q.action)
	r.SetResource(q.resource)
	var owner any
	if err := json.Unmarshal([]byte(q.owner), &owner); err != nil {
		panic(err)
	}
	r.ResourceAccount = naiveOwner(naiveObject{{"resourceAccount", owner}}, &naiveQuestion{caller: who, resource: q.resource})
	for _, entry := range q.context {
		tree, err := naiveTree(entry[1])
		if err != nil {
			panic(err)
		}
		values, _ := naiveScalars(tree)
		if _, isList := tree.([]any); isList {
			r.SetList(entry[0], values)
		} else {
			r.Set(entry[0], values[0])
		}
	}
}

// shrink leaves out whatever the failure does not need: policies, statements, keys of the context.
func (q *inquiry) shrink(fails func(*inquiry) bool) *inquiry {
	for smaller := q; smaller != nil; {
		q, smaller = smaller, nil
		for _, c := range q.smaller() {
			if fails(c) {
				smaller = c
				break
			}
		}
	}
	return q
}

// smaller are all inquiries that lack one thing.
func (q *inquiry) smaller() (all []*inquiry) {
	with := func(change func(*inquiry)) {
		c := *q
		c.scps, c.rcps = slices.Clone(q.scps), slices.Clone(q.rcps)
		change(&c)
		all = append(all, &c)
	}
	for i := range q.context {
		with(func(c *inquiry) { c.context = slices.Delete(slices.Clone(c.context), i, i+1) })
	}
	lists := func(of func(*inquiry) *[]string) {
		for i := range *of(q) {
			with(func(c *inquiry) { *of(c) = slices.Delete(slices.Clone(*of(c)), i, i+1) })
			for _, text := range withoutOneStatement((*of(q))[i]) {
				with(func(c *inquiry) { *of(c) = slices.Clone(*of(c)); (*of(c))[i] = text })
			}
		}
	}
	lists(func(c *inquiry) *[]string { return &c.identities })
	lists(func(c *inquiry) *[]string { return &c.boundaries })
	lists(func(c *inquiry) *[]string { return &c.endpoints })
	for i := range q.scps {
		with(func(c *inquiry) { c.scps = slices.Delete(c.scps, i, i+1) })
		lists(func(c *inquiry) *[]string { return &c.scps[i] })
	}
	for i := range q.rcps {
		with(func(c *inquiry) { c.rcps = slices.Delete(c.rcps, i, i+1) })
		lists(func(c *inquiry) *[]string { return &c.rcps[i] })
	}
	for _, text := range append(withoutOneStatement(q.resourcePolicy), "") {
		if q.resourcePolicy != "" {
			with(func(c *inquiry) { c.resourcePolicy = text })
		}
	}
	for _, text := range append(withoutOneStatement(q.sessionPolicy), "") {
		if q.sessionPolicy != "" {
			with(func(c *inquiry) { c.sessionPolicy = text })
		}
	}
	return all
}

// withoutOneStatement are the documents that lack one statement, and those that lack a Condition.
func withoutOneStatement(text string) (all []string) {
	var document struct {
		Version   string            `json:",omitempty"`
		Statement []json.RawMessage `json:",omitempty"`
	}
	if text == "" || json.Unmarshal([]byte(text), &document) != nil {
		return nil
	}
	statements := document.Statement
	for i := range statements {
		if len(statements) > 1 {
			document.Statement = slices.Delete(slices.Clone(statements), i, i+1)
			out, _ := json.Marshal(document)
			all = append(all, string(out))
		}
		var elements map[string]json.RawMessage
		if json.Unmarshal(statements[i], &elements) == nil && elements["Condition"] != nil {
			delete(elements, "Condition")
			document.Statement = slices.Clone(statements)
			document.Statement[i], _ = json.Marshal(elements)
			out, _ := json.Marshal(document)
			all = append(all, string(out))
		}
	}
	return all
}
