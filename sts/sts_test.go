package sts_test

import (
	"crypto/rand"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/sts"
	"github.com/cardea-iam/cardea/factor/totp"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/service/hosttest"
	"github.com/cardea-iam/cardea/store"
	"github.com/cardea-iam/cardea/sts"
)

func newHost(t *testing.T) *hosttest.Host {
	return hosttest.New(t, hosttest.Options{Tables: []service.Table{sts.Table()}})
}

// device assigns a virtual device to a user (or to root, "") and answers its serial number and seed.
func device(t *testing.T, h *hosttest.Host, userName string) (string, totp.Seed) {
	t.Helper()
	seed := totp.NewSeed(rand.Reader)
	serial := identity.ARN(hosttest.Account, "mfa", "/", "of-"+userName)
	sealed, err := h.Keys.SealSeed(hosttest.Account, serial, seed)
	if err != nil {
		t.Fatal(err)
	}
	h.Update(func(tx *store.Tx) error {
		owner := hosttest.Account
		if user, ok := store.Users.Get(tx, identity.Key(hosttest.Account, userName)); ok {
			owner = user.ID
		}
		store.MFADevices.Put(tx, &identity.MFADevice{
			Account: hosttest.Account, Serial: serial, Kind: identity.VirtualDevice, Name: "of-" + userName, Path: "/", Seed: sealed, Owner: owner, EnabledAt: h.Now,
		})
		return nil
	})
	return serial, seed
}

func code(seed totp.Seed, at time.Time) string {
	return totp.Generator{Seed: seed}.Code(totp.Step(at))
}

// role makes a role with a trust policy; ids resolves principals in it.
func role(h *hosttest.Host, name, trust string, ids map[string]string, inline ...string) *identity.Role {
	r := &identity.Role{Account: hosttest.Account, Name: name, ID: identity.NewID(rand.Reader, identity.RolePrefix), Path: "/", CreatedAt: h.Now, Trust: trust, TrustIDs: ids, MaxSession: 7200}
	for _, document := range inline {
		r.Grants.Inline = append(r.Grants.Inline, identity.InlinePolicy{Name: "inline", Document: document})
	}
	h.Update(func(tx *store.Tx) error { store.Roles.Put(tx, r); return nil })
	return r
}

func want(t *testing.T, f *fault.Error, code string, status int, text string) {
	t.Helper()
	if f.Code != code || f.Status != status || !strings.HasPrefix(f.Message, text) {
		t.Errorf("got %s %d %q, want %s %d %q", f.Code, f.Status, f.Message, code, status, text)
	}
}

const trustEverybody = `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":["sts:AssumeRole","sts:TagSession","sts:SetSourceIdentity"]}}`

func TestNobodyCanBeDeniedToAskWhoTheyAre(t *testing.T) {
	h := newHost(t)
	ann := h.User("ann", `{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}`)
	out := hosttest.Must[api.GetCallerIdentityOutput](h, ann, "sts", "GetCallerIdentity", &api.GetCallerIdentityInput{})
	if *out.Account != hosttest.Account || *out.Arn != "arn:aws:iam::123456789012:user/ann" || !strings.HasPrefix(*out.UserId, "AIDA") {
		t.Errorf("got %s %s %s", *out.Account, *out.Arn, *out.UserId)
	}
	root := hosttest.Must[api.GetCallerIdentityOutput](h, h.Root(), "sts", "GetCallerIdentity", &api.GetCallerIdentityInput{})
	if *root.UserId != hosttest.Account || *root.Arn != "arn:aws:iam::123456789012:root" {
		t.Errorf("root is %s %s", *root.UserId, *root.Arn)
	}
}

func TestACodeWorksOnceAndOnlyForItsOwner(t *testing.T) {
	h := newHost(t)
	ann, bob := h.User("ann"), h.User("bob")
	serial, seed := device(t, h, "ann")
	now := code(seed, h.Now)
	f := h.Fails(bob, "sts", "GetSessionToken", &api.GetSessionTokenInput{SerialNumber: &serial, TokenCode: &now})
	want(t, f, "AccessDenied", 403, "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.")
	f = h.Fails(ann, "sts", "GetSessionToken", &api.GetSessionTokenInput{SerialNumber: &serial, TokenCode: new("000000")})
	want(t, f, "AccessDenied", 403, "MultiFactorAuthentication failed with invalid MFA one time pass code. ")
	hosttest.Must[api.GetSessionTokenOutput](h, ann, "sts", "GetSessionToken", &api.GetSessionTokenInput{SerialNumber: &serial, TokenCode: &now})
	f = h.Fails(ann, "sts", "GetSessionToken", &api.GetSessionTokenInput{SerialNumber: &serial, TokenCode: &now})
	want(t, f, "AccessDenied", 403, "MultiFactorAuthentication failed with invalid MFA one time pass code. ")
	f = h.Fails(ann, "sts", "GetSessionToken", &api.GetSessionTokenInput{SerialNumber: &serial})
	want(t, f, "AccessDenied", 403, "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.")
}

func TestAfterFiveWrongCodesTheRightOneIsRefusedForAQuarterOfAnHour(t *testing.T) {
	h := newHost(t)
	ann := h.User("ann")
	serial, seed := device(t, h, "ann")
	for range 5 {
		h.Fails(ann, "sts", "GetSessionToken", &api.GetSessionTokenInput{SerialNumber: &serial, TokenCode: new("000000")})
	}
	right := code(seed, h.Now)
	want(t, h.Fails(ann, "sts", "GetSessionToken", &api.GetSessionTokenInput{SerialNumber: &serial, TokenCode: &right}), "AccessDenied", 403, "MultiFactorAuthentication failed with invalid")
	h.Now = h.Now.Add(15 * time.Minute)
	right = code(seed, h.Now)
	hosttest.Must[api.GetSessionTokenOutput](h, ann, "sts", "GetSessionToken", &api.GetSessionTokenInput{SerialNumber: &serial, TokenCode: &right})
}

func TestSessionsDoNotMakeSessions(t *testing.T) {
	h := newHost(t)
	h.Administrator()
	for _, mfa := range []bool{false, true} {
		session := h.Session(identity.TokenSession, "administrator", mfa)
		want(t, h.Fails(session, "sts", "GetSessionToken", &api.GetSessionTokenInput{}), "AccessDenied", 403, "Cannot call GetSessionToken with session credentials")
		want(t, h.Fails(session, "sts", "GetFederationToken", &api.GetFederationTokenInput{Name: "fred"}), "AccessDenied", 403, "Cannot call GetFederationToken with session credentials")
	}
}

func TestRootsSessionsLastAnHourAtMost(t *testing.T) {
	h := newHost(t)
	out := hosttest.Must[api.GetSessionTokenOutput](h, h.Root(), "sts", "GetSessionToken", &api.GetSessionTokenInput{DurationSeconds: new(int32(43200))})
	if got := out.Credentials.Expiration.Sub(h.Now); got != time.Hour {
		t.Errorf("the session lasts %s", got)
	}
	if !strings.HasPrefix(out.Credentials.AccessKeyId, "ASIA") {
		t.Errorf("key %s", out.Credentials.AccessKeyId)
	}
}

func TestWhoMayAssumeARole(t *testing.T) {
	allow := `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}}`
	trustMFA := `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"sts:AssumeRole","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}}`
	trustExternal := `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"42"}}}}`
	trustBob := `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:user/bob"},"Action":"sts:AssumeRole"}}`
	for _, c := range []struct {
		name, trust string
		policies    []string
		in          api.AssumeRoleInput
		mfa         bool
		ok          bool
	}{
		{name: "the account is trusted and the user's policy allows", trust: trustEverybody, policies: []string{allow}, ok: true},
		{name: "the account is trusted and no policy of the user allows", trust: trustEverybody},
		{name: "only another user is trusted", trust: trustBob, policies: []string{allow}},
		{name: "MFA is wanted and none came", trust: trustMFA, policies: []string{allow}},
		{name: "MFA is wanted and a code came", trust: trustMFA, policies: []string{allow}, mfa: true, ok: true},
		{name: "the external ID is missing", trust: trustExternal, policies: []string{allow}},
		{name: "the external ID is wrong", trust: trustExternal, policies: []string{allow}, in: api.AssumeRoleInput{ExternalId: new("43")}},
		{name: "the external ID is right", trust: trustExternal, policies: []string{allow}, in: api.AssumeRoleInput{ExternalId: new("42")}, ok: true},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := newHost(t)
			ann := h.User("ann", c.policies...)
			r := role(h, "r", c.trust, nil)
			in := c.in
			in.RoleArn, in.RoleSessionName = r.ARN(), "session"
			if c.mfa {
				serial, seed := device(t, h, "ann")
				in.SerialNumber, in.TokenCode = &serial, new(code(seed, h.Now))
			}
			if !c.ok {
				want(t, h.Fails(ann, "sts", "AssumeRole", &in), "AccessDenied", 403, "User: arn:aws:iam::123456789012:user/ann is not authorized to perform: sts:AssumeRole on resource: "+r.ARN())
				return
			}
			out := hosttest.Must[api.AssumeRoleOutput](h, ann, "sts", "AssumeRole", &in)
			if out.AssumedRoleUser.Arn != "arn:aws:sts::123456789012:assumed-role/r/session" || out.AssumedRoleUser.AssumedRoleId != r.ID+":session" {
				t.Errorf("got %+v", out.AssumedRoleUser)
			}
		})
	}
}

func TestARoleThatDoesNotExistIsDeniedLikeOneThatDoes(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	f := h.Fails(admin, "sts", "AssumeRole", &api.AssumeRoleInput{RoleArn: "arn:aws:iam::123456789012:role/none", RoleSessionName: "s1"})
	want(t, f, "AccessDenied", 403, "User: arn:aws:iam::123456789012:user/administrator is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::123456789012:role/none because no role trust policy allows the sts:AssumeRole action")
	for _, text := range []string{"nothing-valid-in-here", "arn:a:::something/test-role", "arn:a:a::aaaaaaaaaa:", "arn:aws:iam::123456789012:user/ann"} {
		want(t, h.Fails(admin, "sts", "AssumeRole", &api.AssumeRoleInput{RoleArn: text, RoleSessionName: "s1"}), "ValidationError", 400, text+" is invalid")
	}
	want(t, h.Fails(h.Root(), "sts", "AssumeRole", &api.AssumeRoleInput{RoleArn: "arn:aws:iam::123456789012:role/none", RoleSessionName: "s1"}), "AccessDenied", 403, "")
}

func TestTheCodeOfAnAssumeRoleIsUsedUpAlthoughTheCallIsDenied(t *testing.T) {
	h := newHost(t)
	ann := h.User("ann")
	serial, seed := device(t, h, "ann")
	now := code(seed, h.Now)
	r := role(h, "r", trustEverybody, nil)
	h.Fails(ann, "sts", "AssumeRole", &api.AssumeRoleInput{RoleArn: r.ARN(), RoleSessionName: "s1", SerialNumber: &serial, TokenCode: &now})
	want(t, h.Fails(ann, "sts", "GetSessionToken", &api.GetSessionTokenInput{SerialNumber: &serial, TokenCode: &now}), "AccessDenied", 403, "MultiFactorAuthentication failed with invalid")
}

func TestSessionTagsFollowTheRules(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	r := role(h, "r", trustEverybody, nil)
	for _, c := range []struct {
		in   api.AssumeRoleInput
		text string
	}{
		{api.AssumeRoleInput{Tags: []api.Tag{{Key: "a", Value: "1"}, {Key: "A", Value: "2"}}}, "Duplicate tag keys found. Please note that Tag keys are case insensitive."},
		{api.AssumeRoleInput{Tags: []api.Tag{{Key: "a", Value: "1"}}, TransitiveTagKeys: []string{"b"}}, "The specified transitive tag key must be included in the requested tags."},
	} {
		c.in.RoleArn, c.in.RoleSessionName = r.ARN(), "s1"
		want(t, h.Fails(admin, "sts", "AssumeRole", &c.in), "InvalidParameterValue", 400, c.text)
	}
	chained := &access.Credential{Session: &identity.Session{
		Kind: identity.RoleSession, Account: hosttest.Account, Principal: role(h, "first", trustEverybody, nil, hosttest.Everything).ID, Name: "s0",
		IssuedAt: h.Now, ExpiresAt: h.Now.Add(time.Hour), Tags: identity.Tags{{Key: "team", Value: "red"}}, Transitive: []string{"team"},
	}}
	f := h.Fails(chained, "sts", "AssumeRole", &api.AssumeRoleInput{RoleArn: r.ARN(), RoleSessionName: "s1", Tags: []api.Tag{{Key: "Team", Value: "blue"}}})
	want(t, f, "InvalidParameterValue", 400, "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.")
	f = h.Fails(chained, "sts", "AssumeRole", &api.AssumeRoleInput{RoleArn: r.ARN(), RoleSessionName: "s1", DurationSeconds: new(int32(3601))})
	want(t, f, "ValidationError", 400, "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining")
	f = h.Fails(admin, "sts", "AssumeRole", &api.AssumeRoleInput{RoleArn: r.ARN(), RoleSessionName: "s1", DurationSeconds: new(int32(7201))})
	want(t, f, "ValidationError", 400, "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.")
}

func TestSessionPoliciesMustBePoliciesAndMustFit(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	r := role(h, "r", trustEverybody, nil)
	in := func(change func(*api.AssumeRoleInput)) *api.AssumeRoleInput {
		i := &api.AssumeRoleInput{RoleArn: r.ARN(), RoleSessionName: "s1"}
		change(i)
		return i
	}
	want(t, h.Fails(admin, "sts", "AssumeRole", in(func(i *api.AssumeRoleInput) { i.Policy = new("{") })), "MalformedPolicyDocument", 400, "")
	var tags []api.Tag
	for i := range 50 {
		noise := make([]byte, 120)
		_, _ = rand.Read(noise)
		for j := range noise {
			noise[j] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"[noise[j]%64]
		}
		tags = append(tags, api.Tag{Key: fmt.Sprintf("key%02d", i), Value: string(noise)})
	}
	want(t, h.Fails(admin, "sts", "AssumeRole", in(func(i *api.AssumeRoleInput) { i.Tags = tags })), "PackedPolicyTooLarge", 400, "Packed size of session policies and tags consumes")
	out := hosttest.Must[api.AssumeRoleOutput](h, admin, "sts", "AssumeRole", in(func(i *api.AssumeRoleInput) { i.Policy = new(hosttest.Everything) }))
	if out.PackedPolicySize == nil || *out.PackedPolicySize < 1 {
		t.Errorf("packed size %v", out.PackedPolicySize)
	}
}

func TestAFederatedUserIsNamedByItsAccount(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	out := hosttest.Must[api.GetFederationTokenOutput](h, admin, "sts", "GetFederationToken", &api.GetFederationTokenInput{Name: "fred"})
	if out.FederatedUser.FederatedUserId != "123456789012:fred" || out.FederatedUser.Arn != "arn:aws:sts::123456789012:federated-user/fred" || *out.PackedPolicySize != 0 {
		t.Errorf("got %+v packed %d", out.FederatedUser, *out.PackedPolicySize)
	}
}

func TestAnAccessKeyTellsItsAccountAlone(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	out := hosttest.Must[api.GetAccessKeyInfoOutput](h, admin, "sts", "GetAccessKeyInfo", &api.GetAccessKeyInfoInput{AccessKeyId: "ASIAY34FZKBOKMUTVV7A"})
	if *out.Account != "609629065308" {
		t.Errorf("account %s", *out.Account)
	}
	ann := h.User("ann")
	want(t, h.Fails(ann, "sts", "GetAccessKeyInfo", &api.GetAccessKeyInfoInput{AccessKeyId: "ASIAY34FZKBOKMUTVV7A"}), "AccessDenied", 403,
		"User: arn:aws:iam::123456789012:user/ann is not authorized to perform: sts:GetAccessKeyInfo on resource: * because no identity-based policy allows the sts:GetAccessKeyInfo action")
}

func TestABadAuthorizationMessageIsRefused(t *testing.T) {
	h := newHost(t)
	want(t, h.Fails(h.Administrator(), "sts", "DecodeAuthorizationMessage", &api.DecodeAuthorizationMessageInput{EncodedMessage: "AAAA"}), "InvalidAuthorizationMessageException", 400, "")
}
