package iam

import (
	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

// asks is what an operation's table row needs: what must be allowed, for an input.
type asks[I any] = func(*service.Call, *I) ([]access.Ask, error)

// one wraps the usual case: a single ask.
func one(ask access.Ask) ([]access.Ask, error) { return []access.Ask{ask}, nil }

// onAccount asks for an action that has no resource.
func onAccount[I any](action string) asks[I] {
	return func(*service.Call, *I) ([]access.Ask, error) {
		return one(access.Ask{Action: action, Resource: "*"})
	}
}

// onKind asks for an action on all entities of a kind, as lists do: the ARN has the kind and the path prefix and no name. AWS shows it in denials as it is.
func onKind[I any](action, kind string, pathPrefix func(*I) *string) asks[I] {
	return func(c *service.Call, in *I) ([]access.Ask, error) {
		path := "/"
		if p := pathPrefix(in); p != nil {
			path = *p
		}
		return one(access.Ask{Action: action, Resource: identity.ARN(c.Account(), kind, path, "")})
	}
}

// userNamed finds a user of the call's account.
func userNamed(c *service.Call, name string) (*identity.User, bool) {
	return store.Users.Get(c.Tx, identity.Key(c.Account(), name))
}

// mustUser finds a user, or answers NoSuchEntity.
func mustUser(c *service.Call, name string) (*identity.User, error) {
	if user, ok := userNamed(c, name); ok {
		return user, nil
	}
	return nil, noUser(name)
}

func noUser(name string) error {
	return noSuchEntity("The user with name %s cannot be found.", name)
}

// owner is whose credentials a call is about: a user, or root when root names nobody.
type owner struct {
	ID   string // the user's unique ID, or root's account
	Name string // empty for root
	User *identity.User
}

// ownerOf finds whose credentials are meant: the user of that name, or the caller where no name is given.
func ownerOf(c *service.Call, name *string) (owner, error) {
	if name != nil {
		user, err := mustUser(c, *name)
		if err != nil {
			return owner{}, err
		}
		return owner{ID: user.ID, Name: user.Name, User: user}, nil
	}
	switch c.Caller.Kind {
	case identity.Root:
		return owner{ID: c.Account()}, nil
	case identity.IAMUser:
		return owner{ID: c.Caller.User.ID, Name: c.Caller.User.Name, User: c.Caller.User}, nil
	}
	return owner{}, mustNameUser()
}

// mustNameUser is the answer to a role, or other caller that is no user, who names nobody.
func mustNameUser() error {
	return fault.Validation("Must specify userName when calling with non-User credentials")
}

// onUser asks for an action on the user of that name, or on the caller where none is given. More adds to the context; nil adds nothing.
func onUser[I any](action string, name func(*I) *string, more func(*service.Call, *I) []access.Key) asks[I] {
	return func(c *service.Call, in *I) ([]access.Ask, error) {
		ask, err := userAsk(c, action, name(in))
		if err != nil {
			return nil, err
		}
		if more != nil {
			ask.Context = append(ask.Context, more(c, in)...)
		}
		return one(ask)
	}
}

// userAsk asks for an action on a user. One that does not exist is asked for by the ARN that it would have at the root path.
func userAsk(c *service.Call, action string, name *string) (access.Ask, error) {
	if name == nil {
		switch c.Caller.Kind {
		case identity.Root:
			return access.Ask{Action: action, Resource: identity.RootARN(c.Account())}, nil
		case identity.IAMUser:
			name = &c.Caller.User.Name
		default:
			return access.Ask{}, mustNameUser()
		}
	}
	ask := access.Ask{Action: action, Resource: identity.ARN(c.Account(), "user", "/", *name), Shown: "user " + *name}
	if user, ok := userNamed(c, *name); ok {
		ask.Resource, ask.Context = user.ARN(), entityKeys(user.Tags, user.Boundary)
		ask.Shown = "user " + user.Name
	}
	return ask, nil
}

// entityKeys are the keys of an existing user or role: its tags, and its boundary if it has one.
func entityKeys(tags identity.Tags, boundary string) []access.Key {
	keys := access.ResourceTags("iam", tags)
	if boundary != "" {
		keys = append(keys, access.One("iam:PermissionsBoundary", boundary))
	}
	return keys
}
