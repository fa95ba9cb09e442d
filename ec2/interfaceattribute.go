package ec2

import (
	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/service"
)

var interfaceAttributeOperations = []service.Operation{
	writes("ModifyNetworkInterfaceAttribute", service.Write, func(in *api.ModifyNetworkInterfaceAttributeInput) *bool { return in.DryRun }, asksModifyInterface, modifyInterface),
}

// interfaceChangeOf is what a request changes of an interface: one attribute.
func interfaceChangeOf(in *api.ModifyNetworkInterfaceAttributeInput) (*change, error) {
	if in.Attachment != nil || in.AssociatePublicIpAddress != nil || in.ConnectionTrackingSpecification != nil || in.EnaSrdSpecification != nil ||
		in.EnablePrimaryIpv6 != nil || len(in.AssociatedSubnetIds) > 0 {
		return nil, refuse("UnsupportedOperation", "Only the security groups, the description and the source/destination check of a network interface can be modified.")
	}
	var changes []change
	set := func(name, value string, apply func(*service.Call, *NetworkInterface) error) {
		changes = append(changes, change{name: name, value: value, apply: func(c *service.Call, _ *Instance, n *NetworkInterface) error { return apply(c, n) }})
	}
	if v := in.Description; v != nil {
		set("Description", text(v.Value), func(_ *service.Call, n *NetworkInterface) error { n.Description = text(v.Value); return nil })
	}
	if v := in.SourceDestCheck; v != nil && v.Value != nil {
		set("SourceDestCheck", truth(*v.Value), func(_ *service.Call, n *NetworkInterface) error { n.Unchecked = !*v.Value; return nil })
	}
	if len(in.Groups) > 0 {
		set("GroupSet", "", func(c *service.Call, n *NetworkInterface) error { return n.setGroups(c, in.Groups) })
	}
	return only(changes)
}

func asksModifyInterface(c *service.Call, in *api.ModifyNetworkInterfaceAttributeInput) ([]access.Ask, error) {
	if err := anInterface.check(in.NetworkInterfaceId); err != nil {
		return nil, err
	}
	wanted, err := interfaceChangeOf(in)
	if err != nil {
		return nil, err
	}
	groups, err := groupAsks(c, "ModifyNetworkInterfaceAttribute", in.Groups)
	if err != nil {
		return nil, err
	}
	keys := append(interfaceKeys(c, in.NetworkInterfaceId), wanted.keys()...)
	return append([]access.Ask{ask(c, "ModifyNetworkInterfaceAttribute", anInterface, in.NetworkInterfaceId, keys...)}, groups...), nil
}

// interfaceKeys are the keys of an interface. One that does not exist has no more than its identifier.
func interfaceKeys(c *service.Call, id string) []access.Key {
	keys := []access.Key{access.One("ec2:NetworkInterfaceID", id)}
	n, ok := interfaceRows.Get(c.Tx, here(c)+id)
	if !ok {
		return keys
	}
	s, _ := subnetNamed(c, n.Subnet)
	keys = append(keys, access.One("ec2:Subnet", aSubnet.arn(c, n.Subnet)), access.One("ec2:Vpc", aVpc.arn(c, defaultVpc(c))), access.One("ec2:AvailabilityZone", s.Zone))
	return append(keys, tagKeys(c, id)...)
}

// modifyInterface changes what ModifyInstanceAttribute changes too: an instance has one interface.
// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyNetworkInterfaceAttribute.html
func modifyInterface(c *service.Call, in *api.ModifyNetworkInterfaceAttributeInput) (*api.ModifyNetworkInterfaceAttributeOutput, error) {
	wanted, err := interfaceChangeOf(in)
	if err != nil {
		return nil, err
	}
	n, ok := interfaceRows.Get(c.Tx, here(c)+in.NetworkInterfaceId)
	if !ok {
		return nil, anInterface.notFound(in.NetworkInterfaceId)
	}
	n = n.Clone()
	if err := wanted.apply(c, nil, n); err != nil {
		return nil, err
	}
	interfaceRows.Put(c.Tx, n)
	return &api.ModifyNetworkInterfaceAttributeOutput{}, nil
}
