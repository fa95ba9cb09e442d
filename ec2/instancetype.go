package ec2

import (
	"iter"
	"slices"
	"strings"

	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/service"
)

var instanceTypeOperations = []service.Operation{
	reads("DescribeInstanceTypes", func(in *api.DescribeInstanceTypesInput) *bool { return in.DryRun }, describeInstanceTypes),
}

// instanceType is a size of machine.
// https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html
type instanceType struct {
	name           string
	architecture   string
	vcpus, threads int32
	memory         int64   // MiB
	clock          float64 // GHz
	network        string
	interfaces     int32 // most of an instance
	addresses      int32 // most of an interface
}

// defaultType is the type of an instance for which none is named.
const defaultType = "m1.small"

var instanceTypes = []instanceType{
	{"c5.large", "x86_64", 2, 2, 4096, 3.4, "Up to 10 Gigabit", 3, 10},
	{"c5.xlarge", "x86_64", 4, 2, 8192, 3.4, "Up to 10 Gigabit", 4, 15},
	{"c6g.large", "arm64", 2, 1, 4096, 2.5, "Up to 10 Gigabit", 3, 10},
	{"c7g.large", "arm64", 2, 1, 4096, 2.6, "Up to 12.5 Gigabit", 3, 10},
	{"m1.small", "x86_64", 1, 1, 1740, 2.6, "Low", 2, 4},
	{"m5.large", "x86_64", 2, 2, 8192, 3.1, "Up to 10 Gigabit", 3, 10},
	{"m5.xlarge", "x86_64", 4, 2, 16384, 3.1, "Up to 10 Gigabit", 4, 15},
	{"m5.2xlarge", "x86_64", 8, 2, 32768, 3.1, "Up to 10 Gigabit", 4, 15},
	{"m6g.large", "arm64", 2, 1, 8192, 2.5, "Up to 10 Gigabit", 3, 10},
	{"m7i.large", "x86_64", 2, 2, 8192, 3.2, "Up to 12.5 Gigabit", 3, 10},
	{"r5.large", "x86_64", 2, 2, 16384, 3.1, "Up to 10 Gigabit", 3, 10},
	{"r6g.large", "arm64", 2, 1, 16384, 2.5, "Up to 10 Gigabit", 3, 10},
	{"t2.micro", "x86_64", 1, 1, 1024, 2.5, "Low to Moderate", 2, 2},
	{"t2.small", "x86_64", 1, 1, 2048, 2.5, "Low to Moderate", 3, 4},
	{"t3.nano", "x86_64", 2, 2, 512, 2.5, "Up to 5 Gigabit", 2, 2},
	{"t3.micro", "x86_64", 2, 2, 1024, 2.5, "Up to 5 Gigabit", 2, 2},
	{"t3.small", "x86_64", 2, 2, 2048, 2.5, "Up to 5 Gigabit", 3, 4},
	{"t3.medium", "x86_64", 2, 2, 4096, 2.5, "Up to 5 Gigabit", 3, 6},
	{"t3.large", "x86_64", 2, 2, 8192, 2.5, "Up to 5 Gigabit", 3, 12},
	{"t4g.nano", "arm64", 2, 1, 512, 2.5, "Up to 5 Gigabit", 2, 2},
	{"t4g.micro", "arm64", 2, 1, 1024, 2.5, "Up to 5 Gigabit", 2, 2},
	{"t4g.small", "arm64", 2, 1, 2048, 2.5, "Up to 5 Gigabit", 3, 4},
}

func typeNamed(name string) (instanceType, bool) {
	i := slices.IndexFunc(instanceTypes, func(t instanceType) bool { return t.name == name })
	if i < 0 {
		return instanceType{}, false
	}
	return instanceTypes[i], true
}

// burstable reports whether the type earns CPU credits.
func (t instanceType) burstable() bool { return strings.HasPrefix(t.name, "t") }

// credits is how the type spends CPU credits unless the caller says otherwise; empty if it has none.
// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances-unlimited-mode.html
func (t instanceType) credits() string {
	switch {
	case !t.burstable():
		return ""
	case t.nitro():
		return "unlimited"
	}
	return "standard"
}

// nitro reports whether the type runs on the newer hypervisor, on which it is optimized for EBS as a matter of course.
func (t instanceType) nitro() bool {
	return !strings.HasPrefix(t.name, "t2.") && !strings.HasPrefix(t.name, "m1.")
}

// unknownType is the answer to a type that this server does not have.
func unknownType(name string) error {
	return invalidValue("Invalid value '%s' for InstanceType.", name)
}

var typeNoun = noun[api.InstanceTypeInfo]{
	all: func(_ *service.Call, after string) iter.Seq2[string, api.InstanceTypeInfo] {
		shown := make([]api.InstanceTypeInfo, 0, len(instanceTypes))
		for _, t := range instanceTypes {
			shown = append(shown, showType(t))
		}
		return sorted(shown, func(t *api.InstanceTypeInfo) string { return *t.InstanceType }, after)
	},
	one: func(_ *service.Call, name string) (api.InstanceTypeInfo, bool) {
		t, ok := typeNamed(name)
		return showType(t), ok
	},
	fields: fields[api.InstanceTypeInfo]{
		"instance-type":                         field(func(t *api.InstanceTypeInfo) *string { return t.InstanceType }),
		"hypervisor":                            field(func(t *api.InstanceTypeInfo) *string { return t.Hypervisor }),
		"current-generation":                    flag(func(t *api.InstanceTypeInfo) *bool { return t.CurrentGeneration }),
		"bare-metal":                            flag(func(t *api.InstanceTypeInfo) *bool { return t.BareMetal }),
		"free-tier-eligible":                    flag(func(t *api.InstanceTypeInfo) *bool { return t.FreeTierEligible }),
		"burstable-performance-supported":       flag(func(t *api.InstanceTypeInfo) *bool { return t.BurstablePerformanceSupported }),
		"instance-storage-supported":            flag(func(t *api.InstanceTypeInfo) *bool { return t.InstanceStorageSupported }),
		"processor-info.supported-architecture": func(t *api.InstanceTypeInfo) []string { return t.ProcessorInfo.SupportedArchitectures },
		"supported-usage-class":                 func(t *api.InstanceTypeInfo) []string { return t.SupportedUsageClasses },
		"supported-root-device-type":            func(t *api.InstanceTypeInfo) []string { return t.SupportedRootDeviceTypes },
		"supported-virtualization-type":         func(t *api.InstanceTypeInfo) []string { return t.SupportedVirtualizationTypes },
		"vcpu-info.default-vcpus":               func(t *api.InstanceTypeInfo) []string { return []string{decimal(*t.VCpuInfo.DefaultVCpus)} },
		"vcpu-info.default-cores":               func(t *api.InstanceTypeInfo) []string { return []string{decimal(*t.VCpuInfo.DefaultCores)} },
		"memory-info.size-in-mib":               func(t *api.InstanceTypeInfo) []string { return []string{decimal(*t.MemoryInfo.SizeInMiB)} },
	},
}

func describeInstanceTypes(c *service.Call, in *api.DescribeInstanceTypesInput) (*api.DescribeInstanceTypesOutput, error) {
	var absent []string
	for _, name := range in.InstanceTypes {
		if _, ok := typeNamed(name); !ok {
			absent = append(absent, name)
		}
	}
	if len(absent) > 0 {
		return nil, fault.New("InvalidInstanceType", fault.BadRequest, "The following supplied instance types do not exist: [%s]", strings.Join(absent, ", "))
	}
	found, next, err := typeNoun.find(c, query{in.InstanceTypes, in.Filters, in.MaxResults, in.NextToken})
	if err != nil {
		return nil, err
	}
	return &api.DescribeInstanceTypesOutput{InstanceTypes: found, NextToken: next}, nil
}

func showType(t instanceType) api.InstanceTypeInfo {
	hypervisor, optimized, ena := "nitro", "default", "required"
	if !t.nitro() {
		hypervisor, optimized, ena = "xen", "unsupported", "unsupported"
	}
	manufacturer := "Intel"
	if t.architecture == "arm64" {
		manufacturer = "AWS"
	}
	return api.InstanceTypeInfo{
		InstanceType: &t.name, Hypervisor: &hypervisor, CurrentGeneration: new(!strings.HasPrefix(t.name, "m1.")), BareMetal: new(false), FreeTierEligible: new(strings.HasSuffix(t.name, ".micro")),
		BurstablePerformanceSupported: new(t.burstable()), HibernationSupported: new(false), InstanceStorageSupported: new(false), DedicatedHostsSupported: new(false),
		AutoRecoverySupported: new(t.nitro()), SupportedBootModes: []string{"legacy-bios", "uefi"}, SupportedRootDeviceTypes: []string{"ebs"}, SupportedUsageClasses: []string{"on-demand"},
		SupportedVirtualizationTypes: []string{"hvm"}, MemoryInfo: &api.MemoryInfo{SizeInMiB: &t.memory},
		VCpuInfo: &api.VCpuInfo{
			DefaultVCpus: &t.vcpus, DefaultCores: new(t.vcpus / t.threads), DefaultThreadsPerCore: &t.threads,
			ValidCores: []int32{t.vcpus / t.threads}, ValidThreadsPerCore: []int32{t.threads},
		},
		ProcessorInfo:      &api.ProcessorInfo{Manufacturer: &manufacturer, SupportedArchitectures: []string{t.architecture}, SustainedClockSpeedInGhz: &t.clock},
		PlacementGroupInfo: &api.PlacementGroupInfo{SupportedStrategies: []string{"partition", "spread"}},
		EbsInfo:            &api.EbsInfo{EbsOptimizedSupport: &optimized, EncryptionSupport: new("supported"), NvmeSupport: new(map[bool]string{true: "required", false: "unsupported"}[t.nitro()])},
		NetworkInfo: &api.NetworkInfo{
			NetworkPerformance: &t.network, MaximumNetworkInterfaces: &t.interfaces, Ipv4AddressesPerInterface: &t.addresses, Ipv6AddressesPerInterface: &t.addresses,
			Ipv6Supported: new(t.nitro()), EnaSupport: &ena, EfaSupported: new(false), MaximumNetworkCards: new(int32(1)), DefaultNetworkCardIndex: new(int32(0)),
			NetworkCards: []api.NetworkCardInfo{{NetworkCardIndex: new(int32(0)), NetworkPerformance: &t.network, MaximumNetworkInterfaces: &t.interfaces}},
		},
		NitroEnclavesSupport: new("unsupported"), NitroTpmSupport: new("unsupported"),
	}
}
