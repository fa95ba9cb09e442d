package iam

import (
	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/service"
)

// boundaryOf checks the ARN of a permissions boundary: a managed policy that exists. Nil is none.
func boundaryOf(c *service.Call, arn *string) (string, error) {
	if arn == nil {
		return "", nil
	}
	if _, ok := managedPolicy(c, *arn); !ok {
		return "", noSuchEntity("Scope ARN: %s does not exist or is not attachable.", *arn)
	}
	return *arn, nil
}

// showBoundary is a boundary for an answer.
func showBoundary(arn string) *api.AttachedPermissionsBoundary {
	if arn == "" {
		return nil
	}
	return &api.AttachedPermissionsBoundary{PermissionsBoundaryArn: &arn, PermissionsBoundaryType: new(api.PermissionsBoundaryAttachmentTypePermissionsBoundaryPolicy)}
}
