// Code generated from models/cardea.json by api/gen; DO NOT EDIT.

package cardea

// DeleteHardwareMFADeviceInput is what DeleteHardwareMFADevice takes.
type DeleteHardwareMFADeviceInput struct {
	SerialNumber string `wire:"SerialNumber,required" rule:"hardwareSerialNumberType"`
}

// DeleteHardwareMFADeviceOutput is what DeleteHardwareMFADevice answers.
type DeleteHardwareMFADeviceOutput struct {
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
