package iam

import (
	"time"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/catalog"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

// managed is a managed policy, whoever wrote it.
type managed struct {
	ARN, Name, ID, Path string
	DefaultVersionID    string
	Description         string
	CreatedAt           time.Time
	UpdatedAt           time.Time
	Tags                identity.Tags
	row                 *identity.Policy       // a customer's
	aws                 *catalog.ManagedPolicy // AWS's
}

// managedPolicy finds a managed policy by its ARN: of the caller's account, or AWS's.
func managedPolicy(c *service.Call, policyARN string) (managed, bool) {
	if aws, ok := catalog.PolicyByARN(policyARN); ok {
		return awsManaged(aws), true
	}
	row, ok := access.CustomerPolicy(c.Tx, policyARN)
	if !ok || row.Account != c.Account() {
		return managed{}, false
	}
	return customerManaged(row), true
}

func awsManaged(aws *catalog.ManagedPolicy) managed {
	return managed{
		ARN: aws.ARN, Name: aws.Name, ID: aws.ID, Path: aws.Path, DefaultVersionID: aws.DefaultVersionID, CreatedAt: aws.CreateDate, UpdatedAt: aws.UpdateDate, aws: aws,
	}
}

func customerManaged(row *identity.Policy) managed {
	return managed{
		ARN: row.ARN(), Name: row.Name, ID: row.ID, Path: row.Path, DefaultVersionID: row.InForce().ID(), Description: row.Description,
		CreatedAt: row.CreatedAt, UpdatedAt: row.UpdatedAt, Tags: row.Tags, row: row,
	}
}

// attachments counts the users, groups and roles that a policy is attached to in the caller's account.
func (m managed) attachments(c *service.Call) int {
	use := store.PolicyUse(c.Account(), m.ARN)
	return store.UsersByPolicyCount.Of(c.Tx, use) + store.GroupsByPolicyCount.Of(c.Tx, use) + store.RolesByPolicyCount.Of(c.Tx, use)
}

// boundaries counts the users and roles whose permissions boundary a policy is.
func (m managed) boundaries(c *service.Call) int {
	use := store.PolicyUse(c.Account(), m.ARN)
	return store.UsersByBoundaryCount.Of(c.Tx, use) + store.RolesByBoundaryCount.Of(c.Tx, use)
}
