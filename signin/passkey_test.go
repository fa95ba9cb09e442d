package signin_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/cardea-iam/cardea/access"
	iamapi "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/factor/passkey/passkeytest"
	"github.com/cardea-iam/cardea/iam"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/service/hosttest"
	"github.com/cardea-iam/cardea/signin"
	"github.com/cardea-iam/cardea/store"
)

const pass = "correct horse battery staple"

// desk is a host that serves IAM and the sign-in, with root, ann and bob, who have passwords.
type desk struct {
	*hosttest.Host
	t     *testing.T
	audit string
	root  *access.Credential
	ids   map[string]string // by name; root's is ""
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	d := &desk{t: t, audit: filepath.Join(t.TempDir(), "audit.log"), ids: map[string]string{"": hosttest.Account}}
	d.Host = hosttest.New(t, hosttest.Options{Tables: []service.Table{iam.Table(), signin.Table()}, AuditLog: d.audit})
	d.root = d.Root()
	for _, name := range []string{"ann", "bob"} {
		d.User(name, `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["iam:EnableMFADevice","iam:DeactivateMFADevice"],"Resource":"arn:aws:iam::*:user/${aws:username}"}}`)
	}
	hash, err := d.Passwords.Hash(t.Context(), pass)
	if err != nil {
		t.Fatal(err)
	}
	d.Update(func(tx *store.Tx) error {
		for _, name := range []string{"ann", "bob"} {
			user, _ := store.Users.Get(tx, identity.Key(hosttest.Account, name))
			d.ids[name] = user.ID
		}
		account, _ := store.Accounts.Get(tx, hosttest.Account)
		named := *account
		named.RootEmail = "root@example.com"
		store.Accounts.Put(tx, &named)
		for _, id := range d.ids {
			store.LoginProfiles.Put(tx, &identity.LoginProfile{Owner: id, Hash: hash, CreatedAt: d.Now, ChangedAt: d.Now})
		}
		return nil
	})
	return d
}

// console is the credential of a console session without MFA.
func (d *desk) console(name string) *access.Credential {
	return d.Session(identity.ConsoleSession, name, false)
}

// begin asks for the options of a registration.
func (d *desk) begin(who *access.Credential, user string) []byte {
	d.t.Helper()
	return hosttest.Must[signin.PasskeyOptions](d.Host, who, "signin", "BeginPasskeyRegistration", &signin.BeginPasskeyRegistrationInput{UserName: user}).Options
}

// register lets somebody register a key, and answers its serial number.
func (d *desk) register(who *access.Credential, user, name string, k *passkeytest.Key) string {
	d.t.Helper()
	return hosttest.Must[signin.FinishPasskeyRegistrationOutput](d.Host, who, "signin", "FinishPasskeyRegistration", &signin.FinishPasskeyRegistrationInput{
		UserName: user, DeviceName: name, Response: k.Create(hosttest.Console, d.begin(who, user)),
	}).SerialNumber
}

// stranger is the credential of whoever signs in.
var stranger = &access.Credential{Anonymous: true}

// password goes through the first step, and answers the cookie of the pending sign-in.
func (d *desk) password(name string) string {
	d.t.Helper()
	in := &signin.CheckPasswordInput{Account: hosttest.Account, UserName: name, Password: pass}
	if name == "" {
		in = &signin.CheckPasswordInput{RootEmail: "root@example.com", Password: pass}
	}
	step := hosttest.Must[signin.Step](d.Host, stranger, "signin", "CheckPassword", in)
	if step.Pending == "" || step.Session != "" {
		d.t.Fatalf("the password led to %+v, want to the second factor", step)
	}
	return step.Pending
}

// ask asks for the options of a sign-in.
func (d *desk) ask(pending string) []byte {
	d.t.Helper()
	return hosttest.Must[signin.PasskeyOptions](d.Host, stranger, "signin", "AskPasskey", &signin.AskPasskeyInput{Pending: pending}).Options
}

// check posts an answer.
func (d *desk) check(pending string, response []byte) (*signin.Step, error) {
	d.t.Helper()
	return hosttest.Call[signin.Step](d.Host, stranger, "signin", "CheckPasskey", &signin.CheckPasskeyInput{Pending: pending, Response: response})
}

// mustFail checks that a call is refused with a code.
func mustFail(t *testing.T, err error, code string) {
	t.Helper()
	if err == nil || !strings.HasPrefix(err.Error(), code+": ") {
		t.Errorf("answered %v, want %s", err, code)
	}
}

func TestASecurityKeySignsIn(t *testing.T) {
	for _, name := range []string{"ann", ""} {
		t.Run("as "+name, func(t *testing.T) {
			d := newDesk(t)
			k := passkeytest.New(passkeytest.ES256)
			serial := d.register(d.console(name), "", "", k)
			d.Now = d.Now.Add(time.Minute)
			pending := d.password(name)
			step, err := d.check(pending, k.Get(hosttest.Console, d.ask(pending)))
			if err != nil {
				t.Fatal(err)
			}
			d.View(func(tx *store.Tx) {
				session, ok := store.BrowserSessions.Get(tx, identity.CookieDigest(step.Session))
				if !ok || !session.MFAAt.Equal(d.Now) || session.Device != serial || session.Principal != d.ids[name] {
					t.Errorf("the session is %+v", session)
				}
				device, _ := store.MFADevices.Get(tx, store.MFADeviceKey(hosttest.Account, serial))
				if device.Passkey.SignCount != 2 {
					t.Errorf("the counter is %d, want 2", device.Passkey.SignCount)
				}
			})
			if log := d.log(); !strings.Contains(log, `"MFAIdentifier":"`+serial+`"`) || !strings.Contains(log, `"CheckMfa":"Success"`) || !strings.Contains(log, `"MFAUsed":"Yes"`) {
				t.Errorf("the records are\n%s", log)
			}
		})
	}
}

// log is the audit log.
func (d *desk) log() string {
	d.t.Helper()
	log, err := os.ReadFile(d.audit)
	if err != nil {
		d.t.Fatal(err)
	}
	return string(log)
}

func TestEveryDeviceOfOnesOwnSignsInAndAnothersDoesNot(t *testing.T) {
	d := newDesk(t)
	first, second, his := passkeytest.New(passkeytest.ES256), passkeytest.New(passkeytest.EdDSA), passkeytest.New(passkeytest.ES256)
	d.register(d.console("ann"), "", "first", first)
	d.register(d.console("ann"), "", "second", second)
	d.register(d.console("bob"), "", "", his)
	for name, k := range map[string]*passkeytest.Key{"first": first, "second": second} {
		pending := d.password("ann")
		if _, err := d.check(pending, k.Get(hosttest.Console, d.ask(pending))); err != nil {
			t.Errorf("the %s key is refused: %v", name, err)
		}
	}
	pending := d.password("ann")
	_, err := d.check(pending, his.Get(hosttest.Console, d.ask(pending)))
	mustFail(t, err, signin.Incorrect)
}

func TestAnAssertionCountsOnceAndForItsOwnSignInOnly(t *testing.T) {
	d := newDesk(t)
	k := passkeytest.New(passkeytest.ES256)
	k.Synced = true // it does not count: the challenge is all that stops a replay
	d.register(d.console("ann"), "", "", k)
	pending, other := d.password("ann"), d.password("ann")
	answer := k.Get(hosttest.Console, d.ask(pending))
	d.ask(other)
	_, err := d.check(other, answer)
	mustFail(t, err, signin.Incorrect)
	if _, err := d.check(pending, answer); err != nil {
		t.Fatalf("the first post is refused: %v", err)
	}
	_, err = d.check(pending, answer)
	mustFail(t, err, signin.Over)
	again := d.password("ann")
	_, err = d.check(again, answer)
	mustFail(t, err, signin.Incorrect)
	d.ask(again)
	_, err = d.check(again, answer)
	mustFail(t, err, signin.Incorrect)
}

func TestOfManyPostsOfOneAssertionOneGoesThrough(t *testing.T) {
	d := newDesk(t)
	k := passkeytest.New(passkeytest.ES256)
	k.Synced = true
	d.register(d.console("ann"), "", "", k)
	pending := d.password("ann")
	in := &signin.CheckPasskeyInput{Pending: pending, Response: k.Get(hosttest.Console, d.ask(pending))}
	operation := d.Directory.Find("signin", "CheckPasskey")
	var through sync.Map
	var all sync.WaitGroup
	for i := range 50 {
		all.Go(func() {
			if _, err := d.Do(context.Background(), operation, stranger, d.Facts("signin"), in); err == nil {
				through.Store(i, true)
			}
		})
	}
	all.Wait()
	count := 0
	through.Range(func(any, any) bool { count++; return true })
	if count != 1 {
		t.Errorf("%d of 50 posts went through", count)
	}
}

func TestAWrongAnswerUsesUpTheChallenge(t *testing.T) {
	d := newDesk(t)
	k := passkeytest.New(passkeytest.ES256)
	d.register(d.console("ann"), "", "", k)
	pending := d.password("ann")
	options := d.ask(pending)
	_, err := d.check(pending, []byte(`{"type":"public-key"}`))
	mustFail(t, err, signin.Incorrect)
	_, err = d.check(pending, k.Get(hosttest.Console, options))
	mustFail(t, err, signin.Incorrect)
	if _, err := d.check(pending, k.Get(hosttest.Console, d.ask(pending))); err != nil {
		t.Errorf("the answer to a new challenge is refused: %v", err)
	}
	if log := d.log(); strings.Count(log, `"CheckMfa":"Failure"`) != 2 {
		t.Errorf("the two failures are not recorded:\n%s", log)
	}
}

func TestAChallengeIsAnsweredInTime(t *testing.T) {
	d := newDesk(t)
	k := passkeytest.New(passkeytest.ES256)
	options := d.begin(d.console("ann"), "")
	d.Now = d.Now.Add(identity.PasskeyTime)
	f := d.Fails(d.console("ann"), "signin", "FinishPasskeyRegistration", &signin.FinishPasskeyRegistrationInput{Response: k.Create(hosttest.Console, options)})
	mustFail(t, f, "InvalidSecurityKey")
	d.begin(d.console("ann"), "")
	d.Now = d.Now.Add(identity.PasskeyTime)
	if err := signin.Sweep(t.Context(), d.Store, d.Now); err != nil {
		t.Fatal(err)
	}
	d.View(func(tx *store.Tx) {
		if left := store.PasskeyChallenges.Len(tx); left != 0 {
			t.Errorf("%d challenges are never cleared away", left)
		}
	})
}

func TestACopiedKeyIsRefusedAndRecorded(t *testing.T) {
	d := newDesk(t)
	k := passkeytest.New(passkeytest.ES256)
	serial := d.register(d.console("ann"), "", "", k)
	used := func(count uint32) error {
		pending := d.password("ann")
		_, err := d.check(pending, k.Get(hosttest.Console, d.ask(pending), func(a *passkeytest.Answer) { a.Count = count }))
		return err
	}
	if err := used(7); err != nil {
		t.Fatal(err)
	}
	for _, count := range []uint32{7, 6, 0} {
		mustFail(t, used(count), signin.Incorrect)
	}
	if log := d.log(); strings.Count(log, `"MFAIdentifier":"`+serial+`","Reason":"The signature counter of the security key did not go up: there may be a copy of it."`) != 3 {
		t.Errorf("the copies are not recorded:\n%s", log)
	}
	if err := used(8); err != nil {
		t.Errorf("the key itself is refused: %v", err)
	}
}

func TestAKeyThatWasDeactivatedMeanwhileSignsNobodyIn(t *testing.T) {
	d := newDesk(t)
	first, second := passkeytest.New(passkeytest.ES256), passkeytest.New(passkeytest.ES256)
	serial := d.register(d.console("ann"), "", "", first)
	d.register(d.console("ann"), "", "", second)
	pending := d.password("ann")
	answer := first.Get(hosttest.Console, d.ask(pending))
	hosttest.Must[iamapi.DeactivateMFADeviceOutput](d.Host, d.root, "iam", "DeactivateMFADevice", &iamapi.DeactivateMFADeviceInput{UserName: new("ann"), SerialNumber: serial})
	_, err := d.check(pending, answer)
	mustFail(t, err, signin.Incorrect)
}

func TestWhoeverHasNoKeyIsNotAskedForOne(t *testing.T) {
	d := newDesk(t)
	serial := d.register(d.console("ann"), "", "", passkeytest.New(passkeytest.ES256))
	pending := d.password("ann")
	d.Update(func(tx *store.Tx) error {
		store.MFADevices.Delete(tx, store.MFADeviceKey(hosttest.Account, serial))
		return nil
	})
	mustFail(t, d.Fails(stranger, "signin", "AskPasskey", &signin.AskPasskeyInput{Pending: pending}), "NoSecurityKey")
	mustFail(t, d.Fails(stranger, "signin", "AskPasskey", &signin.AskPasskeyInput{Pending: "unknown"}), signin.Over)
	_, err := d.check(pending, []byte(`{}`))
	mustFail(t, err, signin.Incorrect)
}

func TestTheOptionsNameOnlyOnesOwnKeys(t *testing.T) {
	d := newDesk(t)
	hers, his := passkeytest.New(passkeytest.ES256), passkeytest.New(passkeytest.ES256)
	d.register(d.console("ann"), "", "", hers)
	d.register(d.console("bob"), "", "", his)
	for what, options := range map[string][]byte{"a sign-in": d.ask(d.password("ann")), "a registration": d.begin(d.console("ann"), "")} {
		var asked struct {
			AllowCredentials, ExcludeCredentials []struct{ ID string }
			User                                 struct{ ID string }
		}
		if err := json.Unmarshal(options, &asked); err != nil {
			t.Fatal(err)
		}
		named := append(asked.AllowCredentials, asked.ExcludeCredentials...)
		if len(named) != 1 || named[0].ID != store.PasskeyKey(hers.ID) {
			t.Errorf("%s names %+v", what, named)
		}
		if handle := asked.User.ID; handle != "" && handle != store.PasskeyKey([]byte(d.ids["ann"])) {
			t.Errorf("%s has the user handle %s, want that of the unique ID", what, handle)
		}
	}
}
