package console_test

import (
	"io"
	"net"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// inParallel does something n times, by so many at once as a determined stranger has connections.
func inParallel(n int, do func(i int)) {
	var all sync.WaitGroup
	next := atomic.Int64{}
	for range 64 {
		all.Add(1)
		go func() {
			defer all.Done()
			for i := next.Add(1); i <= int64(n); i = next.Add(1) {
				do(int(i))
			}
		}()
	}
	all.Wait()
}

func TestAThousandWrongPasswordsInParallelGetNobodyInAndLockNobodyOut(t *testing.T) {
	s, c := start(t)
	person(t, s, "ann", everything)
	own := newBrowser(t, s)
	own.mustSignIn("ann") // from now on the browser is known
	own.post("/signout")
	var opened, looked atomic.Int64
	inParallel(1000, func(i int) {
		b := newBrowser(t, s)
		name := []string{"ann", "ANN", " ann", "Ann "}[i%4]
		of := []string{"acme", "ACME", account, "1234-5678-9012"}[i/4%4]
		a := b.post("/signin", "account", of, "username", name, "password", "wrong-"+strconv.Itoa(i))
		switch {
		case a.status == http.StatusSeeOther:
			opened.Add(1)
		case a.status == http.StatusForbidden && a.header.Get("Retry-After") == "":
			looked.Add(1)
		}
		if a.status == http.StatusForbidden && a.message() != generic {
			t.Errorf("%d %q", a.status, a.message())
		}
	})
	if opened.Load() != 0 || looked.Load() > 5 {
		t.Errorf("%d guesses got in, %d were looked at", opened.Load(), looked.Load())
	}
	stranger := newBrowser(t, s)
	if a := stranger.signIn("ann", password); a.message() != generic || a.header.Get("Retry-After") == "" {
		t.Errorf("the right password among the guesses: %d %q", a.status, a.message())
	}
	own.mustSignIn("ann")
	c.Advance(15 * time.Minute)
	stranger.mustSignIn("ann")
}

func TestManyNamesFromOneSourceAreSlowedDownToo(t *testing.T) {
	s, _ := start(t)
	person(t, s, "ann", everything)
	b := newBrowser(t, s)
	for i := range 100 {
		b.signIn("nobody"+strconv.Itoa(i), "Spring-2026")
	}
	if a := b.signIn("ann", password); a.message() != generic || a.header.Get("Retry-After") == "" {
		t.Errorf("after 100 failures: %d %q", a.status, a.message())
	}
}

func TestAThousandCodesInParallelAreLookedAtFiveTimes(t *testing.T) {
	s, c := start(t)
	person(t, s, "ann", everything)
	d := enable(t, s, c, "ann")
	c.Advance(30 * time.Second)
	var browsers []*browser
	for range 20 {
		b := newBrowser(t, s)
		if a := b.signIn("ann", password); a.location() != mfaPage {
			t.Fatalf("%d %q", a.status, a.message())
		}
		browsers = append(browsers, b)
	}
	victim := newBrowser(t, s)
	victim.signIn("ann", password)
	right := d.code(0)
	var opened atomic.Int64
	cookies := make([]string, len(browsers))
	for i, b := range browsers {
		cookies[i] = b.cookies["__Host-pending"]
	}
	inParallel(1000, func(i int) {
		b := newBrowser(t, s)
		b.cookies["__Host-pending"] = cookies[i%len(cookies)]
		guess := strconv.Itoa(1_000_000 + i)[1:]
		if guess == right {
			return
		}
		if a := b.post(mfaPage, "device", d.serial, "code", guess); a.status == http.StatusSeeOther {
			opened.Add(1)
		}
	})
	if opened.Load() != 0 {
		t.Errorf("%d guesses got in", opened.Load())
	}
	if a := victim.post(mfaPage, "device", d.serial, "code", right); a.message() != generic {
		t.Errorf("the right code after the guesses: %d %q", a.status, a.message())
	}
	c.Advance(15 * time.Minute)
	victim.signIn("ann", password)
	if a := victim.post(mfaPage, "device", d.serial, "code", d.code(0)); a.location() != "/console/" {
		t.Errorf("a quarter of an hour later: %d %q", a.status, a.message())
	}
}

func TestOneCodeInTwoParallelSignInsPassesOnce(t *testing.T) {
	s, c := start(t)
	person(t, s, "ann", everything)
	d := enable(t, s, c, "ann")
	for range 5 {
		c.Advance(5 * time.Minute)
		code := d.code(0)
		one, two := newBrowser(t, s), newBrowser(t, s)
		one.signIn("ann", password)
		two.signIn("ann", password)
		var opened atomic.Int64
		var both sync.WaitGroup
		for _, b := range []*browser{one, two} {
			both.Add(1)
			go func() {
				defer both.Done()
				if b.post(mfaPage, "device", d.serial, "code", code).location() == "/console/" {
					opened.Add(1)
				}
			}()
		}
		both.Wait()
		if opened.Load() != 1 {
			t.Errorf("%d of two passed", opened.Load())
		}
	}
}

func TestNobodyLearnsFromAnAnswerWhoExists(t *testing.T) {
	s, c := start(t)
	person(t, s, "ann")
	d := enable(t, s, c, "ann")
	_ = d
	want := newBrowser(t, s).post("/signin", "account", account, "username", "aaa", "password", "wrong")
	for what, fields := range map[string][]string{
		"a wrong password":     {"account", account, "username", "ann", "password", "wrong"},
		"no such account":      {"account", "999999999999", "username", "aaa", "password", "wrong"},
		"no such alias":        {"account", "nothing", "username", "aaa", "password", "wrong"},
		"another's password":   {"account", account, "username", "administrator", "password", password},
		"the name of a number": {"account", account, "username", account, "password", "wrong"},
		"nothing":              {},
	} {
		got := newBrowser(t, s).post("/signin", fields...)
		if got.status != want.status || got.message() != want.message() || shape(got) != shape(want) {
			t.Errorf("%s: %d %q %s\nwant %d %q %s", what, got.status, got.message(), shape(got), want.status, want.message(), shape(want))
		}
	}
}

// shape is an answer without what was typed: its headers by name, and the length of what does not come from the form.
func shape(a answer) string {
	var names []string
	for name := range a.header {
		names = append(names, name)
	}
	body := a.body
	for _, field := range []string{`name="account" value="`, `name="username" value="`} {
		before, after, _ := strings.Cut(body, field)
		_, rest, _ := strings.Cut(after, `"`)
		body = before + rest
	}
	return strconv.Itoa(len(names)) + "/" + strconv.Itoa(len(strings.ReplaceAll(body, " autofocus", "")))
}

func TestASessionIsNeverOneThatWasBroughtAlong(t *testing.T) {
	s, c := start(t)
	person(t, s, "ann", everything)
	d := enable(t, s, c, "ann")
	c.Advance(30 * time.Second)
	planted := strings.Repeat("A", 43)
	b := newBrowser(t, s)
	b.cookies["__Host-session"], b.cookies["__Host-pending"] = planted, planted
	b.signIn("ann", password)
	pending := b.cookies["__Host-pending"]
	if pending == planted || pending == "" {
		t.Fatalf("the pending cookie is %q", pending)
	}
	thief := newBrowser(t, s)
	thief.cookies["__Host-session"] = pending
	if thief.in() {
		t.Error("the cookie of a sign-in that is not done opens the console")
	}
	if a := thief.api("iam", "Action", "ListUsers", "Version", "2010-05-08"); !strings.Contains(a.body, "ExpiredToken") {
		t.Errorf("and the API: %s", a.body)
	}
	b.post(mfaPage, "device", d.serial, "code", d.code(0))
	if got := b.cookies["__Host-session"]; got == planted || got == pending || !b.in() {
		t.Errorf("the session's cookie is %q", got)
	}
	thief.cookies["__Host-session"] = planted
	if thief.in() {
		t.Error("a planted cookie opens the console")
	}
	thief.cookies["__Host-pending"] = pending
	c.Advance(30 * time.Second)
	if a := thief.post(mfaPage, "device", d.serial, "code", d.code(0)); a.status != http.StatusForbidden {
		t.Errorf("a pending cookie is used twice: %d", a.status)
	}
}

func TestSigningInAnewEndsTheSessionThatTheBrowserHad(t *testing.T) {
	s, _ := start(t)
	person(t, s, "ann", everything)
	b := newBrowser(t, s)
	b.mustSignIn("ann")
	old := newBrowser(t, s)
	old.cookies["__Host-session"] = b.cookies["__Host-session"]
	b.mustSignIn("ann")
	if old.in() || !b.in() {
		t.Error("the old session lives on, or the new one does not")
	}
}

// changing are the paths at which something changes.
var changing = []string{
	"/signin", "/signin/-/root", mfaPage, resync, newSecret, "/signout", "/sessions", "/switchrole", "/switchrole/back", "/console/api/iam", "/console/api/iam/",
	"/signin/-/passkey", "/signin/-/passkey/ask", "/console/passkey/begin", "/console/passkey/finish",
}

func TestAFormOfAnotherSiteChangesNothing(t *testing.T) {
	s, _ := start(t)
	person(t, s, "ann", everything)
	b := newBrowser(t, s)
	b.mustSignIn("ann")
	fields := form("account", "acme", "username", "ann", "password", password, "Action", "CreateUser", "Version", "2010-05-08", "UserName", "eve", "everywhere", "yes")
	for what, headers := range map[string][]string{
		"another site":              {"Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example"},
		"another port":              {"Sec-Fetch-Site", "same-site", "Origin", "http://localhost:1"},
		"an old browser":            {"Origin", "https://evil.example"},
		"a sandboxed frame":         {"Origin", "null"},
		"another site, no Origin":   {"Sec-Fetch-Site", "cross-site"},
		"the API by another origin": {"Sec-Fetch-Site", "cross-site", "X-Console-Request", "1"},
	} {
		for _, path := range changing {
			if a := b.do(b.request(http.MethodPost, path, fields, headers...)); a.status != http.StatusForbidden || len(a.header["Set-Cookie"]) > 0 {
				t.Errorf("%s: POST %s: %d %v", what, path, a.status, a.header["Set-Cookie"])
			}
		}
	}
	for _, path := range append(changing, "/sessions", "/console/session", "/console/") {
		b.get(path)
	}
	if a := b.api("iam", "Action", "GetUser", "Version", "2010-05-08", "UserName", "eve"); !b.in() || a.status != http.StatusNotFound {
		t.Errorf("something has changed: in %v, eve %d", b.in(), a.status)
	}
}

func TestTheCookieDoorTakesOnlyTheConsolesRequests(t *testing.T) {
	s, _ := start(t)
	person(t, s, "ann", everything)
	b := newBrowser(t, s)
	b.mustSignIn("ann")
	body := form("Action", "ListUsers", "Version", "2010-05-08")
	good := []string{"X-Console-Request", "1", "Sec-Fetch-Site", "same-origin"}
	if a := b.do(b.request(http.MethodPost, "/console/api/iam", body, good...)); a.status != http.StatusOK {
		t.Fatalf("%d %s", a.status, a.body)
	}
	for what, headers := range map[string][]string{
		"without the header": {"Sec-Fetch-Site", "same-origin"},
		"with a signature":   append([]string{"Authorization", "AWS4-HMAC-SHA256 Credential=x/20260301/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=0"}, good...),
		"as plain text":      append([]string{"Content-Type", "text/plain"}, good...),
		"as an upload":       append([]string{"Content-Type", "multipart/form-data; boundary=x"}, good...),
		"by an address bar":  {"X-Console-Request", "1", "Sec-Fetch-Site", "none"},
	} {
		if a := b.do(b.request(http.MethodPost, "/console/api/iam", body, headers...)); a.status != http.StatusForbidden && a.status != http.StatusBadRequest || strings.Contains(a.body, "<UserName>") {
			t.Errorf("%s: %d %s", what, a.status, a.body)
		}
	}
	presigned := "/console/api/iam?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=x&X-Amz-Signature=0"
	if a := b.do(b.request(http.MethodPost, presigned, body, good...)); a.status != http.StatusForbidden || !strings.Contains(a.body, "takes no signatures") {
		t.Errorf("with a signature in the address: %d %s", a.status, a.body)
	}
	if a := b.do(b.request(http.MethodPost, "/console/api/sqs", body, append([]string{"Content-Type", "text/plain"}, good...)...)); !strings.Contains(a.body, "The body must be a form") {
		t.Errorf("plain text to a service that is not served: %d %s", a.status, a.body)
	}
	if a := b.get("/console/api/iam?"+body, "X-Console-Request", "1"); strings.Contains(a.body, "<UserName>") {
		t.Errorf("GET: %d", a.status)
	}
	if a := newBrowser(t, s).api("iam", "Action", "ListUsers", "Version", "2010-05-08"); a.status != http.StatusForbidden || !strings.Contains(a.body, "ExpiredToken") {
		t.Errorf("without a cookie: %d %s", a.status, a.body)
	}
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.URL+"/", strings.NewReader(body))
	must(t, err)
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("X-Console-Request", "1")
	b.client = &http.Client{} // one that goes to the other door
	if a := b.do(r); a.status != http.StatusForbidden || !strings.Contains(a.body, "MissingAuthenticationToken") {
		t.Errorf("the AWS door with a cookie: %d %s", a.status, a.body)
	}
}

func TestNoAddressLeadsAwayFromTheConsole(t *testing.T) {
	s, _ := start(t)
	person(t, s, "ann", everything)
	b := newBrowser(t, s)
	for _, evil := range []string{
		"//evil.example", "https:evil.example", "https://evil.example", `\\evil.example`, `/\evil.example`, "/%2f%2fevil.example", "javascript:alert(1)", "//user@evil.example",
		"/console/\r\nSet-Cookie: a=b", "/console/..//evil.example", "/console/../../evil", "/console//evil.example", "/console/%2e%2e/x", "http://localhost@evil.example/console/", "/consoleevil",
		"/console/api/iam", "/signout", "/console/\x00", " /console/", "///evil.example/console", "/console/%5cevil.example", "/console/%5Cevil.example", "/console%2f%2fevil.example", "/console/%2E%2E%2Fevil", "@evil.example", "?x", "",
	} {
		a := b.post("/signin", "account", "acme", "username", "ann", "password", password, "return", evil)
		location, err := url.Parse(a.location())
		if a.status != http.StatusSeeOther || err != nil || location.Host != "" || location.Scheme != "" || !strings.HasPrefix(a.location(), "/console/") || strings.Contains(a.location(), "evil") {
			t.Errorf("%q leads to %d %q", evil, a.status, a.location())
		}
		if page := b.get("/signin?return=" + url.QueryEscape(evil)); !strings.Contains(page.body, `name="return" value="/console/"`) {
			t.Errorf("%q is kept by the page", evil)
		}
	}
	for _, good := range []string{"/console/iam/users/ann?tab=mfa&x=%2F", "/switchrole?account=acme&roleName=a", "/console", "/console/iam/policies/arn%3Aaws%3Aiam%3A%3Aaws%3Apolicy%2FReadOnlyAccess?tab=json", "/console/iam/users/ann%40example.com"} {
		if a := b.post("/signin", "account", "acme", "username", "ann", "password", password, "return", good); a.location() != good {
			t.Errorf("%q leads to %q", good, a.location())
		}
	}
}

func TestANameThatAnAttackerPointsHereIsOfNoUse(t *testing.T) {
	s, _ := start(t)
	person(t, s, "ann", everything)
	b := newBrowser(t, s)
	b.mustSignIn("ann")
	port := strings.TrimPrefix(s.ConsoleURL, "http://localhost")
	for _, host := range []string{"evil.example", "evil.example" + port, "localhost.evil.example" + port, "localhost", "localhost:1", "a.localhost" + port, "x.y.signin.localhost" + port, "10.0.0.1" + port} {
		for _, method := range []string{http.MethodGet, http.MethodPost} {
			r := b.request(method, "/console/session", "", "Origin", "http://"+host, "Sec-Fetch-Site", "same-origin", "X-Console-Request", "1")
			r.Host = host
			if a := b.do(r); a.status != http.StatusMisdirectedRequest || strings.Contains(a.body, "user/ann") {
				t.Errorf("%s %s: %d", method, host, a.status)
			}
		}
	}
	r := b.request(http.MethodGet, "/", "")
	r.Host = "evil.example"
	page := b.do(r)
	for _, link := range regexp.MustCompile(`(?:href|src)="([^"]*)"`).FindAllStringSubmatch(page.body, -1) {
		if !strings.HasPrefix(link[1], s.ConsoleURL+"/") {
			t.Errorf("the page takes something from the foreign host: %s", link[0])
		}
	}
	if policy := page.header.Get("Content-Security-Policy"); strings.Contains(policy, "'self'") || !strings.Contains(policy, "style-src "+s.ConsoleURL+";") {
		t.Errorf("the page may take something from the foreign host: %s", policy)
	}
	r = b.request(http.MethodPost, "/signout", "", "Origin", "http://127.0.0.1"+port, "Sec-Fetch-Site", "same-origin")
	r.Host = "127.0.0.1" + port
	if a := b.do(r); a.status != http.StatusMisdirectedRequest || !b.in() {
		t.Errorf("POST by the number: %d", a.status)
	}
}

func TestEveryPageForbidsFramesAndForeignScripts(t *testing.T) {
	s, _ := start(t)
	person(t, s, "ann", everything)
	b := newBrowser(t, s)
	for _, path := range []string{"/signin", "/signin/-/root", mfaPage, "/nothing", "/static/style.css", "/console/", "/sessions", "/switchrole", "/console/session", "/console/assets/x.js"} {
		a := b.get(path)
		policy := a.header.Get("Content-Security-Policy")
		if !strings.Contains(policy, "default-src 'none'") || !strings.Contains(policy, "frame-ancestors 'none'") || strings.Contains(policy, "unsafe") ||
			a.header.Get("X-Content-Type-Options") != "nosniff" || a.header.Get("Referrer-Policy") != "same-origin" || a.header.Get("Cross-Origin-Opener-Policy") != "same-origin" {
			t.Errorf("%s: %v", path, a.header)
		}
		if strings.Contains(a.body, "<script>") || strings.Contains(a.body, " style=") || strings.Contains(a.body, " onclick=") {
			t.Errorf("%s holds inline script or style", path)
		}
	}
	if a := b.post("/signin", "account", `"><script>alert(1)</script>`, "username", "<b>", "password", "x"); strings.Contains(a.body, "<script>alert") || strings.Contains(a.body, "<b>") {
		t.Error("what was typed comes back as markup")
	}
}

func TestBadInputIsNeverAnAccident(t *testing.T) {
	s, c := start(t)
	person(t, s, "ann", everything)
	d := enable(t, s, c, "ann")
	b := newBrowser(t, s)
	b.signIn("ann", password)
	long := strings.Repeat("x", 70<<10)
	for _, path := range changing {
		for what, body := range map[string]string{
			"nothing": "", "percent": "%", "semicolons": "a;b", "too long": "password=" + long, "zero bytes": form("account", "\x00", "username", "\x00", "password", "\x00", "code", "\x00", "device", "\x00"),
			"not UTF-8": form("account", "\xff", "username", "\xff", "password", "\xff", "return", "\xff", "session", "\xff"),
			"twice":     "account=a&account=b&device=" + url.QueryEscape(d.serial) + "&code=1&code=2",
		} {
			if a := b.do(b.request(http.MethodPost, path, body, "Sec-Fetch-Site", "same-origin")); a.status >= http.StatusInternalServerError {
				t.Errorf("%s to %s: %d", what, path, a.status)
			}
		}
	}
	for _, path := range []string{"/signin/%00", "/signin/..", "/console/%2e%2e/%2e%2e/etc/passwd", "/static/..%2f..%2fgo.mod", "/console/assets/..%2f..%2findex.html", "/static/%ff"} {
		if a := b.get(path); a.status >= http.StatusInternalServerError || strings.Contains(a.body, "module github") {
			t.Errorf("GET %s: %d", path, a.status)
		}
	}
}

func TestAPasswordAloneDoesNotChangeThePasswordOfWhoHasADevice(t *testing.T) {
	s, c := start(t)
	person(t, s, "ann", everything)
	enable(t, s, c, "ann")
	b := newBrowser(t, s)
	b.signIn("ann", password)
	if a := b.post(newSecret, "old", password, "new", "Another-Horse-8", "again", "Another-Horse-8"); a.status != http.StatusForbidden || !strings.Contains(a.message(), "timed out") {
		t.Errorf("%d %q", a.status, a.message())
	}
	if a := newBrowser(t, s).signIn("ann", password); a.location() != mfaPage {
		t.Errorf("the old password: %d %q", a.status, a.message())
	}
}

// An account that exists has one counter for its number with and without hyphens: one that does not must not differ.
func TestHyphensDoNotTellWhichAccountsExist(t *testing.T) {
	s, _ := start(t)
	for _, of := range []string{"1234-5678-9012", "9999-9999-9999"} {
		b := newBrowser(t, s)
		for range 5 {
			b.post("/signin", "account", of, "username", "nobody", "password", "wrong")
		}
		if a := b.post("/signin", "account", strings.ReplaceAll(of, "-", ""), "username", "nobody", "password", "wrong"); a.header.Get("Retry-After") == "" {
			t.Errorf("%s: five failures with hyphens do not count without", of)
		}
	}
}

// The answer of a half-closed connection still comes, and its time tells whether the password was right: it has to count.
func TestAGuessCountsThoughWhoeverMadeItHangsUp(t *testing.T) {
	s, _ := start(t)
	person(t, s, "ann", everything)
	body := form("account", "acme", "username", "ann", "password", "wrong")
	for range 30 {
		hangUp(t, s, body)
	}
	if a := newBrowser(t, s).signIn("ann", password); a.message() != generic || a.header.Get("Retry-After") == "" {
		t.Errorf("after the guesses: %d %q", a.status, a.message())
	}
}

// hangUp sends a sign-in, closes its side of the connection, and waits for the end of the answer.
func hangUp(t *testing.T, s *site, body string) {
	t.Helper()
	host := strings.TrimPrefix(s.ConsoleURL, "http://")
	connection, err := net.Dial("tcp", "127.0.0.1"+strings.TrimPrefix(host, "localhost"))
	must(t, err)
	defer connection.Close()
	_, err = io.WriteString(connection, "POST /signin HTTP/1.1\r\nHost: "+host+"\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "+strconv.Itoa(len(body))+"\r\n\r\n"+body)
	must(t, err)
	must(t, connection.(*net.TCPConn).CloseWrite())
	_, err = io.Copy(io.Discard, connection)
	must(t, err)
}
