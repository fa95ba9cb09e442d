package iam

import (
	"strings"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

var boundaryOperations = []service.Operation{
	service.Op("PutUserPermissionsBoundary", service.Permissions, asksPutUserBoundary, putUserBoundary),
	service.Op("PutRolePermissionsBoundary", service.Permissions, asksPutRoleBoundary, putRoleBoundary),
	service.Op("DeleteUserPermissionsBoundary", service.Permissions, onHolder(userHolders, "iam:DeleteUserPermissionsBoundary", func(in *api.DeleteUserPermissionsBoundaryInput) string { return in.UserName }), deleteUserBoundary),
	service.Op("DeleteRolePermissionsBoundary", service.Permissions, onHolder(roleHolders, "iam:DeleteRolePermissionsBoundary", func(in *api.DeleteRolePermissionsBoundaryInput) string { return in.RoleName }), deleteRoleBoundary),
}

// asksPutUserBoundary says which boundary the user is to have: iam:PermissionsBoundary is the new one here, not the one in force.
func asksPutUserBoundary(c *service.Call, in *api.PutUserPermissionsBoundaryInput) ([]access.Ask, error) {
	if err := mustBeARN(in.PermissionsBoundary); err != nil {
		return nil, err
	}
	ask, err := userAsk(c, "iam:PutUserPermissionsBoundary", &in.UserName)
	ask.Context = withBoundary(ask.Context, in.PermissionsBoundary)
	return []access.Ask{ask}, err
}

func asksPutRoleBoundary(c *service.Call, in *api.PutRolePermissionsBoundaryInput) ([]access.Ask, error) {
	if err := mustBeARN(in.PermissionsBoundary); err != nil {
		return nil, err
	}
	ask := roleAsk(c, "iam:PutRolePermissionsBoundary", in.RoleName)
	ask.Context = withBoundary(ask.Context, in.PermissionsBoundary)
	return one(ask)
}

func withBoundary(keys []access.Key, boundary string) []access.Key {
	var others []access.Key
	for _, key := range keys {
		if key.Name != "iam:PermissionsBoundary" {
			others = append(others, key)
		}
	}
	return append(others, access.One("iam:PermissionsBoundary", boundary))
}

func putUserBoundary(c *service.Call, in *api.PutUserPermissionsBoundaryInput) (*api.PutUserPermissionsBoundaryOutput, error) {
	return &api.PutUserPermissionsBoundaryOutput{}, setUserBoundary(c, in.UserName, &in.PermissionsBoundary)
}

func deleteUserBoundary(c *service.Call, in *api.DeleteUserPermissionsBoundaryInput) (*api.DeleteUserPermissionsBoundaryOutput, error) {
	return &api.DeleteUserPermissionsBoundaryOutput{}, setUserBoundary(c, in.UserName, nil)
}

func setUserBoundary(c *service.Call, name string, arn *string) error {
	user, err := mustUser(c, name)
	if err != nil {
		return err
	}
	boundary, err := boundaryOf(c, arn)
	if err != nil {
		return err
	}
	changed := user.Clone()
	changed.Boundary = boundary
	store.Users.Put(c.Tx, changed)
	return nil
}

func putRoleBoundary(c *service.Call, in *api.PutRolePermissionsBoundaryInput) (*api.PutRolePermissionsBoundaryOutput, error) {
	return &api.PutRolePermissionsBoundaryOutput{}, setRoleBoundary(c, in.RoleName, &in.PermissionsBoundary)
}

func deleteRoleBoundary(c *service.Call, in *api.DeleteRolePermissionsBoundaryInput) (*api.DeleteRolePermissionsBoundaryOutput, error) {
	return &api.DeleteRolePermissionsBoundaryOutput{}, setRoleBoundary(c, in.RoleName, nil)
}

func setRoleBoundary(c *service.Call, name string, arn *string) error {
	role, err := mustOwnRole(c, name)
	if err != nil {
		return err
	}
	boundary, err := boundaryOf(c, arn)
	if err != nil {
		return err
	}
	changed := role.Clone()
	changed.Boundary = boundary
	store.Roles.Put(c.Tx, changed)
	return nil
}

// boundaryOf checks the ARN of a permissions boundary: a managed policy that exists. Nil is none.
func boundaryOf(c *service.Call, arn *string) (string, error) {
	if arn == nil {
		return "", nil
	}
	if !strings.Contains(*arn, ":policy/") {
		return "", invalidInput("ARN %s is not valid.", *arn)
	}
	if _, ok := managedPolicy(c, *arn); !ok {
		return "", noSuchEntity("Scope ARN: %s does not exist or is not attachable.", *arn)
	}
	return *arn, nil
}

// showBoundary is a boundary for an answer. The kind is what IAM answers: its reference publishes PermissionsBoundaryPolicy, and nothing has that.
func showBoundary(arn string) *api.AttachedPermissionsBoundary {
	if arn == "" {
		return nil
	}
	return &api.AttachedPermissionsBoundary{PermissionsBoundaryArn: &arn, PermissionsBoundaryType: new("Policy")}
}
