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
	n := 0
	for user := range store.UsersByPolicy.All(c.Tx, m.ARN) {
		n += ofAccount(c, user.Account)
	}
	for group := range store.GroupsByPolicy.All(c.Tx, m.ARN) {
		n += ofAccount(c, group.Account)
	}
	for role := range store.RolesByPolicy.All(c.Tx, m.ARN) {
		n += ofAccount(c, role.Account)
	}
	return n
}

// boundaries counts the users and roles whose permissions boundary a policy is.
func (m managed) boundaries(c *service.Call) int {
	n := 0
	for user := range store.UsersByBoundary.All(c.Tx, m.ARN) {
		n += ofAccount(c, user.Account)
	}
	for role := range store.RolesByBoundary.All(c.Tx, m.ARN) {
		n += ofAccount(c, role.Account)
	}
	return n
}

func ofAccount(c *service.Call, account string) int {
	if account == c.Account() {
		return 1
	}
	return 0
}
