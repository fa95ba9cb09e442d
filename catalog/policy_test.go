package catalog_test

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/cardea-iam/cardea/catalog"
)

func TestTheManagedPoliciesThatPeopleAttachAreHere(t *testing.T) {
	tests := []struct{ arn, name, path, version string }{
		{"arn:aws:iam::aws:policy/AdministratorAccess", "AdministratorAccess", "/", "v1"},
		{"arn:aws:iam::aws:policy/AmazonEC2FullAccess", "AmazonEC2FullAccess", "/", "v5"},
		{"arn:aws:iam::aws:policy/AmazonEC2ReadOnlyAccess", "AmazonEC2ReadOnlyAccess", "/", ""},
		{"arn:aws:iam::aws:policy/IAMFullAccess", "IAMFullAccess", "/", ""},
		{"arn:aws:iam::aws:policy/IAMReadOnlyAccess", "IAMReadOnlyAccess", "/", ""},
		{"arn:aws:iam::aws:policy/IAMUserChangePassword", "IAMUserChangePassword", "/", ""},
		{"arn:aws:iam::aws:policy/PowerUserAccess", "PowerUserAccess", "/", ""},
		{"arn:aws:iam::aws:policy/ReadOnlyAccess", "ReadOnlyAccess", "/", ""},
		{"arn:aws:iam::aws:policy/SecurityAudit", "SecurityAudit", "/", ""},
		{"arn:aws:iam::aws:policy/aws-service-role/AWSSupportServiceRolePolicy", "AWSSupportServiceRolePolicy", "/aws-service-role/", ""},
		{"arn:aws:iam::aws:policy/job-function/Billing", "Billing", "/job-function/", ""},
		{"arn:aws:iam::aws:policy/job-function/DatabaseAdministrator", "DatabaseAdministrator", "/job-function/", ""},
		{"arn:aws:iam::aws:policy/job-function/NetworkAdministrator", "NetworkAdministrator", "/job-function/", ""},
		{"arn:aws:iam::aws:policy/job-function/SupportUser", "SupportUser", "/job-function/", ""},
		{"arn:aws:iam::aws:policy/job-function/SystemAdministrator", "SystemAdministrator", "/job-function/", ""},
		{"arn:aws:iam::aws:policy/job-function/ViewOnlyAccess", "ViewOnlyAccess", "/job-function/", ""},
		{"arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole", "AWSLambdaBasicExecutionRole", "/service-role/", ""},
	}
	for _, tt := range tests {
		p, ok := catalog.PolicyByARN(tt.arn)
		if !ok {
			t.Errorf("%s is not in the catalogue", tt.arn)
			continue
		}
		if p.ARN != tt.arn || p.Name != tt.name || p.Path != tt.path {
			t.Errorf("%s: got ARN %s, name %s, path %s", tt.arn, p.ARN, p.Name, p.Path)
		}
		if tt.version != "" && p.DefaultVersionID != tt.version {
			t.Errorf("%s: got version %s, want %s", tt.arn, p.DefaultVersionID, tt.version)
		}
		if byName, ok := catalog.PolicyByName(tt.name); !ok || byName != p {
			t.Errorf("%s: its name finds another policy", tt.arn)
		}
	}
}

func TestAdministratorAccessAllowsEverything(t *testing.T) {
	p, ok := catalog.PolicyByName("AdministratorAccess")
	if !ok {
		t.Fatal("AdministratorAccess is not in the catalogue")
	}
	const want = `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}`
	if got := p.Document(); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestAManagedPolicyHasItsPublishedDates(t *testing.T) {
	p, ok := catalog.PolicyByName("AmazonEC2FullAccess")
	if !ok {
		t.Fatal("AmazonEC2FullAccess is not in the catalogue")
	}
	created, updated := time.Date(2015, 2, 6, 18, 40, 15, 0, time.UTC), time.Date(2018, 11, 27, 2, 16, 56, 0, time.UTC)
	if !p.CreateDate.Equal(created) || !p.UpdateDate.Equal(updated) {
		t.Errorf("got %v and %v, want %v and %v", p.CreateDate, p.UpdateDate, created, updated)
	}
}

func TestAllPublishedManagedPoliciesAreListed(t *testing.T) {
	if n := catalog.PolicyCount(); n < 1500 {
		t.Errorf("got %d policies, want about 1,600", n)
	}
	if n := len(slices.Collect(catalog.Policies())); n != catalog.PolicyCount() {
		t.Errorf("the listing has %d policies, the count says %d", n, catalog.PolicyCount())
	}
}

func TestEveryManagedPolicyIsWhole(t *testing.T) {
	id, version := regexp.MustCompile(`^ANPA[A-Z2-7]{17}$`), regexp.MustCompile(`^v[1-9][0-9]*$`)
	ids := map[string]string{}
	for p := range catalog.Policies() {
		if p.ARN != "arn:aws:iam::aws:policy"+p.Path+p.Name {
			t.Errorf("%s: path %s, name %s", p.ARN, p.Path, p.Name)
		}
		if !id.MatchString(p.ID) || ids[p.ID] != "" {
			t.Errorf("%s: ID %s is malformed or that of %q too", p.ARN, p.ID, ids[p.ID])
		}
		ids[p.ID] = p.ARN
		if !version.MatchString(p.DefaultVersionID) {
			t.Errorf("%s: version %s", p.ARN, p.DefaultVersionID)
		}
		if p.CreateDate.Year() < 2010 || p.UpdateDate.Before(p.CreateDate) {
			t.Errorf("%s: made %v, changed %v", p.ARN, p.CreateDate, p.UpdateDate)
		}
		if got, ok := catalog.PolicyByARN(p.ARN); !ok || got != p {
			t.Errorf("%s: its ARN does not find it", p.ARN)
		}
	}
}

func TestEveryDocumentIsAPolicy(t *testing.T) {
	for p := range catalog.Policies() {
		var document struct {
			Version   string
			Statement json.RawMessage
		}
		if err := json.Unmarshal([]byte(p.Document()), &document); err != nil {
			t.Errorf("%s: %v", p.ARN, err)
			continue
		}
		if document.Version != "2012-10-17" || len(document.Statement) < len(`{"Effect":""}`) {
			t.Errorf("%s: version %q, statement %.40s", p.ARN, document.Version, document.Statement)
		}
	}
}

func TestAListingResumesAfterAnyName(t *testing.T) {
	all := slices.Collect(catalog.Policies())
	if !slices.IsSortedFunc(all, func(a, b *catalog.ManagedPolicy) int { return strings.Compare(a.Name, b.Name) }) {
		t.Error("the policies are not in the order of their names")
	}
	for _, i := range []int{0, 99, len(all) - 1} {
		if rest := slices.Collect(catalog.PoliciesAfter(all[i].Name)); !slices.Equal(rest, all[i+1:]) {
			t.Errorf("after %s: got %d policies, want %d", all[i].Name, len(rest), len(all)-i-1)
		}
	}
	if rest := slices.Collect(catalog.PoliciesAfter("")); !slices.Equal(rest, all) {
		t.Errorf("from the start: got %d policies, want %d", len(rest), len(all))
	}
	if rest := slices.Collect(catalog.PoliciesAfter(all[10].Name + "!")); !slices.Equal(rest, all[11:]) {
		t.Errorf("after a name between two policies: got %d policies, want %d", len(rest), len(all)-11)
	}
}

func TestOnlyTheExactARNFindsAPolicy(t *testing.T) {
	for _, arn := range []string{
		"",
		"AdministratorAccess",
		"arn:aws:iam::aws:policy/",
		"arn:aws:iam::aws:policy/administratoraccess",
		"arn:aws:iam::aws:policy/job-function/AdministratorAccess",
		"arn:aws:iam::aws:policy/ViewOnlyAccess",
		"arn:aws:iam::aws:policy//AdministratorAccess",
		"arn:aws:iam::aws:role/AdministratorAccess",
		"arn:aws:iam::123456789012:policy/AdministratorAccess",
	} {
		if p, ok := catalog.PolicyByARN(arn); ok {
			t.Errorf("%q finds %s", arn, p.ARN)
		}
	}
}

func TestDocumentsMayBeReadByManyAtOnce(t *testing.T) {
	var readers sync.WaitGroup
	for range 4 {
		readers.Go(func() {
			for p := range catalog.Policies() {
				if !strings.HasPrefix(p.Document(), "{") {
					t.Errorf("%s: got %.40s", p.ARN, p.Document())
				}
			}
		})
	}
	readers.Wait()
}
