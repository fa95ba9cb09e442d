// Code generated from models/cloudtrail.json by api/gen; DO NOT EDIT.

package cloudtrail

import (
	"github.com/cardea-iam/cardea/shape"
)

var rules = map[string]shape.Rule{
	"EventCategory":        {Enum: "insight"},
	"LookupAttributeKey":   {Enum: "EventId EventName ReadOnly Username ResourceType ResourceName EventSource AccessKeyId"},
	"LookupAttributeValue": {Min: new(int64(1)), Max: new(int64(2000))},
	"MaxResults":           {Min: new(int64(1)), Max: new(int64(50))},
}
