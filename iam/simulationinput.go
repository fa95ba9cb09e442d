package iam

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/arn"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/policy"
)

// byInput is through whom a policy is held that came with the call.
const byInput = "input"

// readDocuments compiles identity policies that came with a call. They are named by their parameter and place, from 1: PolicyInputList.1.
func readDocuments(parameter string, texts []string) ([]policy.Attached, error) {
	out := make([]policy.Attached, len(texts))
	for i, text := range texts {
		name := fmt.Sprintf("%s.%d", parameter, i+1)
		d, err := policy.Parse(text)
		if err == nil {
			err = d.NeedResources()
		}
		if err == nil {
			err = noPrincipals(d)
		}
		if err != nil {
			return nil, invalidInput("%s is not a valid policy: %s", name, err)
		}
		out[i] = policy.Attached{Policy: policy.Compile(d), Name: name, Via: byInput}
	}
	return out, nil
}

// noPrincipals refuses a policy that hangs on a resource: it has a parameter of its own.
func noPrincipals(d *policy.Document) error {
	for _, statement := range d.Statements {
		if statement.Principal != nil || statement.NotPrincipal != nil {
			at := d.Position(statement.Span.Start)
			return &policy.SyntaxError{Position: at, Message: "a policy with a Principal belongs into ResourcePolicy"}
		}
	}
	return nil
}

// contextType is what a ContextKeyType stands for.
type contextType struct {
	of   policy.ValueType
	many bool
}

// contextTypes are the types of context keys. https://docs.aws.amazon.com/IAM/latest/APIReference/API_ContextEntry.html
var contextTypes = map[string]contextType{
	"string": {policy.TextValue, false}, "stringList": {policy.TextValue, true},
	"numeric": {policy.NumberValue, false}, "numericList": {policy.NumberValue, true},
	"boolean": {policy.BoolValue, false}, "booleanList": {policy.BoolValue, true},
	"ip": {policy.AddressValue, false}, "ipList": {policy.AddressValue, true},
	"binary": {policy.BinaryValue, false}, "binaryList": {policy.BinaryValue, true},
	"date": {policy.DateValue, false}, "dateList": {policy.DateValue, true},
}

// readContext reads the context keys of a simulation. A key without a type is text: multi-valued when it has not exactly one value.
func readContext(entries []api.ContextEntry) ([]access.Key, error) {
	keys, seen := make([]access.Key, 0, len(entries)), map[string]bool{}
	for i := range entries {
		e := &entries[i]
		name := orEmpty(e.ContextKeyName)
		if name == "" {
			return nil, invalidInput("ContextEntries.%d has no ContextKeyName.", i+1)
		}
		folded := identity.Fold(name)
		if seen[folded] {
			return nil, invalidInput("The context key %s is given twice.", name)
		}
		seen[folded] = true
		kind := contextType{many: len(e.ContextKeyValues) != 1}
		if e.ContextKeyType != nil {
			kind = contextTypes[*e.ContextKeyType]
		}
		if err := kind.check(name, e.ContextKeyValues); err != nil {
			return nil, err
		}
		keys = append(keys, access.Key{Name: name, Values: e.ContextKeyValues, Many: kind.many})
	}
	return keys, nil
}

func (t contextType) check(name string, values []string) error {
	if !t.many && len(values) != 1 {
		return invalidInput("The context key %s has %d values, and its type has one.", name, len(values))
	}
	for _, value := range values {
		if !t.of.Fits(value) {
			return invalidInput("The value %s of the context key %s is not of its type.", value, name)
		}
	}
	return nil
}

// checkActions refuses what is no concrete action.
func checkActions(names []string) error {
	for _, name := range names {
		vendor, action, ok := strings.Cut(name, ":")
		if !ok || vendor == "" || action == "" || strings.ContainsAny(name, "*? \t\r\n") || strings.Contains(action, ":") {
			return invalidInput("ActionNames are not in a valid format: %s.", name)
		}
	}
	return nil
}

// checkResources refuses what is neither an ARN nor "*".
func checkResources(names []string) error {
	for _, name := range names {
		if _, err := arn.Parse(name); err != nil && name != "*" {
			return invalidInput("ResourceNames are not in a valid ARN format: %s.", name)
		}
	}
	return nil
}

// readOwner reads the account that owns resources whose ARNs do not say: the ARN of its root user, or its number.
func readOwner(text string) (account string, err error) {
	account = text
	if parsed, err := arn.Parse(text); err == nil && parsed.Service == "iam" && parsed.Resource == "root" {
		account = parsed.Account
	}
	if !isAccount(account) {
		return "", invalidInput("'%s' is not a valid as a Resource Owner.", text)
	}
	return account, nil
}

// handlingOptions are the scenarios of EC2 and the kinds of resources that each needs.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulateCustomPolicy.html
var handlingOptions = map[string][]string{
	"EC2-Classic-InstanceStore":    {"image", "instance", "security-group"},
	"EC2-Classic-EBS":              {"image", "instance", "security-group", "volume"},
	"EC2-VPC-InstanceStore":        {"image", "instance", "security-group", "network-interface"},
	"EC2-VPC-InstanceStore-Subnet": {"image", "instance", "security-group", "network-interface", "subnet"},
	"EC2-VPC-EBS":                  {"image", "instance", "security-group", "network-interface", "volume"},
	"EC2-VPC-EBS-Subnet":           {"image", "instance", "security-group", "network-interface", "subnet", "volume"},
}

// checkHandling refuses a scenario that is not known or whose resources are not all there.
func checkHandling(option string, resources []string) error {
	needs, ok := handlingOptions[option]
	if !ok {
		return invalidInput("ResourceHandlingOption %s is not known.", option)
	}
	for _, kind := range needs {
		if !slices.ContainsFunc(resources, func(name string) bool {
			parsed, err := arn.Parse(name)
			return err == nil && parsed.Service == "ec2" && parsed.Type() == kind
		}) {
			return invalidInput("ResourceHandlingOption %s needs a resource of type %s.", option, kind)
		}
	}
	return nil
}
