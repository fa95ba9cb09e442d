// Code generated from models/cardea.json by api/gen; DO NOT EDIT.

// Package cardea holds the published shapes of cardea, version 2026-01-01.
package cardea

import (
	"github.com/cardea-iam/cardea/shape"
)

// Service describes cardea to the codec.
var Service = &shape.Service{
	Name:       "cardea",
	Version:    "2026-01-01",
	Namespace:  "urn:cardea:2026-01-01",
	Dialect:    shape.Query,
	Rules:      rules,
	Operations: operations,
	Errors: map[string]int{
		"DeleteConflict":          409,
		"EntityAlreadyExists":     409,
		"InvalidInput":            400,
		"MalformedPolicyDocument": 400,
		"NoSuchEntity":            404,
	},
}

var operations = []shape.Operation{
	{Name: "DeleteHardwareMFADevice", In: (*DeleteHardwareMFADeviceInput)(nil), Out: (*DeleteHardwareMFADeviceOutput)(nil), Errors: []string{"DeleteConflict", "NoSuchEntity"}},
	{Name: "GetService", In: (*GetServiceInput)(nil), Out: (*GetServiceOutput)(nil), Result: "GetServiceResult", Errors: []string{"NoSuchEntity"}},
	{Name: "ImportHardwareMFADevices", In: (*ImportHardwareMFADevicesInput)(nil), Out: (*ImportHardwareMFADevicesOutput)(nil), Result: "ImportHardwareMFADevicesResult", Errors: []string{"EntityAlreadyExists", "InvalidInput"}},
	{Name: "ListHardwareMFADevices", In: (*ListHardwareMFADevicesInput)(nil), Out: (*ListHardwareMFADevicesOutput)(nil), Result: "ListHardwareMFADevicesResult"},
	{Name: "ListServices", In: (*ListServicesInput)(nil), Out: (*ListServicesOutput)(nil), Result: "ListServicesResult"},
	{Name: "SummarizePolicy", In: (*SummarizePolicyInput)(nil), Out: (*SummarizePolicyOutput)(nil), Result: "SummarizePolicyResult", Errors: []string{"MalformedPolicyDocument"}},
}
