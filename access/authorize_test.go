package access_test

import (
	"crypto/rand"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service/hosttest"
	"github.com/cardea-iam/cardea/store"
)

// may asks whether the holder of a credential is allowed one thing, as the store is now.
func may(t testing.TB, h *hosttest.Host, credential *access.Credential, ask access.Ask) error {
	t.Helper()
	facts := h.Facts("iam")
	var answer error
	h.View(func(tx *store.Tx) {
		caller, err := h.Access.Lookup(tx, credential, h.Now)
		if err != nil {
			t.Fatal(err)
		}
		answer = h.Access.Authorize(tx, caller, &facts, []access.Ask{ask})
	})
	var denial *access.Denial
	if answer != nil && !errors.As(answer, &denial) {
		t.Fatal(answer)
	}
	return answer
}

func allow(action string) string {
	return `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"` + action + `","Resource":"*"}}`
}

var listUsers = access.Ask{Action: "iam:ListUsers", Resource: "arn:aws:iam::123456789012:user/"}

// put stores a customer managed policy with one version.
func put(h *hosttest.Host, name, document string) *identity.Policy {
	p := &identity.Policy{
		Account: hosttest.Account, Name: name, ID: identity.NewID(rand.Reader, identity.PolicyPrefix), Path: "/", Versions: []identity.PolicyVersion{{Number: 1, Document: document}},
		Default: 1, LastVersion: 1,
	}
	h.Update(func(tx *store.Tx) error { store.Policies.Put(tx, p); return nil })
	return p
}

// change stores a changed copy of a user.
func change(h *hosttest.Host, name string, how func(*identity.User)) {
	h.Update(func(tx *store.Tx) error {
		user, _ := store.Users.Get(tx, identity.Key(hosttest.Account, name))
		changed := user.Clone()
		how(changed)
		store.Users.Put(tx, changed)
		return nil
	})
}

func TestAChangeOfPolicyIsSeenByTheNextRequest(t *testing.T) {
	h := hosttest.New(t, hosttest.Options{})
	ann := h.User("ann")
	p := put(h, "list", allow("iam:ListUsers"))
	group := &identity.Group{Account: hosttest.Account, Name: "g", ID: identity.NewID(rand.Reader, identity.GroupPrefix), Path: "/"}
	steps := []struct {
		name    string
		do      func()
		allowed bool
	}{
		{"nothing is attached", func() {}, false},
		{"the policy is attached", func() { change(h, "ann", func(u *identity.User) { u.Grants.Attached = []string{p.ARN()} }) }, true},
		{"the policy has another default version", func() {
			changed := p.Clone()
			changed.Versions = append(changed.Versions, identity.PolicyVersion{Number: 2, Document: allow("iam:GetUser")})
			changed.Default = 2
			h.Update(func(tx *store.Tx) error { store.Policies.Put(tx, changed); return nil })
		}, false},
		{"the old version is in force again", func() { h.Update(func(tx *store.Tx) error { store.Policies.Put(tx, p.Clone()); return nil }) }, true},
		{"the policy is detached", func() { change(h, "ann", func(u *identity.User) { u.Grants.Attached = nil }) }, false},
		{"a group without policies is joined", func() {
			h.Update(func(tx *store.Tx) error { store.Groups.Put(tx, group); return nil })
			change(h, "ann", func(u *identity.User) { u.Groups = []string{group.ID} })
		}, false},
		{"the group gets the policy", func() {
			with := group.Clone()
			with.Grants.Attached = []string{p.ARN()}
			h.Update(func(tx *store.Tx) error { store.Groups.Put(tx, with); return nil })
		}, true},
		{"a boundary allows something else", func() {
			limit := put(h, "limit", allow("iam:GetUser"))
			change(h, "ann", func(u *identity.User) { u.Boundary = limit.ARN() })
		}, false},
		{"the boundary is gone", func() { change(h, "ann", func(u *identity.User) { u.Boundary = "" }) }, true},
		{"an inline policy denies", func() {
			change(h, "ann", func(u *identity.User) {
				u.Grants.Inline = []identity.InlinePolicy{{Name: "no", Document: strings.Replace(allow("iam:*"), "Allow", "Deny", 1)}}
			})
		}, false},
	}
	for _, s := range steps {
		s.do()
		for range 2 { // the second time from what is kept
			if err := may(t, h, ann, listUsers); (err == nil) != s.allowed {
				t.Fatalf("%s: got %v", s.name, err)
			}
		}
	}
}

func TestWhoHoldsACredential(t *testing.T) {
	h := hosttest.New(t, hosttest.Options{})
	ann := h.User("ann", hosttest.Everything)
	session := h.Session(identity.TokenSession, "ann", true)
	lookup := func(c *access.Credential) (err error) {
		h.View(func(tx *store.Tx) { _, err = h.Access.Lookup(tx, c, h.Now) })
		return err
	}
	for name, c := range map[string]*access.Credential{"key": ann, "session": session} {
		if err := lookup(c); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	h.Update(func(tx *store.Tx) error { store.Users.Delete(tx, identity.Key(hosttest.Account, "ann")); return nil })
	h.User("ann", hosttest.Everything) // the same name, somebody else
	for name, c := range map[string]*access.Credential{"key": ann, "session": session} {
		if err := lookup(c); err == nil || !strings.Contains(err.Error(), "InvalidClientTokenId") {
			t.Errorf("%s of a user who was created anew: %v", name, err)
		}
	}
}

func TestASessionEnds(t *testing.T) {
	h := hosttest.New(t, hosttest.Options{})
	h.User("ann")
	session := h.Session(identity.TokenSession, "ann", true)
	h.Now = h.Now.Add(12 * time.Hour)
	h.View(func(tx *store.Tx) {
		if _, err := h.Access.Lookup(tx, session, h.Now); err == nil || !strings.Contains(err.Error(), "ExpiredToken") {
			t.Errorf("after its end: %v", err)
		}
	})
}

func TestMFAIsPresentByKindOfCredential(t *testing.T) {
	want := func(operator, value string) string {
		return `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:ListUsers","Resource":"*","Condition":{"` + operator + `":{"aws:MultiFactorAuthPresent":"` + value + `"}}}}`
	}
	for _, c := range []struct {
		name, document string
		credential     func(*hosttest.Host, *access.Credential) *access.Credential
		allowed        bool
	}{
		{"a long-term key has no such key: Bool false", want("Bool", "false"), func(_ *hosttest.Host, key *access.Credential) *access.Credential { return key }, false},
		{"a long-term key has no such key: BoolIfExists false", want("BoolIfExists", "false"), func(_ *hosttest.Host, key *access.Credential) *access.Credential { return key }, true},
		{"a long-term key has no such key: Null", want("Null", "true"), func(_ *hosttest.Host, key *access.Credential) *access.Credential { return key }, true},
		{"a session without MFA says false", want("Bool", "false"), func(h *hosttest.Host, _ *access.Credential) *access.Credential {
			return h.Session(identity.ConsoleSession, "ann", false)
		}, true},
		{"a session with MFA says true", want("Bool", "true"), func(h *hosttest.Host, _ *access.Credential) *access.Credential {
			return h.Session(identity.TokenSession, "ann", true)
		}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := hosttest.New(t, hosttest.Options{})
			key := h.User("ann", c.document)
			if err := may(t, h, c.credential(h, key), listUsers); (err == nil) != c.allowed {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestARolesSessionKnowsNothingOfMFA(t *testing.T) {
	h := hosttest.New(t, hosttest.Options{})
	role := &identity.Role{
		Account: hosttest.Account, Name: "r", ID: identity.NewID(rand.Reader, identity.RolePrefix), Path: "/", Trust: allow("sts:AssumeRole"),
		Grants: identity.Grants{Inline: []identity.InlinePolicy{{Name: "i", Document: `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:ListUsers","Resource":"*","Condition":{"Null":{"aws:MultiFactorAuthPresent":"true"}}}}`}}},
	}
	h.Update(func(tx *store.Tx) error { store.Roles.Put(tx, role); return nil })
	session := &access.Credential{Session: &identity.Session{Kind: identity.RoleSession, Account: hosttest.Account, Principal: role.ID, Name: "s", IssuedAt: h.Now, ExpiresAt: h.Now.Add(time.Hour)}}
	if err := may(t, h, session, listUsers); err != nil {
		t.Error(err)
	}
}

func TestASessionPolicyLimitsARole(t *testing.T) {
	h := hosttest.New(t, hosttest.Options{})
	role := &identity.Role{
		Account: hosttest.Account, Name: "r", ID: identity.NewID(rand.Reader, identity.RolePrefix), Path: "/", Trust: allow("sts:AssumeRole"),
		Grants: identity.Grants{Inline: []identity.InlinePolicy{{Name: "i", Document: hosttest.Everything}}},
	}
	h.Update(func(tx *store.Tx) error { store.Roles.Put(tx, role); return nil })
	session := &identity.Session{Kind: identity.RoleSession, Account: hosttest.Account, Principal: role.ID, Name: "s", IssuedAt: h.Now, ExpiresAt: h.Now.Add(time.Hour), Policy: allow("iam:GetUser")}
	err := may(t, h, &access.Credential{Session: session}, listUsers)
	if err == nil || !strings.HasSuffix(err.Error(), "because no session policy allows the iam:ListUsers action") {
		t.Errorf("got %v", err)
	}
}

func TestUsersMayChangeTheirPasswordWhereTheAccountSaysSo(t *testing.T) {
	h := hosttest.New(t, hosttest.Options{})
	ann := h.User("ann")
	ask := access.Ask{Action: "iam:ChangePassword", Resource: "arn:aws:iam::123456789012:user/ann"}
	if err := may(t, h, ann, ask); err == nil {
		t.Fatal("allowed before the account says so")
	}
	h.Update(func(tx *store.Tx) error {
		store.Accounts.Put(tx, &identity.Account{ID: hosttest.Account, PasswordPolicy: &identity.PasswordPolicy{UsersMayChange: true}})
		return nil
	})
	if err := may(t, h, ann, ask); err != nil {
		t.Error(err)
	}
}

func TestADenialNamesTheManagedPolicyThatDenies(t *testing.T) {
	h := hosttest.New(t, hosttest.Options{})
	ann := h.User("ann", hosttest.Everything)
	p := put(h, "no", strings.Replace(allow("iam:ListUsers"), "Allow", "Deny", 1))
	change(h, "ann", func(u *identity.User) { u.Grants.Attached = []string{p.ARN()} })
	err := may(t, h, ann, listUsers)
	want := "User: arn:aws:iam::123456789012:user/ann is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::123456789012:user/ with an explicit deny in an identity-based policy: " + p.ARN()
	if err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}

func TestAnAuthorizationMessageOpensForItsAccountOnly(t *testing.T) {
	h := hosttest.New(t, hosttest.Options{})
	ann := h.User("ann")
	var denial *access.Denial
	if !errors.As(may(t, h, ann, listUsers), &denial) {
		t.Fatal("no denial")
	}
	encoded, err := h.Access.EncodeMessage(denial)
	if err != nil {
		t.Fatal(err)
	}
	text, err := h.Access.DecodeMessage(hosttest.Account, encoded)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{`"allowed":false`, `"explicitDeny":false`, `"action":"iam:ListUsers"`, `"key":"aws:username","values":{"items":[{"value":"ann"}]}`} {
		if !strings.Contains(text, part) {
			t.Errorf("%s lacks %s", text, part)
		}
	}
	for name, try := range map[string]struct{ account, text string }{
		"another account": {"210987654321", encoded},
		"a changed text":  {hosttest.Account, encoded[:len(encoded)-2] + "AA"},
		"a short text":    {hosttest.Account, "AAAA"},
		"no base64":       {hosttest.Account, "?"},
	} {
		if _, err := h.Access.DecodeMessage(try.account, try.text); !errors.Is(err, access.ErrMessage) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func BenchmarkAuthorize(b *testing.B) {
	h := hosttest.New(b, hosttest.Options{})
	ann := h.User("ann")
	change(h, "ann", func(u *identity.User) { u.Grants.Attached = []string{"arn:aws:iam::aws:policy/AmazonEC2FullAccess"} })
	facts := h.Facts("ec2")
	asks := []access.Ask{{Action: "ec2:DescribeInstances", Resource: "*", Shown: access.Unnamed}}
	h.View(func(tx *store.Tx) {
		caller, err := h.Access.Lookup(tx, ann, h.Now)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportAllocs()
		for b.Loop() {
			if err := h.Access.Authorize(tx, caller, &facts, asks); err != nil {
				b.Fatal(err)
			}
		}
	})
}
