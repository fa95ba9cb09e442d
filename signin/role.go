package signin

import (
	"regexp"
	"time"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/audit"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

var roleOperations = []service.Operation{
	service.Op("SwitchRole", service.Write, asksSwitchRole, switchRole),
	service.Op("SwitchBack", service.Write, asksNothing[SwitchBackInput], switchBack),
}

// SwitchRoleInput names a role and how the person calls it. It is called with the credential of the session that was signed in, never with that of a role.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-console.html
type SwitchRoleInput struct {
	Account     string // number or alias
	RoleName    string // with its path, without the first slash
	DisplayName string
	Color       string
}

// SwitchOutput is the cookie of the session that comes next. The one before opens nothing any more.
type SwitchOutput struct{ Session string }

var rolePath = regexp.MustCompile(`^([\x21-\x7e]+/)?[\w+=,.@-]+$`)

const maxRoleText = 64

func roleARN(c *service.Call, in *SwitchRoleInput) (account, text string, err error) {
	found, ok := findAccount(c.Tx, in.Account)
	if !ok || len(in.RoleName) > maxRoleText || !rolePath.MatchString(in.RoleName) {
		return "", "", noRole()
	}
	return found.ID, "arn:" + identity.Partition + ":iam::" + found.ID + ":role/" + in.RoleName, nil
}

func noRole() error {
	return fault.New("InvalidRole", fault.BadRequest, "Invalid information in one or more fields. Check your information or contact your administrator.")
}

// asksSwitchRole asks for what AssumeRole asks for, with the MFA state of the session that was signed in.
func asksSwitchRole(c *service.Call, in *SwitchRoleInput) ([]access.Ask, error) {
	c.Describe(func(e *service.Event, done bool) { describeSwitch(e, in, done) })
	if c.Caller.Kind != identity.IAMUser {
		return nil, fault.AccessDenied("Roles may be switched to by IAM users only.")
	}
	account, text, err := roleARN(c, in)
	if err != nil {
		return nil, err
	}
	ask := access.Ask{
		Action: "sts:AssumeRole", Resource: text, Owner: account, Context: []access.Key{access.One("sts:RoleSessionName", c.Caller.User.Name)},
	}
	if role, ok := access.RoleByARN(c.Tx, text); ok {
		ask.Trust = role
		ask.Context = append(ask.Context, access.ResourceTags("iam", role.Tags)...)
	}
	ask.TrustMissing = ask.Trust == nil
	return []access.Ask{ask}, nil
}

func switchRole(c *service.Call, in *SwitchRoleInput) (*SwitchOutput, error) {
	mine, err := ownSession(c)
	if err != nil {
		return nil, err
	}
	_, text, err := roleARN(c, in)
	if err != nil {
		return nil, err
	}
	role, ok := access.RoleByARN(c.Tx, text)
	if !ok {
		return nil, noRole()
	}
	parent, _ := renew(c, mine)
	ends := c.Now.Add(time.Duration(max(role.MaxSession, identity.DefaultMaxSession)) * time.Second)
	if ends.After(mine.ExpiresAt) {
		ends = mine.ExpiresAt
	}
	cookie := identity.NewCookie(c.Chance)
	store.BrowserSessions.Put(c.Tx, &identity.BrowserSession{
		ID: identity.CookieDigest(cookie), Account: role.Account, Principal: role.ID, Person: mine.Person, Kind: identity.RoleSession,
		CreatedAt: c.Now, SeenAt: c.Now, ExpiresAt: ends, Device: mine.Device, SourceIP: sourceOf(c), UserAgent: c.UserAgent,
		Parent: parent, Name: c.Caller.User.Name, DisplayName: in.DisplayName, Color: in.Color, IdleTime: mine.IdleTime,
	})
	return &SwitchOutput{Session: cookie}, nil
}

// SwitchBackInput is empty.
type SwitchBackInput struct{}

// switchBack goes back to the session that was signed in. It is called with that session's credential.
func switchBack(c *service.Call, _ *SwitchBackInput) (*SwitchOutput, error) {
	c.Describe(func(e *service.Event, done bool) { describeSwitch(e, nil, done) })
	mine, err := ownSession(c)
	if err != nil {
		return nil, err
	}
	_, cookie := renew(c, mine)
	return &SwitchOutput{Session: cookie}, nil
}

// renew gives a session another cookie, and ends the sessions that were switched from it.
func renew(c *service.Call, session *identity.BrowserSession) (id, cookie string) {
	end(c.Tx, session)
	cookie = identity.NewCookie(c.Chance)
	renewed := *session
	renewed.ID, renewed.SeenAt = identity.CookieDigest(cookie), c.Now
	store.BrowserSessions.Put(c.Tx, &renewed)
	return renewed.ID, cookie
}

func describeSwitch(e *service.Event, in *SwitchRoleInput, done bool) {
	name := "ExitRole"
	if in != nil {
		name = "SwitchRole"
		e.Additional = texts("SwitchTo", in.Account+"/"+in.RoleName, "DisplayName", in.DisplayName)
	}
	e.Type, e.Name, e.Region = audit.ConsoleSignIn, name, "us-east-1"
	e.Response = texts(name, "Success")
	if !done {
		e.Response = texts(name, "Failure")
	}
}
