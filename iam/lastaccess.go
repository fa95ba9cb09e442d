package iam

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/arn"
	"github.com/cardea-iam/cardea/catalog"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/policy"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

// trackingPeriod is how far back last accesses are told.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html
const trackingPeriod = 400 * 24 * time.Hour

func tracked(c *service.Call, at time.Time) bool {
	return !at.IsZero() && c.Now.Sub(at) < trackingPeriod
}

func shownUse(at time.Time) *time.Time { return new(at.UTC().Truncate(time.Second)) }

// subject is what access is reported of: a user, group or role, or a managed policy.
type subject struct {
	source
	policy managed // without an ARN: it is none
}

func isPolicy(text string) bool {
	parsed, err := arn.Parse(text)
	return err == nil && parsed.Service == "iam" && parsed.Type() == "policy"
}

// onSubject asks for an action on the user, group, role or policy of an ARN.
func onSubject[I any](action string, of func(*I) string) asks[I] {
	onEntity, onManaged := onSource(action, of), onPolicy(action, of)
	return func(c *service.Call, in *I) ([]access.Ask, error) {
		if isPolicy(of(in)) {
			return onManaged(c, in)
		}
		return onEntity(c, in)
	}
}

// subjectOf finds what an ARN names in the caller's account, or answers NoSuchEntity.
func subjectOf(c *service.Call, text string) (subject, error) {
	if isPolicy(text) {
		m, err := mustPolicy(c, text)
		return subject{policy: m}, err
	}
	of, err := sourceOf(c, text)
	return subject{source: of}, err
}

// id is the unique ID.
func (s subject) id() string { return cmp.Or(s.policy.ID, s.source.id()) }

// policies are those that give access to the subject, or the policy itself. Boundaries and sessions' policies give none.
func (s subject) policies(c *service.Call) ([]policy.Attached, error) {
	if s.policy.ARN == "" {
		set, err := s.layers(c)
		if err != nil {
			return nil, err
		}
		return set.Identity.Policies(), nil
	}
	text, _ := access.ManagedDocument(c.Tx, s.policy.ARN)
	document, err := policy.Parse(text)
	if err != nil {
		return nil, err
	}
	return []policy.Attached{{Policy: policy.Compile(document), Name: s.policy.ARN}}, nil
}

// services are those to which the subject's policies give access, in the order of their prefixes.
func (s subject) services(c *service.Call) ([]*catalog.Service, error) {
	policies, err := s.policies(c)
	if err != nil {
		return nil, err
	}
	granted, g := []*catalog.Service{}, newGranting()
	for known := range catalog.Services() {
		if slices.ContainsFunc(policies, func(p policy.Attached) bool { return g.grants(p.Policy, known) }) {
			granted = append(granted, known)
		}
	}
	return granted, nil
}

// principals are the users and roles that have access by the subject: itself, the members of a group, or whoever a policy is attached to, through groups too. Each
// comes once.
func (s subject) principals(c *service.Call) iter.Seq[api.EntityInfo] {
	return func(yield func(api.EntityInfo) bool) {
		seen := map[string]bool{}
		once := func(who api.EntityInfo) bool {
			if seen[who.Id] {
				return true
			}
			seen[who.Id] = true
			return yield(who)
		}
		switch {
		case s.user != nil:
			once(userInfo(s.user))
		case s.role != nil:
			once(roleInfo(s.role))
		case s.group != nil:
			each(store.UsersByGroup.All(c.Tx, s.group.ID), userInfo, once)
		default:
			s.holders(c, once)
		}
	}
}

// holders are the users and roles that a policy is attached to, and the members of the groups that it is attached to.
func (s subject) holders(c *service.Call, yield func(api.EntityInfo) bool) {
	mine := store.Exactly(s.policy.ARN) + c.Account() + "/"
	if !each(store.UsersByPolicy.Prefix(c.Tx, mine), userInfo, yield) || !each(store.RolesByPolicy.Prefix(c.Tx, mine), roleInfo, yield) {
		return
	}
	for group := range store.GroupsByPolicy.Prefix(c.Tx, mine) {
		if !each(store.UsersByGroup.All(c.Tx, group.ID), userInfo, yield) {
			return
		}
	}
}

// each hands rows on, and reports whether more are wanted.
func each[R, T any](rows iter.Seq[*R], show func(*R) T, yield func(T) bool) bool {
	for row := range rows {
		if !yield(show(row)) {
			return false
		}
	}
	return true
}

func userInfo(u *identity.User) api.EntityInfo {
	return api.EntityInfo{Arn: u.ARN(), Id: u.ID, Name: u.Name, Path: &u.Path, Type: api.PolicyOwnerEntityTypeUser}
}

func roleInfo(r *identity.Role) api.EntityInfo {
	return api.EntityInfo{Arn: r.ARN(), Id: r.ID, Name: r.Name, Path: &r.Path, Type: api.PolicyOwnerEntityTypeRole}
}

// lastAccess is who of a subject's principals last called each service and action, by prefix and by prefix:name.
type lastAccess struct {
	last    map[string]accessed
	callers map[string]int32    // how many called a service
	actions map[string][]string // that were called, by prefix
}

// accessed is one last access.
type accessed struct {
	at          time.Time
	region, who string
}

func lastAccessOf(c *service.Call, s subject) *lastAccess {
	l := &lastAccess{map[string]accessed{}, map[string]int32{}, map[string][]string{}}
	for who := range s.principals(c) {
		for prefix, use := range c.ServiceUses(who.Id) {
			if !tracked(c, use.At) {
				continue
			}
			l.callers[prefix]++
			l.note(prefix, accessed{use.At, use.Region, who.Arn})
			for _, action := range use.Actions {
				if tracked(c, action.At) && l.note(prefix+":"+action.Name, accessed{action.At, action.Region, who.Arn}) {
					l.actions[prefix] = append(l.actions[prefix], action.Name)
				}
			}
		}
	}
	return l
}

// note keeps the latest, and reports whether it is the first.
func (l *lastAccess) note(what string, a accessed) (first bool) {
	old, there := l.last[what]
	if !there || a.at.After(old.at) {
		l.last[what] = a
	}
	return !there
}

// show is one service of a report, with the actions that were called if they are asked for.
func (l *lastAccess) show(s *catalog.Service, actions bool) api.ServiceLastAccessed {
	shown := api.ServiceLastAccessed{ServiceName: s.Name, ServiceNamespace: s.Prefix, TotalAuthenticatedEntities: new(l.callers[s.Prefix])}
	if a, there := l.last[s.Prefix]; there {
		shown.LastAuthenticated, shown.LastAuthenticatedEntity, shown.LastAuthenticatedRegion = shownUse(a.at), &a.who, &a.region
	}
	if !actions {
		return shown
	}
	for _, name := range slices.SortedFunc(slices.Values(l.actions[s.Prefix]), strings.Compare) {
		a := l.last[s.Prefix+":"+name]
		shown.TrackedActionsLastAccessed = append(shown.TrackedActionsLastAccessed,
			api.TrackedActionLastAccessed{ActionName: &name, LastAccessedEntity: &a.who, LastAccessedRegion: &a.region, LastAccessedTime: shownUse(a.at)})
	}
	return shown
}
