package catalog_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cardea-iam/cardea/catalog"
)

func TestServicesAreFoundByPrefixWithoutCase(t *testing.T) {
	for prefix, name := range map[string]string{
		"ec2": "Amazon EC2",
		"IAM": "AWS Identity and Access Management (IAM)",
		"S3":  "Amazon S3",
		"sts": "AWS Security Token Service",
	} {
		if s, ok := catalog.ServiceByPrefix(prefix); !ok || s.Name != name {
			t.Errorf("%s: got %+v, want %s", prefix, s, name)
		}
	}
	for _, prefix := range []string{"", "*", "ec", "ec2:", "monitoring", "nosuchservice"} {
		if s, ok := catalog.ServiceByPrefix(prefix); ok {
			t.Errorf("%q finds %s", prefix, s.Prefix)
		}
	}
}

func TestResourceControlPoliciesApplyToSomeServicesOnly(t *testing.T) {
	for prefix, want := range map[string]bool{"s3": true, "sts": true, "kms": true, "iam": false, "ec2": false} {
		if s, ok := catalog.ServiceByPrefix(prefix); !ok || s.TakesRCPs != want {
			t.Errorf("%s: want TakesRCPs %v", prefix, want)
		}
	}
}

func TestActionsAreFoundByNameWithoutCase(t *testing.T) {
	tests := []struct {
		ask, name string
		level     catalog.AccessLevel
	}{
		{"iam:CreateUser", "iam:CreateUser", catalog.Write},
		{"IAM:createuser", "iam:CreateUser", catalog.Write},
		{"iam:ListUsers", "iam:ListUsers", catalog.List},
		{"iam:GetUser", "iam:GetUser", catalog.Read},
		{"iam:TagUser", "iam:TagUser", catalog.Tagging},
		{"iam:AttachUserPolicy", "iam:AttachUserPolicy", catalog.PermissionsManagement},
		{"ec2:describeinstances", "ec2:DescribeInstances", catalog.List},
		{"sts:AssumeRole", "sts:AssumeRole", catalog.Write},
	}
	for _, tt := range tests {
		a, ok := catalog.ActionByName(tt.ask)
		if !ok || a.String() != tt.name || a.Level != tt.level {
			t.Errorf("%s: got %+v, want %s, %s", tt.ask, a, tt.name, tt.level)
		}
	}
	for _, ask := range []string{"", ":", "iam", "iam:", "iam:Create*", "*:*", "nosuch:CreateUser", "iam:CreateUser:", "iam:DescribeInstances"} {
		if a, ok := catalog.ActionByName(ask); ok {
			t.Errorf("%q finds %s", ask, a)
		}
	}
}

func TestAnActionKnowsItsResourcesAndConditionKeys(t *testing.T) {
	got, ok := catalog.ActionByName("iam:PassRole")
	if !ok {
		t.Fatal("iam:PassRole is not in the catalogue")
	}
	want := &catalog.Action{
		Service:       "iam",
		Name:          "PassRole",
		Level:         catalog.Write,
		Resources:     []catalog.ActionResource{{Type: "role", Required: true}},
		ConditionKeys: []string{"iam:AssociatedResourceArn", "iam:PassedToService"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("iam:PassRole (-want +got):\n%s", diff)
	}
}

func TestRunInstancesWorksOnManyKindsOfResource(t *testing.T) {
	a, ok := catalog.ActionByName("ec2:RunInstances")
	if !ok {
		t.Fatal("ec2:RunInstances is not in the catalogue")
	}
	required := map[string]bool{}
	for _, r := range a.Resources {
		required[r.Type] = r.Required
	}
	for _, kind := range []string{"image", "instance", "network-interface", "security-group", "subnet", "volume"} {
		if _, ok := required[kind]; !ok {
			t.Errorf("it does not work on %s", kind)
		}
	}
	if !required["instance"] {
		t.Error("it does not require an instance")
	}
}

func TestEveryNameOfTheReferenceFindsItsOwn(t *testing.T) {
	levels := []catalog.AccessLevel{catalog.List, catalog.Read, catalog.Write, catalog.Tagging, catalog.PermissionsManagement}
	services, actions := 0, 0
	for s := range catalog.Services() {
		services++
		if got, ok := catalog.ServiceByPrefix(strings.ToUpper(s.Prefix)); !ok || got != s {
			t.Errorf("%s: its prefix does not find it", s.Prefix)
		}
		for i := range s.Actions() {
			actions++
			a := &s.Actions()[i]
			if got, ok := catalog.ActionByName(strings.ToUpper(a.String())); !ok || got != a {
				t.Errorf("%s: its name does not find it", a)
			}
			if !slices.Contains(levels, a.Level) {
				t.Errorf("%s: access level %q", a, a.Level)
			}
			for _, r := range a.Resources {
				if _, ok := s.ResourceType(r.Type); !ok {
					t.Errorf("%s: its resource type %q is not in the service", a, r.Type)
				}
			}
		}
		for i := range s.ResourceTypes() {
			r := &s.ResourceTypes()[i]
			if got, ok := s.ResourceType(strings.ToUpper(r.Name)); !ok || got != r || r.ARN == "" {
				t.Errorf("%s: resource type %s, ARN %s: its name does not find it", s.Prefix, r.Name, r.ARN)
			}
		}
	}
	if services < 400 || actions < 20000 {
		t.Errorf("got %d services, %d actions; want about 450 and 22,000", services, actions)
	}
}

func TestServicesAreListedInTheOrderOfTheirPrefixes(t *testing.T) {
	var prefixes []string
	for s := range catalog.Services() {
		prefixes = append(prefixes, s.Prefix)
	}
	if !slices.IsSorted(prefixes) {
		t.Error("they are not")
	}
	for s := range catalog.Services() {
		if s.Prefix != prefixes[0] {
			t.Errorf("the first is %s, then %s", prefixes[0], s.Prefix)
		}
		break
	}
}
