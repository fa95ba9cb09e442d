// Code generated from models/accessanalyzer.json by api/gen; DO NOT EDIT.

// Package accessanalyzer holds the published shapes of accessanalyzer, version 2019-11-01.
package accessanalyzer

import (
	"github.com/cardea-iam/cardea/shape"
)

// Service describes access-analyzer to the codec.
var Service = &shape.Service{
	Name:       "access-analyzer",
	Version:    "2019-11-01",
	Namespace:  "",
	Dialect:    shape.REST,
	Rules:      rules,
	Operations: operations,
	Errors: map[string]int{
		"AccessDeniedException":   403,
		"InternalServerException": 500,
		"ThrottlingException":     429,
		"ValidationException":     400,
	},
}

var operations = []shape.Operation{
	{Name: "ValidatePolicy", In: (*ValidatePolicyInput)(nil), Out: (*ValidatePolicyOutput)(nil), Method: "POST", Path: "/policy/validation", Errors: []string{"InternalServerException", "ValidationException", "ThrottlingException", "AccessDeniedException"}},
}
