package audit

import "time"

// Types of events.
const (
	APICall       = "AwsApiCall"
	ConsoleSignIn = "AwsConsoleSignIn"
)

// Event is the record of one call. A member that is empty is left out, except where its comment says otherwise.
// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
type Event struct {
	Time        time.Time
	ID          string // the event's own
	RequestID   string
	Type        string // empty: APICall
	Source      string // such as iam.amazonaws.com
	Name        string // such as CreateUser
	Region      string
	SourceIP    string
	UserAgent   string
	Identity    Identity
	Recipient   string // number of the account that the event belongs to
	ReadOnly    bool   // always written
	DataEvent   bool   // not about the management of resources
	FromConsole bool   // made with a session of the console
	Resources   []Resource
	ErrorCode   string // empty: the call succeeded
	ErrorReason string

	// Parameters, Response and Additional are JSON texts, without anything that is secret. Empty Parameters and Response are written as null.
	Parameters, Response, Additional []byte
}

// Identity is who made the call.
// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
type Identity struct {
	Type        string // Root, IAMUser, AssumedRole, FederatedUser, WebIdentityUser, AWSAccount, Unknown
	PrincipalID string
	ARN         string
	AccountID   string
	AccessKeyID string
	UserName    string
	Provider    string   // that vouches for a WebIdentityUser
	Session     *Session // nil: a long-term credential
}

// Session is the temporary credential that the call was made with.
type Session struct {
	CreatedAt time.Time
	MFA       bool    // written as the text "true" or "false"
	Issuer    *Issuer // the entity that the session stands for, such as the role; nil: the caller itself
}

// Issuer is the entity whose session it is.
type Issuer struct {
	Type, PrincipalID, ARN, AccountID, UserName string
}

// Resource is one thing that the call was about.
type Resource struct {
	ARN, AccountID, Type string
}

// recordVersion is the version of the published shape that events have.
const recordVersion = "1.11"

// timeLayout is how records give times: UTC, to the second.
const timeLayout = "2006-01-02T15:04:05Z"

// AppendJSON appends the event to buf as one JSON object. It has no line break and no control character in it, and is valid JSON in valid UTF-8, whatever the
// members hold: a text that is no JSON where JSON is due is written as a string.
func (e *Event) AppendJSON(buf []byte) []byte {
	o := object{buf: append(buf, '{')}
	o.text("eventVersion", recordVersion)
	o.open("userIdentity")
	e.Identity.append(&o)
	o.close()
	o.time("eventTime", e.Time)
	o.text("eventSource", e.Source)
	o.text("eventName", e.Name)
	o.text("awsRegion", e.Region)
	o.text("sourceIPAddress", e.SourceIP)
	o.text("userAgent", e.UserAgent)
	o.text("errorCode", e.ErrorCode)
	o.text("errorMessage", e.ErrorReason)
	o.json("requestParameters", e.Parameters)
	o.json("responseElements", e.Response)
	if len(e.Additional) > 0 {
		o.json("additionalEventData", e.Additional)
	}
	o.text("requestID", e.RequestID)
	o.text("eventID", e.ID)
	o.bool("readOnly", e.ReadOnly)
	e.appendResources(&o)
	o.text("eventType", orElse(e.Type, APICall))
	o.bool("managementEvent", !e.DataEvent)
	o.text("recipientAccountId", e.Recipient)
	o.text("eventCategory", category(e.DataEvent))
	if e.FromConsole {
		o.text("sessionCredentialFromConsole", truth(true))
	}
	return append(o.buf, '}')
}

func (i *Identity) append(o *object) {
	o.text("type", i.Type)
	o.text("principalId", i.PrincipalID)
	o.text("arn", i.ARN)
	o.text("accountId", i.AccountID)
	o.text("accessKeyId", i.AccessKeyID)
	o.text("userName", i.UserName)
	o.text("identityProvider", i.Provider)
	if i.Session == nil {
		return
	}
	o.open("sessionContext")
	if issuer := i.Session.Issuer; issuer != nil {
		o.open("sessionIssuer")
		o.text("type", issuer.Type)
		o.text("principalId", issuer.PrincipalID)
		o.text("arn", issuer.ARN)
		o.text("accountId", issuer.AccountID)
		o.text("userName", issuer.UserName)
		o.close()
	}
	o.open("attributes")
	o.time("creationDate", i.Session.CreatedAt)
	o.text("mfaAuthenticated", truth(i.Session.MFA))
	o.close()
	o.close()
}

func (e *Event) appendResources(o *object) {
	if len(e.Resources) == 0 {
		return
	}
	o.name("resources")
	o.buf = append(o.buf, '[')
	for i, r := range e.Resources {
		if i > 0 {
			o.buf = append(o.buf, ',')
		}
		o.buf = append(o.buf, '{')
		o.text("ARN", r.ARN)
		o.text("accountId", r.AccountID)
		o.text("type", r.Type)
		o.close()
	}
	o.buf = append(o.buf, ']')
}

func category(data bool) string {
	if data {
		return "Data"
	}
	return "Management"
}

func truth(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

func orElse(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}
