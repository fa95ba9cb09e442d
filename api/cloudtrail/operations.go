// Code generated from models/cloudtrail.json by api/gen; DO NOT EDIT.

package cloudtrail

import (
	"time"
)

// LookupEventsInput is what LookupEvents takes.
type LookupEventsInput struct {
	EndTime          *time.Time        `wire:"EndTime"`
	EventCategory    *string           `wire:"EventCategory" rule:"EventCategory"`
	LookupAttributes []LookupAttribute `wire:"LookupAttributes"`
	MaxResults       *int32            `wire:"MaxResults" rule:"MaxResults"`
	NextToken        *string           `wire:"NextToken"`
	StartTime        *time.Time        `wire:"StartTime"`
}

// LookupEventsOutput is what LookupEvents answers.
type LookupEventsOutput struct {
	Events    []Event `wire:"Events"`
	NextToken *string `wire:"NextToken"`
}
