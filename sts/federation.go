package sts

import (
	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/sts"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
)

var federationOperations = []service.Operation{
	service.Op("GetFederationToken", service.Write, asksFederationToken, getFederationToken,
		service.Writes(func(*api.GetFederationTokenInput) bool { return false })), // sessions are not stored
}

func federatedARN(account, name string) string {
	return "arn:" + identity.Partition + ":sts::" + account + ":federated-user/" + name
}

func asksFederationToken(c *service.Call, in *api.GetFederationTokenInput) ([]access.Ask, error) {
	if err := distinct(in.Tags); err != nil {
		return nil, err
	}
	ask := access.Ask{
		Action: "sts:GetFederationToken", Resource: federatedARN(c.Account(), in.Name),
		Context: access.RequestTags(tagsOf(in.Tags)),
	}
	asks := []access.Ask{ask}
	if len(in.Tags) > 0 {
		asks = append(asks, alike(ask, "sts:TagSession"))
	}
	return asks, nil
}

func getFederationToken(c *service.Call, in *api.GetFederationTokenInput) (*api.GetFederationTokenOutput, error) {
	text, policyARNs, err := sessionPolicies(c, c.Account(), in.Policy, in.PolicyArns)
	if err != nil {
		return nil, err
	}
	session := &identity.Session{
		Kind: identity.FederationSession, Account: c.Account(), Principal: c.Caller.PrincipalID(), Name: in.Name, IssuerKey: c.Caller.KeyID,
		IssuedAt: c.Now, ExpiresAt: c.Now.Add(userDuration(c, in.DurationSeconds)),
		Policy: text, PolicyARNs: policyARNs, Tags: tagsOf(in.Tags),
	}
	credentials, packed, err := issue(c, session)
	if err != nil {
		return nil, err
	}
	return &api.GetFederationTokenOutput{
		Credentials:      showCredentials(credentials),
		FederatedUser:    &api.FederatedUser{FederatedUserId: c.Account() + ":" + in.Name, Arn: federatedARN(c.Account(), in.Name)},
		PackedPolicySize: new(int32(packed)),
	}, nil
}
