// Code generated from models/ec2.json by api/gen; DO NOT EDIT.

package ec2

// AttachVolumeInput is what AttachVolume takes.
type AttachVolumeInput struct {
	Device       string `wire:"Device,required"`
	DryRun       *bool  `wire:"dryRun"`
	EbsCardIndex *int32 `wire:"EbsCardIndex"`
	InstanceId   string `wire:"InstanceId,required"`
	VolumeId     string `wire:"VolumeId,required"`
}

// AttachVolumeOutput is what AttachVolume answers.
type AttachVolumeOutput = VolumeAttachment

// AuthorizeSecurityGroupEgressInput is what AuthorizeSecurityGroupEgress takes.
type AuthorizeSecurityGroupEgressInput struct {
	CidrIp                     *string            `wire:"cidrIp"`
	DryRun                     *bool              `wire:"dryRun"`
	FromPort                   *int32             `wire:"fromPort"`
	GroupId                    string             `wire:"groupId,required"`
	IpPermissions              []IpPermission     `wire:"ipPermissions"`
	IpProtocol                 *string            `wire:"ipProtocol"`
	SourceSecurityGroupName    *string            `wire:"sourceSecurityGroupName"`
	SourceSecurityGroupOwnerId *string            `wire:"sourceSecurityGroupOwnerId"`
	TagSpecifications          []TagSpecification `wire:"TagSpecification"`
	ToPort                     *int32             `wire:"toPort"`
}

// AuthorizeSecurityGroupEgressOutput is what AuthorizeSecurityGroupEgress answers.
type AuthorizeSecurityGroupEgressOutput struct {
	Return             *bool               `wire:"return"`
	SecurityGroupRules []SecurityGroupRule `wire:"securityGroupRuleSet"`
}

// AuthorizeSecurityGroupIngressInput is what AuthorizeSecurityGroupIngress takes.
type AuthorizeSecurityGroupIngressInput struct {
	CidrIp                     *string            `wire:"CidrIp"`
	DryRun                     *bool              `wire:"dryRun"`
	FromPort                   *int32             `wire:"FromPort"`
	GroupId                    *string            `wire:"GroupId"`
	GroupName                  *string            `wire:"GroupName"`
	IpPermissions              []IpPermission     `wire:"IpPermissions"`
	IpProtocol                 *string            `wire:"IpProtocol"`
	SourceSecurityGroupName    *string            `wire:"SourceSecurityGroupName"`
	SourceSecurityGroupOwnerId *string            `wire:"SourceSecurityGroupOwnerId"`
	TagSpecifications          []TagSpecification `wire:"TagSpecification"`
	ToPort                     *int32             `wire:"ToPort"`
}

// AuthorizeSecurityGroupIngressOutput is what AuthorizeSecurityGroupIngress answers.
type AuthorizeSecurityGroupIngressOutput struct {
	Return             *bool               `wire:"return"`
	SecurityGroupRules []SecurityGroupRule `wire:"securityGroupRuleSet"`
}

// CreateKeyPairInput is what CreateKeyPair takes.
type CreateKeyPairInput struct {
	DryRun            *bool              `wire:"dryRun"`
	KeyFormat         *string            `wire:"KeyFormat" rule:"KeyFormat"`
	KeyName           string             `wire:"KeyName,required"`
	KeyType           *string            `wire:"KeyType" rule:"KeyType"`
	TagSpecifications []TagSpecification `wire:"TagSpecification"`
}

// CreateKeyPairOutput is what CreateKeyPair answers.
type CreateKeyPairOutput struct {
	KeyFingerprint *string `wire:"keyFingerprint"`
	KeyMaterial    *string `wire:"keyMaterial" rule:"SensitiveUserData"`
	KeyName        *string `wire:"keyName"`
	KeyPairId      *string `wire:"keyPairId"`
	Tags           []Tag   `wire:"tagSet"`
}

// CreateSecurityGroupInput is what CreateSecurityGroup takes.
type CreateSecurityGroupInput struct {
	Description       string             `wire:"GroupDescription,required"`
	DryRun            *bool              `wire:"dryRun"`
	GroupName         string             `wire:"GroupName,required"`
	TagSpecifications []TagSpecification `wire:"TagSpecification"`
	VpcId             *string            `wire:"VpcId"`
}

// CreateSecurityGroupOutput is what CreateSecurityGroup answers.
type CreateSecurityGroupOutput struct {
	GroupId          *string `wire:"groupId"`
	SecurityGroupArn *string `wire:"securityGroupArn"`
	Tags             []Tag   `wire:"tagSet"`
}

// CreateTagsInput is what CreateTags takes.
type CreateTagsInput struct {
	DryRun    *bool    `wire:"dryRun"`
	Resources []string `wire:"ResourceId,required" item:"member"`
	Tags      []Tag    `wire:"Tag,required"`
}

// CreateTagsOutput is what CreateTags answers.
type CreateTagsOutput struct {
}

// CreateVolumeInput is what CreateVolume takes.
type CreateVolumeInput struct {
	AvailabilityZone         *string            `wire:"AvailabilityZone"`
	AvailabilityZoneId       *string            `wire:"AvailabilityZoneId"`
	ClientToken              *string            `wire:"ClientToken"`
	DryRun                   *bool              `wire:"dryRun"`
	Encrypted                *bool              `wire:"encrypted"`
	Iops                     *int32             `wire:"Iops"`
	KmsKeyId                 *string            `wire:"KmsKeyId"`
	MultiAttachEnabled       *bool              `wire:"MultiAttachEnabled"`
	Operator                 *OperatorRequest   `wire:"Operator"`
	OutpostArn               *string            `wire:"OutpostArn"`
	Size                     *int32             `wire:"Size"`
	SnapshotId               *string            `wire:"SnapshotId"`
	TagSpecifications        []TagSpecification `wire:"TagSpecification"`
	Throughput               *int32             `wire:"Throughput"`
	VolumeInitializationRate *int32             `wire:"VolumeInitializationRate"`
	VolumeType               *string            `wire:"VolumeType" rule:"VolumeType"`
}

// CreateVolumeOutput is what CreateVolume answers.
type CreateVolumeOutput = Volume

// DeleteKeyPairInput is what DeleteKeyPair takes.
type DeleteKeyPairInput struct {
	DryRun    *bool   `wire:"dryRun"`
	KeyName   *string `wire:"KeyName"`
	KeyPairId *string `wire:"KeyPairId"`
}

// DeleteKeyPairOutput is what DeleteKeyPair answers.
type DeleteKeyPairOutput struct {
	KeyPairId *string `wire:"keyPairId"`
	Return    *bool   `wire:"return"`
}

// DeleteSecurityGroupInput is what DeleteSecurityGroup takes.
type DeleteSecurityGroupInput struct {
	DryRun    *bool   `wire:"dryRun"`
	GroupId   *string `wire:"GroupId"`
	GroupName *string `wire:"GroupName"`
}

// DeleteSecurityGroupOutput is what DeleteSecurityGroup answers.
type DeleteSecurityGroupOutput struct {
	GroupId *string `wire:"groupId"`
	Return  *bool   `wire:"return"`
}

// DeleteTagsInput is what DeleteTags takes.
type DeleteTagsInput struct {
	DryRun    *bool    `wire:"dryRun"`
	Resources []string `wire:"resourceId,required" item:"member"`
	Tags      []Tag    `wire:"tag"`
}

// DeleteTagsOutput is what DeleteTags answers.
type DeleteTagsOutput struct {
}

// DeleteVolumeInput is what DeleteVolume takes.
type DeleteVolumeInput struct {
	DryRun   *bool  `wire:"dryRun"`
	VolumeId string `wire:"VolumeId,required"`
}

// DeleteVolumeOutput is what DeleteVolume answers.
type DeleteVolumeOutput struct {
}

// DescribeAccountAttributesInput is what DescribeAccountAttributes takes.
type DescribeAccountAttributesInput struct {
	AttributeNames []string `wire:"attributeName" item:"attributeName" rule:"AccountAttributeNameStringList"`
	DryRun         *bool    `wire:"dryRun"`
}

// DescribeAccountAttributesOutput is what DescribeAccountAttributes answers.
type DescribeAccountAttributesOutput struct {
	AccountAttributes []AccountAttribute `wire:"accountAttributeSet"`
}

// DescribeAvailabilityZonesInput is what DescribeAvailabilityZones takes.
type DescribeAvailabilityZonesInput struct {
	AllAvailabilityZones *bool    `wire:"AllAvailabilityZones"`
	DryRun               *bool    `wire:"dryRun"`
	Filters              []Filter `wire:"Filter" item:"Filter"`
	ZoneIds              []string `wire:"ZoneId" item:"ZoneId"`
	ZoneNames            []string `wire:"ZoneName" item:"ZoneName"`
}

// DescribeAvailabilityZonesOutput is what DescribeAvailabilityZones answers.
type DescribeAvailabilityZonesOutput struct {
	AvailabilityZones []AvailabilityZone `wire:"availabilityZoneInfo"`
}

// DescribeIamInstanceProfileAssociationsInput is what DescribeIamInstanceProfileAssociations takes.
type DescribeIamInstanceProfileAssociationsInput struct {
	AssociationIds []string `wire:"AssociationId" item:"AssociationId"`
	Filters        []Filter `wire:"Filter" item:"Filter"`
	MaxResults     *int32   `wire:"MaxResults" rule:"DescribeIamInstanceProfileAssociationsMaxResults"`
	NextToken      *string  `wire:"NextToken"`
}

// DescribeIamInstanceProfileAssociationsOutput is what DescribeIamInstanceProfileAssociations answers.
type DescribeIamInstanceProfileAssociationsOutput struct {
	IamInstanceProfileAssociations []IamInstanceProfileAssociation `wire:"iamInstanceProfileAssociationSet"`
	NextToken                      *string                         `wire:"nextToken"`
}

// DescribeImagesInput is what DescribeImages takes.
type DescribeImagesInput struct {
	DryRun            *bool    `wire:"dryRun"`
	ExecutableUsers   []string `wire:"ExecutableBy" item:"ExecutableBy"`
	Filters           []Filter `wire:"Filter" item:"Filter"`
	ImageIds          []string `wire:"ImageId" item:"ImageId"`
	IncludeDeprecated *bool    `wire:"IncludeDeprecated"`
	IncludeDisabled   *bool    `wire:"IncludeDisabled"`
	MaxResults        *int32   `wire:"MaxResults"`
	NextToken         *string  `wire:"NextToken"`
	Owners            []string `wire:"Owner" item:"Owner"`
}

// DescribeImagesOutput is what DescribeImages answers.
type DescribeImagesOutput struct {
	Images    []Image `wire:"imagesSet"`
	NextToken *string `wire:"nextToken"`
}

// DescribeInstanceAttributeInput is what DescribeInstanceAttribute takes.
type DescribeInstanceAttributeInput struct {
	Attribute  string `wire:"attribute,required" rule:"InstanceAttributeName"`
	DryRun     *bool  `wire:"dryRun"`
	InstanceId string `wire:"instanceId,required"`
}

// DescribeInstanceAttributeOutput is what DescribeInstanceAttribute answers.
type DescribeInstanceAttributeOutput struct {
	BlockDeviceMappings               []InstanceBlockDeviceMapping `wire:"blockDeviceMapping"`
	DisableApiStop                    *AttributeBooleanValue       `wire:"disableApiStop"`
	DisableApiTermination             *AttributeBooleanValue       `wire:"disableApiTermination"`
	EbsOptimized                      *AttributeBooleanValue       `wire:"ebsOptimized"`
	EnaSupport                        *AttributeBooleanValue       `wire:"enaSupport"`
	EnclaveOptions                    *EnclaveOptions              `wire:"enclaveOptions"`
	Groups                            []GroupIdentifier            `wire:"groupSet"`
	InstanceId                        *string                      `wire:"instanceId"`
	InstanceInitiatedShutdownBehavior *AttributeValue              `wire:"instanceInitiatedShutdownBehavior"`
	InstanceType                      *AttributeValue              `wire:"instanceType"`
	KernelId                          *AttributeValue              `wire:"kernel"`
	ProductCodes                      []ProductCode                `wire:"productCodes"`
	RamdiskId                         *AttributeValue              `wire:"ramdisk"`
	RootDeviceName                    *AttributeValue              `wire:"rootDeviceName"`
	SourceDestCheck                   *AttributeBooleanValue       `wire:"sourceDestCheck"`
	SriovNetSupport                   *AttributeValue              `wire:"sriovNetSupport"`
	UserData                          *AttributeValue              `wire:"userData"`
}

// DescribeInstanceCreditSpecificationsInput is what DescribeInstanceCreditSpecifications takes.
type DescribeInstanceCreditSpecificationsInput struct {
	DryRun      *bool    `wire:"DryRun"`
	Filters     []Filter `wire:"Filter" item:"Filter"`
	InstanceIds []string `wire:"InstanceId" item:"InstanceId"`
	MaxResults  *int32   `wire:"MaxResults" rule:"DescribeInstanceCreditSpecificationsMaxResults"`
	NextToken   *string  `wire:"NextToken"`
}

// DescribeInstanceCreditSpecificationsOutput is what DescribeInstanceCreditSpecifications answers.
type DescribeInstanceCreditSpecificationsOutput struct {
	InstanceCreditSpecifications []InstanceCreditSpecification `wire:"instanceCreditSpecificationSet"`
	NextToken                    *string                       `wire:"nextToken"`
}

// DescribeInstanceStatusInput is what DescribeInstanceStatus takes.
type DescribeInstanceStatusInput struct {
	DryRun                  *bool    `wire:"dryRun"`
	Filters                 []Filter `wire:"Filter" item:"Filter"`
	IncludeAllInstances     *bool    `wire:"includeAllInstances"`
	IncludeManagedResources *bool    `wire:"IncludeManagedResources"`
	InstanceIds             []string `wire:"InstanceId" item:"InstanceId"`
	MaxResults              *int32   `wire:"MaxResults"`
	NextToken               *string  `wire:"NextToken"`
}

// DescribeInstanceStatusOutput is what DescribeInstanceStatus answers.
type DescribeInstanceStatusOutput struct {
	InstanceStatuses []InstanceStatus `wire:"instanceStatusSet"`
	NextToken        *string          `wire:"nextToken"`
}

// DescribeInstanceTypesInput is what DescribeInstanceTypes takes.
type DescribeInstanceTypesInput struct {
	DryRun                     *bool    `wire:"DryRun"`
	Filters                    []Filter `wire:"Filter" item:"Filter"`
	IncludeUnsupportedInRegion *bool    `wire:"IncludeUnsupportedInRegion"`
	InstanceTypes              []string `wire:"InstanceType" item:"member" rule:"RequestInstanceTypeList"`
	MaxResults                 *int32   `wire:"MaxResults" rule:"DITMaxResults"`
	NextToken                  *string  `wire:"NextToken"`
}

// DescribeInstanceTypesOutput is what DescribeInstanceTypes answers.
type DescribeInstanceTypesOutput struct {
	InstanceTypes []InstanceTypeInfo `wire:"instanceTypeSet"`
	NextToken     *string            `wire:"nextToken"`
}

// DescribeInstancesInput is what DescribeInstances takes.
type DescribeInstancesInput struct {
	DryRun                  *bool    `wire:"dryRun"`
	Filters                 []Filter `wire:"Filter" item:"Filter"`
	IncludeManagedResources *bool    `wire:"IncludeManagedResources"`
	InstanceIds             []string `wire:"InstanceId" item:"InstanceId"`
	MaxResults              *int32   `wire:"maxResults"`
	NextToken               *string  `wire:"nextToken"`
}

// DescribeInstancesOutput is what DescribeInstances answers.
type DescribeInstancesOutput struct {
	NextToken    *string       `wire:"nextToken"`
	Reservations []Reservation `wire:"reservationSet"`
}

// DescribeKeyPairsInput is what DescribeKeyPairs takes.
type DescribeKeyPairsInput struct {
	DryRun           *bool    `wire:"dryRun"`
	Filters          []Filter `wire:"Filter" item:"Filter"`
	IncludePublicKey *bool    `wire:"IncludePublicKey"`
	KeyNames         []string `wire:"KeyName" item:"KeyName"`
	KeyPairIds       []string `wire:"KeyPairId" item:"KeyPairId"`
}

// DescribeKeyPairsOutput is what DescribeKeyPairs answers.
type DescribeKeyPairsOutput struct {
	KeyPairs []KeyPairInfo `wire:"keySet"`
}

// DescribeNetworkInterfacesInput is what DescribeNetworkInterfaces takes.
type DescribeNetworkInterfacesInput struct {
	DryRun                  *bool    `wire:"dryRun"`
	Filters                 []Filter `wire:"filter" item:"Filter"`
	IncludeManagedResources *bool    `wire:"IncludeManagedResources"`
	MaxResults              *int32   `wire:"MaxResults" rule:"DescribeNetworkInterfacesMaxResults"`
	NetworkInterfaceIds     []string `wire:"NetworkInterfaceId"`
	NextToken               *string  `wire:"NextToken"`
}

// DescribeNetworkInterfacesOutput is what DescribeNetworkInterfaces answers.
type DescribeNetworkInterfacesOutput struct {
	NetworkInterfaces []NetworkInterface `wire:"networkInterfaceSet"`
	NextToken         *string            `wire:"nextToken"`
}

// DescribeRegionsInput is what DescribeRegions takes.
type DescribeRegionsInput struct {
	AllRegions  *bool    `wire:"AllRegions"`
	DryRun      *bool    `wire:"dryRun"`
	Filters     []Filter `wire:"Filter" item:"Filter"`
	RegionNames []string `wire:"RegionName" item:"RegionName"`
}

// DescribeRegionsOutput is what DescribeRegions answers.
type DescribeRegionsOutput struct {
	Regions []Region `wire:"regionInfo"`
}

// DescribeSecurityGroupRulesInput is what DescribeSecurityGroupRules takes.
type DescribeSecurityGroupRulesInput struct {
	DryRun               *bool    `wire:"DryRun"`
	Filters              []Filter `wire:"Filter" item:"Filter"`
	MaxResults           *int32   `wire:"MaxResults" rule:"DescribeSecurityGroupRulesMaxResults"`
	NextToken            *string  `wire:"NextToken"`
	SecurityGroupRuleIds []string `wire:"SecurityGroupRuleId"`
}

// DescribeSecurityGroupRulesOutput is what DescribeSecurityGroupRules answers.
type DescribeSecurityGroupRulesOutput struct {
	NextToken          *string             `wire:"nextToken"`
	SecurityGroupRules []SecurityGroupRule `wire:"securityGroupRuleSet"`
}

// DescribeSecurityGroupsInput is what DescribeSecurityGroups takes.
type DescribeSecurityGroupsInput struct {
	DryRun     *bool    `wire:"dryRun"`
	Filters    []Filter `wire:"Filter" item:"Filter"`
	GroupIds   []string `wire:"GroupId" item:"groupId"`
	GroupNames []string `wire:"GroupName" item:"GroupName"`
	MaxResults *int32   `wire:"MaxResults" rule:"DescribeSecurityGroupsMaxResults"`
	NextToken  *string  `wire:"NextToken"`
}

// DescribeSecurityGroupsOutput is what DescribeSecurityGroups answers.
type DescribeSecurityGroupsOutput struct {
	NextToken      *string         `wire:"nextToken"`
	SecurityGroups []SecurityGroup `wire:"securityGroupInfo"`
}

// DescribeSubnetsInput is what DescribeSubnets takes.
type DescribeSubnetsInput struct {
	DryRun     *bool    `wire:"dryRun"`
	Filters    []Filter `wire:"Filter" item:"Filter"`
	MaxResults *int32   `wire:"MaxResults" rule:"DescribeSubnetsMaxResults"`
	NextToken  *string  `wire:"NextToken"`
	SubnetIds  []string `wire:"SubnetId" item:"SubnetId"`
}

// DescribeSubnetsOutput is what DescribeSubnets answers.
type DescribeSubnetsOutput struct {
	NextToken *string  `wire:"nextToken"`
	Subnets   []Subnet `wire:"subnetSet"`
}

// DescribeTagsInput is what DescribeTags takes.
type DescribeTagsInput struct {
	DryRun     *bool    `wire:"dryRun"`
	Filters    []Filter `wire:"Filter" item:"Filter"`
	MaxResults *int32   `wire:"maxResults"`
	NextToken  *string  `wire:"nextToken"`
}

// DescribeTagsOutput is what DescribeTags answers.
type DescribeTagsOutput struct {
	NextToken *string          `wire:"nextToken"`
	Tags      []TagDescription `wire:"tagSet"`
}

// DescribeVolumesInput is what DescribeVolumes takes.
type DescribeVolumesInput struct {
	DryRun                  *bool    `wire:"dryRun"`
	Filters                 []Filter `wire:"Filter" item:"Filter"`
	IncludeManagedResources *bool    `wire:"IncludeManagedResources"`
	MaxResults              *int32   `wire:"maxResults"`
	NextToken               *string  `wire:"nextToken"`
	VolumeIds               []string `wire:"VolumeId" item:"VolumeId"`
}

// DescribeVolumesOutput is what DescribeVolumes answers.
type DescribeVolumesOutput struct {
	NextToken *string  `wire:"nextToken"`
	Volumes   []Volume `wire:"volumeSet"`
}

// DescribeVolumesModificationsInput is what DescribeVolumesModifications takes.
type DescribeVolumesModificationsInput struct {
	DryRun     *bool    `wire:"DryRun"`
	Filters    []Filter `wire:"Filter" item:"Filter"`
	MaxResults *int32   `wire:"MaxResults"`
	NextToken  *string  `wire:"NextToken"`
	VolumeIds  []string `wire:"VolumeId" item:"VolumeId"`
}

// DescribeVolumesModificationsOutput is what DescribeVolumesModifications answers.
type DescribeVolumesModificationsOutput struct {
	NextToken            *string              `wire:"nextToken"`
	VolumesModifications []VolumeModification `wire:"volumeModificationSet"`
}

// DescribeVpcAttributeInput is what DescribeVpcAttribute takes.
type DescribeVpcAttributeInput struct {
	Attribute string `wire:"Attribute,required" rule:"VpcAttributeName"`
	DryRun    *bool  `wire:"dryRun"`
	VpcId     string `wire:"VpcId,required"`
}

// DescribeVpcAttributeOutput is what DescribeVpcAttribute answers.
type DescribeVpcAttributeOutput struct {
	EnableDnsHostnames               *AttributeBooleanValue `wire:"enableDnsHostnames"`
	EnableDnsSupport                 *AttributeBooleanValue `wire:"enableDnsSupport"`
	EnableNetworkAddressUsageMetrics *AttributeBooleanValue `wire:"enableNetworkAddressUsageMetrics"`
	VpcId                            *string                `wire:"vpcId"`
}

// DescribeVpcsInput is what DescribeVpcs takes.
type DescribeVpcsInput struct {
	DryRun     *bool    `wire:"dryRun"`
	Filters    []Filter `wire:"Filter" item:"Filter"`
	MaxResults *int32   `wire:"MaxResults" rule:"DescribeVpcsMaxResults"`
	NextToken  *string  `wire:"NextToken"`
	VpcIds     []string `wire:"VpcId" item:"VpcId"`
}

// DescribeVpcsOutput is what DescribeVpcs answers.
type DescribeVpcsOutput struct {
	NextToken *string `wire:"nextToken"`
	Vpcs      []Vpc   `wire:"vpcSet"`
}

// DetachVolumeInput is what DetachVolume takes.
type DetachVolumeInput struct {
	Device     *string `wire:"Device"`
	DryRun     *bool   `wire:"dryRun"`
	Force      *bool   `wire:"Force"`
	InstanceId *string `wire:"InstanceId"`
	VolumeId   string  `wire:"VolumeId,required"`
}

// DetachVolumeOutput is what DetachVolume answers.
type DetachVolumeOutput = VolumeAttachment

// ImportKeyPairInput is what ImportKeyPair takes.
type ImportKeyPairInput struct {
	DryRun            *bool              `wire:"dryRun"`
	KeyName           string             `wire:"keyName,required"`
	PublicKeyMaterial []byte             `wire:"publicKeyMaterial,required" rule:"Blob"`
	TagSpecifications []TagSpecification `wire:"TagSpecification"`
}

// ImportKeyPairOutput is what ImportKeyPair answers.
type ImportKeyPairOutput struct {
	KeyFingerprint *string `wire:"keyFingerprint"`
	KeyName        *string `wire:"keyName"`
	KeyPairId      *string `wire:"keyPairId"`
	Tags           []Tag   `wire:"tagSet"`
}

// ModifyInstanceAttributeInput is what ModifyInstanceAttribute takes.
type ModifyInstanceAttributeInput struct {
	Attribute                         *string                                   `wire:"attribute" rule:"InstanceAttributeName"`
	BlockDeviceMappings               []InstanceBlockDeviceMappingSpecification `wire:"blockDeviceMapping"`
	DisableApiStop                    *AttributeBooleanValue                    `wire:"DisableApiStop"`
	DisableApiTermination             *AttributeBooleanValue                    `wire:"disableApiTermination"`
	DryRun                            *bool                                     `wire:"dryRun"`
	EbsOptimized                      *AttributeBooleanValue                    `wire:"ebsOptimized"`
	EnaSupport                        *AttributeBooleanValue                    `wire:"enaSupport"`
	Groups                            []string                                  `wire:"GroupId" item:"groupId"`
	InstanceId                        string                                    `wire:"instanceId,required"`
	InstanceInitiatedShutdownBehavior *AttributeValue                           `wire:"instanceInitiatedShutdownBehavior"`
	InstanceType                      *AttributeValue                           `wire:"instanceType"`
	Kernel                            *AttributeValue                           `wire:"kernel"`
	Ramdisk                           *AttributeValue                           `wire:"ramdisk"`
	SourceDestCheck                   *AttributeBooleanValue                    `wire:"SourceDestCheck"`
	SriovNetSupport                   *AttributeValue                           `wire:"sriovNetSupport"`
	UserData                          *BlobAttributeValue                       `wire:"userData"`
	Value                             *string                                   `wire:"value" rule:"ModifyInstanceAttributeValue"`
}

// ModifyInstanceAttributeOutput is what ModifyInstanceAttribute answers.
type ModifyInstanceAttributeOutput struct {
}

// ModifyNetworkInterfaceAttributeInput is what ModifyNetworkInterfaceAttribute takes.
type ModifyNetworkInterfaceAttributeInput struct {
	AssociatePublicIpAddress        *bool                                   `wire:"AssociatePublicIpAddress"`
	AssociatedSubnetIds             []string                                `wire:"AssociatedSubnetId" item:"AssociatedSubnetId"`
	Attachment                      *NetworkInterfaceAttachmentChanges      `wire:"attachment"`
	ConnectionTrackingSpecification *ConnectionTrackingSpecificationRequest `wire:"ConnectionTrackingSpecification"`
	Description                     *AttributeValue                         `wire:"description"`
	DryRun                          *bool                                   `wire:"dryRun"`
	EnaSrdSpecification             *EnaSrdSpecification                    `wire:"EnaSrdSpecification"`
	EnablePrimaryIpv6               *bool                                   `wire:"EnablePrimaryIpv6"`
	Groups                          []string                                `wire:"SecurityGroupId" item:"SecurityGroupId"`
	NetworkInterfaceId              string                                  `wire:"networkInterfaceId,required"`
	SourceDestCheck                 *AttributeBooleanValue                  `wire:"sourceDestCheck"`
}

// ModifyNetworkInterfaceAttributeOutput is what ModifyNetworkInterfaceAttribute answers.
type ModifyNetworkInterfaceAttributeOutput struct {
}

// ModifySecurityGroupRulesInput is what ModifySecurityGroupRules takes.
type ModifySecurityGroupRulesInput struct {
	DryRun             *bool                     `wire:"DryRun"`
	GroupId            string                    `wire:"GroupId,required"`
	SecurityGroupRules []SecurityGroupRuleUpdate `wire:"SecurityGroupRule,required"`
}

// ModifySecurityGroupRulesOutput is what ModifySecurityGroupRules answers.
type ModifySecurityGroupRulesOutput struct {
	Return *bool `wire:"return"`
}

// ModifyVolumeInput is what ModifyVolume takes.
type ModifyVolumeInput struct {
	DryRun             *bool   `wire:"DryRun"`
	Iops               *int32  `wire:"Iops"`
	MultiAttachEnabled *bool   `wire:"MultiAttachEnabled"`
	Size               *int32  `wire:"Size"`
	Throughput         *int32  `wire:"Throughput"`
	VolumeId           string  `wire:"VolumeId,required"`
	VolumeType         *string `wire:"VolumeType" rule:"VolumeType"`
}

// ModifyVolumeOutput is what ModifyVolume answers.
type ModifyVolumeOutput struct {
	VolumeModification *VolumeModification `wire:"volumeModification"`
}

// RebootInstancesInput is what RebootInstances takes.
type RebootInstancesInput struct {
	DryRun      *bool    `wire:"dryRun"`
	InstanceIds []string `wire:"InstanceId,required" item:"InstanceId"`
}

// RebootInstancesOutput is what RebootInstances answers.
type RebootInstancesOutput struct {
}

// RevokeSecurityGroupEgressInput is what RevokeSecurityGroupEgress takes.
type RevokeSecurityGroupEgressInput struct {
	CidrIp                     *string        `wire:"cidrIp"`
	DryRun                     *bool          `wire:"dryRun"`
	FromPort                   *int32         `wire:"fromPort"`
	GroupId                    string         `wire:"groupId,required"`
	IpPermissions              []IpPermission `wire:"ipPermissions"`
	IpProtocol                 *string        `wire:"ipProtocol"`
	SecurityGroupRuleIds       []string       `wire:"SecurityGroupRuleId"`
	SourceSecurityGroupName    *string        `wire:"sourceSecurityGroupName"`
	SourceSecurityGroupOwnerId *string        `wire:"sourceSecurityGroupOwnerId"`
	ToPort                     *int32         `wire:"toPort"`
}

// RevokeSecurityGroupEgressOutput is what RevokeSecurityGroupEgress answers.
type RevokeSecurityGroupEgressOutput struct {
	Return                    *bool                      `wire:"return"`
	RevokedSecurityGroupRules []RevokedSecurityGroupRule `wire:"revokedSecurityGroupRuleSet"`
	UnknownIpPermissions      []IpPermission             `wire:"unknownIpPermissionSet"`
}

// RevokeSecurityGroupIngressInput is what RevokeSecurityGroupIngress takes.
type RevokeSecurityGroupIngressInput struct {
	CidrIp                     *string        `wire:"CidrIp"`
	DryRun                     *bool          `wire:"dryRun"`
	FromPort                   *int32         `wire:"FromPort"`
	GroupId                    *string        `wire:"GroupId"`
	GroupName                  *string        `wire:"GroupName"`
	IpPermissions              []IpPermission `wire:"IpPermissions"`
	IpProtocol                 *string        `wire:"IpProtocol"`
	SecurityGroupRuleIds       []string       `wire:"SecurityGroupRuleId"`
	SourceSecurityGroupName    *string        `wire:"SourceSecurityGroupName"`
	SourceSecurityGroupOwnerId *string        `wire:"SourceSecurityGroupOwnerId"`
	ToPort                     *int32         `wire:"ToPort"`
}

// RevokeSecurityGroupIngressOutput is what RevokeSecurityGroupIngress answers.
type RevokeSecurityGroupIngressOutput struct {
	Return                    *bool                      `wire:"return"`
	RevokedSecurityGroupRules []RevokedSecurityGroupRule `wire:"revokedSecurityGroupRuleSet"`
	UnknownIpPermissions      []IpPermission             `wire:"unknownIpPermissionSet"`
}

// RunInstancesInput is what RunInstances takes.
type RunInstancesInput struct {
	AdditionalInfo                    *string                                          `wire:"additionalInfo"`
	BlockDeviceMappings               []BlockDeviceMapping                             `wire:"BlockDeviceMapping" item:"BlockDeviceMapping"`
	CapacityReservationSpecification  *CapacityReservationSpecification                `wire:"CapacityReservationSpecification"`
	ClientToken                       *string                                          `wire:"clientToken"`
	CpuOptions                        *CpuOptionsRequest                               `wire:"CpuOptions"`
	CreditSpecification               *CreditSpecificationRequest                      `wire:"CreditSpecification"`
	DisableApiStop                    *bool                                            `wire:"DisableApiStop"`
	DisableApiTermination             *bool                                            `wire:"disableApiTermination"`
	DryRun                            *bool                                            `wire:"dryRun"`
	EbsOptimized                      *bool                                            `wire:"ebsOptimized"`
	ElasticGpuSpecification           []ElasticGpuSpecification                        `wire:"ElasticGpuSpecification"`
	ElasticInferenceAccelerators      []ElasticInferenceAccelerator                    `wire:"ElasticInferenceAccelerator"`
	EnablePrimaryIpv6                 *bool                                            `wire:"EnablePrimaryIpv6"`
	EnclaveOptions                    *EnclaveOptionsRequest                           `wire:"EnclaveOptions"`
	HibernationOptions                *HibernationOptionsRequest                       `wire:"HibernationOptions"`
	IamInstanceProfile                *IamInstanceProfileSpecification                 `wire:"iamInstanceProfile"`
	ImageId                           *string                                          `wire:"ImageId"`
	InstanceInitiatedShutdownBehavior *string                                          `wire:"instanceInitiatedShutdownBehavior" rule:"ShutdownBehavior"`
	InstanceMarketOptions             *InstanceMarketOptionsRequest                    `wire:"InstanceMarketOptions"`
	InstanceType                      *string                                          `wire:"InstanceType" rule:"InstanceType"`
	Ipv6AddressCount                  *int32                                           `wire:"Ipv6AddressCount"`
	Ipv6Addresses                     []InstanceIpv6Address                            `wire:"Ipv6Address"`
	KernelId                          *string                                          `wire:"KernelId"`
	KeyName                           *string                                          `wire:"KeyName"`
	LaunchTemplate                    *LaunchTemplateSpecification                     `wire:"LaunchTemplate"`
	LicenseSpecifications             []LicenseConfigurationRequest                    `wire:"LicenseSpecification"`
	MaintenanceOptions                *InstanceMaintenanceOptionsRequest               `wire:"MaintenanceOptions"`
	MaxCount                          int32                                            `wire:"MaxCount,required"`
	MetadataOptions                   *InstanceMetadataOptionsRequest                  `wire:"MetadataOptions"`
	MinCount                          int32                                            `wire:"MinCount,required"`
	Monitoring                        *RunInstancesMonitoringEnabled                   `wire:"Monitoring"`
	NetworkInterfaces                 []InstanceNetworkInterfaceSpecification          `wire:"networkInterface"`
	NetworkPerformanceOptions         *InstanceNetworkPerformanceOptionsRequest        `wire:"NetworkPerformanceOptions"`
	Operator                          *OperatorRequest                                 `wire:"Operator"`
	Placement                         *Placement                                       `wire:"Placement"`
	PrivateDnsNameOptions             *PrivateDnsNameOptionsRequest                    `wire:"PrivateDnsNameOptions"`
	PrivateIpAddress                  *string                                          `wire:"privateIpAddress"`
	RamdiskId                         *string                                          `wire:"RamdiskId"`
	SecondaryInterfaces               []InstanceSecondaryInterfaceSpecificationRequest `wire:"SecondaryInterface"`
	SecurityGroupIds                  []string                                         `wire:"SecurityGroupId" item:"SecurityGroupId"`
	SecurityGroups                    []string                                         `wire:"SecurityGroup" item:"SecurityGroup"`
	SubnetId                          *string                                          `wire:"SubnetId"`
	TagSpecifications                 []TagSpecification                               `wire:"TagSpecification"`
	UserData                          *string                                          `wire:"UserData" rule:"RunInstancesUserData"`
}

// RunInstancesOutput is what RunInstances answers.
type RunInstancesOutput = Reservation

// StartInstancesInput is what StartInstances takes.
type StartInstancesInput struct {
	AdditionalInfo *string  `wire:"additionalInfo"`
	DryRun         *bool    `wire:"dryRun"`
	InstanceIds    []string `wire:"InstanceId,required" item:"InstanceId"`
}

// StartInstancesOutput is what StartInstances answers.
type StartInstancesOutput struct {
	StartingInstances []InstanceStateChange `wire:"instancesSet"`
}

// StopInstancesInput is what StopInstances takes.
type StopInstancesInput struct {
	DryRun         *bool    `wire:"dryRun"`
	Force          *bool    `wire:"force"`
	Hibernate      *bool    `wire:"Hibernate"`
	InstanceIds    []string `wire:"InstanceId,required" item:"InstanceId"`
	SkipOsShutdown *bool    `wire:"SkipOsShutdown"`
}

// StopInstancesOutput is what StopInstances answers.
type StopInstancesOutput struct {
	StoppingInstances []InstanceStateChange `wire:"instancesSet"`
}

// TerminateInstancesInput is what TerminateInstances takes.
type TerminateInstancesInput struct {
	DryRun         *bool    `wire:"dryRun"`
	Force          *bool    `wire:"Force"`
	InstanceIds    []string `wire:"InstanceId,required" item:"InstanceId"`
	SkipOsShutdown *bool    `wire:"SkipOsShutdown"`
}

// TerminateInstancesOutput is what TerminateInstances answers.
type TerminateInstancesOutput struct {
	TerminatingInstances []InstanceStateChange `wire:"instancesSet"`
}

// UpdateSecurityGroupRuleDescriptionsEgressInput is what UpdateSecurityGroupRuleDescriptionsEgress takes.
type UpdateSecurityGroupRuleDescriptionsEgressInput struct {
	DryRun                        *bool                          `wire:"DryRun"`
	GroupId                       *string                        `wire:"GroupId"`
	GroupName                     *string                        `wire:"GroupName"`
	IpPermissions                 []IpPermission                 `wire:"IpPermissions"`
	SecurityGroupRuleDescriptions []SecurityGroupRuleDescription `wire:"SecurityGroupRuleDescription"`
}

// UpdateSecurityGroupRuleDescriptionsEgressOutput is what UpdateSecurityGroupRuleDescriptionsEgress answers.
type UpdateSecurityGroupRuleDescriptionsEgressOutput struct {
	Return *bool `wire:"return"`
}

// UpdateSecurityGroupRuleDescriptionsIngressInput is what UpdateSecurityGroupRuleDescriptionsIngress takes.
type UpdateSecurityGroupRuleDescriptionsIngressInput struct {
	DryRun                        *bool                          `wire:"DryRun"`
	GroupId                       *string                        `wire:"GroupId"`
	GroupName                     *string                        `wire:"GroupName"`
	IpPermissions                 []IpPermission                 `wire:"IpPermissions"`
	SecurityGroupRuleDescriptions []SecurityGroupRuleDescription `wire:"SecurityGroupRuleDescription"`
}

// UpdateSecurityGroupRuleDescriptionsIngressOutput is what UpdateSecurityGroupRuleDescriptionsIngress answers.
type UpdateSecurityGroupRuleDescriptionsIngressOutput struct {
	Return *bool `wire:"return"`
}
