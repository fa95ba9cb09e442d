// Code generated from models/ec2.json by api/gen; DO NOT EDIT.

// Package ec2 holds the published shapes of ec2, version 2016-11-15.
package ec2

import (
	"github.com/cardea-iam/cardea/shape"
)

// Service describes ec2 to the codec.
var Service = &shape.Service{
	Name:       "ec2",
	Version:    "2016-11-15",
	Namespace:  "http://ec2.amazonaws.com/doc/2016-11-15",
	Dialect:    shape.EC2,
	Rules:      rules,
	Operations: operations,
	Errors:     map[string]int{},
}

var operations = []shape.Operation{
	{Name: "AttachVolume", In: (*AttachVolumeInput)(nil), Out: (*AttachVolumeOutput)(nil)},
	{Name: "AuthorizeSecurityGroupEgress", In: (*AuthorizeSecurityGroupEgressInput)(nil), Out: (*AuthorizeSecurityGroupEgressOutput)(nil)},
	{Name: "AuthorizeSecurityGroupIngress", In: (*AuthorizeSecurityGroupIngressInput)(nil), Out: (*AuthorizeSecurityGroupIngressOutput)(nil)},
	{Name: "CreateKeyPair", In: (*CreateKeyPairInput)(nil), Out: (*CreateKeyPairOutput)(nil)},
	{Name: "CreateSecurityGroup", In: (*CreateSecurityGroupInput)(nil), Out: (*CreateSecurityGroupOutput)(nil)},
	{Name: "CreateTags", In: (*CreateTagsInput)(nil), Out: (*CreateTagsOutput)(nil)},
	{Name: "CreateVolume", In: (*CreateVolumeInput)(nil), Out: (*CreateVolumeOutput)(nil)},
	{Name: "DeleteKeyPair", In: (*DeleteKeyPairInput)(nil), Out: (*DeleteKeyPairOutput)(nil)},
	{Name: "DeleteSecurityGroup", In: (*DeleteSecurityGroupInput)(nil), Out: (*DeleteSecurityGroupOutput)(nil)},
	{Name: "DeleteTags", In: (*DeleteTagsInput)(nil), Out: (*DeleteTagsOutput)(nil)},
	{Name: "DeleteVolume", In: (*DeleteVolumeInput)(nil), Out: (*DeleteVolumeOutput)(nil)},
	{Name: "DescribeAccountAttributes", In: (*DescribeAccountAttributesInput)(nil), Out: (*DescribeAccountAttributesOutput)(nil)},
	{Name: "DescribeAvailabilityZones", In: (*DescribeAvailabilityZonesInput)(nil), Out: (*DescribeAvailabilityZonesOutput)(nil)},
	{Name: "DescribeIamInstanceProfileAssociations", In: (*DescribeIamInstanceProfileAssociationsInput)(nil), Out: (*DescribeIamInstanceProfileAssociationsOutput)(nil)},
	{Name: "DescribeImages", In: (*DescribeImagesInput)(nil), Out: (*DescribeImagesOutput)(nil)},
	{Name: "DescribeInstanceAttribute", In: (*DescribeInstanceAttributeInput)(nil), Out: (*DescribeInstanceAttributeOutput)(nil)},
	{Name: "DescribeInstanceCreditSpecifications", In: (*DescribeInstanceCreditSpecificationsInput)(nil), Out: (*DescribeInstanceCreditSpecificationsOutput)(nil)},
	{Name: "DescribeInstanceStatus", In: (*DescribeInstanceStatusInput)(nil), Out: (*DescribeInstanceStatusOutput)(nil)},
	{Name: "DescribeInstanceTypes", In: (*DescribeInstanceTypesInput)(nil), Out: (*DescribeInstanceTypesOutput)(nil)},
	{Name: "DescribeInstances", In: (*DescribeInstancesInput)(nil), Out: (*DescribeInstancesOutput)(nil)},
	{Name: "DescribeKeyPairs", In: (*DescribeKeyPairsInput)(nil), Out: (*DescribeKeyPairsOutput)(nil)},
	{Name: "DescribeNetworkInterfaces", In: (*DescribeNetworkInterfacesInput)(nil), Out: (*DescribeNetworkInterfacesOutput)(nil)},
	{Name: "DescribeRegions", In: (*DescribeRegionsInput)(nil), Out: (*DescribeRegionsOutput)(nil)},
	{Name: "DescribeSecurityGroupRules", In: (*DescribeSecurityGroupRulesInput)(nil), Out: (*DescribeSecurityGroupRulesOutput)(nil)},
	{Name: "DescribeSecurityGroups", In: (*DescribeSecurityGroupsInput)(nil), Out: (*DescribeSecurityGroupsOutput)(nil)},
	{Name: "DescribeSubnets", In: (*DescribeSubnetsInput)(nil), Out: (*DescribeSubnetsOutput)(nil)},
	{Name: "DescribeTags", In: (*DescribeTagsInput)(nil), Out: (*DescribeTagsOutput)(nil)},
	{Name: "DescribeVolumes", In: (*DescribeVolumesInput)(nil), Out: (*DescribeVolumesOutput)(nil)},
	{Name: "DescribeVolumesModifications", In: (*DescribeVolumesModificationsInput)(nil), Out: (*DescribeVolumesModificationsOutput)(nil)},
	{Name: "DescribeVpcAttribute", In: (*DescribeVpcAttributeInput)(nil), Out: (*DescribeVpcAttributeOutput)(nil)},
	{Name: "DescribeVpcs", In: (*DescribeVpcsInput)(nil), Out: (*DescribeVpcsOutput)(nil)},
	{Name: "DetachVolume", In: (*DetachVolumeInput)(nil), Out: (*DetachVolumeOutput)(nil)},
	{Name: "ImportKeyPair", In: (*ImportKeyPairInput)(nil), Out: (*ImportKeyPairOutput)(nil)},
	{Name: "ModifyInstanceAttribute", In: (*ModifyInstanceAttributeInput)(nil), Out: (*ModifyInstanceAttributeOutput)(nil)},
	{Name: "ModifyNetworkInterfaceAttribute", In: (*ModifyNetworkInterfaceAttributeInput)(nil), Out: (*ModifyNetworkInterfaceAttributeOutput)(nil)},
	{Name: "ModifySecurityGroupRules", In: (*ModifySecurityGroupRulesInput)(nil), Out: (*ModifySecurityGroupRulesOutput)(nil)},
	{Name: "ModifyVolume", In: (*ModifyVolumeInput)(nil), Out: (*ModifyVolumeOutput)(nil)},
	{Name: "RebootInstances", In: (*RebootInstancesInput)(nil), Out: (*RebootInstancesOutput)(nil)},
	{Name: "RevokeSecurityGroupEgress", In: (*RevokeSecurityGroupEgressInput)(nil), Out: (*RevokeSecurityGroupEgressOutput)(nil)},
	{Name: "RevokeSecurityGroupIngress", In: (*RevokeSecurityGroupIngressInput)(nil), Out: (*RevokeSecurityGroupIngressOutput)(nil)},
	{Name: "RunInstances", In: (*RunInstancesInput)(nil), Out: (*RunInstancesOutput)(nil)},
	{Name: "StartInstances", In: (*StartInstancesInput)(nil), Out: (*StartInstancesOutput)(nil)},
	{Name: "StopInstances", In: (*StopInstancesInput)(nil), Out: (*StopInstancesOutput)(nil)},
	{Name: "TerminateInstances", In: (*TerminateInstancesInput)(nil), Out: (*TerminateInstancesOutput)(nil)},
	{Name: "UpdateSecurityGroupRuleDescriptionsEgress", In: (*UpdateSecurityGroupRuleDescriptionsEgressInput)(nil), Out: (*UpdateSecurityGroupRuleDescriptionsEgressOutput)(nil)},
	{Name: "UpdateSecurityGroupRuleDescriptionsIngress", In: (*UpdateSecurityGroupRuleDescriptionsIngressInput)(nil), Out: (*UpdateSecurityGroupRuleDescriptionsIngressOutput)(nil)},
}
