package policy_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/policy"
)

// nearest prints the near misses of a question in one line.
func nearest(t *testing.T, q question) string {
	t.Helper()
	set, r := q.set(t), q.request()
	var out []string
	for _, reason := range policy.Explain(set, r).Reasons {
		if trial, ok := policy.Nearest(set, r, reason); ok {
			out = append(out, trialText(&trial))
		}
	}
	return strings.Join(out, "; ")
}

// trialText is a trial in one line: where the statement stands, which parts do not match, and the conditions that are not met.
func trialText(t *policy.Trial) string {
	text := fmt.Sprintf("%v %d/%d/%d", t.Kind, t.Level, t.Policy, t.Statement)
	for _, part := range []struct {
		name    string
		matches bool
	}{{"action", t.Action}, {"principal", t.Principal}, {"resource", t.Resource}} {
		if !part.matches {
			text += " " + part.name
		}
	}
	for _, c := range t.Unmet() {
		got := "absent"
		if c.Present {
			got = fmt.Sprint(c.Got)
		}
		text += fmt.Sprintf(" %s %s %v got %s", c.Operator, c.Key, c.Wanted, got)
		if c.Unclear {
			text += " unclear"
		}
	}
	return text
}

func TestNearestIsTheStatementThatComesClosest(t *testing.T) {
	reader := allow(`"Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"`)
	byMFA := allow(when(`{"Bool":{"aws:MultiFactorAuthPresent":"true"}}`))
	for _, c := range []struct {
		name string
		q    question
		want string
	}{
		{"a condition on an absent key", question{identity: ids(byMFA)}, "identity-based policy -1/0/0 Bool aws:MultiFactorAuthPresent [true] got absent"},
		{
			"a condition on another value",
			question{identity: ids(byMFA), context: map[string]any{"aws:multifactorauthpresent": false}},
			"identity-based policy -1/0/0 Bool aws:MultiFactorAuthPresent [true] got [false]",
		},
		{
			"a list of values",
			question{identity: ids(allow(when(`{"ForAllValues:StringEquals":{"aws:TagKeys":["cost","team"]}}`))), context: map[string]any{"aws:TagKeys": []string{"cost", "x"}}},
			"identity-based policy -1/0/0 ForAllValues:StringEquals aws:TagKeys [cost team] got [cost x]",
		},
		{
			"what cannot be compared",
			question{identity: ids(allow(when(`{"Bool":{"aws:SecureTransport":"true"}}`))), context: map[string]any{"aws:SecureTransport": "perhaps"}},
			"identity-based policy -1/0/0 Bool aws:SecureTransport [true] got [perhaps] unclear",
		},
		{
			"only the conditions that fail, in the order of the text",
			question{
				identity: ids(allow(when(`{"StringEquals":{"aws:username":"bob"},"Bool":{"aws:SecureTransport":"true","aws:ViaAWSService":"false"}}`))),
				context:  map[string]any{"aws:username": "ann", "aws:SecureTransport": "false", "aws:ViaAWSService": "false"},
			},
			"identity-based policy -1/0/0 StringEquals aws:username [bob] got [ann] Bool aws:SecureTransport [true] got [false]",
		},
		{
			"conditions of all costs keep their values",
			question{
				identity: ids(allow(when(`{"bool":{"aws:SecureTransport":"${aws:username}"},"Bool":{"aws:SecureTransport":"true"}}`))),
				context:  map[string]any{"aws:username": "true", "aws:SecureTransport": "false"},
			},
			"identity-based policy -1/0/0 bool aws:SecureTransport [${aws:username}] got [false] Bool aws:SecureTransport [true] got [false]",
		},
		{"the resource", question{identity: ids(reader), resource: "arn:aws:s3:::c/x"}, "identity-based policy -1/0/0 resource"},
		{"the action", question{identity: ids(onlyEC2)}, "identity-based policy -1/0/0 action"},
		{"conditions are nearer than the resource", question{identity: ids(reader, byMFA), resource: "arn:aws:s3:::c/x"}, "identity-based policy -1/0/1 Bool aws:MultiFactorAuthPresent [true] got absent"},
		{"the resource is nearer than the action", question{identity: ids(onlyEC2, reader), resource: "arn:aws:s3:::c/x"}, "identity-based policy -1/0/1 resource"},
		{
			"fewer conditions are nearer",
			question{identity: []string{doc(allow(when(`{"Bool":{"aws:MultiFactorAuthPresent":"true"},"StringEquals":{"aws:username":"x"}}`))), doc(byMFA)}},
			"identity-based policy -1/1/0 Bool aws:MultiFactorAuthPresent [true] got absent",
		},
		{"the first of equals", question{identity: []string{doc(byMFA), doc(byMFA)}}, "identity-based policy -1/0/0 Bool aws:MultiFactorAuthPresent [true] got absent"},
		{
			"the principal",
			question{owner: there, identity: ids(allowAll), resource: "arn:aws:s3:::b/x", policy: doc(allow(`"Principal":{"AWS":"` + there + `"},"Action":"*","Resource":"*"`))},
			"resource-based policy -1/0/0 principal",
		},
		{
			"the principal is nearer than the action",
			question{owner: there, identity: ids(allowAll), resource: "arn:aws:s3:::b/x", policy: doc(
				allow(`"Principal":"*","Action":"ec2:*","Resource":"*"`), allow(`"Principal":{"AWS":"`+there+`"},"Action":"*","Resource":"*"`))},
			"resource-based policy -1/0/1 principal",
		},
		{
			"the principal counts more than the resource",
			question{owner: there, identity: ids(allowAll), resource: "arn:aws:s3:::b/x", policy: doc(
				allow(`"Principal":{"AWS":"`+there+`"},"Action":"*","Resource":"*"`), allow(`"Principal":"*","Action":"*","Resource":"arn:aws:s3:::c/*"`))},
			"resource-based policy -1/0/1 resource",
		},
		{
			"one for each layer that does not allow",
			question{scps: [][]string{{doc(allowAll)}, {doc(onlyEC2)}}, identity: ids(byMFA), boundary: doc(reader), resource: "arn:aws:s3:::c/x"},
			"service control policy 1/0/0 action; identity-based policy -1/0/0 Bool aws:MultiFactorAuthPresent [true] got absent; permissions boundary -1/0/0 resource",
		},
		{"a trust policy has no resources", question{action: "sts:AssumeRole", resource: aRole, identity: ids(allowAll), trust: doc(allow(`"Principal":{"AWS":"` + here + `"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"x"}}`))}, "role trust policy -1/0/0 StringEquals sts:ExternalId [x] got absent"},
		{"a policy without an Allow", question{identity: ids(denyS3), action: "ec2:RunInstances"}, ""},
		{"nothing that any statement could change", question{action: "iam:CreatePolicyVersion", resource: "arn:aws:iam::aws:policy/X", identity: ids(allowAll)}, ""},
		{"an allowed request", question{identity: ids(allowAll)}, ""},
	} {
		if got := nearest(t, c.q); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestADenyTellsWhichConditionsMadeIt(t *testing.T) {
	q := question{
		identity: ids(allowAll, deny(`"Sid":"NoMFA","NotAction":"iam:*","Resource":"*","Condition":{"StringLike":{"aws:username":"a*"},"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"},"Bool":{"aws:SecureTransport":"true"}}`)),
		context:  map[string]any{"aws:username": "ann", "aws:SecureTransport": "garbled"},
	}
	set, r := q.set(t), q.request()
	e := policy.Explain(set, r)
	if len(e.Reasons) != 1 {
		t.Fatalf("has %d reasons, want 1", len(e.Reasons))
	}
	trial, ok := policy.Try(set, r, e.Reasons[0])
	if !ok || !trial.Applies() || trial.ByConditionOnly() || trial.Sid != "NoMFA" || trial.Effect != policy.Deny {
		t.Fatalf("is %+v, %v", trial, ok)
	}
	var got []string
	for _, c := range trial.Conditions {
		got = append(got, fmt.Sprint(c.Operator, " ", c.Key, " ", c.Present, c.Got, " met ", c.Met, " unclear ", c.Unclear))
	}
	want := []string{
		"StringLike aws:username true [ann] met true unclear false",
		"BoolIfExists aws:MultiFactorAuthPresent false [] met true unclear false",
		"Bool aws:SecureTransport true [garbled] met true unclear true",
	}
	if !slices.Equal(got, want) {
		t.Errorf("conditions:\n got %q\nwant %q", got, want)
	}
	source := set.Identity.Policies()[0].Policy.Document.Source
	if s := trial.Conditions[1].Span; source[s.Start:s.End] != `"aws:MultiFactorAuthPresent"` {
		t.Errorf("the key stands at %s", source[s.Start:s.End])
	}
}

func TestTryNeedsAStatement(t *testing.T) {
	q := question{identity: ids(allowAll)}
	set, r := q.set(t), q.request()
	for _, reason := range []policy.Reason{
		{Kind: policy.Identity, Policy: -1, Statement: -1},
		{Kind: policy.Identity, Policy: 1},
		{Kind: policy.Identity, Statement: 1},
		{Kind: policy.Boundary},
		{Kind: policy.SCP, Level: -1},
	} {
		if _, ok := policy.Try(set, r, reason); ok {
			t.Errorf("%+v was tried", reason)
		}
	}
}

func TestKeysInTwoSpellingsArePresentWithoutAValue(t *testing.T) {
	q := question{identity: ids(allow(when(`{"StringEquals":{"team":"x"}}`))), context: map[string]any{"Team": "x", "team": "x"}}
	if got, want := nearest(t, q), "identity-based policy -1/0/0 StringEquals team [x] got [] unclear"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestAListInTwoSpellingsHasNoValueEither(t *testing.T) {
	q := question{identity: ids(allow(when(`{"StringEquals":{"team":"x"}}`)))}
	set, r := q.set(t), q.request()
	r.SetList("team", []string{"x"})
	r.Set("Team", "x")
	trial, ok := policy.Try(set, r, policy.Reason{Kind: policy.Identity, Level: -1})
	if c := trial.Conditions[0]; !ok || !c.Present || !c.Unclear || c.Got != nil {
		t.Errorf("has %+v", c)
	}
}

// A decision may have spent its budget; each trial has its own.
func TestEachTrialHasItsOwnBudget(t *testing.T) {
	hostile := strings.Repeat(`"arn:aws:s3:::*`+strings.Repeat("a?", 400)+`b*",`, 400)
	q := question{
		resource: "arn:aws:s3:::" + strings.Repeat("a", 2000),
		identity: ids(deny(`"Action":"*","Resource":[`+strings.TrimSuffix(hostile, ",")+`]`), allow(on("arn:aws:s3:::*a?*a"))),
	}
	set, r := q.set(t), q.request()
	if d := policy.Decide(set, r); d.Outcome != policy.ExplicitlyDenied {
		t.Fatalf("decided %v: the budget is not spent", d.Outcome)
	}
	if trial, ok := policy.Try(set, r, policy.Reason{Kind: policy.Identity, Level: -1, Statement: 1}); !ok || !trial.Applies() {
		t.Errorf("the second statement by itself: %+v", trial)
	}
	policy.Decide(set, r)
	set.Identity = layer(t, policy.Identity, doc(allow(on("arn:aws:s3:::*a?*a"))))
	if outcome, _ := policy.Opinion(set, r, policy.Identity); outcome != policy.Allowed {
		t.Errorf("its opinion: %v", outcome)
	}
}

// A trial and a decision are made of the same functions: whatever the request, a statement that is tried applies exactly when it decides.
func TestTryAgreesWithDecide(t *testing.T) {
	statements := []string{
		when(`{"Bool":{"aws:MultiFactorAuthPresent":"true"}}`), when(`{"BoolIfExists":{"aws:MultiFactorAuthPresent":"true"}}`),
		when(`{"Null":{"aws:MultiFactorAuthPresent":"true"}}`), when(`{"StringNotEquals":{"aws:username":"ann"}}`), when(`{"Made":{"up":"x"}}`),
		`"Action":"s3:Get*","Resource":"arn:aws:s3:::b/${aws:username}/*"`, `"NotAction":"s3:*","Resource":"*"`, `"Action":"*","NotResource":"arn:aws:s3:::b/*"`,
		`"Action":"*","NotResource":"arn:aws:s3:::${aws:nothing}/*"`,
	}
	for _, resource := range []string{"*", "arn:aws:s3:::b/ann/x", "arn:aws:s3:::b/bob/x"} {
		for _, mfa := range []any{nil, "true", "false", "garbled"} {
			for _, effect := range []string{"Allow", "Deny"} {
				for _, statement := range statements {
					text := `{"Effect":"` + effect + `",` + statement + `}`
					q := question{identity: ids(text), resource: resource, context: map[string]any{"aws:username": "ann"}}
					if mfa != nil {
						q.context["aws:MultiFactorAuthPresent"] = mfa
					}
					set, r := q.set(t), q.request()
					decided := policy.Decide(set, r).Outcome != policy.ImplicitlyDenied
					trial, ok := policy.Try(set, r, policy.Reason{Kind: policy.Identity, Level: -1})
					if !ok || trial.Applies() != decided {
						t.Errorf("%s on %s with MFA %v: tried %v, decided %v", text, resource, mfa, trial.Applies(), decided)
					}
				}
			}
		}
	}
}
