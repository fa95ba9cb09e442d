package access

import (
	"fmt"
	"sync"

	"github.com/cardea-iam/cardea/arn"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/policy"
	"github.com/cardea-iam/cardea/store"
)

// requests are records to decide on, used again.
var requests = sync.Pool{New: func() any { return new(policy.Request) }}

// Authorize decides everything that a call asks; all of it must be allowed. The first that is not is answered as a *Denial. What cannot be decided because the store
// is damaged is an error as well: nothing is allowed by accident.
func (a *Access) Authorize(tx *store.Tx, caller *identity.Caller, facts *Facts, asks []Ask) error {
	if len(asks) == 1 && caller.Kind != identity.Anonymous && policy.Unconditional(asks[0].Action) {
		return nil
	}
	set, err := a.setOf(tx, caller)
	if err != nil {
		return err
	}
	r := requests.Get().(*policy.Request)
	defer requests.Put(r)
	for i := range asks {
		ask := &asks[i]
		if err := a.withTrust(&set, ask); err != nil {
			return err
		}
		r.Reset()
		fill(r, caller, facts, ask)
		if policy.Decide(&set, r).Outcome != policy.Allowed {
			return &Denial{Caller: caller, Ask: *ask, Context: contextOf(r), Explanation: policy.Explain(&set, r)}
		}
	}
	return nil
}

// setOf is the layers of a caller.
func (a *Access) setOf(tx *store.Tx, caller *identity.Caller) (set policy.Set, err error) {
	if caller.Kind == identity.IAMUser || caller.Kind == identity.AssumedRole || caller.User != nil {
		made, err := a.assemble(tx, caller)
		if err != nil {
			return policy.Set{}, err
		}
		set.Identity, set.Boundary = made.identity, made.boundary
		set.UsersMayChangePassword = made.account.PasswordPolicy != nil && made.account.PasswordPolicy.UsersMayChange
	}
	set.Session, err = a.sessionLayer(tx, caller.Session)
	return set, err
}

// withTrust puts the trust policy that an ask is about beside the caller's layers.
func (a *Access) withTrust(set *policy.Set, ask *Ask) error {
	set.Resource = nil
	switch {
	case ask.TrustMissing:
		set.Resource = policy.NewLayer(policy.Trust)
	case ask.Trust != nil:
		layer, err := a.trustLayer(ask.Trust)
		if err != nil {
			return fmt.Errorf("authorize %s: %w", ask.Action, err)
		}
		set.Resource = layer
	}
	return nil
}

func fill(r *policy.Request, caller *identity.Caller, facts *Facts, ask *Ask) {
	r.SetAction(ask.Action)
	r.SetResource(ask.Resource)
	fillCaller(r, caller, facts)
	fillFacts(r, facts)
	r.ResourceAccount = ownerAccount(caller, ask)
	r.Set("aws:ResourceAccount", r.ResourceAccount)
	for i := range ask.Context {
		key := &ask.Context[i]
		if key.Many {
			r.SetList(key.Name, key.Values)
		} else if len(key.Values) == 1 {
			r.Set(key.Name, key.Values[0])
		}
	}
}

// ownerAccount is whose the resource is: said by the ask, or by the ARN, else the caller's.
func ownerAccount(caller *identity.Caller, ask *Ask) string {
	if ask.Owner != "" {
		return ask.Owner
	}
	if parsed, err := arn.Parse(ask.Resource); err == nil && parsed.Account != "" && parsed.Account != "aws" {
		return parsed.Account
	}
	return caller.Account
}

// contextOf lists what the context held, for whoever explains a denial.
func contextOf(r *policy.Request) []Key {
	var keys []Key
	for name, values := range r.Keys() {
		keys = append(keys, Key{Name: name, Values: values, Many: len(values) != 1})
	}
	return keys
}
