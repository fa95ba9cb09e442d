package iam

import (
	"errors"
	"strings"

	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/arn"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/policy"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

func updateTrust(c *service.Call, in *api.UpdateAssumeRolePolicyInput) (*api.UpdateAssumeRolePolicyOutput, error) {
	role, err := mustOwnRole(c, in.RoleName)
	if err != nil {
		return nil, err
	}
	changed := role.Clone()
	if err := setTrust(c, changed, in.PolicyDocument); err != nil {
		return nil, err
	}
	store.Roles.Put(c.Tx, changed)
	return &api.UpdateAssumeRolePolicyOutput{}, nil
}

// setTrust checks a trust policy and gives it to a role, with its users and roles as the unique IDs that they have now: who is created later under
// the same name is somebody else.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
func setTrust(c *service.Call, role *identity.Role, text string) error {
	if err := policy.CheckTrust(text); err != nil {
		var malformed *policy.Malformed
		if errors.As(err, &malformed) {
			return malformedPolicy(malformed.Text)
		}
		return err
	}
	if limit := c.Quota("AssumeRolePolicySizeQuota"); policy.Size(text) > limit {
		return fault.New("LimitExceeded", fault.Conflict, "Cannot exceed quota for ACLSizePerRole: %d", limit)
	}
	document, err := policy.Parse(text)
	if err != nil {
		return malformedPolicy("This policy contains invalid Json")
	}
	ids := map[string]string{}
	for _, principal := range document.PrincipalARNs() {
		id, ok := uniqueID(c, principal)
		if !ok {
			return malformedPolicy(`Invalid principal in policy: "AWS":"` + principal + `"`)
		}
		ids[principal] = id
	}
	role.Trust, role.TrustIDs = text, ids
	return nil
}

// uniqueID is who an ARN of a user or role stands for now, in whatever account of this server.
func uniqueID(c *service.Call, principal string) (string, bool) {
	parsed, err := arn.Parse(principal)
	if err != nil {
		return "", false
	}
	key := identity.Key(parsed.Account, parsed.Name())
	switch parsed.Type() {
	case "user":
		if user, ok := store.Users.Get(c.Tx, key); ok && user.ARN() == principal {
			return user.ID, true
		}
	case "role":
		if role, ok := store.Roles.Get(c.Tx, key); ok && role.ARN() == principal {
			return role.ID, true
		}
	}
	return "", false
}

// shownTrust is a trust policy as it is answered: as it was written, but a principal that has another ARN now is shown by that, and one that is gone by its unique ID.
func shownTrust(c *service.Call, role *identity.Role) string {
	text := role.Trust
	for written, id := range role.TrustIDs {
		if now := nameOf(c, id); now != written {
			text = strings.ReplaceAll(text, `"`+written+`"`, `"`+now+`"`)
		}
	}
	return text
}

// nameOf is the ARN that a unique ID has now, or the ID itself when it is gone.
func nameOf(c *service.Call, id string) string {
	if user, ok := store.UsersByID.Get(c.Tx, id); ok {
		return user.ARN()
	}
	if role, ok := store.RolesByID.Get(c.Tx, id); ok {
		return role.ARN()
	}
	return id
}
