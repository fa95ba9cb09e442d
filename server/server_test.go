package server_test

import (
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/sts"
	"go.uber.org/goleak"

	"github.com/cardea-iam/cardea/cardeatest"
	"github.com/cardea-iam/cardea/server"
)

// post calls one of the server's own paths.
func post(t *testing.T, s *cardeatest.Server, path, body string, header http.Header) (status int, answer string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.URL+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for name, values := range header {
		r.Header[name] = values
	}
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(text)
}

func createUser(t *testing.T, s *cardeatest.Server, name string) {
	t.Helper()
	if _, err := s.IAM(s.Administrator()).CreateUser(t.Context(), &iam.CreateUserInput{UserName: aws.String(name)}); err != nil {
		t.Fatal(err)
	}
}

func users(t *testing.T, s *cardeatest.Server) (names []string) {
	t.Helper()
	list, err := s.IAM(s.Administrator()).ListUsers(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, user := range list.Users {
		names = append(names, *user.UserName)
	}
	return names
}

func account(t *testing.T, s *cardeatest.Server) string {
	t.Helper()
	who, err := s.STS(s.Administrator()).GetCallerIdentity(t.Context(), &sts.GetCallerIdentityInput{})
	if err != nil {
		t.Fatal(err)
	}
	return *who.Account
}

func TestAResetEmptiesTheAccountAndKeepsTheAdministratorsKey(t *testing.T) {
	s := cardeatest.Start(t, server.Options{AllowReset: true, Account: server.Founding{ID: "123456789012", RootAccessKey: true}})
	createUser(t, s, "ann")
	key := s.Facts.Administrator
	if _, err := s.IAM(s.Administrator()).DeleteAccessKey(t.Context(), &iam.DeleteAccessKeyInput{AccessKeyId: aws.String(key.AccessKeyID)}); err != nil {
		t.Fatal(err)
	}
	status, answer := post(t, s, "/_cardea/reset", "", nil)
	if want := `{"AccessKeyId":"` + key.AccessKeyID + `","SecretAccessKey":"` + key.SecretAccessKey + `"}`; status != http.StatusOK || strings.TrimSpace(answer) != want {
		t.Fatalf("%d %s", status, answer)
	}
	if names := users(t, s); len(names) != 1 || names[0] != "administrator" {
		t.Errorf("the users after the reset are %v", names)
	}
	root := aws.Credentials{AccessKeyID: s.Facts.Root.AccessKeyID, SecretAccessKey: s.Facts.Root.SecretAccessKey}
	if _, err := s.STS(root).GetCallerIdentity(t.Context(), nil); err != nil {
		t.Errorf("root's key after the reset: %v", err)
	}
}

func TestAResetMayGiveTheAccountAnotherNumber(t *testing.T) {
	s := cardeatest.Start(t, server.Options{AllowReset: true, Account: server.Founding{ID: "123456789012"}})
	if status, answer := post(t, s, "/_cardea/reset", `{"account_id":"210987654321"}`, nil); status != http.StatusOK {
		t.Fatalf("%d %s", status, answer)
	}
	if got := account(t, s); got != "210987654321" {
		t.Errorf("the account is %s", got)
	}
	for _, body := range []string{`{"account_id":"12"}`, `{"account":"1"}`, `{`, `[]`} {
		if status, answer := post(t, s, "/_cardea/reset", body, nil); status != http.StatusBadRequest {
			t.Errorf("%s: %d %s", body, status, answer)
		}
	}
	if got := account(t, s); got != "210987654321" {
		t.Errorf("a refused reset changed the account to %s", got)
	}
}

func TestAResetAfterARestartBringsBackTheSameKey(t *testing.T) {
	s := cardeatest.Start(t, server.Options{AllowReset: true, Dir: filepath.Join(t.TempDir(), "data")})
	createUser(t, s, "ann")
	s.Restart()
	if status, answer := post(t, s, "/_cardea/reset", "", nil); status != http.StatusOK {
		t.Fatalf("%d %s", status, answer)
	}
	s.Restart()
	if names := users(t, s); len(names) != 1 {
		t.Errorf("the users after the reset are %v", names)
	}
}

func TestAResetTakesMilliseconds(t *testing.T) {
	s := cardeatest.Start(t, server.Options{AllowReset: true})
	for i := range 200 {
		createUser(t, s, "user"+strings.Repeat("x", i%50)+string(rune('a'+i/50)))
	}
	started := time.Now()
	if status, answer := post(t, s, "/_cardea/reset", "", nil); status != http.StatusOK {
		t.Fatalf("%d %s", status, answer)
	}
	if took := time.Since(started); took > 200*time.Millisecond {
		t.Errorf("the reset took %s", took)
	}
}

func TestTheClockGoesForwardAndSessionsEnd(t *testing.T) {
	s := cardeatest.Start(t, server.Options{TestClock: true})
	session, err := s.STS(s.Administrator()).GetSessionToken(t.Context(), &sts.GetSessionTokenInput{DurationSeconds: aws.Int32(900)})
	if err != nil {
		t.Fatal(err)
	}
	c := session.Credentials
	keys := aws.Credentials{AccessKeyID: *c.AccessKeyId, SecretAccessKey: *c.SecretAccessKey, SessionToken: *c.SessionToken}
	before := s.Now()
	if status, answer := post(t, s, "/_cardea/clock", `{"advance":"899s"}`, nil); status != http.StatusOK {
		t.Fatalf("%d %s", status, answer)
	}
	if ahead := s.Now().Sub(before); ahead < 899*time.Second {
		t.Errorf("the clock went on by %s", ahead)
	}
	for _, body := range []string{`{"advance":"-1s"}`, `{"advance":"soon"}`, `{"advance":"9000000h"}`, `{}`, `{"advance":1}`} {
		if status, answer := post(t, s, "/_cardea/clock", body, nil); status != http.StatusBadRequest {
			t.Errorf("%s: %d %s", body, status, answer)
		}
	}
	if status, _ := post(t, s, "/_cardea/clock", `{"advance":"2s"}`, nil); status != http.StatusOK {
		t.Fatal(status)
	}
	a := s.Send(cardeatest.Request{Service: "sts", Keys: keys, Body: "Action=GetCallerIdentity&Version=2011-06-15"})
	if a.Status != http.StatusForbidden || !strings.Contains(a.Body, "<Code>ExpiredToken</Code>") {
		t.Errorf("after its end: %d %s", a.Status, a.Body)
	}
}

func TestNoWebPageReachesTheControls(t *testing.T) {
	s := cardeatest.Start(t, server.Options{AllowReset: true, TestClock: true})
	createUser(t, s, "ann")
	for _, header := range []http.Header{{"Origin": {"http://localhost"}}, {"Origin": {"null"}}, {"Sec-Fetch-Site": {"same-origin"}}, {"Sec-Fetch-Site": {""}}} {
		if status, answer := post(t, s, "/_cardea/reset", "", header); status != http.StatusForbidden {
			t.Errorf("%v: %d %s", header, status, answer)
		}
	}
	if len(users(t, s)) != 2 {
		t.Error("the account was emptied")
	}
}

func TestTheControlsAreNotThereUnlessTheyAreAskedFor(t *testing.T) {
	s := cardeatest.Start(t, server.Options{})
	for _, path := range []string{"/_cardea/reset", "/_cardea/clock"} {
		if status, answer := post(t, s, path, "", nil); status != http.StatusForbidden || !strings.Contains(answer, "MissingAuthenticationToken") {
			t.Errorf("%s: %d %s", path, status, answer)
		}
	}
}

func TestAClosedServerLeavesNothingRunningAndNoFilesOfAServerInMemory(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	s, err := server.Open(t.Context(), server.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	left, err := os.ReadDir(os.Getenv("TMPDIR"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
	http.DefaultClient.CloseIdleConnections()
	goleak.VerifyNone(t)
}

func TestQuotasAreThoseOfTheOptions(t *testing.T) {
	s := cardeatest.Start(t, server.Options{Quotas: map[string]int{"UsersQuota": 1}})
	_, err := s.IAM(s.Administrator()).CreateUser(t.Context(), &iam.CreateUserInput{UserName: aws.String("ann")})
	if err == nil || !strings.Contains(err.Error(), "LimitExceeded") {
		t.Errorf("the second user of one: %v", err)
	}
}
