package signin

import (
	"encoding/json"
	"strings"

	"github.com/cardea-iam/cardea/audit"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
)

// hidden stands in records for a name that nobody has: people type passwords into that box.
// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html
const hidden = "HIDDEN_DUE_TO_SECURITY_REASONS"

// login is a record of a sign-in that succeeded or failed, in CloudTrail's words.
type login struct {
	call   *service.Call
	person *person // nil: nobody has the name
	root   bool    // the name is a root user's
	to     string  // where the person wants to go
	device string  // serial number of the MFA device; empty: none was used
	mfa    bool    // a second factor was asked for
	reason string  // why it was refused, where that is worth an alarm
}

func (l login) describe(e *service.Event, done bool) {
	l.outcome(e, "ConsoleLogin", done)
	path, _, _ := strings.Cut(l.to, "?") // what follows may be anything
	e.Additional = texts("LoginTo", path, "MobileVersion", "No", "MFAUsed", yes(l.mfa), "MFAIdentifier", l.device)
}

// checkMFA is the record of the second factor alone.
func (l login) checkMFA(done bool) []byte {
	c := l.call
	e := service.NewEvent(c.Chance, &c.Facts, Name, "CheckMfa")
	l.outcome(e, "CheckMfa", done)
	e.Additional = texts("MFAIdentifier", l.device, "Reason", l.reason)
	return e.AppendJSON(nil)
}

func (l login) outcome(e *service.Event, name string, done bool) {
	e.Type, e.Name, e.Region = audit.ConsoleSignIn, name, "us-east-1"
	e.Identity = l.identity()
	e.Recipient = e.Identity.AccountID
	e.ErrorCode = ""
	if done {
		e.Response = texts(name, "Success")
		return
	}
	e.Response, e.ErrorReason = texts(name, "Failure"), "Failed authentication"
}

func (l login) identity() audit.Identity {
	switch {
	case l.person == nil && l.root:
		return audit.Identity{Type: "Root", UserName: hidden}
	case l.person == nil:
		return audit.Identity{Type: "IAMUser", UserName: hidden}
	case l.person.user == nil:
		return audit.Identity{Type: "Root", PrincipalID: l.person.account.ID, ARN: identity.RootARN(l.person.account.ID), AccountID: l.person.account.ID}
	}
	user := l.person.user
	return audit.Identity{Type: "IAMUser", PrincipalID: user.ID, ARN: user.ARN(), AccountID: user.Account, UserName: user.Name}
}

// texts is a JSON object of names and texts in turn; an empty text is left out.
func texts(pairs ...string) []byte {
	object := map[string]string{}
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			object[pairs[i]] = pairs[i+1]
		}
	}
	line, _ := json.Marshal(object) // a map of texts: it cannot fail
	return line
}

func yes(b bool) string {
	if b {
		return "Yes"
	}
	return "No"
}
