// Code generated from models/cloudtrail.json by api/gen; DO NOT EDIT.

package cloudtrail

// The values of EventCategory.
const (
	EventCategoryInsight = "insight"
)

// The values of LookupAttributeKey.
const (
	LookupAttributeKeyEventId      = "EventId"
	LookupAttributeKeyEventName    = "EventName"
	LookupAttributeKeyReadOnly     = "ReadOnly"
	LookupAttributeKeyUsername     = "Username"
	LookupAttributeKeyResourceType = "ResourceType"
	LookupAttributeKeyResourceName = "ResourceName"
	LookupAttributeKeyEventSource  = "EventSource"
	LookupAttributeKeyAccessKeyId  = "AccessKeyId"
)
