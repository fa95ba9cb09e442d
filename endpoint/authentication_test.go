package endpoint_test

import (
	"html"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/cardea-iam/cardea/cardeatest"
	"github.com/cardea-iam/cardea/server"
)

func start(t *testing.T) *cardeatest.Server {
	t.Helper()
	return cardeatest.Start(t, server.Options{Account: server.Founding{ID: "123456789012"}})
}

// form is a body with an action and, for a service that is served, its version.
func form(service, action string, more ...string) string {
	f := url.Values{"Action": {action}}
	if version := map[string]string{"iam": "2010-05-08", "sts": "2011-06-15", "ec2": "2016-11-15"}[service]; version != "" {
		f.Set("Version", version)
	}
	for i := 0; i+1 < len(more); i += 2 {
		f.Set(more[i], more[i+1])
	}
	return f.Encode()
}

// requests are one ordinary request to a service of each protocol.
var requests = map[string]cardeatest.Request{
	"iam":      {Service: "iam", Body: form("iam", "ListUsers")},
	"sts":      {Service: "sts", Body: form("sts", "GetCallerIdentity")},
	"ec2":      {Service: "ec2", Body: form("ec2", "DescribeInstances")},
	"sns":      {Service: "sns", Body: form("sns", "ListTopics")},
	"dynamodb": {Service: "dynamodb", Body: "{}", Header: json("1.0", "DynamoDB_20120810.ListTables")},
	"kms":      {Service: "kms", Body: "{}", Header: json("1.1", "TrentService.ListKeys")},
	"lambda":   {Service: "lambda", Method: http.MethodGet, Target: "/2015-03-31/functions/"},
	"s3":       {Service: "s3", Method: http.MethodGet, Target: "/?x-id=ListBuckets"},
	"route53":  {Service: "route53", Method: http.MethodGet, Target: "/2013-04-01/hostedzone"},
}

func json(version, target string) http.Header {
	return http.Header{"Content-Type": {"application/x-amz-json-" + version}, "X-Amz-Target": {target}}
}

// refusal is what an answer has to be.
type refusal struct {
	status     int
	code, says string
}

const (
	invalidToken = "The security token included in the request is invalid."
	mismatch     = "The request signature we calculated does not match the signature you provided."
	expiredAgo   = "Signature expired: "
	unvalidated  = "AWS was not able to validate the provided access credentials"
)

func TestEveryProtocolRefusesInItsOwnWords(t *testing.T) {
	s := start(t)
	good := s.Administrator()
	unknown := aws.Credentials{AccessKeyID: "AKIARZPUZDIKAAAAAAAA", SecretAccessKey: good.SecretAccessKey}
	wrong := aws.Credentials{AccessKeyID: good.AccessKeyID, SecretAccessKey: strings.Repeat("x", 40)}
	stray := aws.Credentials{AccessKeyID: good.AccessKeyID, SecretAccessKey: good.SecretAccessKey, SessionToken: "bm90IGEgdG9rZW4="}
	cases := []struct {
		name   string
		change func(*cardeatest.Request)
		want   map[string]refusal
	}{
		{"an unknown key", func(r *cardeatest.Request) { r.Keys = unknown }, map[string]refusal{
			"iam": {403, "InvalidClientTokenId", invalidToken}, "sts": {403, "InvalidClientTokenId", invalidToken}, "sns": {403, "InvalidClientTokenId", invalidToken},
			"ec2": {401, "AuthFailure", unvalidated}, "dynamodb": {400, "UnrecognizedClientException", invalidToken},
			"kms": {400, "UnrecognizedClientException", invalidToken}, "lambda": {403, "UnrecognizedClientException", invalidToken},
			"s3": {403, "InvalidAccessKeyId", ""}, "route53": {403, "InvalidClientTokenId", invalidToken},
		}},
		{"a wrong secret", func(r *cardeatest.Request) { r.Keys = wrong }, map[string]refusal{
			"iam": {403, "SignatureDoesNotMatch", mismatch}, "sts": {403, "SignatureDoesNotMatch", mismatch}, "sns": {403, "SignatureDoesNotMatch", mismatch},
			"ec2": {401, "AuthFailure", unvalidated}, "dynamodb": {400, "InvalidSignatureException", mismatch},
			"kms": {400, "InvalidSignatureException", mismatch}, "lambda": {403, "InvalidSignatureException", mismatch},
			"s3": {403, "SignatureDoesNotMatch", mismatch}, "route53": {403, "SignatureDoesNotMatch", mismatch},
		}},
		{"a token that is none", func(r *cardeatest.Request) { r.Keys = stray }, map[string]refusal{
			"iam": {403, "InvalidClientTokenId", invalidToken}, "sts": {403, "InvalidClientTokenId", invalidToken},
			"ec2": {401, "AuthFailure", unvalidated}, "dynamodb": {400, "UnrecognizedClientException", invalidToken},
			"lambda": {403, "UnrecognizedClientException", invalidToken}, "s3": {400, "InvalidToken", ""},
		}},
		{"no signature", func(*cardeatest.Request) {}, map[string]refusal{
			"iam": {403, "MissingAuthenticationToken", "Request is missing Authentication Token"}, "sts": {403, "MissingAuthenticationToken", ""},
			"ec2": {401, "AuthFailure", ""}, "dynamodb": {400, "MissingAuthenticationTokenException", ""},
			"kms": {400, "MissingAuthenticationTokenException", ""}, "lambda": {403, "MissingAuthenticationTokenException", ""}, "s3": {403, "AccessDenied", ""},
		}},
		{"a signature of an hour ago", func(r *cardeatest.Request) { r.Keys, r.At = good, s.Now().Add(-time.Hour) }, map[string]refusal{
			"iam": {403, "SignatureDoesNotMatch", expiredAgo}, "sts": {403, "SignatureDoesNotMatch", "- 15 min.)"},
			"ec2": {401, "AuthFailure", ""}, "dynamodb": {400, "InvalidSignatureException", expiredAgo}, "s3": {403, "RequestTimeTooSkewed", ""},
		}},
		{"a signature of tomorrow", func(r *cardeatest.Request) { r.Keys, r.At = good, s.Now().Add(24*time.Hour) }, map[string]refusal{
			"iam": {403, "SignatureDoesNotMatch", "Signature not yet current: "}, "s3": {403, "RequestTimeTooSkewed", ""},
		}},
	}
	for _, c := range cases {
		for service, want := range c.want {
			r := requests[service]
			c.change(&r)
			check(t, service+", "+c.name, s.Send(r), want)
		}
	}
}

// check compares code, status and a part of the text of an answer, wherever its protocol has them.
func check(t *testing.T, name string, a cardeatest.Answer, want refusal) {
	t.Helper()
	code := between(a.Body, "<Code>", "</Code>")
	if code == "" {
		code = between(a.Body, `"__type":"`, `"`)
	}
	if code == "" {
		code = a.Header.Get("X-Amzn-Errortype")
	}
	if a.Status != want.status || code != want.code || !strings.Contains(html.UnescapeString(a.Body), want.says) {
		t.Errorf("%s: %d %s, want %d %s (%s); the body:\n%s", name, a.Status, code, want.status, want.code, want.says, a.Body)
	}
}

func between(text, before, after string) string {
	_, rest, ok := strings.Cut(text, before)
	if !ok {
		return ""
	}
	inner, _, _ := strings.Cut(rest, after)
	return inner
}

func TestAnInactiveKeyIsRefusedLikeAnUnknownOne(t *testing.T) {
	s := start(t)
	if a := s.Send(cardeatest.Request{Service: "iam", Keys: s.Administrator(), Body: form("iam", "CreateUser", "UserName", "ann")}); a.Status != http.StatusOK {
		t.Fatal(a.Body)
	}
	made := s.Send(cardeatest.Request{Service: "iam", Keys: s.Administrator(), Body: form("iam", "CreateAccessKey", "UserName", "ann")})
	key := aws.Credentials{AccessKeyID: between(made.Body, "<AccessKeyId>", "<"), SecretAccessKey: between(made.Body, "<SecretAccessKey>", "<")}
	s.Send(cardeatest.Request{Service: "iam", Keys: s.Administrator(), Body: form("iam", "UpdateAccessKey", "UserName", "ann", "AccessKeyId", key.AccessKeyID, "Status", "Inactive")})
	r := requests["sts"]
	r.Keys = key
	check(t, "an inactive key", s.Send(r), refusal{403, "InvalidClientTokenId", invalidToken})
}

func TestASignatureOpensOnlyItsOwnService(t *testing.T) {
	s := start(t)
	scope := "Credential should be scoped to correct service: 'iam'."
	r := cardeatest.Request{Service: "ec2", Keys: s.Administrator(), Body: form("iam", "CreateUser", "UserName", "eve")}
	check(t, "an ec2 signature on an IAM request", s.Send(r), refusal{403, "SignatureDoesNotMatch", scope})
	r = requests["dynamodb"]
	r.Service, r.Keys = "kms", s.Administrator()
	check(t, "a kms signature on a DynamoDB request", s.Send(r), refusal{400, "InvalidSignatureException", "'dynamodb'"})
	r = cardeatest.Request{Service: "sts", Keys: s.Administrator(), Body: "Action=CreateUser&Version=2011-06-15&UserName=eve"}
	check(t, "an IAM action at STS", s.Send(r), refusal{400, "InvalidAction", "Could not find operation CreateUser for version 2011-06-15"})
	if a := s.Send(cardeatest.Request{Service: "iam", Keys: s.Administrator(), Body: form("iam", "ListUsers")}); strings.Contains(a.Body, "eve") {
		t.Error("a user was made")
	}
}

func TestCookiesAndOtherOriginsMeanNothing(t *testing.T) {
	s := start(t)
	r := requests["iam"]
	r.Header = http.Header{"Cookie": {"__Host-session=x"}, "Origin": {"https://example.com"}}
	a := s.Send(r)
	check(t, "a cookie", a, refusal{403, "MissingAuthenticationToken", ""})
	for name := range a.Header {
		if strings.HasPrefix(name, "Access-Control-") {
			t.Errorf("the answer lets other origins read it: %s", name)
		}
	}
	if a.Header.Get("X-Content-Type-Options") != "nosniff" || a.Header.Get("Content-Security-Policy") != "default-src 'none'; sandbox" {
		t.Errorf("the headers against scripts are %v", a.Header)
	}
}
