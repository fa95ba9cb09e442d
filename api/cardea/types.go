// Code generated from models/cardea.json by api/gen; DO NOT EDIT.

package cardea

import (
	"time"
)

// ActionReference is a published structure.
type ActionReference struct {
	AccessLevel   string   `wire:"AccessLevel,required" rule:"accessLevelType"`
	ConditionKeys []string `wire:"ConditionKeys"`
	Name          string   `wire:"Name,required"`
	ResourceTypes []string `wire:"ResourceTypes"`
}

// ConditionKeyReference is a published structure.
type ConditionKeyReference struct {
	Name string `wire:"Name,required"`
	Type string `wire:"Type,required" rule:"conditionKeyTypeType"`
}

// ConditionSummary is a published structure.
type ConditionSummary struct {
	Key      string   `wire:"Key,required"`
	Operator string   `wire:"Operator,required"`
	Values   []string `wire:"Values,required"`
}

// HardwareMFADevice is a published structure.
type HardwareMFADevice struct {
	EnableDate   *time.Time `wire:"EnableDate"`
	ImportDate   time.Time  `wire:"ImportDate,required"`
	SerialNumber string     `wire:"SerialNumber,required" rule:"hardwareSerialNumberType"`
	UserName     *string    `wire:"UserName" rule:"userNameType"`
}

// HardwareMFADeviceSeed is a published structure.
type HardwareMFADeviceSeed struct {
	Base32Seed   *string `wire:"Base32Seed" rule:"base32SeedType"`
	HexSeed      *string `wire:"HexSeed" rule:"hexSeedType"`
	SerialNumber string  `wire:"SerialNumber,required" rule:"hardwareSerialNumberType"`
}

// LevelSummary is a published structure.
type LevelSummary struct {
	AccessLevel string `wire:"AccessLevel,required" rule:"accessLevelType"`
	Limited     bool   `wire:"Limited,required"`
}

// ResourceTypeReference is a published structure.
type ResourceTypeReference struct {
	Arn           string   `wire:"Arn,required"`
	ConditionKeys []string `wire:"ConditionKeys"`
	Name          string   `wire:"Name,required"`
}

// ServiceName is a published structure.
type ServiceName struct {
	Name   string `wire:"Name,required"`
	Prefix string `wire:"Prefix,required" rule:"servicePrefixType"`
}

// ServiceSummary is a published structure.
type ServiceSummary struct {
	AccessLevels  []LevelSummary     `wire:"AccessLevels"`
	Actions       []string           `wire:"Actions"`
	Conditions    []ConditionSummary `wire:"Conditions"`
	ExceptActions []string           `wire:"ExceptActions"`
	FullAccess    bool               `wire:"FullAccess,required"`
	Resources     []string           `wire:"Resources,required"`
	Section       string             `wire:"Section,required" rule:"sectionType"`
	Service       string             `wire:"Service,required"`
	ServiceName   *string            `wire:"ServiceName"`
}
