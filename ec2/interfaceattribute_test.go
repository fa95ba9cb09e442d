package ec2_test

import (
	"testing"

	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/service/hosttest"
)

func TestAnInterfaceIsModifiedOneAttributeAtATime(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	instance := hosttest.Must[api.RunInstancesOutput](h, admin, "ec2", "RunInstances", launch(1)).Instances[0]
	id, web := *instance.NetworkInterfaces[0].NetworkInterfaceId, newGroup(h, admin, "web")
	no := &api.AttributeBooleanValue{Value: new(false)}
	for _, in := range []api.ModifyNetworkInterfaceAttributeInput{
		{NetworkInterfaceId: id, Groups: []string{web}},
		{NetworkInterfaceId: id, SourceDestCheck: no},
		{NetworkInterfaceId: id, Description: &api.AttributeValue{Value: new("the front door")}},
	} {
		hosttest.Must[api.ModifyNetworkInterfaceAttributeOutput](h, admin, "ec2", "ModifyNetworkInterfaceAttribute", &in)
	}
	n := hosttest.Must[api.DescribeNetworkInterfacesOutput](h, admin, "ec2", "DescribeNetworkInterfaces", &api.DescribeNetworkInterfacesInput{NetworkInterfaceIds: []string{id}}).NetworkInterfaces[0]
	if len(n.Groups) != 1 || *n.Groups[0].GroupId != web || *n.SourceDestCheck || *n.Description != "the front door" {
		t.Errorf("the interface has become %+v", n)
	}
	for _, c := range []struct {
		in         api.ModifyNetworkInterfaceAttributeInput
		code, text string
	}{
		{api.ModifyNetworkInterfaceAttributeInput{NetworkInterfaceId: id}, "InvalidParameterCombination", "No attributes specified."},
		{api.ModifyNetworkInterfaceAttributeInput{NetworkInterfaceId: id, Groups: []string{web}, SourceDestCheck: no}, "InvalidParameterCombination", "multiple attribute types"},
		{api.ModifyNetworkInterfaceAttributeInput{NetworkInterfaceId: id, AssociatePublicIpAddress: new(true)}, "UnsupportedOperation", "Only the security groups"},
		{api.ModifyNetworkInterfaceAttributeInput{NetworkInterfaceId: id, Groups: []string{"sg-0123456789abcdef0"}}, "InvalidGroup.NotFound", "sg-0123456789abcdef0"},
		{api.ModifyNetworkInterfaceAttributeInput{NetworkInterfaceId: "eni-0123456789abcdef0", SourceDestCheck: no}, "InvalidNetworkInterfaceID.NotFound", "eni-0123456789abcdef0"},
		{api.ModifyNetworkInterfaceAttributeInput{NetworkInterfaceId: "eni", SourceDestCheck: no}, "InvalidNetworkInterfaceId.Malformed", "eni"},
	} {
		want(t, h.Fails(admin, "ec2", "ModifyNetworkInterfaceAttribute", &c.in), c.code, c.text)
	}
}

func TestAnInterfaceIsPutOnlyIntoGroupsThatPoliciesAllow(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	id := *hosttest.Must[api.RunInstancesOutput](h, admin, "ec2", "RunInstances", launch(1)).Instances[0].NetworkInterfaces[0].NetworkInterfaceId
	web, db := newGroup(h, admin, "web"), newGroup(h, admin, "db")
	ann := h.User("ann", allow("ec2:ModifyNetworkInterfaceAttribute", "*", ""), deny("*", "arn:aws:ec2:*:*:security-group/"+db, ""),
		deny("ec2:ModifyNetworkInterfaceAttribute", "*", `{"StringEquals":{"ec2:Attribute":"SourceDestCheck"}}`))
	want(t, h.Fails(ann, "ec2", "ModifyNetworkInterfaceAttribute", &api.ModifyNetworkInterfaceAttributeInput{NetworkInterfaceId: id, Groups: []string{web, db}}), "UnauthorizedOperation", "security-group/"+db)
	want(t, h.Fails(ann, "ec2", "ModifyNetworkInterfaceAttribute", &api.ModifyNetworkInterfaceAttributeInput{NetworkInterfaceId: id, SourceDestCheck: &api.AttributeBooleanValue{Value: new(false)}}),
		"UnauthorizedOperation", "network-interface/"+id)
	hosttest.Must[api.ModifyNetworkInterfaceAttributeOutput](h, ann, "ec2", "ModifyNetworkInterfaceAttribute", &api.ModifyNetworkInterfaceAttributeInput{NetworkInterfaceId: id, Groups: []string{web}})
}
