// Code generated from models/cloudtrail.json by api/gen; DO NOT EDIT.

// Package cloudtrail holds the published shapes of cloudtrail, version 2013-11-01.
package cloudtrail

import (
	"github.com/cardea-iam/cardea/shape"
)

// Service describes cloudtrail to the codec.
var Service = &shape.Service{
	Name:       "cloudtrail",
	Version:    "2013-11-01",
	Namespace:  "",
	Dialect:    shape.JSON,
	Rules:      rules,
	Operations: operations,
	Errors: map[string]int{
		"InvalidEventCategoryException":    400,
		"InvalidLookupAttributesException": 400,
		"InvalidMaxResultsException":       400,
		"InvalidNextTokenException":        400,
		"InvalidTimeRangeException":        400,
	},
}

var operations = []shape.Operation{
	{Name: "LookupEvents", In: (*LookupEventsInput)(nil), Out: (*LookupEventsOutput)(nil), Errors: []string{"InvalidEventCategoryException", "InvalidLookupAttributesException", "InvalidMaxResultsException", "InvalidNextTokenException", "InvalidTimeRangeException"}},
}
