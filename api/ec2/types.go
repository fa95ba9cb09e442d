// Code generated from models/ec2.json by api/gen; DO NOT EDIT.

package ec2

import (
	"time"
)

// AccountAttribute is a published structure.
type AccountAttribute struct {
	AttributeName   *string                 `wire:"attributeName"`
	AttributeValues []AccountAttributeValue `wire:"attributeValueSet"`
}

// AccountAttributeValue is a published structure.
type AccountAttributeValue struct {
	AttributeValue *string `wire:"attributeValue"`
}

// AttachmentEnaSrdSpecification is a published structure.
type AttachmentEnaSrdSpecification struct {
	EnaSrdEnabled          *bool                             `wire:"enaSrdEnabled"`
	EnaSrdUdpSpecification *AttachmentEnaSrdUdpSpecification `wire:"enaSrdUdpSpecification"`
}

// AttachmentEnaSrdUdpSpecification is a published structure.
type AttachmentEnaSrdUdpSpecification struct {
	EnaSrdUdpEnabled *bool `wire:"enaSrdUdpEnabled"`
}

// AttributeBooleanValue is a published structure.
type AttributeBooleanValue struct {
	Value *bool `wire:"value"`
}

// AttributeValue is a published structure.
type AttributeValue struct {
	Value *string `wire:"value"`
}

// AvailabilityZone is a published structure.
type AvailabilityZone struct {
	Geography          []AvailabilityZoneGeography    `wire:"geographySet"`
	GroupLongName      *string                        `wire:"groupLongName"`
	GroupName          *string                        `wire:"groupName"`
	Messages           []AvailabilityZoneMessage      `wire:"messageSet"`
	NetworkBorderGroup *string                        `wire:"networkBorderGroup"`
	OptInStatus        *string                        `wire:"optInStatus" rule:"AvailabilityZoneOptInStatus"`
	ParentZoneId       *string                        `wire:"parentZoneId"`
	ParentZoneName     *string                        `wire:"parentZoneName"`
	RegionName         *string                        `wire:"regionName"`
	State              *string                        `wire:"zoneState" rule:"AvailabilityZoneState"`
	SubGeography       []AvailabilityZoneSubGeography `wire:"subGeographySet"`
	ZoneId             *string                        `wire:"zoneId"`
	ZoneName           *string                        `wire:"zoneName"`
	ZoneType           *string                        `wire:"zoneType"`
}

// AvailabilityZoneGeography is a published structure.
type AvailabilityZoneGeography struct {
	Name *string `wire:"name"`
}

// AvailabilityZoneMessage is a published structure.
type AvailabilityZoneMessage struct {
	Message *string `wire:"message"`
}

// AvailabilityZoneSubGeography is a published structure.
type AvailabilityZoneSubGeography struct {
	Name *string `wire:"name"`
}

// BlobAttributeValue is a published structure.
type BlobAttributeValue struct {
	Value []byte `wire:"value" rule:"Blob"`
}

// BlockDeviceMapping is a published structure.
type BlockDeviceMapping struct {
	DeviceName  *string         `wire:"deviceName"`
	Ebs         *EbsBlockDevice `wire:"ebs"`
	NoDevice    *string         `wire:"noDevice"`
	VirtualName *string         `wire:"virtualName"`
}

// BlockPublicAccessStates is a published structure.
type BlockPublicAccessStates struct {
	InternetGatewayBlockMode *string `wire:"internetGatewayBlockMode" rule:"BlockPublicAccessMode"`
}

// CapacityReservationSpecification is a published structure.
type CapacityReservationSpecification struct {
	CapacityReservationPreference *string                    `wire:"CapacityReservationPreference" rule:"CapacityReservationPreference"`
	CapacityReservationTarget     *CapacityReservationTarget `wire:"CapacityReservationTarget"`
}

// CapacityReservationSpecificationResponse is a published structure.
type CapacityReservationSpecificationResponse struct {
	CapacityReservationPreference *string                            `wire:"capacityReservationPreference" rule:"CapacityReservationPreference"`
	CapacityReservationTarget     *CapacityReservationTargetResponse `wire:"capacityReservationTarget"`
}

// CapacityReservationTarget is a published structure.
type CapacityReservationTarget struct {
	CapacityReservationId               *string `wire:"CapacityReservationId"`
	CapacityReservationResourceGroupArn *string `wire:"CapacityReservationResourceGroupArn"`
}

// CapacityReservationTargetResponse is a published structure.
type CapacityReservationTargetResponse struct {
	CapacityReservationId               *string `wire:"capacityReservationId"`
	CapacityReservationResourceGroupArn *string `wire:"capacityReservationResourceGroupArn"`
}

// ConnectionTrackingConfiguration is a published structure.
type ConnectionTrackingConfiguration struct {
	TcpEstablishedTimeout *int32 `wire:"tcpEstablishedTimeout"`
	UdpStreamTimeout      *int32 `wire:"udpStreamTimeout"`
	UdpTimeout            *int32 `wire:"udpTimeout"`
}

// ConnectionTrackingSpecificationRequest is a published structure.
type ConnectionTrackingSpecificationRequest struct {
	TcpEstablishedTimeout *int32 `wire:"TcpEstablishedTimeout"`
	UdpStreamTimeout      *int32 `wire:"UdpStreamTimeout"`
	UdpTimeout            *int32 `wire:"UdpTimeout"`
}

// ConnectionTrackingSpecificationResponse is a published structure.
type ConnectionTrackingSpecificationResponse struct {
	TcpEstablishedTimeout *int32 `wire:"tcpEstablishedTimeout"`
	UdpStreamTimeout      *int32 `wire:"udpStreamTimeout"`
	UdpTimeout            *int32 `wire:"udpTimeout"`
}

// CpuOptions is a published structure.
type CpuOptions struct {
	AmdSevSnp            *string `wire:"amdSevSnp" rule:"AmdSevSnpSpecification"`
	CoreCount            *int32  `wire:"coreCount"`
	NestedVirtualization *string `wire:"nestedVirtualization" rule:"NestedVirtualizationSpecification"`
	ThreadsPerCore       *int32  `wire:"threadsPerCore"`
}

// CpuOptionsRequest is a published structure.
type CpuOptionsRequest struct {
	AmdSevSnp            *string `wire:"AmdSevSnp" rule:"AmdSevSnpSpecification"`
	CoreCount            *int32  `wire:"CoreCount"`
	NestedVirtualization *string `wire:"NestedVirtualization" rule:"NestedVirtualizationSpecification"`
	ThreadsPerCore       *int32  `wire:"ThreadsPerCore"`
}

// CreditSpecificationRequest is a published structure.
type CreditSpecificationRequest struct {
	CpuCredits string `wire:"CpuCredits,required"`
}

// DefaultConnectionTrackingConfiguration is a published structure.
type DefaultConnectionTrackingConfiguration struct {
	DefaultTcpEstablishedTimeout *int32 `wire:"defaultTcpEstablishedTimeout"`
	DefaultUdpStreamTimeout      *int32 `wire:"defaultUdpStreamTimeout"`
	DefaultUdpTimeout            *int32 `wire:"defaultUdpTimeout"`
}

// DiskInfo is a published structure.
type DiskInfo struct {
	Count    *int32  `wire:"count"`
	SizeInGB *int64  `wire:"sizeInGB"`
	Type     *string `wire:"type" rule:"DiskType"`
}

// EbsBlockDevice is a published structure.
type EbsBlockDevice struct {
	AvailabilityZone         *string `wire:"availabilityZone"`
	AvailabilityZoneId       *string `wire:"AvailabilityZoneId"`
	DeleteOnTermination      *bool   `wire:"deleteOnTermination"`
	EbsCardIndex             *int32  `wire:"EbsCardIndex"`
	Encrypted                *bool   `wire:"encrypted"`
	Iops                     *int32  `wire:"iops"`
	KmsKeyId                 *string `wire:"kmsKeyId"`
	OutpostArn               *string `wire:"outpostArn"`
	SnapshotId               *string `wire:"snapshotId"`
	Throughput               *int32  `wire:"throughput"`
	VolumeInitializationRate *int32  `wire:"VolumeInitializationRate"`
	VolumeSize               *int32  `wire:"volumeSize"`
	VolumeType               *string `wire:"volumeType" rule:"VolumeType"`
}

// EbsCardInfo is a published structure.
type EbsCardInfo struct {
	BaselineBandwidthInMbps  *int32   `wire:"baselineBandwidthInMbps"`
	BaselineIops             *int32   `wire:"baselineIops"`
	BaselineThroughputInMBps *float64 `wire:"baselineThroughputInMBps"`
	EbsCardIndex             *int32   `wire:"ebsCardIndex"`
	MaximumBandwidthInMbps   *int32   `wire:"maximumBandwidthInMbps"`
	MaximumIops              *int32   `wire:"maximumIops"`
	MaximumThroughputInMBps  *float64 `wire:"maximumThroughputInMBps"`
}

// EbsInfo is a published structure.
type EbsInfo struct {
	AttachmentLimitType   *string           `wire:"attachmentLimitType" rule:"AttachmentLimitType"`
	EbsCards              []EbsCardInfo     `wire:"ebsCardSet"`
	EbsOptimizedInfo      *EbsOptimizedInfo `wire:"ebsOptimizedInfo"`
	EbsOptimizedSupport   *string           `wire:"ebsOptimizedSupport" rule:"EbsOptimizedSupport"`
	EncryptionSupport     *string           `wire:"encryptionSupport" rule:"EbsEncryptionSupport"`
	MaximumEbsAttachments *int32            `wire:"maximumEbsAttachments"`
	MaximumEbsCards       *int32            `wire:"maximumEbsCards"`
	NvmeSupport           *string           `wire:"nvmeSupport" rule:"EbsNvmeSupport"`
}

// EbsInstanceBlockDevice is a published structure.
type EbsInstanceBlockDevice struct {
	AssociatedResource  *string           `wire:"associatedResource"`
	AttachTime          *time.Time        `wire:"attachTime"`
	DeleteOnTermination *bool             `wire:"deleteOnTermination"`
	EbsCardIndex        *int32            `wire:"ebsCardIndex"`
	Operator            *OperatorResponse `wire:"operator"`
	Status              *string           `wire:"status" rule:"AttachmentStatus"`
	VolumeId            *string           `wire:"volumeId"`
	VolumeOwnerId       *string           `wire:"volumeOwnerId"`
}

// EbsInstanceBlockDeviceSpecification is a published structure.
type EbsInstanceBlockDeviceSpecification struct {
	DeleteOnTermination *bool   `wire:"deleteOnTermination"`
	VolumeId            *string `wire:"volumeId"`
}

// EbsOptimizedInfo is a published structure.
type EbsOptimizedInfo struct {
	BaselineBandwidthInMbps  *int32   `wire:"baselineBandwidthInMbps"`
	BaselineIops             *int32   `wire:"baselineIops"`
	BaselineThroughputInMBps *float64 `wire:"baselineThroughputInMBps"`
	MaximumBandwidthInMbps   *int32   `wire:"maximumBandwidthInMbps"`
	MaximumIops              *int32   `wire:"maximumIops"`
	MaximumThroughputInMBps  *float64 `wire:"maximumThroughputInMBps"`
}

// EbsStatusDetails is a published structure.
type EbsStatusDetails struct {
	ImpairedSince *time.Time `wire:"impairedSince"`
	Name          *string    `wire:"name" rule:"StatusName"`
	Status        *string    `wire:"status" rule:"StatusType"`
}

// EbsStatusSummary is a published structure.
type EbsStatusSummary struct {
	Details []EbsStatusDetails `wire:"details"`
	Status  *string            `wire:"status" rule:"SummaryStatus"`
}

// EfaInfo is a published structure.
type EfaInfo struct {
	MaximumEfaInterfaces *int32 `wire:"maximumEfaInterfaces"`
}

// ElasticGpuAssociation is a published structure.
type ElasticGpuAssociation struct {
	ElasticGpuAssociationId    *string `wire:"elasticGpuAssociationId"`
	ElasticGpuAssociationState *string `wire:"elasticGpuAssociationState"`
	ElasticGpuAssociationTime  *string `wire:"elasticGpuAssociationTime"`
	ElasticGpuId               *string `wire:"elasticGpuId"`
}

// ElasticGpuSpecification is a published structure.
type ElasticGpuSpecification struct {
	Type string `wire:"Type,required"`
}

// ElasticInferenceAccelerator is a published structure.
type ElasticInferenceAccelerator struct {
	Count *int32 `wire:"Count" rule:"ElasticInferenceAcceleratorCount"`
	Type  string `wire:"Type,required"`
}

// ElasticInferenceAcceleratorAssociation is a published structure.
type ElasticInferenceAcceleratorAssociation struct {
	ElasticInferenceAcceleratorArn              *string    `wire:"elasticInferenceAcceleratorArn"`
	ElasticInferenceAcceleratorAssociationId    *string    `wire:"elasticInferenceAcceleratorAssociationId"`
	ElasticInferenceAcceleratorAssociationState *string    `wire:"elasticInferenceAcceleratorAssociationState"`
	ElasticInferenceAcceleratorAssociationTime  *time.Time `wire:"elasticInferenceAcceleratorAssociationTime"`
}

// EnaSrdSpecification is a published structure.
type EnaSrdSpecification struct {
	EnaSrdEnabled          *bool                   `wire:"EnaSrdEnabled"`
	EnaSrdUdpSpecification *EnaSrdUdpSpecification `wire:"EnaSrdUdpSpecification"`
}

// EnaSrdSpecificationRequest is a published structure.
type EnaSrdSpecificationRequest struct {
	EnaSrdEnabled          *bool                          `wire:"EnaSrdEnabled"`
	EnaSrdUdpSpecification *EnaSrdUdpSpecificationRequest `wire:"EnaSrdUdpSpecification"`
}

// EnaSrdUdpSpecification is a published structure.
type EnaSrdUdpSpecification struct {
	EnaSrdUdpEnabled *bool `wire:"EnaSrdUdpEnabled"`
}

// EnaSrdUdpSpecificationRequest is a published structure.
type EnaSrdUdpSpecificationRequest struct {
	EnaSrdUdpEnabled *bool `wire:"EnaSrdUdpEnabled"`
}

// EnclaveOptions is a published structure.
type EnclaveOptions struct {
	Enabled *bool `wire:"enabled"`
}

// EnclaveOptionsRequest is a published structure.
type EnclaveOptionsRequest struct {
	Enabled *bool `wire:"Enabled"`
}

// Filter is a published structure.
type Filter struct {
	Name   *string  `wire:"Name"`
	Values []string `wire:"Value"`
}

// FpgaDeviceInfo is a published structure.
type FpgaDeviceInfo struct {
	Count        *int32                `wire:"count"`
	Manufacturer *string               `wire:"manufacturer"`
	MemoryInfo   *FpgaDeviceMemoryInfo `wire:"memoryInfo"`
	Name         *string               `wire:"name"`
}

// FpgaDeviceMemoryInfo is a published structure.
type FpgaDeviceMemoryInfo struct {
	SizeInMiB *int32 `wire:"sizeInMiB"`
}

// FpgaInfo is a published structure.
type FpgaInfo struct {
	Fpgas                []FpgaDeviceInfo `wire:"fpgas"`
	TotalFpgaMemoryInMiB *int32           `wire:"totalFpgaMemoryInMiB"`
}

// GpuDeviceInfo is a published structure.
type GpuDeviceInfo struct {
	Count            *int32               `wire:"count"`
	GpuPartitionSize *float64             `wire:"gpuPartitionSize"`
	LogicalGpuCount  *int32               `wire:"logicalGpuCount"`
	Manufacturer     *string              `wire:"manufacturer"`
	MemoryInfo       *GpuDeviceMemoryInfo `wire:"memoryInfo"`
	Name             *string              `wire:"name"`
	Workloads        []string             `wire:"workloadSet"`
}

// GpuDeviceMemoryInfo is a published structure.
type GpuDeviceMemoryInfo struct {
	SizeInMiB *int32 `wire:"sizeInMiB"`
}

// GpuInfo is a published structure.
type GpuInfo struct {
	Gpus                []GpuDeviceInfo `wire:"gpus"`
	TotalGpuMemoryInMiB *int32          `wire:"totalGpuMemoryInMiB"`
}

// GroupIdentifier is a published structure.
type GroupIdentifier struct {
	GroupId   *string `wire:"groupId"`
	GroupName *string `wire:"groupName"`
}

// HibernationOptions is a published structure.
type HibernationOptions struct {
	Configured *bool `wire:"configured"`
}

// HibernationOptionsRequest is a published structure.
type HibernationOptionsRequest struct {
	Configured *bool `wire:"Configured"`
}

// IamInstanceProfile is a published structure.
type IamInstanceProfile struct {
	Arn *string `wire:"arn"`
	Id  *string `wire:"id"`
}

// IamInstanceProfileAssociation is a published structure.
type IamInstanceProfileAssociation struct {
	AssociationId      *string             `wire:"associationId"`
	IamInstanceProfile *IamInstanceProfile `wire:"iamInstanceProfile"`
	InstanceId         *string             `wire:"instanceId"`
	State              *string             `wire:"state" rule:"IamInstanceProfileAssociationState"`
	Timestamp          *time.Time          `wire:"timestamp"`
}

// IamInstanceProfileSpecification is a published structure.
type IamInstanceProfileSpecification struct {
	Arn  *string `wire:"arn"`
	Name *string `wire:"name"`
}

// Image is a published structure.
type Image struct {
	Architecture             *string              `wire:"architecture" rule:"ArchitectureValues"`
	BlockDeviceMappings      []BlockDeviceMapping `wire:"blockDeviceMapping"`
	BootMode                 *string              `wire:"bootMode" rule:"BootModeValues"`
	CreationDate             *string              `wire:"creationDate"`
	DeprecationTime          *string              `wire:"deprecationTime"`
	DeregistrationProtection *string              `wire:"deregistrationProtection"`
	Description              *string              `wire:"description"`
	EnaSupport               *bool                `wire:"enaSupport"`
	FreeTierEligible         *bool                `wire:"freeTierEligible"`
	Hypervisor               *string              `wire:"hypervisor" rule:"HypervisorType"`
	ImageAllowed             *bool                `wire:"imageAllowed"`
	ImageId                  *string              `wire:"imageId"`
	ImageLocation            *string              `wire:"imageLocation"`
	ImageOwnerAlias          *string              `wire:"imageOwnerAlias"`
	ImageType                *string              `wire:"imageType" rule:"ImageTypeValues"`
	ImdsSupport              *string              `wire:"imdsSupport" rule:"ImdsSupportValues"`
	KernelId                 *string              `wire:"kernelId"`
	LastLaunchedTime         *string              `wire:"lastLaunchedTime"`
	Name                     *string              `wire:"name"`
	OwnerId                  *string              `wire:"imageOwnerId"`
	Platform                 *string              `wire:"platform" rule:"PlatformValues"`
	PlatformDetails          *string              `wire:"platformDetails"`
	ProductCodes             []ProductCode        `wire:"productCodes"`
	Public                   *bool                `wire:"isPublic"`
	RamdiskId                *string              `wire:"ramdiskId"`
	RootDeviceName           *string              `wire:"rootDeviceName"`
	RootDeviceType           *string              `wire:"rootDeviceType" rule:"DeviceType"`
	SourceImageId            *string              `wire:"sourceImageId"`
	SourceImageRegion        *string              `wire:"sourceImageRegion"`
	SourceInstanceId         *string              `wire:"sourceInstanceId"`
	SriovNetSupport          *string              `wire:"sriovNetSupport"`
	State                    *string              `wire:"imageState" rule:"ImageState"`
	StateReason              *StateReason         `wire:"stateReason"`
	Tags                     []Tag                `wire:"tagSet"`
	TpmSupport               *string              `wire:"tpmSupport" rule:"TpmSupportValues"`
	UsageOperation           *string              `wire:"usageOperation"`
	VirtualizationType       *string              `wire:"virtualizationType" rule:"VirtualizationType"`
}

// InferenceAcceleratorInfo is a published structure.
type InferenceAcceleratorInfo struct {
	Accelerators              []InferenceDeviceInfo `wire:"accelerators" item:"member"`
	TotalInferenceMemoryInMiB *int32                `wire:"totalInferenceMemoryInMiB"`
}

// InferenceDeviceInfo is a published structure.
type InferenceDeviceInfo struct {
	Count        *int32                     `wire:"count"`
	Manufacturer *string                    `wire:"manufacturer"`
	MemoryInfo   *InferenceDeviceMemoryInfo `wire:"memoryInfo"`
	Name         *string                    `wire:"name"`
}

// InferenceDeviceMemoryInfo is a published structure.
type InferenceDeviceMemoryInfo struct {
	SizeInMiB *int32 `wire:"sizeInMiB"`
}

// Instance is a published structure.
type Instance struct {
	AmiLaunchIndex                          *int32                                    `wire:"amiLaunchIndex"`
	Architecture                            *string                                   `wire:"architecture" rule:"ArchitectureValues"`
	BlockDeviceMappings                     []InstanceBlockDeviceMapping              `wire:"blockDeviceMapping"`
	BootMode                                *string                                   `wire:"bootMode" rule:"BootModeValues"`
	CapacityBlockId                         *string                                   `wire:"capacityBlockId"`
	CapacityReservationId                   *string                                   `wire:"capacityReservationId"`
	CapacityReservationSpecification        *CapacityReservationSpecificationResponse `wire:"capacityReservationSpecification"`
	ClientToken                             *string                                   `wire:"clientToken"`
	CpuOptions                              *CpuOptions                               `wire:"cpuOptions"`
	CurrentInstanceBootMode                 *string                                   `wire:"currentInstanceBootMode" rule:"InstanceBootModeValues"`
	EbsOptimized                            *bool                                     `wire:"ebsOptimized"`
	ElasticGpuAssociations                  []ElasticGpuAssociation                   `wire:"elasticGpuAssociationSet"`
	ElasticInferenceAcceleratorAssociations []ElasticInferenceAcceleratorAssociation  `wire:"elasticInferenceAcceleratorAssociationSet"`
	EnaSupport                              *bool                                     `wire:"enaSupport"`
	EnclaveOptions                          *EnclaveOptions                           `wire:"enclaveOptions"`
	HibernationOptions                      *HibernationOptions                       `wire:"hibernationOptions"`
	Hypervisor                              *string                                   `wire:"hypervisor" rule:"HypervisorType"`
	IamInstanceProfile                      *IamInstanceProfile                       `wire:"iamInstanceProfile"`
	ImageId                                 *string                                   `wire:"imageId"`
	InstanceId                              *string                                   `wire:"instanceId"`
	InstanceLifecycle                       *string                                   `wire:"instanceLifecycle" rule:"InstanceLifecycleType"`
	InstanceType                            *string                                   `wire:"instanceType" rule:"InstanceType"`
	Ipv6Address                             *string                                   `wire:"ipv6Address"`
	KernelId                                *string                                   `wire:"kernelId"`
	KeyName                                 *string                                   `wire:"keyName"`
	LaunchTime                              *time.Time                                `wire:"launchTime"`
	Licenses                                []LicenseConfiguration                    `wire:"licenseSet"`
	MaintenanceOptions                      *InstanceMaintenanceOptions               `wire:"maintenanceOptions"`
	MetadataOptions                         *InstanceMetadataOptionsResponse          `wire:"metadataOptions"`
	Monitoring                              *Monitoring                               `wire:"monitoring"`
	NetworkInterfaces                       []InstanceNetworkInterface                `wire:"networkInterfaceSet"`
	NetworkPerformanceOptions               *InstanceNetworkPerformanceOptions        `wire:"networkPerformanceOptions"`
	Operator                                *OperatorResponse                         `wire:"operator"`
	OutpostArn                              *string                                   `wire:"outpostArn"`
	Placement                               *Placement                                `wire:"placement"`
	Platform                                *string                                   `wire:"platform" rule:"PlatformValues"`
	PlatformDetails                         *string                                   `wire:"platformDetails"`
	PrivateDnsName                          *string                                   `wire:"privateDnsName"`
	PrivateDnsNameOptions                   *PrivateDnsNameOptionsResponse            `wire:"privateDnsNameOptions"`
	PrivateIpAddress                        *string                                   `wire:"privateIpAddress"`
	ProductCodes                            []ProductCode                             `wire:"productCodes"`
	PublicDnsName                           *string                                   `wire:"dnsName"`
	PublicIpAddress                         *string                                   `wire:"ipAddress"`
	RamdiskId                               *string                                   `wire:"ramdiskId"`
	RootDeviceName                          *string                                   `wire:"rootDeviceName"`
	RootDeviceType                          *string                                   `wire:"rootDeviceType" rule:"DeviceType"`
	SecondaryInterfaces                     []InstanceSecondaryInterface              `wire:"secondaryInterfaceSet"`
	SecurityGroups                          []GroupIdentifier                         `wire:"groupSet"`
	SourceDestCheck                         *bool                                     `wire:"sourceDestCheck"`
	SpotInstanceRequestId                   *string                                   `wire:"spotInstanceRequestId"`
	SriovNetSupport                         *string                                   `wire:"sriovNetSupport"`
	State                                   *InstanceState                            `wire:"instanceState"`
	StateReason                             *StateReason                              `wire:"stateReason"`
	StateTransitionReason                   *string                                   `wire:"reason"`
	SubnetId                                *string                                   `wire:"subnetId"`
	Tags                                    []Tag                                     `wire:"tagSet"`
	TpmSupport                              *string                                   `wire:"tpmSupport"`
	UsageOperation                          *string                                   `wire:"usageOperation"`
	UsageOperationUpdateTime                *time.Time                                `wire:"usageOperationUpdateTime"`
	VirtualizationType                      *string                                   `wire:"virtualizationType" rule:"VirtualizationType"`
	VpcId                                   *string                                   `wire:"vpcId"`
}

// InstanceAttachmentEnaSrdSpecification is a published structure.
type InstanceAttachmentEnaSrdSpecification struct {
	EnaSrdEnabled          *bool                                     `wire:"enaSrdEnabled"`
	EnaSrdUdpSpecification *InstanceAttachmentEnaSrdUdpSpecification `wire:"enaSrdUdpSpecification"`
}

// InstanceAttachmentEnaSrdUdpSpecification is a published structure.
type InstanceAttachmentEnaSrdUdpSpecification struct {
	EnaSrdUdpEnabled *bool `wire:"enaSrdUdpEnabled"`
}

// InstanceBlockDeviceMapping is a published structure.
type InstanceBlockDeviceMapping struct {
	DeviceName *string                 `wire:"deviceName"`
	Ebs        *EbsInstanceBlockDevice `wire:"ebs"`
}

// InstanceBlockDeviceMappingSpecification is a published structure.
type InstanceBlockDeviceMappingSpecification struct {
	DeviceName  *string                              `wire:"deviceName"`
	Ebs         *EbsInstanceBlockDeviceSpecification `wire:"ebs"`
	NoDevice    *string                              `wire:"noDevice"`
	VirtualName *string                              `wire:"virtualName"`
}

// InstanceCreditSpecification is a published structure.
type InstanceCreditSpecification struct {
	CpuCredits *string `wire:"cpuCredits"`
	InstanceId *string `wire:"instanceId"`
}

// InstanceIpv4Prefix is a published structure.
type InstanceIpv4Prefix struct {
	Ipv4Prefix *string `wire:"ipv4Prefix"`
}

// InstanceIpv6Address is a published structure.
type InstanceIpv6Address struct {
	Ipv6Address   *string `wire:"ipv6Address"`
	IsPrimaryIpv6 *bool   `wire:"isPrimaryIpv6"`
}

// InstanceIpv6Prefix is a published structure.
type InstanceIpv6Prefix struct {
	Ipv6Prefix *string `wire:"ipv6Prefix"`
}

// InstanceMaintenanceOptions is a published structure.
type InstanceMaintenanceOptions struct {
	AutoRecovery    *string `wire:"autoRecovery" rule:"InstanceAutoRecoveryState"`
	RebootMigration *string `wire:"rebootMigration" rule:"InstanceRebootMigrationState"`
}

// InstanceMaintenanceOptionsRequest is a published structure.
type InstanceMaintenanceOptionsRequest struct {
	AutoRecovery *string `wire:"AutoRecovery" rule:"InstanceAutoRecoveryState"`
}

// InstanceMarketOptionsRequest is a published structure.
type InstanceMarketOptionsRequest struct {
	MarketType  *string            `wire:"MarketType" rule:"MarketType"`
	SpotOptions *SpotMarketOptions `wire:"SpotOptions"`
}

// InstanceMetadataOptionsRequest is a published structure.
type InstanceMetadataOptionsRequest struct {
	HttpEndpoint            *string `wire:"HttpEndpoint" rule:"InstanceMetadataEndpointState"`
	HttpProtocolIpv6        *string `wire:"HttpProtocolIpv6" rule:"InstanceMetadataProtocolState"`
	HttpPutResponseHopLimit *int32  `wire:"HttpPutResponseHopLimit"`
	HttpTokens              *string `wire:"HttpTokens" rule:"HttpTokensState"`
	InstanceMetadataTags    *string `wire:"InstanceMetadataTags" rule:"InstanceMetadataTagsState"`
}

// InstanceMetadataOptionsResponse is a published structure.
type InstanceMetadataOptionsResponse struct {
	HttpEndpoint            *string `wire:"httpEndpoint" rule:"InstanceMetadataEndpointState"`
	HttpProtocolIpv6        *string `wire:"httpProtocolIpv6" rule:"InstanceMetadataProtocolState"`
	HttpPutResponseHopLimit *int32  `wire:"httpPutResponseHopLimit"`
	HttpTokens              *string `wire:"httpTokens" rule:"HttpTokensState"`
	InstanceMetadataTags    *string `wire:"instanceMetadataTags" rule:"InstanceMetadataTagsState"`
	State                   *string `wire:"state" rule:"InstanceMetadataOptionsState"`
}

// InstanceNetworkInterface is a published structure.
type InstanceNetworkInterface struct {
	Association                     *InstanceNetworkInterfaceAssociation     `wire:"association"`
	Attachment                      *InstanceNetworkInterfaceAttachment      `wire:"attachment"`
	ConnectionTrackingConfiguration *ConnectionTrackingSpecificationResponse `wire:"connectionTrackingConfiguration"`
	Description                     *string                                  `wire:"description"`
	Groups                          []GroupIdentifier                        `wire:"groupSet"`
	InterfaceType                   *string                                  `wire:"interfaceType"`
	Ipv4Prefixes                    []InstanceIpv4Prefix                     `wire:"ipv4PrefixSet"`
	Ipv6Addresses                   []InstanceIpv6Address                    `wire:"ipv6AddressesSet"`
	Ipv6Prefixes                    []InstanceIpv6Prefix                     `wire:"ipv6PrefixSet"`
	MacAddress                      *string                                  `wire:"macAddress"`
	NetworkInterfaceId              *string                                  `wire:"networkInterfaceId"`
	Operator                        *OperatorResponse                        `wire:"operator"`
	OwnerId                         *string                                  `wire:"ownerId"`
	PrivateDnsName                  *string                                  `wire:"privateDnsName"`
	PrivateIpAddress                *string                                  `wire:"privateIpAddress"`
	PrivateIpAddresses              []InstancePrivateIpAddress               `wire:"privateIpAddressesSet"`
	SourceDestCheck                 *bool                                    `wire:"sourceDestCheck"`
	Status                          *string                                  `wire:"status" rule:"NetworkInterfaceStatus"`
	SubnetId                        *string                                  `wire:"subnetId"`
	VpcId                           *string                                  `wire:"vpcId"`
}

// InstanceNetworkInterfaceAssociation is a published structure.
type InstanceNetworkInterfaceAssociation struct {
	CarrierIp       *string `wire:"carrierIp"`
	CustomerOwnedIp *string `wire:"customerOwnedIp"`
	IpOwnerId       *string `wire:"ipOwnerId"`
	PublicDnsName   *string `wire:"publicDnsName"`
	PublicIp        *string `wire:"publicIp"`
}

// InstanceNetworkInterfaceAttachment is a published structure.
type InstanceNetworkInterfaceAttachment struct {
	AttachTime          *time.Time                             `wire:"attachTime"`
	AttachmentId        *string                                `wire:"attachmentId"`
	DeleteOnTermination *bool                                  `wire:"deleteOnTermination"`
	DeviceIndex         *int32                                 `wire:"deviceIndex"`
	EnaQueueCount       *int32                                 `wire:"enaQueueCount"`
	EnaSrdSpecification *InstanceAttachmentEnaSrdSpecification `wire:"enaSrdSpecification"`
	NetworkCardIndex    *int32                                 `wire:"networkCardIndex"`
	Status              *string                                `wire:"status" rule:"AttachmentStatus"`
}

// InstanceNetworkInterfaceSpecification is a published structure.
type InstanceNetworkInterfaceSpecification struct {
	AssociateCarrierIpAddress       *bool                                   `wire:"AssociateCarrierIpAddress"`
	AssociatePublicIpAddress        *bool                                   `wire:"associatePublicIpAddress"`
	ConnectionTrackingSpecification *ConnectionTrackingSpecificationRequest `wire:"ConnectionTrackingSpecification"`
	DeleteOnTermination             *bool                                   `wire:"deleteOnTermination"`
	Description                     *string                                 `wire:"description"`
	DeviceIndex                     *int32                                  `wire:"deviceIndex"`
	EnaQueueCount                   *int32                                  `wire:"EnaQueueCount"`
	EnaSrdSpecification             *EnaSrdSpecificationRequest             `wire:"EnaSrdSpecification"`
	Groups                          []string                                `wire:"SecurityGroupId" item:"SecurityGroupId"`
	InterfaceType                   *string                                 `wire:"InterfaceType"`
	Ipv4PrefixCount                 *int32                                  `wire:"Ipv4PrefixCount"`
	Ipv4Prefixes                    []Ipv4PrefixSpecificationRequest        `wire:"Ipv4Prefix"`
	Ipv6AddressCount                *int32                                  `wire:"ipv6AddressCount"`
	Ipv6Addresses                   []InstanceIpv6Address                   `wire:"ipv6AddressesSet" query:"Ipv6Addresses"`
	Ipv6PrefixCount                 *int32                                  `wire:"Ipv6PrefixCount"`
	Ipv6Prefixes                    []Ipv6PrefixSpecificationRequest        `wire:"Ipv6Prefix"`
	NetworkCardIndex                *int32                                  `wire:"NetworkCardIndex"`
	NetworkInterfaceId              *string                                 `wire:"networkInterfaceId"`
	PrimaryIpv6                     *bool                                   `wire:"PrimaryIpv6"`
	PrivateIpAddress                *string                                 `wire:"privateIpAddress"`
	PrivateIpAddresses              []PrivateIpAddressSpecification         `wire:"privateIpAddressesSet" query:"PrivateIpAddresses"`
	SecondaryPrivateIpAddressCount  *int32                                  `wire:"secondaryPrivateIpAddressCount"`
	SubnetId                        *string                                 `wire:"subnetId"`
}

// InstanceNetworkPerformanceOptions is a published structure.
type InstanceNetworkPerformanceOptions struct {
	BandwidthWeighting *string `wire:"bandwidthWeighting" rule:"InstanceBandwidthWeighting"`
}

// InstanceNetworkPerformanceOptionsRequest is a published structure.
type InstanceNetworkPerformanceOptionsRequest struct {
	BandwidthWeighting *string `wire:"BandwidthWeighting" rule:"InstanceBandwidthWeighting"`
}

// InstancePrivateIpAddress is a published structure.
type InstancePrivateIpAddress struct {
	Association      *InstanceNetworkInterfaceAssociation `wire:"association"`
	Primary          *bool                                `wire:"primary"`
	PrivateDnsName   *string                              `wire:"privateDnsName"`
	PrivateIpAddress *string                              `wire:"privateIpAddress"`
}

// InstanceSecondaryInterface is a published structure.
type InstanceSecondaryInterface struct {
	Attachment           *InstanceSecondaryInterfaceAttachment        `wire:"attachment"`
	InterfaceType        *string                                      `wire:"interfaceType" rule:"SecondaryInterfaceType"`
	MacAddress           *string                                      `wire:"macAddress"`
	OwnerId              *string                                      `wire:"ownerId"`
	PrivateIpAddresses   []InstanceSecondaryInterfacePrivateIpAddress `wire:"privateIpAddressSet"`
	SecondaryInterfaceId *string                                      `wire:"secondaryInterfaceId"`
	SecondaryNetworkId   *string                                      `wire:"secondaryNetworkId"`
	SecondarySubnetId    *string                                      `wire:"secondarySubnetId"`
	SourceDestCheck      *bool                                        `wire:"sourceDestCheck"`
	Status               *string                                      `wire:"status" rule:"SecondaryInterfaceStatus"`
}

// InstanceSecondaryInterfaceAttachment is a published structure.
type InstanceSecondaryInterfaceAttachment struct {
	AttachTime          *time.Time `wire:"attachTime"`
	AttachmentId        *string    `wire:"attachmentId"`
	DeleteOnTermination *bool      `wire:"deleteOnTermination"`
	DeviceIndex         *int32     `wire:"deviceIndex"`
	NetworkCardIndex    *int32     `wire:"networkCardIndex"`
	Status              *string    `wire:"status" rule:"AttachmentStatus"`
}

// InstanceSecondaryInterfacePrivateIpAddress is a published structure.
type InstanceSecondaryInterfacePrivateIpAddress struct {
	PrivateIpAddress *string `wire:"privateIpAddress"`
}

// InstanceSecondaryInterfacePrivateIpAddressRequest is a published structure.
type InstanceSecondaryInterfacePrivateIpAddressRequest struct {
	PrivateIpAddress string `wire:"PrivateIpAddress,required"`
}

// InstanceSecondaryInterfaceSpecificationRequest is a published structure.
type InstanceSecondaryInterfaceSpecificationRequest struct {
	DeleteOnTermination   *bool                                               `wire:"DeleteOnTermination"`
	DeviceIndex           *int32                                              `wire:"DeviceIndex"`
	InterfaceType         *string                                             `wire:"InterfaceType" rule:"SecondaryInterfaceType"`
	NetworkCardIndex      *int32                                              `wire:"NetworkCardIndex"`
	PrivateIpAddressCount *int32                                              `wire:"PrivateIpAddressCount"`
	PrivateIpAddresses    []InstanceSecondaryInterfacePrivateIpAddressRequest `wire:"PrivateIpAddress"`
	SecondarySubnetId     *string                                             `wire:"SecondarySubnetId"`
}

// InstanceState is a published structure.
type InstanceState struct {
	Code *int32  `wire:"code"`
	Name *string `wire:"name" rule:"InstanceStateName"`
}

// InstanceStateChange is a published structure.
type InstanceStateChange struct {
	CurrentState  *InstanceState `wire:"currentState"`
	InstanceId    *string        `wire:"instanceId"`
	PreviousState *InstanceState `wire:"previousState"`
}

// InstanceStatus is a published structure.
type InstanceStatus struct {
	AttachedEbsStatus  *EbsStatusSummary      `wire:"attachedEbsStatus"`
	AvailabilityZone   *string                `wire:"availabilityZone"`
	AvailabilityZoneId *string                `wire:"availabilityZoneId"`
	Events             []InstanceStatusEvent  `wire:"eventsSet"`
	InstanceId         *string                `wire:"instanceId"`
	InstanceState      *InstanceState         `wire:"instanceState"`
	InstanceStatus     *InstanceStatusSummary `wire:"instanceStatus"`
	Operator           *OperatorResponse      `wire:"operator"`
	OutpostArn         *string                `wire:"outpostArn"`
	SystemStatus       *InstanceStatusSummary `wire:"systemStatus"`
}

// InstanceStatusDetails is a published structure.
type InstanceStatusDetails struct {
	ImpairedSince *time.Time `wire:"impairedSince"`
	Name          *string    `wire:"name" rule:"StatusName"`
	Status        *string    `wire:"status" rule:"StatusType"`
}

// InstanceStatusEvent is a published structure.
type InstanceStatusEvent struct {
	Code              *string    `wire:"code" rule:"EventCode"`
	Description       *string    `wire:"description"`
	InstanceEventId   *string    `wire:"instanceEventId"`
	NotAfter          *time.Time `wire:"notAfter"`
	NotBefore         *time.Time `wire:"notBefore"`
	NotBeforeDeadline *time.Time `wire:"notBeforeDeadline"`
}

// InstanceStatusSummary is a published structure.
type InstanceStatusSummary struct {
	Details []InstanceStatusDetails `wire:"details"`
	Status  *string                 `wire:"status" rule:"SummaryStatus"`
}

// InstanceStorageInfo is a published structure.
type InstanceStorageInfo struct {
	Disks             []DiskInfo `wire:"disks"`
	EncryptionSupport *string    `wire:"encryptionSupport" rule:"InstanceStorageEncryptionSupport"`
	NvmeSupport       *string    `wire:"nvmeSupport" rule:"EphemeralNvmeSupport"`
	TotalSizeInGB     *int64     `wire:"totalSizeInGB"`
}

// InstanceTypeInfo is a published structure.
type InstanceTypeInfo struct {
	AutoRecoverySupported         *bool                     `wire:"autoRecoverySupported"`
	BareMetal                     *bool                     `wire:"bareMetal"`
	BurstablePerformanceSupported *bool                     `wire:"burstablePerformanceSupported"`
	CurrentGeneration             *bool                     `wire:"currentGeneration"`
	DedicatedHostsSupported       *bool                     `wire:"dedicatedHostsSupported"`
	EbsInfo                       *EbsInfo                  `wire:"ebsInfo"`
	FpgaInfo                      *FpgaInfo                 `wire:"fpgaInfo"`
	FreeTierEligible              *bool                     `wire:"freeTierEligible"`
	GpuInfo                       *GpuInfo                  `wire:"gpuInfo"`
	HibernationSupported          *bool                     `wire:"hibernationSupported"`
	Hypervisor                    *string                   `wire:"hypervisor" rule:"InstanceTypeHypervisor"`
	InferenceAcceleratorInfo      *InferenceAcceleratorInfo `wire:"inferenceAcceleratorInfo"`
	InstanceStorageInfo           *InstanceStorageInfo      `wire:"instanceStorageInfo"`
	InstanceStorageSupported      *bool                     `wire:"instanceStorageSupported"`
	InstanceType                  *string                   `wire:"instanceType" rule:"InstanceType"`
	MediaAcceleratorInfo          *MediaAcceleratorInfo     `wire:"mediaAcceleratorInfo"`
	MemoryInfo                    *MemoryInfo               `wire:"memoryInfo"`
	NetworkInfo                   *NetworkInfo              `wire:"networkInfo"`
	NeuronInfo                    *NeuronInfo               `wire:"neuronInfo"`
	NitroEnclavesSupport          *string                   `wire:"nitroEnclavesSupport" rule:"NitroEnclavesSupport"`
	NitroTpmInfo                  *NitroTpmInfo             `wire:"nitroTpmInfo"`
	NitroTpmSupport               *string                   `wire:"nitroTpmSupport" rule:"NitroTpmSupport"`
	PhcSupport                    *string                   `wire:"phcSupport" rule:"PhcSupport"`
	PlacementGroupInfo            *PlacementGroupInfo       `wire:"placementGroupInfo"`
	ProcessorInfo                 *ProcessorInfo            `wire:"processorInfo"`
	RebootMigrationSupport        *string                   `wire:"rebootMigrationSupport" rule:"RebootMigrationSupport"`
	SupportedBootModes            []string                  `wire:"supportedBootModes" rule:"BootModeTypeList"`
	SupportedInRegion             *bool                     `wire:"supportedInRegion"`
	SupportedRootDeviceTypes      []string                  `wire:"supportedRootDeviceTypes" rule:"RootDeviceTypeList"`
	SupportedUsageClasses         []string                  `wire:"supportedUsageClasses" rule:"UsageClassTypeList"`
	SupportedVirtualizationTypes  []string                  `wire:"supportedVirtualizationTypes" rule:"VirtualizationTypeList"`
	VCpuInfo                      *VCpuInfo                 `wire:"vCpuInfo"`
}

// IpPermission is a published structure.
type IpPermission struct {
	FromPort         *int32            `wire:"fromPort"`
	IpProtocol       *string           `wire:"ipProtocol"`
	IpRanges         []IpRange         `wire:"ipRanges"`
	Ipv6Ranges       []Ipv6Range       `wire:"ipv6Ranges"`
	PrefixListIds    []PrefixListId    `wire:"prefixListIds"`
	ToPort           *int32            `wire:"toPort"`
	UserIdGroupPairs []UserIdGroupPair `wire:"groups"`
}

// IpRange is a published structure.
type IpRange struct {
	CidrIp      *string `wire:"cidrIp"`
	Description *string `wire:"description"`
}

// Ipv4PrefixSpecification is a published structure.
type Ipv4PrefixSpecification struct {
	Ipv4Prefix *string `wire:"ipv4Prefix"`
}

// Ipv4PrefixSpecificationRequest is a published structure.
type Ipv4PrefixSpecificationRequest struct {
	Ipv4Prefix *string `wire:"Ipv4Prefix"`
}

// Ipv6PrefixSpecification is a published structure.
type Ipv6PrefixSpecification struct {
	Ipv6Prefix *string `wire:"ipv6Prefix"`
}

// Ipv6PrefixSpecificationRequest is a published structure.
type Ipv6PrefixSpecificationRequest struct {
	Ipv6Prefix *string `wire:"Ipv6Prefix"`
}

// Ipv6Range is a published structure.
type Ipv6Range struct {
	CidrIpv6    *string `wire:"cidrIpv6"`
	Description *string `wire:"description"`
}

// KeyPairInfo is a published structure.
type KeyPairInfo struct {
	CreateTime     *time.Time `wire:"createTime"`
	KeyFingerprint *string    `wire:"keyFingerprint"`
	KeyName        *string    `wire:"keyName"`
	KeyPairId      *string    `wire:"keyPairId"`
	KeyType        *string    `wire:"keyType" rule:"KeyType"`
	PublicKey      *string    `wire:"publicKey"`
	Tags           []Tag      `wire:"tagSet"`
}

// LaunchTemplateSpecification is a published structure.
type LaunchTemplateSpecification struct {
	LaunchTemplateId   *string `wire:"LaunchTemplateId"`
	LaunchTemplateName *string `wire:"LaunchTemplateName"`
	Version            *string `wire:"Version"`
}

// LicenseConfiguration is a published structure.
type LicenseConfiguration struct {
	LicenseConfigurationArn *string `wire:"licenseConfigurationArn"`
}

// LicenseConfigurationRequest is a published structure.
type LicenseConfigurationRequest struct {
	LicenseConfigurationArn *string `wire:"LicenseConfigurationArn"`
}

// MediaAcceleratorInfo is a published structure.
type MediaAcceleratorInfo struct {
	Accelerators          []MediaDeviceInfo `wire:"accelerators"`
	TotalMediaMemoryInMiB *int32            `wire:"totalMediaMemoryInMiB"`
}

// MediaDeviceInfo is a published structure.
type MediaDeviceInfo struct {
	Count        *int32                 `wire:"count"`
	Manufacturer *string                `wire:"manufacturer"`
	MemoryInfo   *MediaDeviceMemoryInfo `wire:"memoryInfo"`
	Name         *string                `wire:"name"`
}

// MediaDeviceMemoryInfo is a published structure.
type MediaDeviceMemoryInfo struct {
	SizeInMiB *int32 `wire:"sizeInMiB"`
}

// MemoryInfo is a published structure.
type MemoryInfo struct {
	SizeInMiB *int64 `wire:"sizeInMiB"`
}

// Monitoring is a published structure.
type Monitoring struct {
	State *string `wire:"state" rule:"MonitoringState"`
}

// NetworkCardInfo is a published structure.
type NetworkCardInfo struct {
	AdditionalFlexibleNetworkInterfaces *int32   `wire:"additionalFlexibleNetworkInterfaces"`
	BaselineBandwidthInGbps             *float64 `wire:"baselineBandwidthInGbps"`
	DefaultEnaQueueCountPerInterface    *int32   `wire:"defaultEnaQueueCountPerInterface"`
	MaximumEnaQueueCount                *int32   `wire:"maximumEnaQueueCount"`
	MaximumEnaQueueCountPerInterface    *int32   `wire:"maximumEnaQueueCountPerInterface"`
	MaximumNetworkInterfaces            *int32   `wire:"maximumNetworkInterfaces"`
	NetworkCardIndex                    *int32   `wire:"networkCardIndex"`
	NetworkPerformance                  *string  `wire:"networkPerformance"`
	PeakBandwidthInGbps                 *float64 `wire:"peakBandwidthInGbps"`
}

// NetworkInfo is a published structure.
type NetworkInfo struct {
	BandwidthWeightings                []string                                `wire:"bandwidthWeightings" rule:"BandwidthWeightingTypeList"`
	ConnectionTrackingConfiguration    *DefaultConnectionTrackingConfiguration `wire:"connectionTrackingConfiguration"`
	DefaultNetworkCardIndex            *int32                                  `wire:"defaultNetworkCardIndex"`
	EfaInfo                            *EfaInfo                                `wire:"efaInfo"`
	EfaSupported                       *bool                                   `wire:"efaSupported"`
	EnaSrdSupported                    *bool                                   `wire:"enaSrdSupported"`
	EnaSupport                         *string                                 `wire:"enaSupport" rule:"EnaSupport"`
	EncryptionInTransitSupported       *bool                                   `wire:"encryptionInTransitSupported"`
	FlexibleEnaQueuesSupport           *string                                 `wire:"flexibleEnaQueuesSupport" rule:"FlexibleEnaQueuesSupport"`
	Ipv4AddressesPerInterface          *int32                                  `wire:"ipv4AddressesPerInterface"`
	Ipv4AddressesPerSecondaryInterface *int32                                  `wire:"ipv4AddressesPerSecondaryInterface"`
	Ipv6AddressesPerInterface          *int32                                  `wire:"ipv6AddressesPerInterface"`
	Ipv6Supported                      *bool                                   `wire:"ipv6Supported"`
	MaximumNetworkCards                *int32                                  `wire:"maximumNetworkCards"`
	MaximumNetworkInterfaces           *int32                                  `wire:"maximumNetworkInterfaces"`
	MaximumSecondaryNetworkInterfaces  *int32                                  `wire:"maximumSecondaryNetworkInterfaces"`
	NetworkCards                       []NetworkCardInfo                       `wire:"networkCards"`
	NetworkPerformance                 *string                                 `wire:"networkPerformance"`
	SecondaryNetworkSupported          *bool                                   `wire:"secondaryNetworkSupported"`
}

// NetworkInterface is a published structure.
type NetworkInterface struct {
	AssociatedSubnets               []string                           `wire:"associatedSubnetSet"`
	Association                     *NetworkInterfaceAssociation       `wire:"association"`
	Attachment                      *NetworkInterfaceAttachment        `wire:"attachment"`
	AvailabilityZone                *string                            `wire:"availabilityZone"`
	AvailabilityZoneId              *string                            `wire:"availabilityZoneId"`
	ConnectionTrackingConfiguration *ConnectionTrackingConfiguration   `wire:"connectionTrackingConfiguration"`
	DenyAllIgwTraffic               *bool                              `wire:"denyAllIgwTraffic"`
	Description                     *string                            `wire:"description"`
	Groups                          []GroupIdentifier                  `wire:"groupSet"`
	InterfaceType                   *string                            `wire:"interfaceType" rule:"NetworkInterfaceType"`
	Ipv4Prefixes                    []Ipv4PrefixSpecification          `wire:"ipv4PrefixSet"`
	Ipv6Address                     *string                            `wire:"ipv6Address"`
	Ipv6Addresses                   []NetworkInterfaceIpv6Address      `wire:"ipv6AddressesSet"`
	Ipv6Native                      *bool                              `wire:"ipv6Native"`
	Ipv6Prefixes                    []Ipv6PrefixSpecification          `wire:"ipv6PrefixSet"`
	MacAddress                      *string                            `wire:"macAddress"`
	NetworkInterfaceId              *string                            `wire:"networkInterfaceId"`
	Operator                        *OperatorResponse                  `wire:"operator"`
	OutpostArn                      *string                            `wire:"outpostArn"`
	OwnerId                         *string                            `wire:"ownerId"`
	PrivateDnsName                  *string                            `wire:"privateDnsName"`
	PrivateIpAddress                *string                            `wire:"privateIpAddress"`
	PrivateIpAddresses              []NetworkInterfacePrivateIpAddress `wire:"privateIpAddressesSet"`
	PublicDnsName                   *string                            `wire:"publicDnsName"`
	PublicIpDnsNameOptions          *PublicIpDnsNameOptions            `wire:"publicIpDnsNameOptions"`
	RequesterId                     *string                            `wire:"requesterId"`
	RequesterManaged                *bool                              `wire:"requesterManaged"`
	SourceDestCheck                 *bool                              `wire:"sourceDestCheck"`
	Status                          *string                            `wire:"status" rule:"NetworkInterfaceStatus"`
	SubnetId                        *string                            `wire:"subnetId"`
	TagSet                          []Tag                              `wire:"tagSet"`
	VpcId                           *string                            `wire:"vpcId"`
}

// NetworkInterfaceAssociation is a published structure.
type NetworkInterfaceAssociation struct {
	AllocationId    *string `wire:"allocationId"`
	AssociationId   *string `wire:"associationId"`
	CarrierIp       *string `wire:"carrierIp"`
	CustomerOwnedIp *string `wire:"customerOwnedIp"`
	IpOwnerId       *string `wire:"ipOwnerId"`
	PublicDnsName   *string `wire:"publicDnsName"`
	PublicIp        *string `wire:"publicIp"`
}

// NetworkInterfaceAttachment is a published structure.
type NetworkInterfaceAttachment struct {
	AttachTime          *time.Time                     `wire:"attachTime"`
	AttachmentId        *string                        `wire:"attachmentId"`
	DeleteOnTermination *bool                          `wire:"deleteOnTermination"`
	DeviceIndex         *int32                         `wire:"deviceIndex"`
	EnaQueueCount       *int32                         `wire:"enaQueueCount"`
	EnaSrdSpecification *AttachmentEnaSrdSpecification `wire:"enaSrdSpecification"`
	InstanceId          *string                        `wire:"instanceId"`
	InstanceOwnerId     *string                        `wire:"instanceOwnerId"`
	NetworkCardIndex    *int32                         `wire:"networkCardIndex"`
	Status              *string                        `wire:"status" rule:"AttachmentStatus"`
}

// NetworkInterfaceAttachmentChanges is a published structure.
type NetworkInterfaceAttachmentChanges struct {
	AttachmentId         *string `wire:"attachmentId"`
	DefaultEnaQueueCount *bool   `wire:"DefaultEnaQueueCount"`
	DeleteOnTermination  *bool   `wire:"deleteOnTermination"`
	EnaQueueCount        *int32  `wire:"EnaQueueCount"`
}

// NetworkInterfaceIpv6Address is a published structure.
type NetworkInterfaceIpv6Address struct {
	Ipv6Address       *string `wire:"ipv6Address"`
	IsPrimaryIpv6     *bool   `wire:"isPrimaryIpv6"`
	PublicIpv6DnsName *string `wire:"publicIpv6DnsName"`
}

// NetworkInterfacePrivateIpAddress is a published structure.
type NetworkInterfacePrivateIpAddress struct {
	Association      *NetworkInterfaceAssociation `wire:"association"`
	Primary          *bool                        `wire:"primary"`
	PrivateDnsName   *string                      `wire:"privateDnsName"`
	PrivateIpAddress *string                      `wire:"privateIpAddress"`
}

// NeuronDeviceCoreInfo is a published structure.
type NeuronDeviceCoreInfo struct {
	Count   *int32 `wire:"count"`
	Version *int32 `wire:"version"`
}

// NeuronDeviceInfo is a published structure.
type NeuronDeviceInfo struct {
	CoreInfo   *NeuronDeviceCoreInfo   `wire:"coreInfo"`
	Count      *int32                  `wire:"count"`
	MemoryInfo *NeuronDeviceMemoryInfo `wire:"memoryInfo"`
	Name       *string                 `wire:"name"`
}

// NeuronDeviceMemoryInfo is a published structure.
type NeuronDeviceMemoryInfo struct {
	SizeInMiB *int32 `wire:"sizeInMiB"`
}

// NeuronInfo is a published structure.
type NeuronInfo struct {
	NeuronDevices                []NeuronDeviceInfo `wire:"neuronDevices"`
	TotalNeuronDeviceMemoryInMiB *int32             `wire:"totalNeuronDeviceMemoryInMiB"`
}

// NitroTpmInfo is a published structure.
type NitroTpmInfo struct {
	SupportedVersions []string `wire:"supportedVersions"`
}

// OperatorRequest is a published structure.
type OperatorRequest struct {
	Principal *string `wire:"Principal"`
}

// OperatorResponse is a published structure.
type OperatorResponse struct {
	HiddenByDefault *bool   `wire:"hiddenByDefault"`
	Managed         *bool   `wire:"managed"`
	Principal       *string `wire:"principal"`
}

// Placement is a published structure.
type Placement struct {
	Affinity             *string `wire:"affinity"`
	AvailabilityZone     *string `wire:"availabilityZone"`
	AvailabilityZoneId   *string `wire:"availabilityZoneId"`
	GroupId              *string `wire:"groupId"`
	GroupName            *string `wire:"groupName"`
	HostId               *string `wire:"hostId"`
	HostResourceGroupArn *string `wire:"hostResourceGroupArn"`
	PartitionNumber      *int32  `wire:"partitionNumber"`
	SpreadDomain         *string `wire:"spreadDomain"`
	Tenancy              *string `wire:"tenancy" rule:"Tenancy"`
}

// PlacementGroupInfo is a published structure.
type PlacementGroupInfo struct {
	SupportedStrategies []string `wire:"supportedStrategies" rule:"PlacementGroupStrategyList"`
}

// PrefixListId is a published structure.
type PrefixListId struct {
	Description  *string `wire:"description"`
	PrefixListId *string `wire:"prefixListId"`
}

// PrivateDnsNameOptionsOnLaunch is a published structure.
type PrivateDnsNameOptionsOnLaunch struct {
	EnableResourceNameDnsAAAARecord *bool   `wire:"enableResourceNameDnsAAAARecord"`
	EnableResourceNameDnsARecord    *bool   `wire:"enableResourceNameDnsARecord"`
	HostnameType                    *string `wire:"hostnameType" rule:"HostnameType"`
}

// PrivateDnsNameOptionsRequest is a published structure.
type PrivateDnsNameOptionsRequest struct {
	EnableResourceNameDnsAAAARecord *bool   `wire:"EnableResourceNameDnsAAAARecord"`
	EnableResourceNameDnsARecord    *bool   `wire:"EnableResourceNameDnsARecord"`
	HostnameType                    *string `wire:"HostnameType" rule:"HostnameType"`
}

// PrivateDnsNameOptionsResponse is a published structure.
type PrivateDnsNameOptionsResponse struct {
	EnableResourceNameDnsAAAARecord *bool   `wire:"enableResourceNameDnsAAAARecord"`
	EnableResourceNameDnsARecord    *bool   `wire:"enableResourceNameDnsARecord"`
	HostnameType                    *string `wire:"hostnameType" rule:"HostnameType"`
}

// PrivateIpAddressSpecification is a published structure.
type PrivateIpAddressSpecification struct {
	Primary          *bool   `wire:"primary"`
	PrivateIpAddress *string `wire:"privateIpAddress"`
}

// ProcessorInfo is a published structure.
type ProcessorInfo struct {
	Manufacturer             *string  `wire:"manufacturer"`
	SupportedArchitectures   []string `wire:"supportedArchitectures" rule:"ArchitectureTypeList"`
	SupportedFeatures        []string `wire:"supportedFeatures" rule:"SupportedAdditionalProcessorFeatureList"`
	SustainedClockSpeedInGhz *float64 `wire:"sustainedClockSpeedInGhz"`
}

// ProductCode is a published structure.
type ProductCode struct {
	ProductCodeId   *string `wire:"productCode"`
	ProductCodeType *string `wire:"type" rule:"ProductCodeValues"`
}

// PublicIpDnsNameOptions is a published structure.
type PublicIpDnsNameOptions struct {
	DnsHostnameType        *string `wire:"dnsHostnameType"`
	PublicDualStackDnsName *string `wire:"publicDualStackDnsName"`
	PublicIpv4DnsName      *string `wire:"publicIpv4DnsName"`
	PublicIpv6DnsName      *string `wire:"publicIpv6DnsName"`
}

// ReferencedSecurityGroup is a published structure.
type ReferencedSecurityGroup struct {
	GroupId                *string `wire:"groupId"`
	PeeringStatus          *string `wire:"peeringStatus"`
	UserId                 *string `wire:"userId"`
	VpcId                  *string `wire:"vpcId"`
	VpcPeeringConnectionId *string `wire:"vpcPeeringConnectionId"`
}

// Region is a published structure.
type Region struct {
	Endpoint    *string           `wire:"regionEndpoint"`
	Geography   []RegionGeography `wire:"geographySet"`
	OptInStatus *string           `wire:"optInStatus"`
	RegionName  *string           `wire:"regionName"`
}

// RegionGeography is a published structure.
type RegionGeography struct {
	Name *string `wire:"name"`
}

// Reservation is a published structure.
type Reservation struct {
	Groups        []GroupIdentifier `wire:"groupSet"`
	Instances     []Instance        `wire:"instancesSet"`
	OwnerId       *string           `wire:"ownerId"`
	RequesterId   *string           `wire:"requesterId"`
	ReservationId *string           `wire:"reservationId"`
}

// RevokedSecurityGroupRule is a published structure.
type RevokedSecurityGroupRule struct {
	CidrIpv4            *string `wire:"cidrIpv4"`
	CidrIpv6            *string `wire:"cidrIpv6"`
	Description         *string `wire:"description"`
	FromPort            *int32  `wire:"fromPort"`
	GroupId             *string `wire:"groupId"`
	IpProtocol          *string `wire:"ipProtocol"`
	IsEgress            *bool   `wire:"isEgress"`
	PrefixListId        *string `wire:"prefixListId"`
	ReferencedGroupId   *string `wire:"referencedGroupId"`
	SecurityGroupRuleId *string `wire:"securityGroupRuleId"`
	ToPort              *int32  `wire:"toPort"`
}

// RunInstancesMonitoringEnabled is a published structure.
type RunInstancesMonitoringEnabled struct {
	Enabled bool `wire:"enabled,required"`
}

// SecurityGroup is a published structure.
type SecurityGroup struct {
	Description         *string        `wire:"groupDescription"`
	GroupId             *string        `wire:"groupId"`
	GroupName           *string        `wire:"groupName"`
	IpPermissions       []IpPermission `wire:"ipPermissions"`
	IpPermissionsEgress []IpPermission `wire:"ipPermissionsEgress"`
	OwnerId             *string        `wire:"ownerId"`
	SecurityGroupArn    *string        `wire:"securityGroupArn"`
	Tags                []Tag          `wire:"tagSet"`
	VpcId               *string        `wire:"vpcId"`
}

// SecurityGroupRule is a published structure.
type SecurityGroupRule struct {
	CidrIpv4             *string                  `wire:"cidrIpv4"`
	CidrIpv6             *string                  `wire:"cidrIpv6"`
	Description          *string                  `wire:"description"`
	FromPort             *int32                   `wire:"fromPort"`
	GroupId              *string                  `wire:"groupId"`
	GroupOwnerId         *string                  `wire:"groupOwnerId"`
	IpProtocol           *string                  `wire:"ipProtocol"`
	IsEgress             *bool                    `wire:"isEgress"`
	PrefixListId         *string                  `wire:"prefixListId"`
	ReferencedGroupInfo  *ReferencedSecurityGroup `wire:"referencedGroupInfo"`
	SecurityGroupRuleArn *string                  `wire:"securityGroupRuleArn"`
	SecurityGroupRuleId  *string                  `wire:"securityGroupRuleId"`
	Tags                 []Tag                    `wire:"tagSet"`
	ToPort               *int32                   `wire:"toPort"`
}

// SecurityGroupRuleDescription is a published structure.
type SecurityGroupRuleDescription struct {
	Description         *string `wire:"Description"`
	SecurityGroupRuleId *string `wire:"SecurityGroupRuleId"`
}

// SecurityGroupRuleRequest is a published structure.
type SecurityGroupRuleRequest struct {
	CidrIpv4          *string `wire:"CidrIpv4"`
	CidrIpv6          *string `wire:"CidrIpv6"`
	Description       *string `wire:"Description"`
	FromPort          *int32  `wire:"FromPort"`
	IpProtocol        *string `wire:"IpProtocol"`
	PrefixListId      *string `wire:"PrefixListId"`
	ReferencedGroupId *string `wire:"ReferencedGroupId"`
	ToPort            *int32  `wire:"ToPort"`
}

// SecurityGroupRuleUpdate is a published structure.
type SecurityGroupRuleUpdate struct {
	SecurityGroupRule   *SecurityGroupRuleRequest `wire:"SecurityGroupRule"`
	SecurityGroupRuleId string                    `wire:"SecurityGroupRuleId,required"`
}

// SpotMarketOptions is a published structure.
type SpotMarketOptions struct {
	BlockDurationMinutes         *int32     `wire:"BlockDurationMinutes"`
	InstanceInterruptionBehavior *string    `wire:"InstanceInterruptionBehavior" rule:"InstanceInterruptionBehavior"`
	MaxPrice                     *string    `wire:"MaxPrice"`
	SpotInstanceType             *string    `wire:"SpotInstanceType" rule:"SpotInstanceType"`
	ValidUntil                   *time.Time `wire:"ValidUntil"`
}

// StateReason is a published structure.
type StateReason struct {
	Code    *string `wire:"code"`
	Message *string `wire:"message"`
}

// Subnet is a published structure.
type Subnet struct {
	AssignIpv6AddressOnCreation   *bool                            `wire:"assignIpv6AddressOnCreation"`
	AvailabilityZone              *string                          `wire:"availabilityZone"`
	AvailabilityZoneId            *string                          `wire:"availabilityZoneId"`
	AvailableIpAddressCount       *int32                           `wire:"availableIpAddressCount"`
	BlockPublicAccessStates       *BlockPublicAccessStates         `wire:"blockPublicAccessStates"`
	CidrBlock                     *string                          `wire:"cidrBlock"`
	CustomerOwnedIpv4Pool         *string                          `wire:"customerOwnedIpv4Pool"`
	DefaultForAz                  *bool                            `wire:"defaultForAz"`
	EnableDns64                   *bool                            `wire:"enableDns64"`
	EnableLniAtDeviceIndex        *int32                           `wire:"enableLniAtDeviceIndex"`
	Ipv6CidrBlockAssociationSet   []SubnetIpv6CidrBlockAssociation `wire:"ipv6CidrBlockAssociationSet"`
	Ipv6Native                    *bool                            `wire:"ipv6Native"`
	MapCustomerOwnedIpOnLaunch    *bool                            `wire:"mapCustomerOwnedIpOnLaunch"`
	MapPublicIpOnLaunch           *bool                            `wire:"mapPublicIpOnLaunch"`
	OutpostArn                    *string                          `wire:"outpostArn"`
	OwnerId                       *string                          `wire:"ownerId"`
	PrivateDnsNameOptionsOnLaunch *PrivateDnsNameOptionsOnLaunch   `wire:"privateDnsNameOptionsOnLaunch"`
	State                         *string                          `wire:"state" rule:"SubnetState"`
	SubnetArn                     *string                          `wire:"subnetArn"`
	SubnetId                      *string                          `wire:"subnetId"`
	Tags                          []Tag                            `wire:"tagSet"`
	Type                          *string                          `wire:"type"`
	VpcId                         *string                          `wire:"vpcId"`
}

// SubnetCidrBlockState is a published structure.
type SubnetCidrBlockState struct {
	State         *string `wire:"state" rule:"SubnetCidrBlockStateCode"`
	StatusMessage *string `wire:"statusMessage"`
}

// SubnetIpv6CidrBlockAssociation is a published structure.
type SubnetIpv6CidrBlockAssociation struct {
	AssociationId        *string               `wire:"associationId"`
	IpSource             *string               `wire:"ipSource" rule:"IpSource"`
	Ipv6AddressAttribute *string               `wire:"ipv6AddressAttribute" rule:"Ipv6AddressAttribute"`
	Ipv6CidrBlock        *string               `wire:"ipv6CidrBlock"`
	Ipv6CidrBlockState   *SubnetCidrBlockState `wire:"ipv6CidrBlockState"`
}

// Tag is a published structure.
type Tag struct {
	Key   *string `wire:"key"`
	Value *string `wire:"value"`
}

// TagDescription is a published structure.
type TagDescription struct {
	Key          *string `wire:"key"`
	ResourceId   *string `wire:"resourceId"`
	ResourceType *string `wire:"resourceType" rule:"ResourceType"`
	Value        *string `wire:"value"`
}

// TagSpecification is a published structure.
type TagSpecification struct {
	ResourceType *string `wire:"resourceType" rule:"ResourceType"`
	Tags         []Tag   `wire:"Tag"`
}

// UserIdGroupPair is a published structure.
type UserIdGroupPair struct {
	Description            *string `wire:"description"`
	GroupId                *string `wire:"groupId"`
	GroupName              *string `wire:"groupName"`
	PeeringStatus          *string `wire:"peeringStatus"`
	UserId                 *string `wire:"userId"`
	VpcId                  *string `wire:"vpcId"`
	VpcPeeringConnectionId *string `wire:"vpcPeeringConnectionId"`
}

// VCpuInfo is a published structure.
type VCpuInfo struct {
	DefaultCores          *int32  `wire:"defaultCores"`
	DefaultThreadsPerCore *int32  `wire:"defaultThreadsPerCore"`
	DefaultVCpus          *int32  `wire:"defaultVCpus"`
	ValidCores            []int32 `wire:"validCores"`
	ValidThreadsPerCore   []int32 `wire:"validThreadsPerCore"`
}

// Volume is a published structure.
type Volume struct {
	Attachments              []VolumeAttachment `wire:"attachmentSet"`
	AvailabilityZone         *string            `wire:"availabilityZone"`
	AvailabilityZoneId       *string            `wire:"availabilityZoneId"`
	CreateTime               *time.Time         `wire:"createTime"`
	Encrypted                *bool              `wire:"encrypted"`
	FastRestored             *bool              `wire:"fastRestored"`
	Iops                     *int32             `wire:"iops"`
	KmsKeyId                 *string            `wire:"kmsKeyId"`
	MultiAttachEnabled       *bool              `wire:"multiAttachEnabled"`
	Operator                 *OperatorResponse  `wire:"operator"`
	OutpostArn               *string            `wire:"outpostArn"`
	Size                     *int32             `wire:"size"`
	SnapshotId               *string            `wire:"snapshotId"`
	SourceVolumeId           *string            `wire:"sourceVolumeId"`
	SseType                  *string            `wire:"sseType" rule:"SSEType"`
	State                    *string            `wire:"status" rule:"VolumeState"`
	Tags                     []Tag              `wire:"tagSet"`
	Throughput               *int32             `wire:"throughput"`
	VolumeId                 *string            `wire:"volumeId"`
	VolumeInitializationRate *int32             `wire:"volumeInitializationRate"`
	VolumeType               *string            `wire:"volumeType" rule:"VolumeType"`
}

// VolumeAttachment is a published structure.
type VolumeAttachment struct {
	AssociatedResource    *string    `wire:"associatedResource"`
	AttachTime            *time.Time `wire:"attachTime"`
	DeleteOnTermination   *bool      `wire:"deleteOnTermination"`
	Device                *string    `wire:"device"`
	EbsCardIndex          *int32     `wire:"ebsCardIndex"`
	InstanceId            *string    `wire:"instanceId"`
	InstanceOwningService *string    `wire:"instanceOwningService"`
	State                 *string    `wire:"status" rule:"VolumeAttachmentState"`
	VolumeId              *string    `wire:"volumeId"`
}

// VolumeModification is a published structure.
type VolumeModification struct {
	EndTime                    *time.Time        `wire:"endTime"`
	ModificationState          *string           `wire:"modificationState" rule:"VolumeModificationState"`
	Operator                   *OperatorResponse `wire:"operator"`
	OriginalIops               *int32            `wire:"originalIops"`
	OriginalMultiAttachEnabled *bool             `wire:"originalMultiAttachEnabled"`
	OriginalSize               *int32            `wire:"originalSize"`
	OriginalThroughput         *int32            `wire:"originalThroughput"`
	OriginalVolumeType         *string           `wire:"originalVolumeType" rule:"VolumeType"`
	Progress                   *int64            `wire:"progress"`
	StartTime                  *time.Time        `wire:"startTime"`
	StatusMessage              *string           `wire:"statusMessage"`
	TargetIops                 *int32            `wire:"targetIops"`
	TargetMultiAttachEnabled   *bool             `wire:"targetMultiAttachEnabled"`
	TargetSize                 *int32            `wire:"targetSize"`
	TargetThroughput           *int32            `wire:"targetThroughput"`
	TargetVolumeType           *string           `wire:"targetVolumeType" rule:"VolumeType"`
	VolumeId                   *string           `wire:"volumeId"`
}

// Vpc is a published structure.
type Vpc struct {
	BlockPublicAccessStates     *BlockPublicAccessStates      `wire:"blockPublicAccessStates"`
	CidrBlock                   *string                       `wire:"cidrBlock"`
	CidrBlockAssociationSet     []VpcCidrBlockAssociation     `wire:"cidrBlockAssociationSet"`
	DhcpOptionsId               *string                       `wire:"dhcpOptionsId"`
	EncryptionControl           *VpcEncryptionControl         `wire:"encryptionControl"`
	InstanceTenancy             *string                       `wire:"instanceTenancy" rule:"Tenancy"`
	Ipv6CidrBlockAssociationSet []VpcIpv6CidrBlockAssociation `wire:"ipv6CidrBlockAssociationSet"`
	IsDefault                   *bool                         `wire:"isDefault"`
	OwnerId                     *string                       `wire:"ownerId"`
	State                       *string                       `wire:"state" rule:"VpcState"`
	Tags                        []Tag                         `wire:"tagSet"`
	VpcId                       *string                       `wire:"vpcId"`
}

// VpcCidrBlockAssociation is a published structure.
type VpcCidrBlockAssociation struct {
	AssociationId  *string            `wire:"associationId"`
	CidrBlock      *string            `wire:"cidrBlock"`
	CidrBlockState *VpcCidrBlockState `wire:"cidrBlockState"`
}

// VpcCidrBlockState is a published structure.
type VpcCidrBlockState struct {
	State         *string `wire:"state" rule:"VpcCidrBlockStateCode"`
	StatusMessage *string `wire:"statusMessage"`
}

// VpcEncryptionControl is a published structure.
type VpcEncryptionControl struct {
	Mode                   *string                         `wire:"mode" rule:"VpcEncryptionControlMode"`
	ResourceExclusions     *VpcEncryptionControlExclusions `wire:"resourceExclusions"`
	State                  *string                         `wire:"state" rule:"VpcEncryptionControlState"`
	StateMessage           *string                         `wire:"stateMessage"`
	Tags                   []Tag                           `wire:"tagSet"`
	VpcEncryptionControlId *string                         `wire:"vpcEncryptionControlId"`
	VpcId                  *string                         `wire:"vpcId"`
}

// VpcEncryptionControlExclusion is a published structure.
type VpcEncryptionControlExclusion struct {
	State        *string `wire:"state" rule:"VpcEncryptionControlExclusionState"`
	StateMessage *string `wire:"stateMessage"`
}

// VpcEncryptionControlExclusions is a published structure.
type VpcEncryptionControlExclusions struct {
	EgressOnlyInternetGateway *VpcEncryptionControlExclusion `wire:"egressOnlyInternetGateway"`
	ElasticFileSystem         *VpcEncryptionControlExclusion `wire:"elasticFileSystem"`
	InternetGateway           *VpcEncryptionControlExclusion `wire:"internetGateway"`
	Lambda                    *VpcEncryptionControlExclusion `wire:"lambda"`
	NatGateway                *VpcEncryptionControlExclusion `wire:"natGateway"`
	VirtualPrivateGateway     *VpcEncryptionControlExclusion `wire:"virtualPrivateGateway"`
	VpcLattice                *VpcEncryptionControlExclusion `wire:"vpcLattice"`
	VpcPeering                *VpcEncryptionControlExclusion `wire:"vpcPeering"`
}

// VpcIpv6CidrBlockAssociation is a published structure.
type VpcIpv6CidrBlockAssociation struct {
	AssociationId        *string            `wire:"associationId"`
	IpSource             *string            `wire:"ipSource" rule:"IpSource"`
	Ipv6AddressAttribute *string            `wire:"ipv6AddressAttribute" rule:"Ipv6AddressAttribute"`
	Ipv6CidrBlock        *string            `wire:"ipv6CidrBlock"`
	Ipv6CidrBlockState   *VpcCidrBlockState `wire:"ipv6CidrBlockState"`
	Ipv6Pool             *string            `wire:"ipv6Pool"`
	NetworkBorderGroup   *string            `wire:"networkBorderGroup"`
}
