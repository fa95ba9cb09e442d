package iam

import (
	"bytes"
	"cmp"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

// Making a report reads, by its published level, but what it made is kept.
var reportOperations = []service.Operation{
	service.Op("GenerateCredentialReport", service.Read, onAccount[api.GenerateCredentialReportInput]("iam:GenerateCredentialReport"), generateReport,
		service.Prepare(prepareReport), service.Writes(func(*api.GenerateCredentialReportInput) bool { return true })),
	service.Op("GetCredentialReport", service.Read, onAccount[api.GetCredentialReportInput]("iam:GetCredentialReport"), getReport),
}

// reportLife is how long a report is served before another one is made.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html
const reportLife = 4 * time.Hour

// prepareReport writes the report on a view: for an account of many users it takes longer than others should wait for.
func prepareReport(ctx context.Context, c *service.Call, _ *api.GenerateCredentialReportInput) (*identity.CredentialReport, error) {
	if freshReport(c) != nil {
		return nil, nil //nolint:nilnil // nothing is to be prepared
	}
	content, err := writeReport(ctx, c)
	if err != nil {
		return nil, fmt.Errorf("write the credential report: %w", err)
	}
	return &identity.CredentialReport{GeneratedAt: c.Now, Content: content}, nil
}

// generateReport answers STARTED when it has made a report, and COMPLETE from then on.
func generateReport(c *service.Call, _ *api.GenerateCredentialReportInput) (*api.GenerateCredentialReportOutput, error) {
	if freshReport(c) != nil {
		return &api.GenerateCredentialReportOutput{State: new(api.ReportStateTypeComplete)}, nil
	}
	prepared := service.Prepared[identity.CredentialReport](c)
	if prepared == nil {
		return &api.GenerateCredentialReportOutput{State: new(api.ReportStateTypeInprogress)}, nil // the one that was there has just gone: the next call makes another
	}
	out := &api.GenerateCredentialReportOutput{State: new(api.ReportStateTypeStarted)}
	account := *c.AccountRow()
	if account.Report == nil {
		out.Description = new("No report exists. Starting a new report generation task")
	}
	account.Report = prepared
	store.Accounts.Put(c.Tx, &account)
	return out, nil
}

func getReport(c *service.Call, _ *api.GetCredentialReportInput) (*api.GetCredentialReportOutput, error) {
	if c.AccountRow().Report == nil {
		return nil, api.CredentialReportNotPresent("No report exists. Generate one with GenerateCredentialReport.")
	}
	report := freshReport(c)
	if report == nil {
		return nil, api.CredentialReportExpired("The report is older than four hours. Generate a new one with GenerateCredentialReport.")
	}
	return &api.GetCredentialReportOutput{Content: report.Content, GeneratedTime: &report.GeneratedAt, ReportFormat: new(api.ReportFormatTypeTextCsv)}, nil
}

// freshReport is the account's report, or nil if there is none or it is too old.
func freshReport(c *service.Call) *identity.CredentialReport {
	report := c.AccountRow().Report
	if report == nil || c.Now.Sub(report.GeneratedAt) >= reportLife {
		return nil
	}
	return report
}

// reportColumns are the columns of a report. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html
var reportColumns = []string{
	"user", "arn", "user_creation_time",
	"password_enabled", "password_last_used", "password_last_changed", "password_next_rotation", "mfa_active",
	"access_key_1_active", "access_key_1_last_rotated", "access_key_1_last_used_date", "access_key_1_last_used_region", "access_key_1_last_used_service",
	"access_key_2_active", "access_key_2_last_rotated", "access_key_2_last_used_date", "access_key_2_last_used_region", "access_key_2_last_used_service",
	"cert_1_active", "cert_1_last_rotated", "cert_2_active", "cert_2_last_rotated",
}

const (
	notApplicable = "N/A"
	noInformation = "no_information"
	notSupported  = "not_supported"
)

// writeReport gives up when the caller does.
func writeReport(ctx context.Context, c *service.Call) ([]byte, error) {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	if err := w.Write(reportColumns); err != nil {
		return nil, err
	}
	account := c.AccountRow()
	row := slices.Concat([]string{"<root_account>", identity.RootARN(account.ID), reportTime(account.CreatedAt)}, rootPassword(c), secondFactor(c, account.ID))
	if err := w.Write(row); err != nil {
		return nil, err
	}
	for user := range store.Users.Prefix(c.Tx, account.ID+"/") {
		row := slices.Concat([]string{user.Name, user.ARN(), reportTime(user.CreatedAt)}, userPassword(c, user.ID), secondFactor(c, user.ID))
		if err := errors.Join(ctx.Err(), w.Write(inert(row))); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return out.Bytes(), w.Error()
}

// inert keeps a spreadsheet from taking a cell for a formula. https://owasp.org/www-community/attacks/CSV_Injection
func inert(row []string) []string {
	for i, cell := range row {
		if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
			row[i] = "'" + cell
		}
	}
	return row
}

// rootPassword is the password columns of root.
func rootPassword(c *service.Call) []string {
	used := notApplicable
	if profile, ok := store.LoginProfiles.Get(c.Tx, c.Account()); ok {
		used = lastUse(profile)
	}
	return []string{notSupported, used, notSupported, notSupported}
}

// userPassword is the password columns of a user.
func userPassword(c *service.Call, owner string) []string {
	profile, ok := store.LoginProfiles.Get(c.Tx, owner)
	if !ok {
		return []string{"false", notApplicable, notApplicable, notApplicable}
	}
	next := notApplicable
	if at := c.AccountRow().Expiry(profile); !at.IsZero() {
		next = reportTime(at)
	}
	return []string{"true", lastUse(profile), reportTime(profile.ChangedAt), next}
}

func lastUse(profile *identity.LoginProfile) string {
	if profile.UsedAt.IsZero() {
		return noInformation
	}
	return reportTime(profile.UsedAt)
}

// secondFactor is the columns of MFA, access keys and certificates, which root and users have alike.
func secondFactor(c *service.Call, owner string) []string {
	row := []string{strconv.FormatBool(has(store.MFADevicesByOwner.Get(c.Tx, owner)))}
	keys := slices.SortedFunc(store.AccessKeysByOwner.All(c.Tx, owner), func(a, b *identity.AccessKey) int {
		return cmp.Or(a.CreatedAt.Compare(b.CreatedAt), cmp.Compare(a.ID, b.ID))
	})
	for i := range 2 {
		if i < len(keys) {
			row = append(row, keyCells(c, keys[i])...)
		} else {
			row = append(row, "false", notApplicable, notApplicable, notApplicable, notApplicable)
		}
	}
	certificates := slices.SortedFunc(store.SigningCertificates.Prefix(c.Tx, store.OwnedKey(owner, "")), func(a, b *identity.SigningCertificate) int {
		return cmp.Or(a.UploadedAt.Compare(b.UploadedAt), cmp.Compare(a.ID, b.ID))
	})
	for i := range 2 {
		if i < len(certificates) && certificates[i].Status == identity.Active {
			row = append(row, "true", reportTime(certificates[i].UploadedAt))
		} else {
			row = append(row, "false", notApplicable)
		}
	}
	return row
}

func keyCells(c *service.Call, key *identity.AccessKey) []string {
	cells := []string{"false", notApplicable, notApplicable, notApplicable, notApplicable}
	if key.Status == identity.Active {
		cells[0], cells[1] = "true", reportTime(later(key.CreatedAt, key.ChangedAt))
	}
	if use, ok := c.KeyUse(key.ID); ok {
		cells[2], cells[3], cells[4] = reportTime(use.At), orNA(use.Region), orNA(use.Service)
	}
	return cells
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// reportTime writes a time as the published reports do, with the offset spelled out.
func reportTime(at time.Time) string { return at.UTC().Format("2006-01-02T15:04:05+00:00") }
