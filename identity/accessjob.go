package identity

import "time"

// AccessJob is a report on which services a user, group, role or policy gives access to and when they were last called. It keeps what is reported on; the report is
// made when it is read.
type AccessJob struct {
	ID        string    `cbor:"1,keyasint"` // a UUID
	Account   string    `cbor:"2,keyasint"`
	Requester string    `cbor:"3,keyasint"` // the unique ID of the user or role that may read it, or root's account
	Subject   string    `cbor:"4,keyasint"` // the ARN
	SubjectID string    `cbor:"5,keyasint"` // its unique ID then: another of the same name is not meant
	Actions   bool      `cbor:"6,keyasint,omitempty"`
	CreatedAt time.Time `cbor:"7,keyasint"`
}
