// Code generated from models/cardea.json by api/gen; DO NOT EDIT.

package cardea

// DeleteHardwareMFADeviceInput is what DeleteHardwareMFADevice takes.
type DeleteHardwareMFADeviceInput struct {
	SerialNumber string `wire:"SerialNumber,required" rule:"hardwareSerialNumberType"`
}

// DeleteHardwareMFADeviceOutput is what DeleteHardwareMFADevice answers.
type DeleteHardwareMFADeviceOutput struct {
}

// GetServiceInput is what GetService takes.
type GetServiceInput struct {
	Prefix string `wire:"Prefix,required" rule:"servicePrefixType"`
}

// GetServiceOutput is what GetService answers.
type GetServiceOutput struct {
	Actions       []ActionReference       `wire:"Actions,required"`
	ConditionKeys []ConditionKeyReference `wire:"ConditionKeys,required"`
	Name          string                  `wire:"Name,required"`
	Prefix        string                  `wire:"Prefix,required" rule:"servicePrefixType"`
	ResourceTypes []ResourceTypeReference `wire:"ResourceTypes,required"`
}

// ImportHardwareMFADevicesInput is what ImportHardwareMFADevices takes.
type ImportHardwareMFADevicesInput struct {
	Devices []HardwareMFADeviceSeed `wire:"Devices,required" rule:"hardwareMFADeviceSeedListType"`
}

// ImportHardwareMFADevicesOutput is what ImportHardwareMFADevices answers.
type ImportHardwareMFADevicesOutput struct {
	HardwareMFADevices []HardwareMFADevice `wire:"HardwareMFADevices,required"`
}

// ListHardwareMFADevicesInput is what ListHardwareMFADevices takes.
type ListHardwareMFADevicesInput struct {
	AssignmentStatus *string `wire:"AssignmentStatus" rule:"assignmentStatusType"`
	Marker           *string `wire:"Marker" rule:"markerType"`
	MaxItems         *int32  `wire:"MaxItems" rule:"maxItemsType"`
}

// ListHardwareMFADevicesOutput is what ListHardwareMFADevices answers.
type ListHardwareMFADevicesOutput struct {
	HardwareMFADevices []HardwareMFADevice `wire:"HardwareMFADevices,required"`
	IsTruncated        bool                `wire:"IsTruncated"`
	Marker             *string             `wire:"Marker" rule:"markerType"`
}

// ListServicesInput is what ListServices takes.
type ListServicesInput struct {
}

// ListServicesOutput is what ListServices answers.
type ListServicesOutput struct {
	GlobalConditionKeys []ConditionKeyReference `wire:"GlobalConditionKeys,required"`
	Services            []ServiceName           `wire:"Services,required"`
}

// SummarizePolicyInput is what SummarizePolicy takes.
type SummarizePolicyInput struct {
	PolicyDocument string `wire:"PolicyDocument,required" rule:"policyDocumentType"`
}

// SummarizePolicyOutput is what SummarizePolicy answers.
type SummarizePolicyOutput struct {
	Services   []ServiceSummary `wire:"Services,required"`
	Summarized bool             `wire:"Summarized,required"`
}
