package sts

import (
	api "github.com/cardea-iam/cardea/api/sts"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
)

var callerOperations = []service.Operation{
	service.Op("GetCallerIdentity", service.Read, onNothing[api.GetCallerIdentityInput]("sts:GetCallerIdentity"), getCallerIdentity),
	service.Op("GetAccessKeyInfo", service.Read, onNothing[api.GetAccessKeyInfoInput]("sts:GetAccessKeyInfo"), getAccessKeyInfo),
}

func getCallerIdentity(c *service.Call, _ *api.GetCallerIdentityInput) (*api.GetCallerIdentityOutput, error) {
	return &api.GetCallerIdentityOutput{Account: new(c.Account()), Arn: new(c.Caller.ARN()), UserId: new(c.Caller.ID())}, nil
}

// getAccessKeyInfo reads the account out of the identifier alone, whatever became of the key.
// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetAccessKeyInfo.html
func getAccessKeyInfo(_ *service.Call, in *api.GetAccessKeyInfoInput) (*api.GetAccessKeyInfoOutput, error) {
	account, ok := identity.KeyAccount(in.AccessKeyId)
	if !ok {
		return nil, fault.Validation("The access key ID %s does not name an account.", in.AccessKeyId)
	}
	return &api.GetAccessKeyInfoOutput{Account: &account}, nil
}
