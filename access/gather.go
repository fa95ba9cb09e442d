package access

import (
	"fmt"
	"sync"

	"github.com/cardea-iam/cardea/arn"
	"github.com/cardea-iam/cardea/catalog"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/policy"
	"github.com/cardea-iam/cardea/store"
)

// maxSets bounds how many principals' policies are kept assembled.
const maxSets = 100_000

// sets keeps the assembled policies of principals by unique ID. What is found is used only if every row that it was made from is still the row of the
// store, so a change is seen by the next request.
type sets struct {
	mu   sync.RWMutex // guards byID
	byID map[string]*assembled
}

// assembled is what speaks for a user or role whatever is asked: identity policies and boundary. It remembers the rows that it was made from.
type assembled struct {
	identity *policy.Layer
	boundary *policy.Layer // nil: none

	account  *identity.Account
	grants   []*identity.Grants // of the user or role, then of the user's groups: inside of rows, which never change
	groups   []string
	policies []*identity.Policy // customer managed policies, in the order in which they were met
}

// ManagedDocument is the text in force of a managed policy, customer's or AWS's.
func ManagedDocument(tx *store.Tx, policyARN string) (text string, ok bool) {
	if aws, found := catalog.PolicyByARN(policyARN); found {
		return aws.Document(), true
	}
	row, found := CustomerPolicy(tx, policyARN)
	if !found {
		return "", false
	}
	return row.InForce().Document, true
}

// CustomerPolicy finds a customer managed policy by its ARN, path included.
func CustomerPolicy(tx *store.Tx, policyARN string) (*identity.Policy, bool) {
	parsed, err := arn.Parse(policyARN)
	if err != nil {
		return nil, false
	}
	row, ok := store.Policies.Get(tx, identity.Key(parsed.Account, parsed.Name()))
	if !ok || row.ARN() != policyARN {
		return nil, false
	}
	return row, true
}

// assemble finds or makes what speaks for the user or role behind a caller.
func (a *Access) assemble(tx *store.Tx, caller *identity.Caller) (*assembled, error) {
	g := gathering{access: a, tx: tx, made: &assembled{}}
	id := caller.PrincipalID()
	a.sets.mu.RLock()
	have := a.sets.byID[id]
	a.sets.mu.RUnlock()
	if have != nil && g.fresh(have, caller) {
		return have, nil
	}
	if err := g.assemble(caller); err != nil {
		return nil, err
	}
	a.sets.put(id, g.made)
	return g.made, nil
}

func (s *sets) put(id string, made *assembled) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.byID == nil || len(s.byID) >= maxSets {
		s.byID = map[string]*assembled{}
	}
	s.byID[id] = made
}

// gathering is the work of assembling one principal's policies.
type gathering struct {
	access   *Access
	tx       *store.Tx
	made     *assembled
	attached []policy.Attached
}

// fresh reports whether every row that a set was made from is still in the store.
func (g *gathering) fresh(have *assembled, caller *identity.Caller) bool {
	account, _ := store.Accounts.Get(g.tx, caller.Account)
	if have.account != account || have.grants[0] != ownGrants(caller) {
		return false
	}
	for i, id := range have.groups {
		group, ok := store.GroupsByID.Get(g.tx, id)
		if !ok || have.grants[i+1] != &group.Grants {
			return false
		}
	}
	for _, row := range have.policies {
		if now, ok := store.Policies.Get(g.tx, identity.Key(row.Account, row.Name)); !ok || now != row {
			return false
		}
	}
	return true
}

func ownGrants(caller *identity.Caller) *identity.Grants {
	if caller.Kind == identity.AssumedRole {
		return &caller.Role.Grants
	}
	return &caller.User.Grants
}

func (g *gathering) assemble(caller *identity.Caller) error {
	g.made.account, _ = store.Accounts.Get(g.tx, caller.Account)
	boundary, via := "", "user"
	if caller.Kind == identity.AssumedRole {
		boundary, via = caller.Role.Boundary, "role "+caller.Role.Name
	} else {
		boundary = caller.User.Boundary
	}
	if err := g.grants(ownGrants(caller), via); err != nil {
		return err
	}
	if caller.Kind != identity.AssumedRole {
		if err := g.groups(caller.User); err != nil {
			return err
		}
	}
	g.made.identity = g.access.compiled.layer(g.attached)
	if boundary == "" {
		return nil
	}
	limit, err := g.managed(boundary, via)
	if err != nil {
		return err
	}
	g.made.boundary = policy.NewLayer(policy.Boundary, limit)
	return nil
}

func (g *gathering) groups(user *identity.User) error {
	for _, id := range user.Groups {
		group, ok := store.GroupsByID.Get(g.tx, id)
		if !ok {
			return fmt.Errorf("user %s is a member of group %s, which is not there", user.ID, id)
		}
		g.made.groups = append(g.made.groups, id)
		if err := g.grants(&group.Grants, "group "+group.Name); err != nil {
			return err
		}
	}
	return nil
}

func (g *gathering) grants(grants *identity.Grants, via string) error {
	g.made.grants = append(g.made.grants, grants)
	for _, inline := range grants.Inline {
		p, err := g.access.compiled.get(inline.Document, nil)
		if err != nil {
			return fmt.Errorf("inline policy %s of %s: %w", inline.Name, via, err)
		}
		g.attached = append(g.attached, policy.Attached{Policy: p, Name: inline.Name, Via: via})
	}
	for _, policyARN := range grants.Attached {
		attached, err := g.managed(policyARN, via)
		if err != nil {
			return err
		}
		g.attached = append(g.attached, attached)
	}
	return nil
}

func (g *gathering) managed(policyARN, via string) (policy.Attached, error) {
	text, ok := "", false
	if aws, found := catalog.PolicyByARN(policyARN); found {
		text, ok = aws.Document(), true
	} else if row, found := CustomerPolicy(g.tx, policyARN); found {
		text, ok = row.InForce().Document, true
		g.made.policies = append(g.made.policies, row)
	}
	if !ok {
		return policy.Attached{}, fmt.Errorf("policy %s is attached and not there", policyARN)
	}
	p, err := g.access.compiled.get(text, nil)
	if err != nil {
		return policy.Attached{}, fmt.Errorf("policy %s: %w", policyARN, err)
	}
	return policy.Attached{Policy: p, Name: policyARN, Via: via}, nil
}

// sessionLayer are the session policies of a role or federated session; nil: it has none.
func (a *Access) sessionLayer(tx *store.Tx, session *identity.Session) (*policy.Layer, error) {
	if session == nil || !session.HasPolicy() {
		return nil, nil //nolint:nilnil // no session policy is no limit
	}
	var attached []policy.Attached
	if session.Policy != "" {
		p, err := a.compiled.get(session.Policy, nil)
		if err != nil {
			return nil, err
		}
		attached = append(attached, policy.Attached{Policy: p, Name: "session policy", Via: "session"})
	}
	for _, policyARN := range session.PolicyARNs {
		text, ok := ManagedDocument(tx, policyARN)
		if !ok {
			continue // deleted since: what it allowed is gone
		}
		p, err := a.compiled.get(text, nil)
		if err != nil {
			return nil, err
		}
		attached = append(attached, policy.Attached{Policy: p, Name: policyARN, Via: "session"})
	}
	return policy.NewLayer(policy.Session, attached...), nil
}

// trustLayer is the trust policy of a role, with its principals as the unique IDs that they stood for when it was written.
func (a *Access) trustLayer(role *identity.Role) (*policy.Layer, error) {
	p, err := a.compiled.get(role.Trust, role.TrustIDs)
	if err != nil {
		return nil, fmt.Errorf("trust policy of role %s: %w", role.ID, err)
	}
	return policy.NewLayer(policy.Trust, policy.Attached{Policy: p, Name: role.ARN(), Via: "role " + role.Name}), nil
}

// RoleByARN finds a role by its ARN, path included.
func RoleByARN(tx *store.Tx, roleARN string) (*identity.Role, bool) {
	parsed, err := arn.Parse(roleARN)
	if err != nil {
		return nil, false
	}
	role, ok := store.Roles.Get(tx, identity.Key(parsed.Account, parsed.Name()))
	if !ok || role.ARN() != roleARN {
		return nil, false
	}
	return role, true
}
