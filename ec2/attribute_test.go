package ec2_test

import (
	"testing"
	"time"

	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/service/hosttest"
)

func TestAttributesAreChangedOneAtATime(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	id := *hosttest.Must[api.RunInstancesOutput](h, admin, "ec2", "RunInstances", launch(1)).Instances[0].InstanceId
	named := []string{id}
	yes, no := &api.AttributeBooleanValue{Value: new(true)}, &api.AttributeBooleanValue{Value: new(false)}
	modify := func(change func(*api.ModifyInstanceAttributeInput)) *api.ModifyInstanceAttributeInput {
		in := &api.ModifyInstanceAttributeInput{InstanceId: id}
		change(in)
		return in
	}
	done := func(change func(*api.ModifyInstanceAttributeInput)) {
		t.Helper()
		hosttest.Must[api.ModifyInstanceAttributeOutput](h, admin, "ec2", "ModifyInstanceAttribute", modify(change))
	}
	refused := func(code, text string, change func(*api.ModifyInstanceAttributeInput)) {
		t.Helper()
		want(t, h.Fails(admin, "ec2", "ModifyInstanceAttribute", modify(change)), code, text)
	}
	done(func(in *api.ModifyInstanceAttributeInput) { in.DisableApiTermination = yes })
	want(t, h.Fails(admin, "ec2", "TerminateInstances", &api.TerminateInstancesInput{InstanceIds: named}), "OperationNotPermitted",
		"The instance '"+id+"' may not be terminated. Modify its 'disableApiTermination' instance attribute and try again.")
	done(func(in *api.ModifyInstanceAttributeInput) {
		in.Attribute, in.Value = new("disableApiStop"), new("true")
	})
	want(t, h.Fails(admin, "ec2", "StopInstances", &api.StopInstancesInput{InstanceIds: named}), "OperationNotPermitted", "'disableApiStop'")
	done(func(in *api.ModifyInstanceAttributeInput) { in.DisableApiStop = no })
	done(func(in *api.ModifyInstanceAttributeInput) { in.SourceDestCheck = no })
	done(func(in *api.ModifyInstanceAttributeInput) {
		in.InstanceInitiatedShutdownBehavior = &api.AttributeValue{Value: new("terminate")}
	})
	resize := func(in *api.ModifyInstanceAttributeInput) {
		in.InstanceType = &api.AttributeValue{Value: new("m5.large")}
	}
	refused("IncorrectInstanceState", "is not in the 'stopped' state", resize)
	hosttest.Must[api.StopInstancesOutput](h, admin, "ec2", "StopInstances", &api.StopInstancesInput{InstanceIds: named})
	h.Now = h.Now.Add(time.Minute)
	done(resize)
	refused("InvalidParameterValue", "architecture 'arm64'", func(in *api.ModifyInstanceAttributeInput) {
		in.InstanceType = &api.AttributeValue{Value: new("t4g.micro")}
	})
	refused("InvalidParameterValue", "Invalid value 'huge' for InstanceType.", func(in *api.ModifyInstanceAttributeInput) { in.InstanceType = &api.AttributeValue{Value: new("huge")} })
	refused("InvalidParameterCombination", "No attributes specified.", func(*api.ModifyInstanceAttributeInput) {})
	refused("InvalidParameterCombination", "multiple attribute types", func(in *api.ModifyInstanceAttributeInput) { in.EbsOptimized, in.DisableApiStop = yes, yes })
	refused("UnsupportedOperation", "kernel", func(in *api.ModifyInstanceAttributeInput) { in.Attribute, in.Value = new("kernel"), new("aki-1") })
	refused("InvalidGroup.NotFound", "sg-0123456789abcdef0", func(in *api.ModifyInstanceAttributeInput) { in.Groups = []string{"sg-0123456789abcdef0"} })
	web := newGroup(h, admin, "web")
	done(func(in *api.ModifyInstanceAttributeInput) { in.Groups = []string{web} })
	shown := hosttest.Must[api.DescribeInstancesOutput](h, admin, "ec2", "DescribeInstances", &api.DescribeInstancesInput{InstanceIds: named}).Reservations[0].Instances[0]
	if *shown.InstanceType != "m5.large" || *shown.SourceDestCheck || *shown.SecurityGroups[0].GroupName != "web" || shown.PublicIpAddress != nil {
		t.Errorf("the instance is %s, checked %t, in %s", *shown.InstanceType, *shown.SourceDestCheck, *shown.SecurityGroups[0].GroupName)
	}
}

func TestEveryAttributeCanBeRead(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	id := *hosttest.Must[api.RunInstancesOutput](h, admin, "ec2", "RunInstances", launch(1)).Instances[0].InstanceId
	read := func(attribute string) *api.DescribeInstanceAttributeOutput {
		return hosttest.Must[api.DescribeInstanceAttributeOutput](h, admin, "ec2", "DescribeInstanceAttribute", &api.DescribeInstanceAttributeInput{InstanceId: id, Attribute: attribute})
	}
	for attribute, shown := range map[string]bool{
		"instanceType":                      *read("instanceType").InstanceType.Value == "t3.micro",
		"userData":                          read("userData").UserData.Value == nil,
		"disableApiTermination":             !*read("disableApiTermination").DisableApiTermination.Value,
		"disableApiStop":                    !*read("disableApiStop").DisableApiStop.Value,
		"instanceInitiatedShutdownBehavior": *read("instanceInitiatedShutdownBehavior").InstanceInitiatedShutdownBehavior.Value == "stop",
		"rootDeviceName":                    *read("rootDeviceName").RootDeviceName.Value == "/dev/xvda",
		"blockDeviceMapping":                len(read("blockDeviceMapping").BlockDeviceMappings) == 1,
		"sourceDestCheck":                   *read("sourceDestCheck").SourceDestCheck.Value,
		"groupSet":                          len(read("groupSet").Groups) == 1,
		"ebsOptimized":                      !*read("ebsOptimized").EbsOptimized.Value,
		"enaSupport":                        *read("enaSupport").EnaSupport.Value,
		"enclaveOptions":                    !*read("enclaveOptions").EnclaveOptions.Enabled,
	} {
		if !shown {
			t.Errorf("%s is not shown as it is: %+v", attribute, read(attribute))
		}
	}
	want(t, h.Fails(admin, "ec2", "DescribeInstanceAttribute", &api.DescribeInstanceAttributeInput{InstanceId: "i-0123456789abcdef0", Attribute: "userData"}), "InvalidInstanceID.NotFound", "")
}
