package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestPolicyCheckSaysWhere(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		must(t, os.WriteFile(path, []byte(text), 0o600))
		return path
	}
	good := write("good.json", `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:Get*","Resource":"*"}}`)
	trust := write("trust.json", `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"AWS":"123456789012"}}}`)
	broken := write("broken.json", "{\"Version\":\"2012-10-17\",\n \"Statement\":{\"Efect\":\"Allow\"}}")
	wrong := write("wrong.json", "{\"Version\":\"2012-10-17\",\n \"Statement\":{\"Effect\":\"Allow\",\"Action\":\"GetObject\",\"Resource\":\"*\"}}")
	if _, errs, err := cardea(t, "", "policy", "check", good, trust); err != nil {
		t.Errorf("good policies: %s", errs)
	}
	_, errs, err := cardea(t, "", "policy", "check", good, broken, wrong)
	if err == nil || !strings.Contains(errs, broken+":2:15: ") || !strings.Contains(errs, wrong+":2:") || strings.Contains(errs, good) {
		t.Errorf("%v\n%s", err, errs)
	}
	if _, errs, err = cardea(t, "", "policy", "check", "--kind", "trust", good); err == nil {
		t.Errorf("an identity policy passed as a trust policy: %s", errs)
	}
	if _, errs, err = cardea(t, "{", "policy", "check", "-"); err == nil || !strings.Contains(errs, "-:1:") {
		t.Errorf("standard input: %v, %s", err, errs)
	}
}

func TestPolicyEvaluateAnswersLineByLine(t *testing.T) {
	const question = `{"id":1,"request":{"principal":"arn:aws:iam::123456789012:user/ann","action":"s3:GetObject","resource":"arn:aws:s3:::b/k","context":{}},` +
		`"identityPolicies":[{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}]}`
	out, errs, err := cardea(t, question+"\nnonsense\n\n"+strings.Replace(question, `"id":1`, `"id":2`, 1), "policy", "evaluate")
	if err != nil {
		t.Fatal(errs)
	}
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	for i, want := range []string{`{"id":1,"decision":`, `{"id":null,"error":`, `{"id":null,"error":`, `{"id":2,"decision":`} {
		if i >= len(lines) || !strings.HasPrefix(lines[i], want) {
			t.Fatalf("line %d should begin with %s:\n%s", i+1, want, out)
		}
	}
}
