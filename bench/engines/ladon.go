package engines

import (
	"fmt"
	"strings"

	ory "github.com/ory/ladon"
	"github.com/ory/ladon/manager/memory"
)

// ladon is ory/ladon with its memory manager. Wildcards are regular expressions, an exception is a negative look-ahead, "one's own" is its
// condition on the subject. It knows neither layers nor groups.
func ladon() Engine {
	return Engine{
		Name: "ory/ladon 1.2.0", Reads: "translated",
		Tutorial: func(ask Ask) (Decide, error) {
			warden, err := ladonWarden(ladonTutorial())
			if err != nil {
				return nil, err
			}
			return ladonDecide(warden, ask), nil
		},
		Statements: func(shape Shape, n int) (Decide, error) {
			policies := make([]*ory.DefaultPolicy, n)
			for i := range n {
				policies[i] = &ory.DefaultPolicy{
					Subjects: []string{"<.+>"}, Effect: ory.AllowAccess, Actions: []string{numbered(shape.Action, i)},
					Resources: []string{strings.ReplaceAll(numbered(shape.Resource, i), "*", "<.*>")},
				}
			}
			warden, err := ladonWarden(policies)
			if err != nil {
				return nil, err
			}
			action, resource := shape.last(n)
			return ladonDecide(warden, Ask{User: "ann", Action: action, Resource: resource, MFA: With}), nil
		},
	}
}

// withoutMFA holds when the request says that there was no second factor, or says nothing.
type withoutMFA struct{}

// GetName is the name of the condition.
func (withoutMFA) GetName() string { return "WithoutMFA" }

// Fulfills looks at the value of the request.
func (withoutMFA) Fulfills(value any, _ *ory.Request) bool { return value != "true" }

func ladonTutorial() []*ory.DefaultPolicy {
	const user, device = "arn:aws:iam::<[^:]*>:user/<.+>", "arn:aws:iam::<[^:]*>:mfa/<.+>"
	own := ory.Conditions{"owner": &ory.EqualsSubjectCondition{}}
	allow := func(actions []string, conditions ory.Conditions, resources ...string) *ory.DefaultPolicy {
		return &ory.DefaultPolicy{Subjects: []string{"<.+>"}, Effect: ory.AllowAccess, Actions: actions, Resources: resources, Conditions: conditions}
	}
	policies := []*ory.DefaultPolicy{
		allow(listed(toListAccounts), nil, "<.*>"),
		allow(listed(toManageSelf), own, user),
		allow(listed(toListMFA), nil, device),
		allow(listed(toListMFA), own, user),
		allow(listed(toManageMFA), own, device, user),
		allow(listed(toDeactivate), ory.Conditions{"owner": own["owner"], "mfa": &ory.StringEqualCondition{Equals: "true"}}, device, user),
		{
			Subjects: []string{"<.+>"}, Effect: ory.DenyAccess, Actions: []string{"<(?!(?:" + strings.Join(listed(blockMost), "|") + ")$).+>"},
			Resources: []string{"<.*>"}, Conditions: ory.Conditions{"mfa": withoutMFA{}},
		},
	}
	for _, service := range fullAccess {
		policies = append(policies, allow([]string{service + ":<.*>"}, nil, "<.*>"))
	}
	services := &ory.StringMatchCondition{Matches: "^(" + strings.Join(serviceLinked, "|") + ")$"}
	return append(policies, allow([]string{"iam:CreateServiceLinkedRole"}, ory.Conditions{"service": services}, "<.*>"))
}

// ladonWarden holds policies, with room for all their regular expressions.
func ladonWarden(policies []*ory.DefaultPolicy) (*ory.Ladon, error) {
	warden := &ory.Ladon{Manager: memory.NewMemoryManager(), Matcher: ory.NewRegexpMatcher(8 * (len(policies) + 8))}
	for i, p := range policies {
		p.ID = fmt.Sprint(i)
		if err := warden.Manager.Create(p); err != nil {
			return nil, err
		}
	}
	return warden, nil
}

func ladonDecide(warden *ory.Ladon, ask Ask) Decide {
	context := ory.Context{}
	if _, owner, ok := strings.Cut(ask.Resource, "/"); ok {
		context["owner"] = owner
	}
	if ask.MFA != Absent {
		context["mfa"] = mfaText[ask.MFA]
	}
	request := &ory.Request{Subject: ask.User, Action: ask.Action, Resource: ask.Resource, Context: context}
	return func() bool { return warden.IsAllowed(request) == nil }
}
