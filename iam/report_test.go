package iam_test

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/store"
)

// report generates a report and reads it: each row by the name of its user.
func (h *host) report() (columns []string, rows map[string][]string, users []string) {
	h.t.Helper()
	call[api.GenerateCredentialReportOutput](h, h.root, "GenerateCredentialReport", &api.GenerateCredentialReportInput{})
	out := call[api.GetCredentialReportOutput](h, h.root, "GetCredentialReport", &api.GetCredentialReportInput{})
	all, err := csv.NewReader(bytes.NewReader(out.Content)).ReadAll()
	check(h.t, err)
	rows = map[string][]string{}
	for _, row := range all[1:] {
		rows[row[0]] = row
		users = append(users, row[0])
	}
	return all[0], rows, users
}

func TestAReportIsStartedThenCompleteAndServedForFourHours(t *testing.T) {
	h := newHost(t)
	generate, get := &api.GenerateCredentialReportInput{}, &api.GetCredentialReportInput{}
	refused(h, h.root, "GetCredentialReport", get, "ReportNotPresent", 410, "No report exists. Generate one with GenerateCredentialReport.")
	started := call[api.GenerateCredentialReportOutput](h, h.root, "GenerateCredentialReport", generate)
	if *started.State != "STARTED" || *started.Description != "No report exists. Starting a new report generation task" {
		t.Errorf("the first answer is %s, %v", *started.State, started.Description)
	}
	made := h.Now
	h.User("late")
	h.Now = h.Now.Add(4*time.Hour - time.Second)
	if again := call[api.GenerateCredentialReportOutput](h, h.root, "GenerateCredentialReport", generate); *again.State != "COMPLETE" || again.Description != nil {
		t.Errorf("the second answer is %s, %v", *again.State, again.Description)
	}
	served := call[api.GetCredentialReportOutput](h, h.root, "GetCredentialReport", get)
	if !served.GeneratedTime.Equal(made) || *served.ReportFormat != "text/csv" || strings.Contains(string(served.Content), "late") {
		t.Errorf("served %s of %v:\n%s", *served.ReportFormat, served.GeneratedTime, served.Content)
	}
	h.Now = h.Now.Add(time.Second)
	refused(h, h.root, "GetCredentialReport", get, "ReportExpired", 410, "The report is older than four hours. Generate a new one with GenerateCredentialReport.")
	if anew := call[api.GenerateCredentialReportOutput](h, h.root, "GenerateCredentialReport", generate); *anew.State != "STARTED" {
		t.Errorf("after four hours the answer is %s", *anew.State)
	}
	if fresh := call[api.GetCredentialReportOutput](h, h.root, "GetCredentialReport", get); !strings.Contains(string(fresh.Content), "late") {
		t.Error("the new report is the old one")
	}
}

func TestTheReportHasItsColumnsAndRootFirst(t *testing.T) {
	h := newHost(t)
	h.User("zoe")
	h.User("Ann")
	columns, rows, users := h.report()
	const want = "user arn user_creation_time password_enabled password_last_used password_last_changed password_next_rotation mfa_active " +
		"access_key_1_active access_key_1_last_rotated access_key_1_last_used_date access_key_1_last_used_region access_key_1_last_used_service " +
		"access_key_2_active access_key_2_last_rotated access_key_2_last_used_date access_key_2_last_used_region access_key_2_last_used_service " +
		"cert_1_active cert_1_last_rotated cert_2_active cert_2_last_rotated"
	if got := strings.Join(columns, " "); got != want {
		t.Errorf("the columns are %s", got)
	}
	if got := strings.Join(users, " "); got != "<root_account> Ann zoe" {
		t.Errorf("the rows are of %s", got)
	}
	at := "2026-03-01T12:00:00+00:00"
	root := []string{
		"<root_account>", "arn:aws:iam::" + account + ":root", at, "not_supported", "N/A", "not_supported", "not_supported", "false",
		"true", at, at, "us-east-1", "iam", "false", "N/A", "N/A", "N/A", "N/A", "false", "N/A", "false", "N/A", // the call for the report is a use
	}
	if diff := cmp.Diff(root, rows["<root_account>"]); diff != "" {
		t.Errorf("root's row:\n%s", diff)
	}
}

func TestTheReportTellsTheStateOfEveryCredential(t *testing.T) {
	h := newHost(t)
	ann := h.User("ann")
	h.setPassword("ann", goodPassword)
	a := newDevice(h, "ann")
	call[api.EnableMFADeviceOutput](h, h.root, "EnableMFADevice", a.enable(h, "ann"))
	h.Now = h.Now.Add(time.Hour)
	second := call[api.CreateAccessKeyOutput](h, h.root, "CreateAccessKey", &api.CreateAccessKeyInput{UserName: new("ann")}).AccessKey.AccessKeyId
	call[api.UpdateAccessKeyOutput](h, h.root, "UpdateAccessKey", &api.UpdateAccessKeyInput{UserName: new("ann"), AccessKeyId: second, Status: "Inactive"})
	call[api.UploadSigningCertificateOutput](h, h.root, "UploadSigningCertificate", uploadOf("ann", newCertificate(t)))
	call[api.UpdateAccountPasswordPolicyOutput](h, h.root, "UpdateAccountPasswordPolicy", &api.UpdateAccountPasswordPolicyInput{MaxPasswordAge: new(int32(30))})
	h.update(func(tx *store.Tx) {
		store.KeyUses.Put(tx, &identity.KeyUse{ID: ann.KeyID, At: h.Now, Service: "ec2", Region: "eu-west-1"})
		store.KeyUses.Put(tx, &identity.KeyUse{ID: second, At: h.Now, Service: "iam"})
	})
	_, rows, _ := h.report()
	start, later := "2026-03-01T12:00:00+00:00", "2026-03-01T13:00:00+00:00"
	want := []string{
		"ann", "arn:aws:iam::" + account + ":user/ann", start, "true", "no_information", start, "2026-03-31T12:00:00+00:00", "true",
		"true", start, later, "eu-west-1", "ec2", "false", "N/A", later, "N/A", "iam", "true", later, "false", "N/A",
	}
	if diff := cmp.Diff(want, rows["ann"]); diff != "" {
		t.Errorf("ann's row:\n%s", diff)
	}
}

func TestAKeyThatWasSwitchedOnAgainWasRotatedThen(t *testing.T) {
	h := newHost(t)
	ann := h.User("ann")
	h.Now = h.Now.Add(time.Hour)
	for _, status := range []string{"Inactive", "Active"} {
		call[api.UpdateAccessKeyOutput](h, h.root, "UpdateAccessKey", &api.UpdateAccessKeyInput{UserName: new("ann"), AccessKeyId: ann.KeyID, Status: status})
	}
	_, rows, _ := h.report()
	if got := rows["ann"][9]; got != "2026-03-01T13:00:00+00:00" {
		t.Errorf("last rotated %s", got)
	}
}

func TestNoCellOfTheReportIsAFormula(t *testing.T) {
	h := newHost(t)
	for _, name := range []string{"=cmd", "+1", "-1", "@sum", "a,b"} {
		h.User(name)
	}
	_, rows, users := h.report()
	if got := strings.Join(users[1:], " "); got != "'+1 '-1 '=cmd '@sum a,b" {
		t.Errorf("the rows are of %s", got)
	}
	if got := rows["a,b"][1]; got != "arn:aws:iam::"+account+":user/a,b" {
		t.Errorf("the ARN is %s", got)
	}
}

func TestOnlyThoseWhoMayHaveAReport(t *testing.T) {
	h := newHost(t)
	stranger := h.User("stranger")
	refused(h, stranger, "GenerateCredentialReport", &api.GenerateCredentialReportInput{}, "AccessDenied", 403, denied("stranger", "iam:GenerateCredentialReport", "*"))
	refused(h, stranger, "GetCredentialReport", &api.GetCredentialReportInput{}, "AccessDenied", 403, denied("stranger", "iam:GetCredentialReport", "*"))
}
