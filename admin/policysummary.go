package admin

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	api "github.com/cardea-iam/cardea/api/cardea"
	"github.com/cardea-iam/cardea/catalog"
	"github.com/cardea-iam/cardea/policy"
	"github.com/cardea-iam/cardea/service"
)

// A policy's summary is what a person reads before a policy is saved:
// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary.html
var policySummaryOperations = []service.Operation{
	service.Op("SummarizePolicy", service.Read, asksEverything[api.SummarizePolicyInput]("cardea:SummarizePolicy"), summarizePolicy),
}

// everyService stands where a statement is about all services.
const everyService = "*"

// maxComparisons bounds the work for one summary. The largest managed policies of AWS need a tenth of it.
const maxComparisons = 500_000

// summarizePolicy puts the statements together by effect and service. What the summary has no words for (principals, NotResource) and what grants and denies
// nothing is not summarized.
func summarizePolicy(_ *service.Call, in *api.SummarizePolicyInput) (*api.SummarizePolicyOutput, error) {
	d, err := policy.Parse(in.PolicyDocument)
	if err != nil {
		return nil, api.MalformedPolicyDocument("%s", err.Error())
	}
	s := summary{rows: map[rowKey]*row{}, budget: maxComparisons}
	for i := range d.Statements {
		if !s.add(&d.Statements[i]) {
			return &api.SummarizePolicyOutput{Services: []api.ServiceSummary{}}, nil
		}
	}
	out := &api.SummarizePolicyOutput{Summarized: len(s.rows) > 0, Services: []api.ServiceSummary{}}
	for _, r := range s.rows {
		out.Services = append(out.Services, r.show())
	}
	slices.SortFunc(out.Services, func(a, b api.ServiceSummary) int {
		return cmp.Or(
			cmp.Compare(slices.Index(sections, a.Section), slices.Index(sections, b.Section)),
			strings.Compare(a.Service, b.Service),
			slices.Compare(a.ExceptActions, b.ExceptActions),
		)
	})
	return out, nil
}

// sections are those of a summary, from the top.
var sections = []string{api.SectionTypeUncategorized, api.SectionTypeExplicitDeny, api.SectionTypeAllow}

// summary is the rows found so far, and how many comparisons may still be made.
type summary struct {
	rows   map[rowKey]*row
	budget int
}

// row is what the policy says, with one effect, about one service.
type row struct {
	rowKey
	service    *catalog.Service // nil: all services, or one that nobody knows
	exceptions []string
	actions    map[string]*catalog.Action
	unknown    []string // entries that cover no action
	resources  []string
	seen       map[string]bool // the resources
	conditions []api.ConditionSummary
	last       *policy.Statement // that was described
}

// add takes in a statement and reports whether a summary can say what it says.
func (s *summary) add(statement *policy.Statement) bool {
	if statement.Principal != nil || statement.NotPrincipal != nil || statement.NotResource != nil {
		return false
	}
	section := api.SectionTypeAllow
	if statement.Effect.Text == "Deny" {
		section = api.SectionTypeExplicitDeny
	}
	if statement.NotAction != nil {
		return s.describe(s.row(section, everyService, texts(statement.NotAction)), statement)
	}
	for _, entry := range texts(statement.Action) {
		if !s.addAction(section, entry, statement) {
			return false
		}
	}
	return true
}

// addAction takes in one entry of an Action element and reports whether the budget held.
func (s *summary) addAction(section, entry string, statement *policy.Statement) bool {
	if entry == everyService {
		return s.describe(s.row(section, everyService, nil), statement)
	}
	prefix, _, _ := strings.Cut(entry, ":")
	if known, ok := catalog.ServiceByPrefix(prefix); ok {
		if found := s.covered(known, entry); len(found) > 0 {
			r := s.row(section, known.Prefix, nil)
			r.service = known
			maps.Copy(r.actions, found)
			return s.describe(r, statement)
		}
	}
	u := s.row(api.SectionTypeUncategorized, prefix, nil)
	u.unknown = append(u.unknown, entry)
	return s.describe(u, statement)
}

// covered are the actions of a service that an entry is about; none when the budget is used up.
func (s *summary) covered(known *catalog.Service, entry string) map[string]*catalog.Action {
	found := map[string]*catalog.Action{}
	if action, ok := catalog.ActionByName(entry); ok {
		found[action.Name] = action
		return found
	}
	if s.budget -= len(known.Actions()); s.budget < 0 {
		return nil
	}
	set := policy.NewActionSet(entry)
	actions := known.Actions()
	for i := range actions {
		if set.Covers(actions[i].String()) {
			found[actions[i].Name] = &actions[i]
		}
	}
	return found
}

// rowKey is what has a row of its own.
type rowKey struct{ section, prefix, except string }

func (s *summary) row(section, prefix string, except []string) *row {
	key := rowKey{section, prefix, strings.Join(except, " ")}
	r, ok := s.rows[key]
	if !ok {
		r = &row{rowKey: key, exceptions: except, actions: map[string]*catalog.Action{}, seen: map[string]bool{}}
		s.rows[key] = r
	}
	return r
}

// describe adds to a row on what and under which conditions a statement holds, and reports whether the budget held.
func (s *summary) describe(r *row, statement *policy.Statement) bool {
	if r.last == statement {
		return s.budget >= 0
	}
	r.last = statement
	resources := texts(statement.Resource)
	s.budget -= len(resources)
	for _, resource := range resources {
		if !r.seen[resource] {
			r.seen[resource] = true
			r.resources = append(r.resources, resource)
		}
	}
	if statement.Condition != nil {
		for _, block := range statement.Condition.Operators {
			for _, key := range block.Keys {
				s.budget -= len(r.conditions) + len(key.Values)
				r.limit(api.ConditionSummary{Operator: block.Name.Text, Key: key.Name.Text, Values: texts(&key.List)})
			}
		}
	}
	return s.budget >= 0
}

// limit adds a condition, once.
func (r *row) limit(c api.ConditionSummary) {
	if !slices.ContainsFunc(r.conditions, func(o api.ConditionSummary) bool {
		return o.Operator == c.Operator && o.Key == c.Key && slices.Equal(o.Values, c.Values)
	}) {
		r.conditions = append(r.conditions, c)
	}
}

func (r *row) show() api.ServiceSummary {
	shown := api.ServiceSummary{
		Section: r.section, Service: r.prefix, ExceptActions: r.exceptions, FullAccess: r.prefix == everyService, Actions: r.unknown,
		Resources: r.resources, Conditions: r.conditions,
	}
	if shown.Resources == nil {
		shown.Resources = []string{}
	}
	if r.service == nil {
		return shown
	}
	shown.ServiceName = &r.service.Name
	if shown.FullAccess = len(r.actions) == len(r.service.Actions()); shown.FullAccess {
		return shown
	}
	for name := range r.actions {
		shown.Actions = append(shown.Actions, name)
	}
	slices.Sort(shown.Actions)
	shown.AccessLevels = r.levels()
	return shown
}

// levels says of each access level that is touched whether all of its actions are there.
func (r *row) levels() []api.LevelSummary {
	all, here := map[catalog.AccessLevel]int{}, map[catalog.AccessLevel]int{}
	for _, action := range r.service.Actions() {
		all[action.Level]++
	}
	for _, action := range r.actions {
		here[action.Level]++
	}
	var shown []api.LevelSummary
	for _, level := range []catalog.AccessLevel{catalog.List, catalog.Read, catalog.Tagging, catalog.Write, catalog.PermissionsManagement} {
		if here[level] > 0 {
			shown = append(shown, api.LevelSummary{AccessLevel: string(level), Limited: here[level] < all[level]})
		}
	}
	return shown
}

func texts(list *policy.List) []string {
	out := []string{}
	if list != nil {
		for _, v := range list.Values {
			out = append(out, v.Text)
		}
	}
	return out
}
