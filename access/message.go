package access

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/cardea-iam/cardea/policy"
	"github.com/cardea-iam/cardea/seal"
)

// ErrMessage means that a text is no authorization message of this account.
var ErrMessage = errors.New("the encoded authorization message is not valid")

// message is what DecodeAuthorizationMessage answers, as JSON.
// https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html
type message struct {
	Allowed           bool                    `json:"allowed"`
	ExplicitDeny      bool                    `json:"explicitDeny"`
	MatchedStatements items[matchedStatement] `json:"matchedStatements"`
	Failures          items[struct{}]         `json:"failures"`
	Context           messageContext          `json:"context"`
}

type items[T any] struct {
	Items []T `json:"items"`
}

type matchedStatement struct {
	StatementID string `json:"statementId"`
	Effect      string `json:"effect"`
	PolicyType  string `json:"sourcePolicyType"`
	PolicyID    string `json:"sourcePolicyId"`
	Via         string `json:"via,omitempty"`
	Index       int    `json:"statementIndex"`
}

type messageContext struct {
	Principal  messagePrincipal  `json:"principal"`
	Action     string            `json:"action"`
	Resource   string            `json:"resource"`
	Conditions items[messageKey] `json:"conditions"`
}

type messagePrincipal struct {
	ID   string `json:"id"`
	Name string `json:"name,omitempty"`
	ARN  string `json:"arn"`
}

type messageKey struct {
	Key    string              `json:"key"`
	Values items[messageValue] `json:"values"`
}

type messageValue struct {
	Value string `json:"value"`
}

// EncodeMessage seals why a call was denied, so that only DecodeMessage for the same account opens it.
func (a *Access) EncodeMessage(d *Denial) (string, error) {
	plain, err := json.Marshal(messageOf(d))
	if err != nil {
		return "", fmt.Errorf("write an authorization message: %w", err)
	}
	sealed, err := a.keys.Ring().Seal(messagePlace(d.Caller.Account), deflate(plain))
	if err != nil {
		return "", fmt.Errorf("seal an authorization message: %w", err)
	}
	return base64.RawURLEncoding.EncodeToString(sealed), nil
}

// DecodeMessage opens what EncodeMessage made for a caller of the account, and answers the JSON text. Its error is ErrMessage.
func (a *Access) DecodeMessage(account, encoded string) (string, error) {
	sealed, err := base64.RawURLEncoding.Strict().DecodeString(encoded)
	if err != nil {
		return "", ErrMessage
	}
	packed, err := a.keys.Ring().Open(messagePlace(account), sealed)
	if err != nil {
		return "", ErrMessage
	}
	plain, err := inflate(packed)
	if err != nil {
		return "", ErrMessage
	}
	return string(plain), nil
}

func messagePlace(account string) seal.Place {
	return seal.Place{Cell: account, Key: "authorization-message", Field: "message"}
}

func messageOf(d *Denial) message {
	m := message{
		ExplicitDeny: d.Explanation.Outcome == policy.ExplicitlyDenied,
		Context: messageContext{
			Principal: messagePrincipal{ID: d.Caller.ID(), ARN: d.Caller.ARN(), Name: d.Caller.UserName()},
			Action:    d.Ask.Action,
			Resource:  d.Ask.Resource,
		},
	}
	m.MatchedStatements.Items = []matchedStatement{}
	m.Failures.Items = []struct{}{}
	for _, reason := range d.Explanation.Reasons {
		if reason.Statement < 0 {
			continue // a layer without an Allow
		}
		m.MatchedStatements.Items = append(m.MatchedStatements.Items, matchedStatement{
			StatementID: reason.Sid, Effect: reason.Effect.String(), PolicyType: reason.Kind.String(), PolicyID: reason.Name, Via: reason.Via, Index: reason.Statement,
		})
	}
	m.Context.Conditions.Items = []messageKey{}
	for _, key := range d.Context {
		shown := messageKey{Key: key.Name}
		for _, value := range key.Values {
			shown.Values.Items = append(shown.Values.Items, messageValue{value})
		}
		m.Context.Conditions.Items = append(m.Context.Conditions.Items, shown)
	}
	return m
}
