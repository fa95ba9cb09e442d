// Code generated from models/cloudtrail.json by api/gen; DO NOT EDIT.

package cloudtrail

import (
	"time"
)

// Event is a published structure.
type Event struct {
	AccessKeyId     *string    `wire:"AccessKeyId"`
	CloudTrailEvent *string    `wire:"CloudTrailEvent"`
	EventId         *string    `wire:"EventId"`
	EventName       *string    `wire:"EventName"`
	EventSource     *string    `wire:"EventSource"`
	EventTime       *time.Time `wire:"EventTime"`
	ReadOnly        *string    `wire:"ReadOnly"`
	Resources       []Resource `wire:"Resources"`
	Username        *string    `wire:"Username"`
}

// LookupAttribute is a published structure.
type LookupAttribute struct {
	AttributeKey   string `wire:"AttributeKey,required" rule:"LookupAttributeKey"`
	AttributeValue string `wire:"AttributeValue,required" rule:"LookupAttributeValue"`
}

// Resource is a published structure.
type Resource struct {
	ResourceName *string `wire:"ResourceName"`
	ResourceType *string `wire:"ResourceType"`
}
