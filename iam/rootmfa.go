package iam

import (
	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
)

// AWS has no API for the devices of its root user, only records of it: identity.RootUserName in place of a user's name, and identity.RootDeviceName. Here the
// operations of users serve root as well, when root itself calls. No policy opens them to anybody else.

// onDeviceOwner asks for an action on whose devices are to change: the user of that name, the caller where none is given, or root.
func onDeviceOwner[I any](action string, name func(*I) *string) asks[I] {
	user := onUser(action, name, nil)
	return func(c *service.Call, in *I) ([]access.Ask, error) {
		if !namesRoot(name(in)) {
			return user(c, in)
		}
		if c.Caller.Kind != identity.Root {
			return nil, rootOnly()
		}
		return one(access.Ask{Action: action, Resource: identity.RootARN(c.Account())})
	}
}

// deviceOwner finds whose devices are to change. That root is named by root alone is known by now.
func deviceOwner(c *service.Call, name *string) (owner, error) {
	if namesRoot(name) {
		return owner{ID: c.Account()}, nil
	}
	return ownerOf(c, name)
}

func namesRoot(name *string) bool { return name != nil && *name == identity.RootUserName }

// guardRootDevice refuses whoever is not root and wants to change a virtual device that is root's, or that has the name of root's first one: nobody may keep it
// from root by taking the name.
func guardRootDevice(c *service.Call, name string, device *identity.MFADevice) error {
	isRoots := identity.Fold(name) == identity.RootDeviceName || device != nil && device.Owner == c.Account()
	if isRoots && c.Caller.Kind != identity.Root {
		return rootOnly()
	}
	return nil
}

func rootOnly() error {
	return fault.AccessDenied("Only the root user may change the MFA devices of the root user.")
}
