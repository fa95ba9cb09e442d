package catalog

import (
	"strings"
	"sync"
)

// ConditionKey is a key that conditions may ask for. Its Name may have one part that the author of a policy fills in: aws:RequestTag/${TagKey}.
type ConditionKey struct {
	Name string
	Type ConditionType
}

// ConditionType is the type of a condition key's values. Those of the Array types are multi-valued.
type ConditionType string

// The types of condition keys.
const (
	String        ConditionType = "String"
	ARN           ConditionType = "ARN"
	Bool          ConditionType = "Bool"
	Date          ConditionType = "Date"
	IPAddress     ConditionType = "IPAddress"
	Numeric       ConditionType = "Numeric"
	ArrayOfString ConditionType = "ArrayOfString"
	ArrayOfARN    ConditionType = "ArrayOfARN"
	ArrayOfBool   ConditionType = "ArrayOfBool"
)

// MultiValued is whether a request may have several values for keys of the type.
func (t ConditionType) MultiValued() bool { return strings.HasPrefix(string(t), "ArrayOf") }

// homes are the services that keys belong to whose names begin with no service prefix. Those of identity providers
// (accounts.google.com:aud, saml:sub), which are many, belong to sts.
var homes = map[string]string{
	"catalog":                 "aws-marketplace",
	"cognito-identity-auth":   "cognito-identity",
	"cognito-identity-unauth": "cognito-identity",
	"identitycenter":          "sso",
}

// GlobalConditionKeys lists, in the order of their names, the keys that requests to any service may have:
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
func GlobalConditionKeys() []ConditionKey { return global().conditionKeys }

// ConditionKeyByName finds the condition key that a policy means with a name. Upper and lower case are the same,
// and the part to fill in may be filled in: aws:requesttag/team finds aws:RequestTag/${TagKey}. The few keys that only
// services with another prefix have (ec2:osuser of ec2-instance-connect) are found by Service.ConditionKey alone.
func ConditionKeyByName(name string) (*ConditionKey, bool) {
	if k, ok := conditionKey(GlobalConditionKeys(), name); ok {
		return k, true
	}
	prefix, _, ok := strings.Cut(strings.ToLower(name), ":")
	if !ok {
		return nil, false
	}
	if home, ok := homes[prefix]; ok {
		prefix = home
	}
	s, ok := ServiceByPrefix(prefix)
	if !ok {
		s, ok = ServiceByPrefix("sts")
	}
	if !ok {
		return nil, false
	}
	return s.ConditionKey(name)
}

// ConditionKey finds a condition key of the service in the way of ConditionKeyByName.
func (s *Service) ConditionKey(name string) (*ConditionKey, bool) {
	return conditionKey(s.ConditionKeys(), name)
}

func conditionKey(in []ConditionKey, name string) (*ConditionKey, bool) {
	if k, ok := find(in, name, func(k *ConditionKey) string { return k.Name }); ok {
		return k, true
	}
	for i := range in {
		if in[i].fits(name) {
			return &in[i], true
		}
	}
	return nil, false
}

// fits is whether a name is that of the key with its part filled in, and not empty.
func (k *ConditionKey) fits(name string) bool {
	before, rest, ok := strings.Cut(k.Name, "${")
	if !ok {
		return false
	}
	_, after, _ := strings.Cut(rest, "}")
	return len(name) > len(before)+len(after) &&
		strings.EqualFold(name[:len(before)], before) &&
		strings.EqualFold(name[len(name)-len(after):], after)
}

// global reads the keys of all services, once.
var global = sync.OnceValue(func() *reference { return newReference("", &open(globalData).Items()[0]) })
