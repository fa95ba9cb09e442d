// Package iam is the operations of IAM, one file for each family of resources. An operation sees a call, its input and the typed tables: no HTTP, no XML,
// no signatures, no policies being decided.
package iam

import (
	"slices"

	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/service"
)

// Table is every operation that is served.
func Table() service.Table {
	return service.Table{Service: "iam", Shapes: api.Service, Operations: slices.Concat(
		userOperations, groupOperations, membershipOperations, roleOperations, instanceProfileOperations, serviceLinkedRoleOperations,
		policyOperations, policyVersionOperations, policyEntityOperations, attachOperations, inlineOperations, boundaryOperations, taggingOperations,
		accountOperations, accountDetailsOperations, simulateOperations, contextKeyOperations,
		accessKeyOperations, loginProfileOperations, passwordOperations, passwordPolicyOperations,
		virtualMFADeviceOperations, mfaDeviceOperations, sshKeyOperations, certificateOperations, serviceCredentialOperations,
		serverCertificateOperations, oidcProviderOperations, samlProviderOperations, reportOperations, accessJobOperations, grantingOperations,
	)}
}
