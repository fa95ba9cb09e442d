package signin_test

import (
	"slices"
	"strconv"
	"sync/atomic"
	"testing"
	"time"

	"github.com/cardea-iam/cardea/access"
	factor "github.com/cardea-iam/cardea/factor/password"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/service/hosttest"
	"github.com/cardea-iam/cardea/signin"
	"github.com/cardea-iam/cardea/store"
)

const right = "Correct-Horse-7"

var nobody = &access.Credential{Anonymous: true}

// newSite is a host with the user ann, who has a password.
func newSite(t *testing.T) *hosttest.Host {
	t.Helper()
	h := hosttest.New(t, hosttest.Options{Tables: []service.Table{signin.Table()}})
	h.User("ann")
	hash, err := h.Passwords.Hash(t.Context(), right)
	if err != nil {
		t.Fatal(err)
	}
	h.Update(func(tx *store.Tx) error {
		ann, _ := store.Users.Get(tx, identity.Key(hosttest.Account, "ann"))
		store.LoginProfiles.Put(tx, &identity.LoginProfile{Owner: ann.ID, Hash: hash, CreatedAt: h.Now, ChangedAt: h.Now, Version: 1})
		return nil
	})
	return h
}

func typed(user, password string) *signin.CheckPasswordInput {
	return &signin.CheckPasswordInput{Account: hosttest.Account, UserName: user, Password: password}
}

func TestTheWorkIsTheSameWhoeverIsNamed(t *testing.T) {
	h := newSite(t)
	var hashed atomic.Int64
	h.Passwords = factor.New(factor.Options{Params: factor.Params{MemoryKiB: 64, Passes: 1, Lanes: 1}, Peppers: func(version uint32) (factor.Pepper, error) {
		hashed.Add(1)
		return h.Keys.Pepper(version)
	}})
	work := func(in *signin.CheckPasswordInput) int64 {
		before := hashed.Load()
		if f := h.Fails(nobody, signin.Name, "CheckPassword", in); f.Code != signin.Incorrect {
			t.Errorf("%+v: %v", in, f)
		}
		return hashed.Load() - before
	}
	want := work(typed("ann", "wrong"))
	if want == 0 {
		t.Fatal("a wrong password costs nothing")
	}
	h.User("bob") // who has no password
	for what, in := range map[string]*signin.CheckPasswordInput{
		"no such user": typed("eve", "wrong"), "no such account": {Account: "nothing", UserName: "ann", Password: "wrong"}, "no password": typed("bob", "wrong"),
		"no such root": {RootEmail: "root@example.invalid", Password: "wrong"},
	} {
		if got := work(in); got != want {
			t.Errorf("%s: %d hashes, a wrong password %d", what, got, want)
		}
	}
	for range 5 {
		work(typed("ann", "wrong"))
	}
	if got := work(typed("ann", right)); got != want {
		t.Errorf("the right password while too many failures count: %d hashes, a wrong one %d", got, want)
	}
}

func TestAWrongPasswordCountsAgainstOneCounterHoweverTheNameIsWritten(t *testing.T) {
	h := newSite(t)
	for _, names := range [][2]string{{"ann", " ANN "}, {"eve", "Eve"}} {
		for i := range 5 {
			if _, slow := signin.RetryAfter(h.Fails(nobody, signin.Name, "CheckPassword", typed(names[i%2], "wrong"))); slow {
				t.Errorf("try %d for %s was not looked at", i, names[0])
			}
		}
		after, slow := signin.RetryAfter(h.Fails(nobody, signin.Name, "CheckPassword", typed(names[0], "wrong")))
		if !slow || after != 15*time.Minute {
			t.Errorf("the sixth try for %s: %v %s", names[0], slow, after)
		}
	}
}

func TestWhatIsOverIsSweptAndNothingElse(t *testing.T) {
	h := newSite(t)
	first := hosttest.Must[signin.Step](h, nobody, signin.Name, "CheckPassword", typed("ann", right))
	h.Fails(nobody, signin.Name, "CheckPassword", typed("ann", "wrong"))
	h.Update(func(tx *store.Tx) error {
		store.PendingSignIns.Put(tx, &identity.PendingSignIn{ID: "pending", Person: "somebody", ExpiresAt: h.Now.Add(identity.PendingSignInTime)})
		return nil
	})
	count := func() (n [4]int) {
		h.View(func(tx *store.Tx) {
			n = [4]int{store.BrowserSessions.Len(tx), store.PendingSignIns.Len(tx), store.Throttles.Len(tx), store.KnownBrowsers.Len(tx)}
		})
		return n
	}
	for _, step := range []struct {
		after time.Duration
		want  [4]int
	}{{0, [4]int{1, 1, 2, 1}}, {5 * time.Minute, [4]int{1, 0, 2, 1}}, {15 * time.Minute, [4]int{1, 0, 0, 1}}, {time.Hour, [4]int{0, 0, 0, 1}}, {identity.KnownBrowserTime, [4]int{}}} {
		if err := signin.Sweep(t.Context(), h.Store, hosttest.Start.Add(step.after)); err != nil {
			t.Fatal(err)
		}
		if got := count(); got != step.want {
			t.Errorf("after %s there are %v sessions, pending sign-ins, failures and browsers, want %v", step.after, got, step.want)
		}
	}
	if first.Session == "" {
		t.Error("no session was opened")
	}
}

func TestOnlyTheLastTwentyBrowsersAreKnown(t *testing.T) {
	h := newSite(t)
	var cookies []string
	for range 25 {
		h.Now = h.Now.Add(time.Second)
		cookies = append(cookies, hosttest.Must[signin.Step](h, nobody, signin.Name, "CheckPassword", typed("ann", right)).Known)
	}
	in := typed("ann", right)
	in.Known = cookies[24]
	if step := hosttest.Must[signin.Step](h, nobody, signin.Name, "CheckPassword", in); step.Known != "" {
		t.Error("a browser that is known gets another cookie")
	}
	in.Known = cookies[0]
	if step := hosttest.Must[signin.Step](h, nobody, signin.Name, "CheckPassword", in); step.Known == "" || slices.Contains(cookies, step.Known) {
		t.Error("a browser that is forgotten keeps its cookie")
	}
	h.View(func(tx *store.Tx) {
		if n := store.KnownBrowsers.Len(tx); n != 20 {
			t.Errorf("%d browsers are known", n)
		}
	})
}

func TestNoCookieIsInTheStore(t *testing.T) {
	h := newSite(t)
	step := hosttest.Must[signin.Step](h, nobody, signin.Name, "CheckPassword", typed("ann", right))
	h.View(func(tx *store.Tx) {
		for row := range store.BrowserSessions.Prefix(tx, "") {
			if row.ID == step.Session || row.ID != identity.CookieDigest(step.Session) {
				t.Errorf("the session is stored under %q", row.ID)
			}
		}
		for row := range store.KnownBrowsers.Prefix(tx, "") {
			if row.Digest == step.Known {
				t.Error("the browser's cookie is stored")
			}
		}
	})
}

func TestAStrangerMayOnlySignIn(t *testing.T) {
	h := newSite(t)
	for _, name := range []string{"ListSessions", "SignOut", "SwitchBack"} {
		in := h.Directory.Find(signin.Name, name).NewInput()
		if f := h.Fails(nobody, signin.Name, name, in); f.Code != "AccessDenied" {
			t.Errorf("%s: %v", name, f)
		}
	}
	if f := h.Fails(&access.Credential{Pending: "x"}, signin.Name, "SignOut", &signin.SignOutInput{}); f.Code != "ExpiredToken" {
		t.Error(f)
	}
	for i := range 3 {
		if f := h.Fails(nobody, signin.Name, "CheckCode", &signin.CheckCodeInput{Pending: strconv.Itoa(i)}); f.Code != signin.Over {
			t.Error(f)
		}
	}
}
