package engines

import (
	"strings"

	"github.com/casbin/casbin/v2"
	"github.com/casbin/casbin/v2/model"
)

// casbinGo is casbin with a model of roles, actions, resources and one condition. A statement becomes a line for each action and resource;
// only the long exception of the tutorial's Deny is one function. The model has no layers.
func casbinGo() Engine {
	return Engine{
		Name: "casbin 2.135", Reads: "translated",
		Tutorial: func(ask Ask) (Decide, error) {
			e, err := casbinEnforcer(casbinTutorial(), [][]string{{ask.User, group}})
			if err != nil {
				return nil, err
			}
			return casbinDecide(e, ask), nil
		},
		Statements: func(shape Shape, n int) (Decide, error) {
			lines := make([][]string, n)
			for i := range n {
				lines[i] = []string{group, numbered(shape.Action, i), numbered(shape.Resource, i), "", "allow"}
			}
			e, err := casbinEnforcer(lines, [][]string{{"ann", group}})
			if err != nil {
				return nil, err
			}
			action, resource := shape.last(n)
			return casbinDecide(e, Ask{User: "ann", Action: action, Resource: resource, MFA: With}), nil
		},
		Principals: casbinPrincipals,
	}
}

const casbinModel = `
[request_definition]
r = sub, act, obj, mfa

[policy_definition]
p = sub, act, obj, mfa, eft

[role_definition]
g = _, _

[policy_effect]
e = some(where (p.eft == allow)) && !some(where (p.eft == deny))

[matchers]
m = g(r.sub, p.sub) && does(r.act, p.act) && about(r.obj, p.obj, r.sub) && when(r.mfa, p.mfa)
`

// exempt stands for all actions but those that the tutorial's Deny spares.
const exempt = "!exempt"

func casbinTutorial() [][]string {
	const user, device = "arn:aws:iam::*:user/{sub}", "arn:aws:iam::*:mfa/{sub}"
	var lines [][]string
	add := func(actions []string, mfa string, resources ...string) {
		for _, action := range actions {
			for _, resource := range resources {
				lines = append(lines, []string{group, action, resource, mfa, "allow"})
			}
		}
	}
	add(listed(toListAccounts), "", "*")
	add(listed(toManageSelf), "", user)
	add(listed(toListMFA), "", "arn:aws:iam::*:mfa/*", user)
	add(listed(toManageMFA), "", device, user)
	add(listed(toDeactivate), "true", device, user)
	for _, service := range fullAccess {
		add([]string{service + ":*"}, "", "*")
	}
	return append(lines, []string{group, exempt, "*", "!true", "deny"})
}

func casbinEnforcer(lines, members [][]string) (*casbin.Enforcer, error) {
	m, err := model.NewModelFromString(casbinModel)
	if err != nil {
		return nil, err
	}
	e, err := casbin.NewEnforcer(m)
	if err != nil {
		return nil, err
	}
	spared := map[string]bool{}
	for _, name := range listed(blockMost) {
		spared[name] = true
	}
	e.AddFunction("does", func(args ...any) (any, error) {
		action, pattern := args[0].(string), args[1].(string)
		if pattern == exempt {
			return !spared[action], nil
		}
		return glob(pattern, action), nil
	})
	e.AddFunction("about", func(args ...any) (any, error) {
		return glob(strings.ReplaceAll(args[1].(string), "{sub}", args[2].(string)), args[0].(string)), nil
	})
	e.AddFunction("when", func(args ...any) (any, error) {
		mfa, want := args[0].(string), args[1].(string)
		return want == "" || want == mfa || want == "!true" && mfa != "true", nil
	})
	if _, err := e.AddPolicies(lines); err != nil {
		return nil, err
	}
	_, err = e.AddGroupingPolicies(members)
	return e, err
}

// glob reports whether a pattern with stars covers a text.
func glob(pattern, text string) bool {
	head, rest, star := strings.Cut(pattern, "*")
	if !star {
		return pattern == text
	}
	text, ok := strings.CutPrefix(text, head)
	for ok && star {
		if head, rest, star = strings.Cut(rest, "*"); !star {
			return strings.HasSuffix(text, head)
		}
		_, text, ok = strings.Cut(text, head)
	}
	return ok
}

func casbinDecide(e *casbin.Enforcer, ask Ask) Decide {
	return func() bool {
		ok, err := e.Enforce(ask.User, ask.Action, ask.Resource, mfaText[ask.MFA])
		return err == nil && ok
	}
}

// casbinPrincipals: a user is a line that puts it into the group.
func casbinPrincipals(n int) (func(Name) bool, error) {
	members := make([][]string, n)
	for i := range n {
		name := NameOf(i)
		members[i] = []string{string(name[:]), group}
	}
	e, err := casbinEnforcer(casbinTutorial(), members)
	if err != nil {
		return nil, err
	}
	return func(user Name) bool {
		ok, err := e.Enforce(string(user[:]), theCall, "*", "true")
		return err == nil && ok
	}, nil
}
