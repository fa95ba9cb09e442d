package sts

import (
	api "github.com/cardea-iam/cardea/api/sts"
	"github.com/cardea-iam/cardea/service"
)

var messageOperations = []service.Operation{
	service.Op("DecodeAuthorizationMessage", service.Write, onNothing[api.DecodeAuthorizationMessageInput]("sts:DecodeAuthorizationMessage"), decodeAuthorizationMessage,
		service.Writes(func(*api.DecodeAuthorizationMessageInput) bool { return false })),
}

func decodeAuthorizationMessage(c *service.Call, in *api.DecodeAuthorizationMessageInput) (*api.DecodeAuthorizationMessageOutput, error) {
	text, err := c.Access.DecodeMessage(c.Account(), in.EncodedMessage)
	if err != nil {
		return nil, api.InvalidAuthorizationMessage("The authorization message is not valid.").Because(err)
	}
	return &api.DecodeAuthorizationMessageOutput{DecodedMessage: &text}, nil
}
