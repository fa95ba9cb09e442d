package ec2

import (
	"encoding/base64"
	"slices"
	"strconv"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/service"
)

var attributeOperations = []service.Operation{
	service.Op("DescribeInstanceAttribute", service.List, asksDescribeAttribute,
		wet(func(in *api.DescribeInstanceAttributeInput) *bool { return in.DryRun }, describeAttribute)),
	writes("ModifyInstanceAttribute", service.Write, func(in *api.ModifyInstanceAttributeInput) *bool { return in.DryRun }, asksModifyAttribute, modifyAttribute),
}

func asksDescribeAttribute(c *service.Call, in *api.DescribeInstanceAttributeInput) ([]access.Ask, error) {
	if err := anInstance.check(in.InstanceId); err != nil {
		return nil, err
	}
	keys := append(instanceKeys(c, in.InstanceId), access.One("ec2:Attribute", in.Attribute))
	return []access.Ask{ask(c, "DescribeInstanceAttribute", anInstance, in.InstanceId, keys...)}, nil
}

// describeAttribute shows one attribute of an instance. User data is shown here and nowhere else.
// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceAttribute.html
func describeAttribute(c *service.Call, in *api.DescribeInstanceAttributeInput) (*api.DescribeInstanceAttributeOutput, error) {
	i, ok := instanceNamed(c, in.InstanceId)
	if !ok {
		return nil, anInstance.notFound(in.InstanceId)
	}
	out := &api.DescribeInstanceAttributeOutput{InstanceId: &i.ID}
	is := func(b bool) *api.AttributeBooleanValue { return &api.AttributeBooleanValue{Value: &b} }
	says := func(s string) *api.AttributeValue { return &api.AttributeValue{Value: some(s)} }
	n := interfaceOf(c, i.ID)
	switch in.Attribute {
	case "instanceType":
		out.InstanceType = says(i.Type)
	case "userData":
		data, err := userDataOf(c, i)
		if err != nil {
			return nil, err
		}
		out.UserData = says(data)
	case "disableApiTermination":
		out.DisableApiTermination = is(i.KeepsExisting)
	case "disableApiStop":
		out.DisableApiStop = is(i.KeepsRunning)
	case "instanceInitiatedShutdownBehavior":
		out.InstanceInitiatedShutdownBehavior = says(i.OnShutdown)
	case "rootDeviceName":
		out.RootDeviceName = says(rootDevice)
	case "blockDeviceMapping":
		out.BlockDeviceMappings = showDevices(c, i)
	case "productCodes":
		out.ProductCodes = []api.ProductCode{}
	case "sourceDestCheck":
		out.SourceDestCheck = is(n != nil && !n.Unchecked)
	case "groupSet":
		if out.Groups = []api.GroupIdentifier{}; n != nil {
			out.Groups = showGroups(c, n.Groups)
		}
	case "ebsOptimized":
		out.EbsOptimized = is(i.EbsOptimized)
	case "enaSupport":
		size, _ := typeNamed(i.Type)
		out.EnaSupport = is(size.nitro())
	case "enclaveOptions":
		out.EnclaveOptions = &api.EnclaveOptions{Enabled: &i.Enclave}
	case "kernel":
		out.KernelId = says("")
	case "ramdisk":
		out.RamdiskId = says("")
	case "sriovNetSupport":
		out.SriovNetSupport = says("")
	}
	return out, nil
}

// change is one attribute that a request sets: its name, and its value as policies see it.
type change struct {
	name  string
	value string
	halts bool // only while the instance is stopped
	apply func(c *service.Call, i *Instance, n *NetworkInterface) error
}

// changeOf is what a request changes: one attribute.
func changeOf(in *api.ModifyInstanceAttributeInput) (*change, error) {
	if in.Attribute != nil {
		newer := *in
		if err := named(&newer); err != nil {
			return nil, err
		}
		in = &newer
	}
	var changes []change
	flag := func(name string, value *api.AttributeBooleanValue, halts bool, set func(*Instance, *NetworkInterface, bool)) {
		if value != nil && value.Value != nil {
			changes = append(changes, change{name, truth(*value.Value), halts, func(_ *service.Call, i *Instance, n *NetworkInterface) error { set(i, n, *value.Value); return nil }})
		}
	}
	flag("DisableApiTermination", in.DisableApiTermination, false, func(i *Instance, _ *NetworkInterface, v bool) { i.KeepsExisting = v })
	flag("DisableApiStop", in.DisableApiStop, false, func(i *Instance, _ *NetworkInterface, v bool) { i.KeepsRunning = v })
	flag("EbsOptimized", in.EbsOptimized, true, func(i *Instance, _ *NetworkInterface, v bool) { i.EbsOptimized = v })
	flag("SourceDestCheck", in.SourceDestCheck, false, func(_ *Instance, n *NetworkInterface, v bool) { n.Unchecked = !v })
	if v := in.InstanceType; v != nil && v.Value != nil {
		changes = append(changes, change{"InstanceType", *v.Value, true, func(_ *service.Call, i *Instance, _ *NetworkInterface) error { return i.resize(*v.Value) }})
	}
	if v := in.InstanceInitiatedShutdownBehavior; v != nil && v.Value != nil {
		changes = append(changes, change{"InstanceInitiatedShutdownBehavior", *v.Value, false, func(_ *service.Call, i *Instance, _ *NetworkInterface) error {
			if *v.Value != "stop" && *v.Value != "terminate" {
				return invalidValue("Invalid value '%s' for instanceInitiatedShutdownBehavior.", *v.Value)
			}
			i.OnShutdown = *v.Value
			return nil
		}})
	}
	if v := in.UserData; v != nil {
		changes = append(changes, change{"UserData", "", true, func(c *service.Call, i *Instance, _ *NetworkInterface) error { return i.setUserData(c, v.Value) }})
	}
	if len(in.Groups) > 0 {
		changes = append(changes, change{"GroupSet", "", false, func(c *service.Call, _ *Instance, n *NetworkInterface) error { return n.setGroups(c, in.Groups) }})
	}
	if len(in.BlockDeviceMappings) > 0 {
		changes = append(changes, change{"BlockDeviceMapping", "", false, func(c *service.Call, i *Instance, _ *NetworkInterface) error {
			return i.keepVolumes(c, in.BlockDeviceMappings)
		}})
	}
	return only(changes)
}

// only is the one change of a request.
func only(changes []change) (*change, error) {
	switch {
	case len(changes) == 1:
		return &changes[0], nil
	case len(changes) > 1:
		return nil, invalidCombination("Fields for multiple attribute types specified: %s, %s", changes[0].name, changes[1].name)
	}
	return nil, invalidCombination("No attributes specified.")
}

// keys are what policies see of a change.
func (w *change) keys() []access.Key {
	return []access.Key{access.One("ec2:Attribute", w.name), access.One("ec2:Attribute/"+w.name, w.value)}
}

// groupAsks asks for each of the groups that something is to be put into.
func groupAsks(c *service.Call, action string, ids []string) ([]access.Ask, error) {
	var asks []access.Ask
	for _, id := range ids {
		if err := aGroup.check(id); err != nil {
			return nil, err
		}
		asks = append(asks, ask(c, action, aGroup, id, groupKeys(c, id)...))
	}
	return asks, nil
}

// named puts the older form of a request, an attribute by its name and a value, into the newer.
func named(in *api.ModifyInstanceAttributeInput) error {
	value := text(in.Value)
	says := &api.AttributeValue{Value: &value}
	b, err := strconv.ParseBool(value)
	is := &api.AttributeBooleanValue{Value: &b}
	switch *in.Attribute {
	case "instanceType":
		in.InstanceType, err = says, nil
	case "instanceInitiatedShutdownBehavior":
		in.InstanceInitiatedShutdownBehavior, err = says, nil
	case "userData":
		var raw []byte
		raw, err = base64.StdEncoding.DecodeString(value)
		in.UserData = &api.BlobAttributeValue{Value: raw}
	case "disableApiTermination":
		in.DisableApiTermination = is
	case "disableApiStop":
		in.DisableApiStop = is
	case "ebsOptimized":
		in.EbsOptimized = is
	case "sourceDestCheck":
		in.SourceDestCheck = is
	case "groupSet", "blockDeviceMapping":
		err = nil
	default:
		return refuse("UnsupportedOperation", "The attribute '%s' cannot be modified.", *in.Attribute)
	}
	if err != nil {
		return invalidValue("Invalid value for the attribute '%s'.", *in.Attribute)
	}
	return nil
}

func asksModifyAttribute(c *service.Call, in *api.ModifyInstanceAttributeInput) ([]access.Ask, error) {
	if err := anInstance.check(in.InstanceId); err != nil {
		return nil, err
	}
	wanted, err := changeOf(in)
	if err != nil {
		return nil, err
	}
	groups, err := groupAsks(c, "ModifyInstanceAttribute", in.Groups)
	if err != nil {
		return nil, err
	}
	keys := append(instanceKeys(c, in.InstanceId), wanted.keys()...)
	return append([]access.Ask{ask(c, "ModifyInstanceAttribute", anInstance, in.InstanceId, keys...)}, groups...), nil
}

func modifyAttribute(c *service.Call, in *api.ModifyInstanceAttributeInput) (*api.ModifyInstanceAttributeOutput, error) {
	wanted, err := changeOf(in)
	if err != nil {
		return nil, err
	}
	i, ok := instanceNamed(c, in.InstanceId)
	if !ok {
		return nil, anInstance.notFound(in.InstanceId)
	}
	n := interfaceOf(c, i.ID)
	switch s := i.stateAt(c.Now); {
	case n == nil:
		return nil, incorrectState("The instance '%s' is not in a valid state for this operation.", i.ID)
	case wanted.halts && s != stopped:
		return nil, incorrectState("The instance '%s' is not in the 'stopped' state.", i.ID)
	}
	i, n = i.Clone(), n.Clone()
	if err := wanted.apply(c, i, n); err != nil {
		return nil, err
	}
	instanceRows.Put(c.Tx, i)
	interfaceRows.Put(c.Tx, n)
	return &api.ModifyInstanceAttributeOutput{}, nil
}

func (i *Instance) resize(name string) error {
	size, ok := typeNamed(name)
	if !ok {
		return unknownType(name)
	}
	if picture, ok := imageNamed(i.Image); ok && picture.architecture != size.architecture {
		return invalidValue("The architecture '%s' of the specified instance type does not match the architecture '%s' of the instance.", size.architecture, picture.architecture)
	}
	i.Type, i.Cores, i.Threads, i.Credits = size.name, size.vcpus/size.threads, size.threads, size.credits()
	return nil
}

// setUserData seals user data, in base64 as that of RunInstances is.
func (i *Instance) setUserData(c *service.Call, raw []byte) (err error) {
	i.UserData = nil
	if len(raw) > 0 {
		i.UserData, err = sealUserData(c, i, base64.StdEncoding.EncodeToString(raw))
	}
	return err
}

func (n *NetworkInterface) setGroups(c *service.Call, ids []string) error {
	for _, id := range ids {
		if _, ok := groupNamed(c, id); !ok {
			return aGroup.notFound(id)
		}
	}
	groups := slices.Clone(ids)
	slices.Sort(groups)
	if n.Groups = slices.Compact(groups); len(n.Groups) > maxGroupsOfInterface {
		return refuse("SecurityGroupsPerInterfaceLimitExceeded", "The maximum number of security groups per interface has been reached.")
	}
	return nil
}

// keepVolumes says which volumes go with the instance.
func (i *Instance) keepVolumes(c *service.Call, wishes []api.InstanceBlockDeviceMappingSpecification) error {
	for _, wish := range wishes {
		found := false
		for v := range volumesByInstance.All(c.Tx, here(c)+i.ID) {
			if v.Attachment.Device != text(wish.DeviceName) || wish.Ebs == nil {
				continue
			}
			changed := v.Clone()
			changed.Attachment.Deletes = or(wish.Ebs.DeleteOnTermination, v.Attachment.Deletes)
			volumeRows.Put(c.Tx, changed)
			found = true
		}
		if !found {
			return refuse("InvalidInstanceAttributeValue", "No device is currently mapped at %s", text(wish.DeviceName))
		}
	}
	return nil
}
