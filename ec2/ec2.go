// Package ec2 is the operations of EC2, the service that Cardea protects: instances, volumes, key pairs, security groups and what they stand on, as records.
//
// # Nothing runs
//
// No machine is started, no volume holds a byte, no address answers. An instance goes through the states that it would go through, by the clock of the calls that look
// at it; images and instance types are a short list of our own. The descriptions of images, and the reason of an instance's state, say so to whoever reads them.
//
// # What is stored
//
// Every Region of an account has a default VPC, a subnet for each of its three zones and a default security group from the start: their identifiers follow from account and
// Region, so that nothing has to be made before it can be shown. A row of the default security group appears when its rules are first changed. Tags are rows of their own,
// by the resource that they are on.
package ec2

import (
	"slices"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

// Tables are what a store must have for these operations.
var Tables = []store.Described{instanceRows, interfaceRows, volumeRows, keyPairRows, groupRows, tagRows}

// Table is every operation that is served.
func Table() service.Table {
	return service.Table{Service: "ec2", Shapes: api.Service, Denied: denied, Operations: slices.Concat(
		regionOperations, imageOperations, instanceTypeOperations, vpcOperations, subnetOperations, interfaceOperations,
		instanceOperations, runOperations, powerOperations, attributeOperations, interfaceAttributeOperations, statusOperations, profileOperations,
		keyPairOperations, groupOperations, ruleOperations, ruleChangeOperations, volumeOperations, modificationOperations, attachmentOperations, tagOperations,
	)}
}

// denied is how EC2 says that a caller may not: reads without the resource, writes with it and with the sealed explanation that DecodeAuthorizationMessage opens.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
func denied(a *access.Access, d *access.Denial) *fault.Error {
	text := "You are not authorized to perform this operation. " + d.Sentence()
	if d.Ask.Shown != access.Unnamed {
		blob, err := a.EncodeMessage(d)
		if err != nil {
			return fault.ServiceFailure().Because(err)
		}
		text += ". Encoded authorization failure message: " + blob
	}
	return fault.New("UnauthorizedOperation", fault.Forbidden, "%s", text).Because(d)
}

// asks is what an operation's table row needs: what must be allowed, for an input.
type asks[I any] = func(*service.Call, *I) ([]access.Ask, error)

// reads is an operation that shows things. EC2 decides it on no resource, and its denials name none.
func reads[I, O any](name string, dry func(*I) *bool, run func(*service.Call, *I) (*O, error)) service.Operation {
	on := func(c *service.Call, _ *I) ([]access.Ask, error) {
		return []access.Ask{{Action: "ec2:" + name, Resource: "*", Shown: access.Unnamed, Context: []access.Key{access.One("ec2:Region", regionOf(c))}}}, nil
	}
	return service.Op(name, service.List, on, wet(dry, run))
}

// writes is an operation that changes things.
func writes[I, O any](name string, level service.Level, dry func(*I) *bool, on asks[I], run func(*service.Call, *I) (*O, error), options ...service.Option) service.Operation {
	return service.Op(name, level, on, wet(dry, run), options...)
}

// wet answers DryRunOperation to a dry run, once it has been authorized: nothing is done then, and no client token is used up.
// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/CommonParameters.html
func wet[I, O any](dry func(*I) *bool, run func(*service.Call, *I) (*O, error)) func(*service.Call, *I) (*O, error) {
	return func(c *service.Call, in *I) (*O, error) {
		if err := onlyDry(dry(in)); err != nil {
			return nil, err
		}
		return run(c, in)
	}
}

func onlyDry(dry *bool) error {
	if yes(dry) {
		return fault.New("DryRunOperation", fault.PreconditionFailed, "Request would have succeeded, but DryRun flag is set.")
	}
	return nil
}

// yes reads a flag that may be missing.
func yes(flag *bool) bool { return flag != nil && *flag }

// text reads a text that may be missing.
func text(s *string) string { return or(s, "") }

// or reads what may be missing.
func or[T any](value *T, otherwise T) T {
	if value == nil {
		return otherwise
	}
	return *value
}

// some is a text for an answer: nil where there is none.
func some(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
