package admin_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	api "github.com/cardea-iam/cardea/api/cardea"
	"github.com/cardea-iam/cardea/service/hosttest"
)

// summaryOf writes the rows of a summary as lines.
func summaryOf(t *testing.T, document string) string {
	t.Helper()
	h, root := newHost(t)
	out := hosttest.Must[api.SummarizePolicyOutput](h, root, "cardea", "SummarizePolicy", &api.SummarizePolicyInput{PolicyDocument: document})
	if !out.Summarized {
		return "none"
	}
	var lines strings.Builder
	for _, s := range out.Services {
		fmt.Fprintf(&lines, "%s %s", s.Section, s.Service)
		if len(s.ExceptActions) > 0 {
			fmt.Fprintf(&lines, " except %d", len(s.ExceptActions))
		}
		if s.FullAccess {
			lines.WriteString(" full")
		}
		for _, l := range s.AccessLevels {
			fmt.Fprintf(&lines, " %s:%t", l.AccessLevel, l.Limited)
		}
		fmt.Fprintf(&lines, " on %d", len(s.Resources))
		for _, c := range s.Conditions {
			fmt.Fprintf(&lines, " if %s %s %s", c.Operator, c.Key, strings.Join(c.Values, ","))
		}
		lines.WriteString("\n")
	}
	return lines.String()
}

func TestTheTutorialsPolicyIsSummarized(t *testing.T) {
	document, err := os.ReadFile("../policy/testdata/force_mfa.json")
	if err != nil {
		t.Fatal(err)
	}
	want := "ExplicitDeny * except 12 full on 1 if BoolIfExists aws:MultiFactorAuthPresent false\n" +
		"Allow iam List:true Read:true Write:true on 4 if Bool aws:MultiFactorAuthPresent true\n"
	if got := summaryOf(t, string(document)); got != want {
		t.Errorf("summary:\n%s\nwant:\n%s", got, want)
	}
}

func TestASummaryPutsStatementsTogetherByEffectAndService(t *testing.T) {
	for document, want := range map[string]string{
		`{"Effect":"Allow","Action":"*","Resource":"*"}`: "Allow * full on 1\n",
		`{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::a"},{"Effect":"Allow","Action":"S3:getobject","Resource":["arn:aws:s3:::a","arn:aws:s3:::b"]}`: "Allow s3 full on 2\n",
		`{"Effect":"Deny","Action":"sts:GetCallerIdentity","Resource":"*"},{"Effect":"Allow","Action":"sts:Get*","Resource":"*"}`:                                  "ExplicitDeny sts Read:true on 1\nAllow sts Read:false Write:true on 1\n",
		`{"Effect":"Allow","Action":["nosuch:Thing","iam:NoSuchThing","i*:Get*"],"Resource":"*"}`:                                                                  "Uncategorized i* on 1\nUncategorized iam on 1\nUncategorized nosuch on 1\n",
		`{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"}`:                                                                                        "none",
		`{"Effect":"Allow","NotPrincipal":{"AWS":"123456789012"},"Action":"s3:*"}`:                                                                                 "none",
		`{"Effect":"Allow","Action":"s3:*","NotResource":"arn:aws:s3:::a"}`:                                                                                        "none",
		`{"Effect":"Allow","Action":[],"Resource":"*"}`:                                                                                                            "none",
	} {
		if got := summaryOf(t, `{"Version":"2012-10-17","Statement":[`+document+`]}`); got != want {
			t.Errorf("%s\nis summarized as\n%s\nwant\n%s", document, got, want)
		}
	}
}

func TestAPolicyThatTakesTooMuchWorkIsNotSummarized(t *testing.T) {
	entries := make([]string, 5000)
	for i := range entries {
		entries[i] = fmt.Sprintf(`"ec2:%d*"`, i)
	}
	if got := summaryOf(t, `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":[`+strings.Join(entries, ",")+`],"Resource":"*"}}`); got != "none" {
		t.Errorf("answered %s", got)
	}
}

func TestAPolicyThatDoesNotParseIsNotSummarized(t *testing.T) {
	h, root := newHost(t)
	refused(t, h, root, "SummarizePolicy", &api.SummarizePolicyInput{PolicyDocument: "{\n \"Version\" \"2012-10-17\"}"},
		"MalformedPolicyDocument", 400, "line 2, column 12: invalid character '\"' after object name (expecting ':')")
}

func TestTheReferenceNamesWhatPoliciesMayNeed(t *testing.T) {
	h, root := newHost(t)
	all := hosttest.Must[api.ListServicesOutput](h, root, "cardea", "ListServices", &api.ListServicesInput{})
	known := map[string]bool{}
	for _, s := range all.Services {
		known[s.Prefix] = true
	}
	for _, k := range all.GlobalConditionKeys {
		known[k.Name] = true
	}
	for _, name := range []string{"iam", "ec2", "s3", "aws:MultiFactorAuthPresent"} {
		if !known[name] {
			t.Errorf("ListServices does not have %s", name)
		}
	}
	iam := hosttest.Must[api.GetServiceOutput](h, root, "cardea", "GetService", &api.GetServiceInput{Prefix: "IAM"})
	for _, a := range iam.Actions {
		if a.Name == "CreateUser" && a.AccessLevel == "Write" && strings.Join(a.ResourceTypes, " ") == "user" {
			return
		}
	}
	t.Error("GetService does not have iam:CreateUser as an action that writes a user")
}

func TestAServiceThatNobodyKnowsIsNotFound(t *testing.T) {
	h, root := newHost(t)
	refused(t, h, root, "GetService", &api.GetServiceInput{Prefix: "nosuch"}, "NoSuchEntity", 404, "No service has actions that begin with nosuch.")
}
