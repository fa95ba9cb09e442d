package endpoint_test

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/cardea-iam/cardea/cardeatest"
	"github.com/cardea-iam/cardea/server"
)

func TestAllowedRequestsToOtherServicesAreToldThatNothingIsServed(t *testing.T) {
	s := start(t)
	for _, service := range []string{"sns", "dynamodb", "kms", "lambda", "s3", "route53"} {
		r := requests[service]
		r.Keys = s.Administrator()
		check(t, service, s.Send(r), refusal{400, "NotServedHere", "is not served here"})
	}
}

func TestDeniedRequestsToOtherServicesAreDeniedInTheirOwnShape(t *testing.T) {
	s := start(t)
	ann := user(t, s, "ann", `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["dynamodb:DescribeTable","s3:List*","sns:*"],"Resource":"*"}]}`)
	no := func(action string) string {
		return "User: arn:aws:iam::123456789012:user/ann is not authorized to perform: " + action + " on resource: * because no identity-based policy allows the " + action + " action"
	}
	for service, want := range map[string]refusal{
		"dynamodb": {400, "AccessDeniedException", no("dynamodb:ListTables")},
		"kms":      {400, "AccessDeniedException", no("kms:ListKeys")},
		"lambda":   {403, "AccessDeniedException", no("lambda:UnnamedAction")},
		"s3":       {403, "AccessDenied", no("s3:UnnamedAction")},
		"route53":  {403, "AccessDenied", no("route53:UnnamedAction")},
		"sns":      {400, "NotServedHere", ""},
	} {
		r := requests[service]
		r.Keys = ann
		check(t, service, s.Send(r), want)
	}
}

func TestAnActionOfAnotherServiceIsNamedAsItIsPublished(t *testing.T) {
	s := start(t)
	ann := user(t, s, "ann", `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"dynamodb:*","Resource":"*"},{"Effect":"Deny","Action":"dynamodb:listtables","Resource":"*"}]}`)
	r := requests["dynamodb"]
	r.Keys, r.Header = ann, json("1.0", "DynamoDB_20120810.LISTTABLES")
	check(t, "a target in another case", s.Send(r), refusal{400, "AccessDeniedException", "perform: dynamodb:ListTables on resource: * with an explicit deny"})
	for _, target := range []string{"DynamoDB_20120810.*", "DynamoDB_20120810.", "DynamoDB_20120810.List Tables", "*"} {
		r.Header = json("1.0", target)
		check(t, target, s.Send(r), refusal{400, "UnknownOperationException", ""})
	}
}

func TestARequestToAnotherServiceIsRecorded(t *testing.T) {
	log := filepath.Join(t.TempDir(), "audit.log")
	s := cardeatest.Start(t, server.Options{AuditLog: log})
	r := requests["dynamodb"]
	r.Keys = user(t, s, "ann", `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}`)
	s.Send(r)
	s.Stop()
	text, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if strings.Contains(line, `"eventName":"ListTables"`) {
			for _, part := range []string{`"eventSource":"dynamodb.amazonaws.com"`, `"errorCode":"AccessDenied"`, `:user/ann"`} {
				if !strings.Contains(line, part) {
					t.Errorf("the record lacks %s: %s", part, line)
				}
			}
			return
		}
	}
	t.Errorf("the denial is not in the audit log:\n%s", text)
}

// user makes a user with one inline policy and an access key.
func user(t *testing.T, s *cardeatest.Server, name, document string) aws.Credentials {
	t.Helper()
	as := func(body string) string {
		a := s.Send(cardeatest.Request{Service: "iam", Keys: s.Administrator(), Body: body})
		if a.Status != http.StatusOK {
			t.Fatalf("%d %s", a.Status, a.Body)
		}
		return a.Body
	}
	as(form("iam", "CreateUser", "UserName", name))
	as(form("iam", "PutUserPolicy", "UserName", name, "PolicyName", "p", "PolicyDocument", document))
	made := as(form("iam", "CreateAccessKey", "UserName", name))
	return aws.Credentials{AccessKeyID: between(made, "<AccessKeyId>", "<"), SecretAccessKey: between(made, "<SecretAccessKey>", "<")}
}
