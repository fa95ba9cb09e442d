package endpoint_test

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/sts"

	"github.com/cardea-iam/cardea/cardeatest"
	"github.com/cardea-iam/cardea/factor/idtoken"
	"github.com/cardea-iam/cardea/factor/idtoken/idtokentest"
	"github.com/cardea-iam/cardea/server"
)

// TestATokenStandsForASignature goes the whole way: provider and role are made over the API, nobody signs, and the session may what a policy says of the token's subject.
func TestATokenStandsForASignature(t *testing.T) {
	issuer, log := idtokentest.New(t), filepath.Join(t.TempDir(), "audit.log")
	s := cardeatest.Start(t, server.Options{
		Account: server.Founding{ID: "123456789012"}, AuditLog: log, IssuerKeys: map[string]*idtoken.Keys{"id.example.com": issuer.Keys()},
	})
	admin := s.IAM(s.Administrator())
	provider, err := admin.CreateOpenIDConnectProvider(t.Context(), &iam.CreateOpenIDConnectProviderInput{Url: aws.String("https://id.example.com"), ClientIDList: []string{"app"}})
	must(t, err)
	_, err = admin.CreateRole(t.Context(), &iam.CreateRoleInput{RoleName: aws.String("web"), AssumeRolePolicyDocument: aws.String(
		`{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Federated":"` + *provider.OpenIDConnectProviderArn + `"},"Action":"sts:AssumeRoleWithWebIdentity",` +
			`"Condition":{"StringEquals":{"id.example.com:sub":"ann"}}}}`)})
	must(t, err)
	_, err = admin.PutRolePolicy(t.Context(), &iam.PutRolePolicyInput{RoleName: aws.String("web"), PolicyName: aws.String("own"), PolicyDocument: aws.String(
		`{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:CreateUser","Resource":"arn:aws:iam::*:user/${id.example.com:sub}","Condition":{"StringEquals":{"id.example.com:aud":"app"}}}}`)})
	must(t, err)
	token := issuer.Token("ES256", map[string]any{"iss": "https://id.example.com", "sub": "ann", "aud": "app", "iat": time.Now().Unix(), "exp": time.Now().Add(time.Hour).Unix()})
	in := &sts.AssumeRoleWithWebIdentityInput{RoleArn: aws.String("arn:aws:iam::123456789012:role/web"), RoleSessionName: aws.String("s1"), WebIdentityToken: &token}
	out, err := s.STS(aws.Credentials{}).AssumeRoleWithWebIdentity(t.Context(), in)
	must(t, err)
	keys := aws.Credentials{AccessKeyID: *out.Credentials.AccessKeyId, SecretAccessKey: *out.Credentials.SecretAccessKey, SessionToken: *out.Credentials.SessionToken}
	if _, err := s.IAM(keys).CreateUser(t.Context(), &iam.CreateUserInput{UserName: aws.String("ann")}); err != nil {
		t.Errorf("the session may not what the subject may: %v", err)
	}
	if _, err := s.IAM(keys).CreateUser(t.Context(), &iam.CreateUserInput{UserName: aws.String("bob")}); err == nil {
		t.Error("the session may what the subject may not")
	}
	if who, err := s.STS(keys).GetCallerIdentity(t.Context(), nil); err != nil || *who.Arn != "arn:aws:sts::123456789012:assumed-role/web/s1" {
		t.Errorf("the session is %v, %v", who, err)
	}
	s.Stop()
	text, err := os.ReadFile(log)
	must(t, err)
	for _, want := range []string{
		`"userIdentity":{"type":"WebIdentityUser","principalId":"arn:aws:iam::123456789012:oidc-provider/id.example.com:app:ann","userName":"ann","identityProvider":"arn:aws:iam::123456789012:oidc-provider/id.example.com"}`,
		`"eventName":"AssumeRoleWithWebIdentity"`, `"recipientAccountId":"123456789012"`,
	} {
		if !strings.Contains(string(text), want) {
			t.Errorf("%s is not in the audit log:\n%s", want, text)
		}
	}
	if strings.Contains(string(text), token) || strings.Contains(string(text), keys.SecretAccessKey) {
		t.Error("the audit log has a token or a secret in it")
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestNothingElseIsServedWithoutASignature tries what might be taken for a call that needs none.
func TestNothingElseIsServedWithoutASignature(t *testing.T) {
	s := start(t)
	const action, good = "AssumeRoleWithWebIdentity", "Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleArn=arn:aws:iam::123456789012:role/web&RoleSessionName=s1&WebIdentityToken=abcd"
	for _, c := range []struct {
		name string
		r    cardeatest.Request
		code string
	}{
		{"the call", cardeatest.Request{Body: good}, "InvalidIdentityToken"},
		{"in the address", cardeatest.Request{Method: http.MethodGet, Target: "/?" + good}, "InvalidIdentityToken"},
		{"another action", cardeatest.Request{Body: form("sts", "GetCallerIdentity")}, "MissingAuthenticationToken"},
		{"another version", cardeatest.Request{Body: "Action=" + action + "&Version=2010-05-08"}, "MissingAuthenticationToken"},
		{"no version", cardeatest.Request{Body: "Action=" + action}, "MissingAuthenticationToken"},
		{"the action twice", cardeatest.Request{Target: "/?Action=" + action, Body: form("sts", "GetCallerIdentity")}, "MissingAuthenticationToken"},
		{"the other action first", cardeatest.Request{Target: "/?Action=GetCallerIdentity", Body: good}, "MissingAuthenticationToken"},
		{"a service in the head", cardeatest.Request{Body: good, Header: http.Header{"X-Amz-Target": {"DynamoDB_20120810.ListTables"}}}, "InvalidIdentityToken"},
		{"half a signature", cardeatest.Request{Body: good, Header: http.Header{"Authorization": {"AWS4-HMAC-SHA256 Credential=x"}}}, "IncompleteSignature"},
		{"a wrong signature", cardeatest.Request{Body: good, Service: "sts", Keys: aws.Credentials{AccessKeyID: "AKIARZPUZDIKAAAAAAAA", SecretAccessKey: "x"}}, "InvalidClientTokenId"},
		{"a parameter too few", cardeatest.Request{Body: "Action=" + action + "&Version=2011-06-15"}, "ValidationError"},
	} {
		answer := s.Send(c.r)
		if answer.Status < 400 || !strings.Contains(answer.Body, c.code) || strings.Contains(answer.Body, "assumed-role") {
			t.Errorf("%s: got %d %s, want %s", c.name, answer.Status, answer.Body, c.code)
		}
	}
}
