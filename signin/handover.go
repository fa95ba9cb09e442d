package signin

import (
	"encoding/json"
	"regexp"

	"github.com/cardea-iam/cardea/audit"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
)

// handover is a record of credentials that were handed over for a sign-in token, or of the sign-in with it, in CloudTrail's words.
type handover struct {
	call   *service.Call
	keyID  string           // what came as the ID of an access key
	caller *identity.Caller // nil: nobody was proven
	login  bool             // the sign-in
	to     string           // the path that the sign-in led to
}

var temporaryKeyID = regexp.MustCompile(`^` + identity.TemporaryKeyPrefix + `[A-Z0-9]{12,28}$`)

func (h handover) describe(e *service.Event, done bool) {
	name := "GetSigninToken"
	if h.login {
		name = "ConsoleLogin"
	}
	e.Type, e.Name, e.Region = audit.ConsoleSignIn, name, "us-east-1"
	e.Identity = audit.Identity{Type: "Unknown"}
	if h.caller != nil {
		e.Identity = service.IdentityOf(h.caller)
	} else if temporaryKeyID.MatchString(h.keyID) { // anything else may be a secret in the wrong place
		e.Identity.AccessKeyID = h.keyID
	}
	e.Recipient = e.Identity.AccountID
	e.Additional = texts("LoginTo", h.to, "MobileVersion", "No", "MFAUsed", "No")
	e.ErrorCode = ""
	switch {
	case !done:
		e.Response, e.ErrorReason = texts(name, "Failure"), "Failed authentication"
	case h.login:
		e.Response = texts(name, "Success")
	default:
		e.Response, _ = json.Marshal(map[string]any{name: "Success", "credentials": map[string]string{"accessKeyId": h.keyID}}) // it cannot fail
	}
}
