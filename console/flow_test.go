package console_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/iam"

	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/server"
)

const everything = `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}`

// withMFA allows everything to those who have signed in with MFA only.
const withMFA = `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}}`

func TestAUserSignsInWithAPasswordAndSignsOut(t *testing.T) {
	s, _ := start(t)
	person(t, s, "ann", everything)
	b := newBrowser(t, s)
	if a := b.get("/console/iam/users?x=1"); a.status != http.StatusSeeOther || a.location() != "/signin?return=%2Fconsole%2Fiam%2Fusers%3Fx%3D1" {
		t.Errorf("nobody signed in: %d %s", a.status, a.location())
	}
	if a := b.get("/signin/acme"); !strings.Contains(a.body, `name="account" value="acme"`) {
		t.Errorf("the address does not fill in the account:\n%s", a.body)
	}
	if a := b.signIn("ann", "wrong"); a.message() != generic {
		t.Errorf("a wrong password: %q", a.message())
	}
	if a := b.post("/signin", "account", account, "username", "ANN", "password", password, "return", "/console/iam/users?x=1"); a.location() != "/console/iam/users?x=1" {
		t.Fatalf("%d %s %s", a.status, a.location(), a.message())
	}
	var who struct {
		Account struct{ ID, Alias string }
		Kind    string
		ARN     string
		MFA     bool
	}
	must(t, json.Unmarshal([]byte(b.get("/console/session").body), &who))
	if who.Account.ID != account || who.Account.Alias != "acme" || who.Kind != "user" || who.MFA || who.ARN != "arn:aws:iam::123456789012:user/ann" {
		t.Errorf("signed in is %+v", who)
	}
	if a := b.api("iam", "Action", "GetUser", "Version", "2010-05-08"); a.status != http.StatusOK || !strings.Contains(a.body, "<UserName>ann</UserName>") {
		t.Errorf("GetUser: %d %s", a.status, a.body)
	}
	old := b.cookies["__Host-session"]
	a := b.post("/signout")
	if a.location() != "/signin" || a.header.Get("Clear-Site-Data") != `"cache", "storage"` || b.in() {
		t.Errorf("signing out: %d %s", a.status, a.location())
	}
	b.cookies["__Host-session"] = old
	if a := b.api("iam", "Action", "GetUser", "Version", "2010-05-08"); a.status != http.StatusForbidden || !strings.Contains(a.body, "<Code>ExpiredToken</Code>") {
		t.Errorf("the cookie lives after signing out: %d %s", a.status, a.body)
	}
	if a := b.get("/signin"); !strings.Contains(a.body, `value="acme"`) || !strings.Contains(a.body, `value="ann"`) {
		t.Error("account and user are not filled in the next time")
	}
}

func TestWhoSignsOutToSignInAgainComesBackToThePage(t *testing.T) {
	s, _ := start(t)
	person(t, s, "ann", everything)
	b := newBrowser(t, s)
	for from, to := range map[string]string{
		"/console/iam/users/ann?tab=credentials": "/signin?return=%2Fconsole%2Fiam%2Fusers%2Fann%3Ftab%3Dcredentials",
		"//evil.example/console":                 "/signin",
		"https://evil.example/":                  "/signin",
		"/signout":                               "/signin",
	} {
		b.mustSignIn("ann")
		if a := b.post("/signout", "return", from); a.location() != to || b.in() {
			t.Errorf("signing out of %s leads to %s", from, a.location())
		}
	}
}

func TestADeviceIsAskedForOnASecondPageAndOpensWhatNeedsMFA(t *testing.T) {
	s, c := start(t)
	person(t, s, "ann", withMFA)
	b := newBrowser(t, s)
	b.mustSignIn("ann")
	if a := b.api("iam", "Action", "ListUsers", "Version", "2010-05-08"); a.status != http.StatusForbidden {
		t.Errorf("without MFA: %d", a.status)
	}
	d := enable(t, s, c, "ann")
	b.post("/signout")
	if a := b.signIn("ann", password); a.location() != mfaPage || b.cookies["__Host-session"] != "" {
		t.Fatalf("after the password: %d %s %v", a.status, a.location(), b.cookies)
	}
	page := b.get(mfaPage)
	if !strings.Contains(page.body, ">MFA code</label>") || !strings.Contains(page.body, "<button>Submit</button>") || strings.Contains(page.body, "Troubleshoot") {
		t.Errorf("the second page is\n%s", page.body)
	}
	if a := b.post(mfaPage, "device", d.serial, "code", d.code(0)); a.message() != generic {
		t.Errorf("a code that enabling has used up: %d %q", a.status, a.message())
	}
	c.Advance(30 * time.Second)
	if a := b.post(mfaPage, "device", d.serial, "code", d.code(0)); a.location() != "/console/" {
		t.Fatalf("a right code: %d %s", a.status, a.message())
	}
	if a := b.api("iam", "Action", "ListUsers", "Version", "2010-05-08"); a.status != http.StatusOK {
		t.Errorf("with MFA: %d %s", a.status, a.body)
	}
}

func TestAfterWrongCodesADeviceThatIsOutOfStepIsMended(t *testing.T) {
	s, c := start(t)
	person(t, s, "ann", everything)
	d := enableAt(t, s, c, "ann", -10) // codes five minutes old: enabled, and out of step
	b := newBrowser(t, s)
	b.signIn("ann", password)
	b.post(mfaPage, "device", d.serial, "code", d.code(0))
	if a := b.post(mfaPage, "device", d.serial, "code", d.code(1)); a.message() != generic || !strings.Contains(a.body, "Troubleshoot MFA") {
		t.Fatalf("after two codes: %q\n%s", a.message(), a.body)
	}
	if a := b.post(resync, "device", d.serial, "code1", "000000", "code2", "000000"); a.message() != generic || !strings.Contains(a.body, "<title>Troubleshoot MFA") {
		t.Errorf("a resync with wrong codes: %q\n%s", a.message(), a.body)
	}
	a := b.post(resync, "device", d.serial, "code1", d.code(0), "code2", d.code(1))
	if a.status != http.StatusSeeOther || !strings.HasPrefix(a.location(), mfaPage+"?") {
		t.Fatalf("resync: %d %q", a.status, a.message())
	}
	if page := b.get(a.location()); !strings.Contains(page.body, "in step again") || strings.Contains(page.body, "Troubleshoot") {
		t.Errorf("after the resync:\n%s", page.body)
	}
	if b.in() {
		t.Fatal("the resync itself has signed in")
	}
	c.Advance(time.Minute)
	if a := b.post(mfaPage, "device", d.serial, "code", d.code(0)); a.location() != "/console/" {
		t.Errorf("the next code: %d %q", a.status, a.message())
	}
}

func TestFiveWrongCodesLeadBackToThePassword(t *testing.T) {
	s, c := start(t)
	person(t, s, "ann", everything)
	d := enable(t, s, c, "ann")
	b := newBrowser(t, s)
	b.signIn("ann", password)
	for range 4 {
		b.post(mfaPage, "device", d.serial, "code", "000000")
	}
	if a := b.post(mfaPage, "device", d.serial, "code", "000000"); !strings.Contains(a.message(), "Too many codes were wrong") || !strings.Contains(a.body, "IAM user name") {
		t.Errorf("%q\n%s", a.message(), a.body)
	}
	if a := b.get(mfaPage); a.message() == "" || !strings.Contains(a.body, "IAM user name") {
		t.Errorf("the sign-in goes on: %s", a.body)
	}
}

func TestASignInThatTakesTooLongBeginsAnewWithAMessage(t *testing.T) {
	s, c := start(t)
	person(t, s, "ann", everything)
	d := enable(t, s, c, "ann")
	b := newBrowser(t, s)
	b.signIn("ann", password)
	c.Advance(5 * time.Minute)
	if a := b.post(mfaPage, "device", d.serial, "code", d.code(0)); !strings.Contains(a.message(), "timed out") || b.in() {
		t.Errorf("%d %q", a.status, a.message())
	}
}

func TestASignInThatBeginsAnewLeadsWhereTheFirstOneWould(t *testing.T) {
	s, c := start(t)
	person(t, s, "ann", everything)
	d := enable(t, s, c, "ann")
	const next = "/console/iam/users?x=1"
	for what, spoil := range map[string]func(b *browser, fields ...string) answer{
		"too slow": func(b *browser, fields ...string) answer {
			c.Advance(5 * time.Minute)
			return b.post(mfaPage, append(fields, "code", d.code(0))...)
		},
		"too many wrong codes": func(b *browser, fields ...string) (last answer) {
			for range 5 {
				last = b.post(mfaPage, append(fields, "code", "000000")...)
			}
			return last
		},
	} {
		b := newBrowser(t, s)
		b.post("/signin", "account", account, "username", "ann", "password", password, "return", next)
		if page := b.get(mfaPage); !strings.Contains(page.body, `name="return" value="`+next+`"`) {
			t.Errorf("the second page does not know where to go:\n%s", page.body)
		}
		if a := spoil(b, "device", d.serial, "return", next); a.message() == "" || !strings.Contains(a.body, `name="return" value="`+next+`"`) {
			t.Errorf("%s: %q\n%s", what, a.message(), a.body)
		}
	}
}

func TestAfterAWrongCodeTheDeviceStaysChosen(t *testing.T) {
	s, c := start(t)
	person(t, s, "ann", everything)
	enable(t, s, c, "ann")
	b := newBrowser(t, s)
	b.signIn("ann", password)
	second := enableNamed(t, s, c, "ann", "ann-2", 0)
	for _, page := range []string{mfaPage, resync} {
		if a := b.post(page, "device", second.serial, "code", "000000", "code1", "000000", "code2", "000000"); !strings.Contains(a.body, `value="`+second.serial+`" selected`) {
			t.Errorf("%s forgets the device:\n%s", page, a.body)
		}
	}
}

func TestAPasswordThatMustBeChangedIsChangedAsThePoliciesAllow(t *testing.T) {
	s, c := start(t)
	change := `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:ChangePassword","Resource":"arn:aws:iam::*:user/${aws:username}"}}`
	needsMFA := `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:ChangePassword","Resource":"*"},{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}}]}`
	person(t, s, "ann", change)
	person(t, s, "bob", needsMFA)
	for _, name := range []string{"ann", "bob"} {
		_, err := s.admin().UpdateLoginProfile(t.Context(), &iam.UpdateLoginProfileInput{UserName: aws.String(name), PasswordResetRequired: aws.Bool(true)})
		must(t, err)
	}
	const refused = "Either user is not authorized to perform iam:ChangePassword or entered password does not comply with account password policy set by administrator"
	ann, bob := newBrowser(t, s), newBrowser(t, s)
	if a := ann.signIn("ann", password); a.location() != mfaPage || ann.in() {
		t.Fatalf("%d %s", a.status, a.location())
	}
	if a := ann.get(mfaPage); a.location() != newSecret {
		t.Fatalf("%d %s", a.status, a.location())
	}
	if a := ann.post(newSecret, "old", password, "new", "short", "again", "short"); a.message() != refused {
		t.Errorf("a weak password: %q", a.message())
	}
	if a := ann.post(newSecret, "old", password, "new", "Another-Horse-8", "again", "Another-Horse-9"); !strings.Contains(a.message(), "not the same") {
		t.Errorf("two passwords: %q", a.message())
	}
	if a := ann.post(newSecret, "old", password, "new", "Another-Horse-8", "again", "Another-Horse-8"); a.location() != "/console/" || !ann.in() {
		t.Errorf("a good password: %d %q", a.status, a.message())
	}
	bob.signIn("bob", password)
	if a := bob.post(newSecret, "old", password, "new", "Another-Horse-8", "again", "Another-Horse-8"); a.message() != refused || bob.in() {
		t.Errorf("denied by policy: %d %q", a.status, a.message())
	}
	d := enable(t, s, c, "bob")
	c.Advance(30 * time.Second)
	bob.signIn("bob", password)
	if a := bob.post(mfaPage, "device", d.serial, "code", d.code(0)); a.location() != mfaPage {
		t.Fatalf("%d %q", a.status, a.message())
	}
	if a := bob.post(newSecret, "old", password, "new", "Another-Horse-8", "again", "Another-Horse-8"); a.location() != "/console/" || !bob.in() {
		t.Errorf("with MFA: %d %q", a.status, a.message())
	}
}

func TestAnExpiredPasswordIsReplacedOrBars(t *testing.T) {
	s, c := start(t)
	person(t, s, "ann")
	policy := func(hard bool) {
		_, err := s.admin().UpdateAccountPasswordPolicy(t.Context(), &iam.UpdateAccountPasswordPolicyInput{
			MaxPasswordAge: aws.Int32(30), AllowUsersToChangePassword: true, HardExpiry: &hard,
		})
		must(t, err)
	}
	policy(true)
	c.Advance(31 * 24 * time.Hour)
	b := newBrowser(t, s)
	if a := b.signIn("ann", password); !strings.Contains(a.message(), "Ask an administrator") || b.in() {
		t.Errorf("%d %q", a.status, a.message())
	}
	policy(false)
	b.signIn("ann", password)
	if a := b.post(newSecret, "old", password, "new", "Another-Horse-8", "again", "Another-Horse-8"); a.location() != "/console/" {
		t.Errorf("%d %q", a.status, a.message())
	}
}

func TestWhosePasswordExpiresSoonIsTold(t *testing.T) {
	s, c := start(t)
	person(t, s, "ann", everything)
	b := newBrowser(t, s)
	told := func() bool {
		b.mustSignIn("ann")
		return strings.Contains(b.get("/console/session").body, `"passwordExpires":"2026-03-31T12:00:00Z"`)
	}
	c.Advance(15 * 24 * time.Hour)
	if told() {
		t.Error("told of an end, and there is no policy")
	}
	_, err := s.admin().UpdateAccountPasswordPolicy(t.Context(), &iam.UpdateAccountPasswordPolicyInput{MaxPasswordAge: aws.Int32(30)})
	must(t, err)
	if !told() {
		t.Errorf("15 days before: %s", b.get("/console/session").body)
	}
	_, err = s.admin().UpdateAccountPasswordPolicy(t.Context(), &iam.UpdateAccountPasswordPolicyInput{MaxPasswordAge: aws.Int32(31)})
	must(t, err)
	if told() || strings.Contains(b.get("/console/session").body, "passwordExpires") {
		t.Error("told more than 15 days before")
	}
	b.post("/signin/-/root", "email", s.Facts.Root.Email, "password", s.Facts.Root.Password)
	c.Advance(10 * time.Minute)
	if a := b.get("/console/session"); !strings.Contains(a.body, `"kind":"root"`) || strings.Contains(a.body, "passwordExpires") {
		t.Errorf("root: %s", a.body)
	}
}

func TestHowLongASessionMayBeIdleIsASetting(t *testing.T) {
	c := &clock{now: time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)}
	s := startWith(t, c, server.Options{Settings: identity.Settings{BrowserIdleTime: 20 * time.Minute}})
	person(t, s, "ann", everything)
	b := newBrowser(t, s)
	b.mustSignIn("ann")
	c.Advance(20*time.Minute - time.Second)
	if !b.in() {
		t.Fatal("the session has ended before its time")
	}
	c.Advance(time.Second)
	if b.in() {
		t.Error("the session lives on")
	}
}

func TestRootSignsInByEmail(t *testing.T) {
	s, _ := start(t)
	b := newBrowser(t, s)
	root := s.Facts.Root
	if a := b.post("/signin/-/root", "email", strings.ToUpper(root.Email), "password", "wrong"); a.message() != generic {
		t.Errorf("%q", a.message())
	}
	if a := b.post("/signin/-/root", "email", "", "password", root.Password); a.message() != generic {
		t.Errorf("%q", a.message())
	}
	if a := b.post("/signin/-/root", "email", strings.ToUpper(root.Email), "password", root.Password); a.location() != "/console/" {
		t.Fatalf("%d %q", a.status, a.message())
	}
	if a := b.get("/console/session"); !strings.Contains(a.body, `"kind":"root"`) {
		t.Error(a.body)
	}
	if a := b.post("/switchrole", "account", account, "roleName", "any"); a.status != http.StatusForbidden {
		t.Errorf("root switches roles: %d", a.status)
	}
}

func TestSessionsEndAfterTwelveHoursOrOneWithoutUse(t *testing.T) {
	s, c := start(t)
	person(t, s, "ann", everything)
	idle, busy := newBrowser(t, s), newBrowser(t, s)
	idle.mustSignIn("ann")
	busy.mustSignIn("ann")
	for range 23 {
		c.Advance(30 * time.Minute)
		if a := busy.api("iam", "Action", "GetUser", "Version", "2010-05-08"); a.status != http.StatusOK {
			t.Fatalf("%s: %d", c.Now(), a.status)
		}
	}
	if idle.in() {
		t.Error("a session that nobody uses lives on")
	}
	c.Advance(30 * time.Minute)
	if busy.in() {
		t.Error("a session lives for more than twelve hours")
	}
}

func TestOnesOwnSessionsAreListedAndEnded(t *testing.T) {
	s, _ := start(t)
	person(t, s, "ann", everything)
	person(t, s, "bob", everything)
	one, two, other := newBrowser(t, s), newBrowser(t, s), newBrowser(t, s)
	one.mustSignIn("ann")
	two.mustSignIn("ann")
	other.mustSignIn("bob")
	ids := strings.Split(one.get("/sessions").body, `name="session" value="`)
	if len(ids) != 3 {
		t.Fatalf("%d sessions are listed", len(ids)-1)
	}
	for _, rest := range ids[1:] {
		id, _, _ := strings.Cut(rest, `"`)
		if a := other.post("/sessions", "session", id); !strings.Contains(a.message(), "over already") {
			t.Errorf("another's session is ended: %d %q", a.status, a.message())
		}
	}
	if !one.in() || !two.in() {
		t.Fatal("another has ended a session")
	}
	if a := one.post("/signout", "everywhere", "yes"); a.location() != "/signin" || two.in() || !other.in() {
		t.Errorf("signing out everywhere: %d", a.status)
	}
}

func TestWhoLosesThePasswordTheDeviceOrTheUserIsOutAtOnce(t *testing.T) {
	s, c := start(t)
	client := s.admin()
	for what, take := range map[string]func(name string, d device) error{
		"a new password": func(name string, _ device) error {
			_, err := client.UpdateLoginProfile(t.Context(), &iam.UpdateLoginProfileInput{UserName: &name, Password: aws.String("Another-Horse-8")})
			return err
		},
		"no password": func(name string, _ device) error {
			_, err := client.DeleteLoginProfile(t.Context(), &iam.DeleteLoginProfileInput{UserName: &name})
			return err
		},
		"no device": func(name string, d device) error {
			_, err := client.DeactivateMFADevice(t.Context(), &iam.DeactivateMFADeviceInput{UserName: &name, SerialNumber: &d.serial})
			return err
		},
	} {
		name := strings.ReplaceAll(what, " ", "")
		person(t, s, name, everything)
		d := enable(t, s, c, name)
		c.Advance(30 * time.Second)
		b := newBrowser(t, s)
		b.signIn(name, password)
		b.post(mfaPage, "device", d.serial, "code", d.code(0))
		if !b.in() {
			t.Fatalf("%s: not signed in", what)
		}
		must(t, take(name, d))
		if b.in() {
			t.Errorf("%s, and the session lives on", what)
		}
	}
}

func TestTheSessionThatChangesThePasswordOrRemovesTheDeviceStays(t *testing.T) {
	s, c := start(t)
	person(t, s, "ann", everything)
	d := enable(t, s, c, "ann")
	sign := func() *browser {
		c.Advance(30 * time.Second)
		b := newBrowser(t, s)
		b.signIn("ann", password)
		b.post(mfaPage, "device", d.serial, "code", d.code(0))
		return b
	}
	mine, other := sign(), sign()
	if a := mine.api("iam", "Action", "ChangePassword", "Version", "2010-05-08", "OldPassword", password, "NewPassword", "Another-Horse-8"); a.status != http.StatusOK {
		t.Fatal(a.body)
	}
	if !mine.in() || other.in() {
		t.Errorf("after a change of the password: mine %v, the other %v", mine.in(), other.in())
	}
	if a := mine.api("iam", "Action", "DeactivateMFADevice", "Version", "2010-05-08", "UserName", "ann", "SerialNumber", d.serial); a.status != http.StatusOK || !mine.in() {
		t.Errorf("after the device is gone: %d %s", a.status, a.body)
	}
}

func TestARoleIsSwitchedToAndBack(t *testing.T) {
	s, c := start(t)
	person(t, s, "ann", everything)
	trust := `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:user/ann"},"Action":"sts:AssumeRole","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}}`
	_, err := s.admin().CreateRole(t.Context(), &iam.CreateRoleInput{RoleName: aws.String("reader"), Path: aws.String("/team/"), AssumeRolePolicyDocument: &trust})
	must(t, err)
	b := newBrowser(t, s)
	b.mustSignIn("ann")
	if a := b.get("/switchrole?account=acme&roleName=team/reader"); strings.Contains(a.body, "Switch back") {
		t.Error("a way back is offered to who has switched to nothing")
	}
	if a := b.post("/switchrole", "account", "acme", "roleName", "team/reader"); a.status != http.StatusForbidden || !strings.Contains(a.message(), "Could not switch roles") {
		t.Errorf("without MFA: %d %q", a.status, a.message())
	}
	d := enable(t, s, c, "ann")
	c.Advance(30 * time.Second)
	b.signIn("ann", password)
	b.post(mfaPage, "device", d.serial, "code", d.code(0))
	before := b.cookies["__Host-session"]
	if a := b.post("/switchrole", "account", "acme", "roleName", "team/reader", "displayName", "Reader", "color", "red"); a.location() != "/console/" {
		t.Fatalf("with MFA: %d %q", a.status, a.message())
	}
	if a := b.get("/switchrole"); !strings.Contains(a.body, "Switch back") {
		t.Error("no way back is offered")
	}
	if a := b.api("sts", "Action", "GetCallerIdentity", "Version", "2011-06-15"); !strings.Contains(a.body, "assumed-role/reader/ann") {
		t.Error(a.body)
	}
	asRole := b.cookies["__Host-session"]
	b.cookies["__Host-session"] = before
	if b.in() {
		t.Error("the cookie from before the switch lives on")
	}
	b.cookies["__Host-session"] = asRole
	if a := b.post("/switchrole/back"); a.location() != "/console/" || !strings.Contains(b.get("/console/session").body, `"kind":"user"`) {
		t.Errorf("switching back: %d %s", a.status, a.message())
	}
	b.post("/switchrole", "account", "acme", "roleName", "team/reader")
	if b.post("/signout"); b.in() {
		t.Error("signed out, and in")
	}
}

func TestAnAccountsOwnHostLeadsToTheOneAddress(t *testing.T) {
	s, _ := start(t)
	b := newBrowser(t, s)
	port := strings.TrimPrefix(s.ConsoleURL, "http://localhost")
	for host, want := range map[string]string{
		"acme.signin.localhost" + port:         s.ConsoleURL + "/signin/acme?return=%2Fconsole%2Fec2",
		"123456789012.signin.localhost" + port: s.ConsoleURL + "/signin/123456789012?return=%2Fconsole%2Fec2",
		"127.0.0.1" + port:                     s.ConsoleURL + "/console/ec2",
		"[::1]" + port:                         s.ConsoleURL + "/console/ec2",
	} {
		r := b.request(http.MethodGet, "/console/ec2", "")
		r.Host = host
		if a := b.do(r); a.status != http.StatusFound || a.location() != want {
			t.Errorf("%s: %d %s", host, a.status, a.location())
		}
	}
}

func TestSignInsAreRecordedAsCloudTrailDoes(t *testing.T) {
	c := &clock{now: time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)}
	log := filepath.Join(t.TempDir(), "audit.log")
	s := startWith(t, c, server.Options{AuditLog: log})
	person(t, s, "ann", everything)
	d := enable(t, s, c, "ann")
	c.Advance(30 * time.Second)
	b := newBrowser(t, s)
	b.signIn("my-Passw0rd", "my-Passw0rd")
	b.signIn("ann", "wrong-Passw0rd")
	b.post("/signin", "account", account, "username", "ann", "password", password, "return", "/console/iam/users?x=1")
	b.post(mfaPage, "device", d.serial, "code", d.code(0))
	b.api("iam", "Action", "CreateGroup", "Version", "2010-05-08", "GroupName", "g")
	s.Stop()
	text, err := os.ReadFile(log)
	must(t, err)
	for _, secret := range []string{"my-Passw0rd", "wrong-Passw0rd", password, b.cookies["__Host-session"], b.cookies["__Host-device"]} {
		if strings.Contains(string(text), secret) {
			t.Errorf("%q is in the audit log", secret)
		}
	}
	type record struct {
		EventName, EventType, EventSource, ErrorMessage string
		SessionCredentialFromConsole                    string
		UserIdentity                                    struct{ Type, UserName, ARN string }
		ResponseElements, AdditionalEventData           map[string]any
	}
	var logins []record
	fromConsole := false
	for line := range strings.Lines(string(text)) {
		var r record
		must(t, json.Unmarshal([]byte(line), &r))
		if r.EventType == "AwsConsoleSignIn" {
			logins = append(logins, r)
		}
		fromConsole = fromConsole || r.EventName == "CreateGroup" && r.SessionCredentialFromConsole == "true"
	}
	if !fromConsole {
		t.Error("a call of the console does not say so")
	}
	if len(logins) != 4 {
		t.Fatalf("%d records of signing in: %+v", len(logins), logins)
	}
	if r := logins[0]; r.EventName != "ConsoleLogin" || r.UserIdentity.UserName != "HIDDEN_DUE_TO_SECURITY_REASONS" || r.ResponseElements["ConsoleLogin"] != "Failure" || r.ErrorMessage != "Failed authentication" {
		t.Errorf("an unknown name: %+v", r)
	}
	if r := logins[1]; r.UserIdentity.UserName != "ann" || r.ResponseElements["ConsoleLogin"] != "Failure" || r.AdditionalEventData["MFAUsed"] != "No" || r.EventSource != "signin.amazonaws.com" {
		t.Errorf("a wrong password: %+v", r)
	}
	if r := logins[2]; r.EventName != "CheckMfa" || r.ResponseElements["CheckMfa"] != "Success" {
		t.Errorf("the code: %+v", r)
	}
	if r := logins[3]; r.EventName != "ConsoleLogin" || r.ResponseElements["ConsoleLogin"] != "Success" || r.AdditionalEventData["MFAUsed"] != "Yes" || r.AdditionalEventData["MFAIdentifier"] != d.serial ||
		r.AdditionalEventData["LoginTo"] != "/console/iam/users" {
		t.Errorf("signed in: %+v", r)
	}
}

func TestTheSignInPageIsSmall(t *testing.T) {
	s, _ := start(t)
	b := newBrowser(t, s)
	total := 0
	for _, path := range []string{"/signin", "/static/style.css", "/static/favicon.svg"} {
		a := b.get(path)
		if a.status != http.StatusOK {
			t.Errorf("%s: %d", path, a.status)
		}
		total += len(a.body)
	}
	if total > 30<<10 {
		t.Errorf("the sign-in page takes %d bytes", total)
	}
	if a := b.get("/console/assets/nothing.js"); a.status != http.StatusNotFound {
		t.Errorf("an asset that is not there: %d", a.status)
	}
	if _, err := url.Parse(s.SignInURL("acme")); err != nil {
		t.Error(err)
	}
}

func TestAnAddressThatLeadsNowhereSaysSoOnAPageWithAWayOn(t *testing.T) {
	s, _ := start(t)
	b := newBrowser(t, s)
	if a := b.get("/nowhere"); a.status != http.StatusNotFound || a.message() != "There is no such page." || !strings.Contains(a.body, `href="/console/"`) {
		t.Errorf("%d %s", a.status, a.body)
	}
}
