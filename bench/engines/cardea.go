package engines

import (
	"fmt"

	"github.com/cardea-iam/cardea/policy"
)

// cardea is the engine of this repository: package policy.
func cardea() Engine {
	return Engine{
		Name: "Cardea", Reads: "yes",
		Tutorial: func(ask Ask) (Decide, error) {
			set, err := tutorialSet()
			if err != nil {
				return nil, err
			}
			return decideBy(set, userAsks(ask)), nil
		},
		Layers: func() (Decide, error) {
			set, err := layeredSet()
			if err != nil {
				return nil, err
			}
			return decideBy(set, layeredRequest()), nil
		},
		Statements: func(shape Shape, n int) (Decide, error) {
			set, err := identitySet(shape.documents(n)...)
			if err != nil {
				return nil, err
			}
			action, resource := shape.last(n)
			return decideBy(set, userAsks(Ask{User: "ann", Action: action, Resource: resource, MFA: With})), nil
		},
		Principals: cardeaPrincipals,
	}
}

func decideBy(set *policy.Set, r *policy.Request) Decide {
	return func() bool { return policy.Decide(set, r).Outcome == policy.Allowed }
}

func layerOf(kind policy.Kind, texts ...string) (*policy.Layer, error) {
	attached := make([]policy.Attached, len(texts))
	for i, text := range texts {
		d, err := policy.Parse(text)
		if err != nil {
			return nil, fmt.Errorf("read a policy: %w", err)
		}
		attached[i] = policy.Attached{Policy: policy.Compile(d), Name: "p"}
	}
	return policy.NewLayer(kind, attached...), nil
}

func identitySet(texts ...string) (*policy.Set, error) {
	l, err := layerOf(policy.Identity, texts...)
	return &policy.Set{Identity: l}, err
}

func tutorialSet() (*policy.Set, error) {
	ec2, err := ec2FullAccess()
	if err != nil {
		return nil, err
	}
	return identitySet(forceMFA, ec2)
}

func userAsks(ask Ask) *policy.Request {
	r := new(policy.Request)
	r.SetPrincipal(policy.Principal{Kind: policy.User, Account: account, ARN: "arn:aws:iam::" + account + ":user/" + ask.User, ID: "AIDA" + ask.User})
	r.SetAction(ask.Action)
	r.SetResource(ask.Resource)
	r.ResourceAccount = account
	r.Set("aws:username", ask.User)
	if ask.MFA != Absent {
		r.SetBool("aws:MultiFactorAuthPresent", ask.MFA == With)
	}
	return r
}

func layeredSet() (*policy.Set, error) {
	set := new(policy.Set)
	for _, one := range []struct {
		layer **policy.Layer
		kind  policy.Kind
		texts []string
	}{
		{&set.Identity, policy.Identity, layered.identity},
		{&set.Boundary, policy.Boundary, layered.boundary},
		{&set.Session, policy.Session, layered.session},
		{&set.Resource, policy.Resource, layered.resource},
		{&set.Endpoint, policy.Endpoint, layered.endpoint},
	} {
		l, err := layerOf(one.kind, one.texts...)
		if err != nil {
			return nil, err
		}
		*one.layer = l
	}
	var err error
	if set.SCPs, err = levels(policy.SCP, layered.scps); err != nil {
		return nil, err
	}
	set.RCPs, err = levels(policy.RCP, layered.rcps)
	return set, err
}

func levels(kind policy.Kind, texts [][]string) (out []*policy.Layer, err error) {
	for _, level := range texts {
		l, err := layerOf(kind, level...)
		if err != nil {
			return nil, err
		}
		out = append(out, l)
	}
	return out, nil
}

func layeredRequest() *policy.Request {
	r := new(policy.Request)
	r.SetPrincipal(policy.Principal{Kind: policy.RoleSession, Account: account, ARN: "arn:aws:sts::" + account + ":assumed-role/r/s", Parent: roleARN, ID: "AROAR"})
	r.SetAction(layered.action)
	r.SetResource(layered.object)
	r.ResourceAccount = account
	for name, value := range layered.context {
		r.Set(name, value)
	}
	return r
}

// cardeaPrincipals: users with equal policies share one set, so that a user costs a place in a map.
func cardeaPrincipals(n int) (func(Name) bool, error) {
	set, err := tutorialSet()
	if err != nil {
		return nil, err
	}
	sets := make(map[Name]*policy.Set, n)
	for i := range n {
		sets[NameOf(i)] = set
	}
	r := userAsks(Ask{User: "ann", Action: theCall, Resource: "*", MFA: With})
	return func(user Name) bool {
		set, ok := sets[user]
		return ok && policy.Decide(set, r).Outcome == policy.Allowed
	}, nil
}
