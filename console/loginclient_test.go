package console_test

import (
	"encoding/json"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials/logincreds"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	signinapi "github.com/aws/aws-sdk-go-v2/service/signin"

	"github.com/cardea-iam/cardea/server"
)

// AWS's own client keeps its tokens in a file, and makes its proofs itself.
func TestAWSsClientRefreshesItsCredentials(t *testing.T) {
	c := &clock{now: time.Now()} // the client's
	s := startWith(t, c, server.Options{})
	person(t, s, "ann", everything)
	b, p := newBrowser(t, s), newProgram(t, s)
	b.mustSignIn("ann")
	got := p.signedIn(b)
	file := filepath.Join(t.TempDir(), "token.json")
	text, err := json.Marshal(map[string]any{
		"accessToken": map[string]any{
			"accessKeyId": "ASIAOLD", "secretAccessKey": "old", "sessionToken": "old", "accountId": account, "expiresAt": c.Now().Add(-time.Hour).UTC().Format(time.RFC3339),
		},
		"tokenType": "aws_sigv4", "clientId": p.client, "refreshToken": got.RefreshToken, "idToken": got.IDToken, "dpopKey": p.key.PEM(),
	})
	must(t, err)
	must(t, os.WriteFile(file, text, 0o600))
	client := signinapi.New(signinapi.Options{Region: "us-east-1", BaseEndpoint: &s.ConsoleURL})
	keys, err := logincreds.New(client, file).Retrieve(t.Context())
	must(t, err)
	if left := time.Until(keys.Expires); left < 10*time.Minute || left > 15*time.Minute || keys.AccountID != account {
		t.Errorf("%v left, account %s", left, keys.AccountID)
	}
	if refused := s.lists(t, keys); refused != "" {
		t.Error(refused)
	}
	must(t, os.WriteFile(file, text, 0o600))
	_, err = s.admin().UpdateLoginProfile(t.Context(), &iam.UpdateLoginProfileInput{UserName: aws.String("ann"), Password: aws.String("Another-Horse-8")})
	must(t, err)
	if _, err := logincreds.New(client, file).Retrieve(t.Context()); err == nil || !strings.Contains(err.Error(), "password has changed") {
		t.Errorf("after a new password: %v", err)
	}
}

func TestAProgramsWayInIsRecordedAsCloudTrailDoesAndKeepsItsSecrets(t *testing.T) {
	c := &clock{now: time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)}
	file, log := filepath.Join(t.TempDir(), "audit.log"), &buffer{}
	s := startWith(t, c, server.Options{AuditLog: file, Log: slog.New(slog.NewTextHandler(log, &slog.HandlerOptions{Level: slog.LevelDebug}))})
	person(t, s, "ann", everything)
	b, p := newBrowser(t, s), newProgram(t, s)
	b.mustSignIn("ann")
	code := p.allowed(b)
	got := p.exchange(code)
	again := p.refresh(got.RefreshToken)
	p.refresh("nobodys-token")
	s.Stop()
	text, err := os.ReadFile(file)
	must(t, err)
	for _, secret := range []string{
		code, p.verifier, p.state, got.RefreshToken, got.AccessToken.SecretAccessKey, got.AccessToken.SessionToken, again.AccessToken.SecretAccessKey, got.IDToken, "nobodys-token",
	} {
		if strings.Contains(string(text), secret) || strings.Contains(log.String(), secret) {
			t.Errorf("%q is in a log", secret)
		}
	}
	type record struct {
		EventName, EventType, EventSource, ErrorCode string
		ReadOnly                                     bool
		UserIdentity                                 struct{ Type, UserName string }
		RequestParameters, AdditionalEventData       map[string]string
	}
	var records []record
	for line := range strings.Lines(string(text)) {
		if !strings.Contains(line, "OAuth2") {
			continue
		}
		var r record
		must(t, json.Unmarshal([]byte(line), &r))
		records = append(records, r)
	}
	if len(records) != 4 {
		t.Fatalf("%d records: %+v", len(records), records)
	}
	for i, want := range []struct{ name, grant, success, user string }{
		{"AuthorizeOAuth2Access", "", "true", "ann"},
		{"CreateOAuth2Token", "authorization_code", "true", "ann"},
		{"CreateOAuth2Token", "refresh_token", "true", "ann"},
		{"CreateOAuth2Token", "refresh_token", "false", ""},
	} {
		r := records[i]
		if r.EventName != want.name || r.AdditionalEventData["grant_type"] != want.grant || r.AdditionalEventData["success"] != want.success || r.UserIdentity.UserName != want.user ||
			r.EventType != "AwsApiCall" || r.EventSource != "signin.amazonaws.com" || !r.ReadOnly || r.RequestParameters["client_id"] != sameDevice {
			t.Errorf("record %d: %+v", i, r)
		}
	}
	if records[0].RequestParameters["redirect_uri"] != callback || records[3].ErrorCode != "TOKEN_EXPIRED" || records[3].UserIdentity.Type != "Unknown" {
		t.Errorf("%+v", records)
	}
}
