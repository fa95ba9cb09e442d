package sts

import (
	"errors"
	"regexp"
	"strings"
	"time"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/sts"
	"github.com/cardea-iam/cardea/arn"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

var roleOperations = []service.Operation{
	service.Op("AssumeRole", service.Write, asksAssumeRole, assumeRole,
		service.Writes(func(in *api.AssumeRoleInput) bool { return in.SerialNumber != nil || in.TokenCode != nil }),
		service.Admit(admitMFA)),
}

// maxChained is how long a session may last that was made by another role's session.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html
const maxChained = 3600

// admitMFA takes the code that came with the call before anything is asked: MFA is present while this call is authorized, and not in the session that it makes.
func admitMFA(c *service.Call, in *api.AssumeRoleInput) error {
	if err := notRoot(c); err != nil {
		return err
	}
	proven, err := proveMFA(c, in.SerialNumber, in.TokenCode)
	c.MFAJustNow = proven
	return err
}

func notRoot(c *service.Call) error {
	if c.Caller.Kind == identity.Root {
		return fault.AccessDenied("Roles may not be assumed by root accounts.")
	}
	return nil
}

var accountNumber = regexp.MustCompile(`^[0-9]{12}$`)

// roleARN cuts the ARN of a role. What is none is a ValidationError.
func roleARN(text string) (arn.ARN, error) {
	parsed, err := arn.Parse(text)
	if err != nil || !strings.HasPrefix(parsed.Partition, "aws") || parsed.Service != "iam" || parsed.Region != "" ||
		!accountNumber.MatchString(parsed.Account) || parsed.Type() != "role" || parsed.Name() == "" {
		return arn.ARN{}, fault.Validation("%s is invalid", text)
	}
	return parsed, nil
}

// roleAt finds the role of an ARN: its path counts.
func roleAt(c *service.Call, parsed arn.ARN) (*identity.Role, bool) {
	role, ok := store.Roles.Get(c.Tx, identity.Key(parsed.Account, parsed.Name()))
	if !ok || role.ARN() != parsed.String() {
		return nil, false
	}
	return role, true
}

func asksAssumeRole(c *service.Call, in *api.AssumeRoleInput) ([]access.Ask, error) {
	parsed, err := roleARN(in.RoleArn)
	if err != nil {
		return nil, err
	}
	tags, err := roleTags(c, in)
	if err != nil {
		return nil, err
	}
	ask := access.Ask{Action: "sts:AssumeRole", Resource: in.RoleArn, Owner: parsed.Account, Context: assumeContext(in)}
	role, ok := roleAt(c, parsed)
	if ok {
		ask.Trust = role
		ask.Context = append(ask.Context, access.ResourceTags("iam", role.Tags)...)
	}
	ask.TrustMissing = !ok
	asks := []access.Ask{ask}
	if len(in.Tags) > 0 || len(in.TransitiveTagKeys) > 0 {
		asks = append(asks, alike(ask, "sts:TagSession"))
	}
	if tags.sourceIdentity != "" {
		asks = append(asks, alike(ask, "sts:SetSourceIdentity"))
	}
	return asks, nil
}

// alike asks for another action on the same role, with the same context.
func alike(ask access.Ask, action string) access.Ask {
	ask.Action = action
	return ask
}

func assumeContext(in *api.AssumeRoleInput) []access.Key {
	keys := []access.Key{access.One("sts:RoleSessionName", in.RoleSessionName)}
	if in.ExternalId != nil {
		keys = append(keys, access.One("sts:ExternalId", *in.ExternalId))
	}
	if in.SourceIdentity != nil {
		keys = append(keys, access.One("sts:SourceIdentity", *in.SourceIdentity))
	}
	if len(in.TransitiveTagKeys) > 0 {
		keys = append(keys, access.Set("sts:TransitiveTagKeys", in.TransitiveTagKeys...))
	}
	return append(keys, access.RequestTags(tagsOf(in.Tags))...)
}

func assumeRole(c *service.Call, in *api.AssumeRoleInput) (*api.AssumeRoleOutput, error) {
	if err := notRoot(c); err != nil {
		return nil, err
	}
	parsed, err := roleARN(in.RoleArn)
	if err != nil {
		return nil, err
	}
	role, ok := roleAt(c, parsed)
	if !ok {
		return nil, fault.AccessDenied("User: %s is not authorized to perform: sts:AssumeRole on resource: %s", c.Caller.ARN(), in.RoleArn)
	}
	session, err := roleSession(c, in, role)
	if err != nil {
		return nil, err
	}
	credentials, packed, err := issue(c, session)
	if err != nil {
		return nil, err
	}
	out := &api.AssumeRoleOutput{
		Credentials: showCredentials(credentials), AssumedRoleUser: assumedRoleUser(role, session),
	}
	if packed > 0 {
		out.PackedPolicySize = new(int32(packed))
	}
	if session.SourceIdentity != "" {
		out.SourceIdentity = &session.SourceIdentity
	}
	return out, nil
}

func assumedRoleUser(role *identity.Role, session *identity.Session) *api.AssumedRoleUser {
	return &api.AssumedRoleUser{
		AssumedRoleId: role.ID + ":" + session.Name,
		Arn:           (&identity.Caller{Kind: identity.AssumedRole, Account: role.Account, Role: role, Session: session}).ARN(),
	}
}

func roleSession(c *service.Call, in *api.AssumeRoleInput, role *identity.Role) (*identity.Session, error) {
	duration, err := roleDuration(c, in.DurationSeconds, role)
	if err != nil {
		return nil, err
	}
	tags, err := roleTags(c, in)
	if err != nil {
		return nil, err
	}
	text, policyARNs, err := sessionPolicies(c, role.Account, in.Policy, in.PolicyArns)
	if err != nil {
		return nil, err
	}
	return &identity.Session{
		Kind: identity.RoleSession, Account: role.Account, Principal: role.ID, Name: in.RoleSessionName, IssuerKey: c.Caller.KeyID,
		IssuedAt: c.Now, ExpiresAt: c.Now.Add(duration), Chained: c.Caller.Kind == identity.AssumedRole,
		Policy: text, PolicyARNs: policyARNs, Tags: tags.all, Transitive: tags.transitive, SourceIdentity: tags.sourceIdentity,
	}, nil
}

func roleDuration(c *service.Call, wish *int32, role *identity.Role) (time.Duration, error) {
	seconds, most := identity.DefaultMaxSession, max(role.MaxSession, identity.DefaultMaxSession)
	if wish != nil {
		seconds = int(*wish)
	}
	if c.Caller.Kind == identity.AssumedRole && seconds > maxChained {
		return 0, fault.Validation("The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining")
	}
	if seconds > most {
		return 0, fault.Validation("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.")
	}
	return time.Duration(seconds) * time.Second, nil
}

// issue makes the credentials of a session that callers have put policies and tags into.
func issue(c *service.Call, session *identity.Session) (access.Credentials, int, error) {
	credentials, packed, err := c.Access.Issue(session)
	if errors.Is(err, access.ErrPacked) {
		return credentials, packed, api.PackedPolicyTooLarge("Packed size of session policies and tags consumes %d%% of allotted space.", packed)
	}
	return credentials, packed, err
}
