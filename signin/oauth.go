package signin

import (
	"github.com/cardea-iam/cardea/audit"
	"github.com/cardea-iam/cardea/service"
)

// oauth is a record of a program's way in, in CloudTrail's words. They are API calls there, and change nothing that is anybody's resource.
// https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sign-in.html
type oauth struct {
	client, grant    string
	redirect, method string // of a request for a code
}

func (o oauth) describe(e *service.Event, done bool) {
	e.Type, e.Region, e.ReadOnly = audit.APICall, "us-east-1", true
	if e.Recipient == "" { // nobody was proven
		e.Identity = audit.Identity{Type: "Unknown"}
	}
	if resources[o.client] == "" {
		o = oauth{} // a text of anybody's
	}
	scope := ""
	if o.redirect != "" {
		scope = "openid"
	}
	if o.grant != byCode && o.grant != byRefresh {
		o.grant = ""
	}
	e.Parameters = texts("client_id", o.client, "redirect_uri", o.redirect, "code_challenge_method", o.method, "scope", scope)
	success := "false"
	if done {
		success = "true"
	}
	e.Additional = texts("success", success, "grant_type", o.grant)
}
