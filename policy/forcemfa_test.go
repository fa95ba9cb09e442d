package policy_test

import (
	_ "embed"
	"testing"

	"github.com/cardea-iam/cardea/policy"
)

//go:embed testdata/force_mfa.json
var forceMFA string

// ec2FullAccess is what AmazonEC2FullAccess says.
var ec2FullAccess = doc(
	`{"Action":"ec2:*","Effect":"Allow","Resource":"*"}`,
	`{"Effect":"Allow","Action":"elasticloadbalancing:*","Resource":"*"}`,
	`{"Effect":"Allow","Action":"cloudwatch:*","Resource":"*"}`,
	`{"Effect":"Allow","Action":"autoscaling:*","Resource":"*"}`,
	`{"Effect":"Allow","Action":"iam:CreateServiceLinkedRole","Resource":"*","Condition":{"StringEquals":{"iam:AWSServiceName":["autoscaling.amazonaws.com","ec2scheduled.amazonaws.com","elasticloadbalancing.amazonaws.com","spot.amazonaws.com","spotfleet.amazonaws.com","transitgateway.amazonaws.com"]}}}`,
)

const (
	ofAccount = "*"
	mine      = "arn:aws:iam::" + here + ":user/ann"
	others    = "arn:aws:iam::" + here + ":user/bob"
	myDevice  = "arn:aws:iam::" + here + ":mfa/ann"
	notMine   = "arn:aws:iam::" + here + ":mfa/annx"
	myCased   = "arn:aws:iam::" + here + ":mfa/Ann"
)

// The statements of the tutorial's policy, both ways: what a user may do with MFA and without it.
func TestForceMFAOpensOnlyWhatItSaysWithoutMFA(t *testing.T) {
	rows := []struct {
		actions       []string
		resources     []string
		without, with policy.Outcome
	}{
		{[]string{"iam:ListAccountAliases", "iam:ListUsers", "iam:ListVirtualMFADevices", "iam:GetAccountSummary"}, []string{ofAccount}, isAllowed, isAllowed},
		{[]string{"iam:GetAccountPasswordPolicy"}, []string{ofAccount}, isDenied, isAllowed},
		{[]string{"iam:ListAccessKeys", "iam:ListSSHPublicKeys", "iam:ListMFADevices", "iam:EnableMFADevice", "iam:ResyncMFADevice"}, []string{mine}, isAllowed, isAllowed},
		{[]string{"iam:ListAccessKeys", "iam:ListSSHPublicKeys", "iam:ListMFADevices", "iam:EnableMFADevice", "iam:ResyncMFADevice"}, []string{others}, isImplicit, isImplicit},
		{[]string{"iam:CreateVirtualMFADevice"}, []string{myDevice}, isAllowed, isAllowed},
		{[]string{"iam:CreateVirtualMFADevice"}, []string{notMine, myCased}, isImplicit, isImplicit},
		{[]string{
			"iam:ChangePassword", "iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:DeactivateMFADevice", "iam:DeleteAccessKey", "iam:DeleteLoginProfile",
			"iam:DeleteSSHPublicKey", "iam:DeleteSigningCertificate", "iam:GetLoginProfile", "iam:GetSSHPublicKey", "iam:ListSigningCertificates",
			"iam:UpdateAccessKey", "iam:UpdateLoginProfile", "iam:UpdateSSHPublicKey", "iam:UpdateSigningCertificate", "iam:UploadSSHPublicKey",
			"iam:UploadSigningCertificate",
		}, []string{mine}, isDenied, isAllowed},
		{[]string{"iam:DeleteVirtualMFADevice"}, []string{myDevice}, isDenied, isAllowed},
		{[]string{"iam:DeleteVirtualMFADevice"}, []string{notMine, myCased}, isDenied, isImplicit},
		{[]string{"iam:ChangePassword", "iam:CreateAccessKey", "iam:DeactivateMFADevice", "iam:UploadSSHPublicKey"}, []string{others}, isDenied, isImplicit},
		{[]string{"iam:ListServiceSpecificCredentials"}, []string{mine, others}, isImplicit, isImplicit},
		{[]string{"ec2:DescribeInstances", "elasticloadbalancing:DescribeLoadBalancers", "cloudwatch:ListMetrics", "autoscaling:DescribeAutoScalingGroups"}, []string{ofAccount}, isDenied, isAllowed},
		{[]string{"iam:GetUser", "iam:ListGroupsForUser", "iam:ListAttachedUserPolicies", "iam:ListUserPolicies"}, []string{mine}, isDenied, isImplicit},
		{[]string{"iam:ListGroups", "iam:CreateUser", "s3:ListAllMyBuckets"}, []string{ofAccount}, isDenied, isImplicit},
		{[]string{"sts:GetSessionToken", "sts:GetCallerIdentity"}, []string{ofAccount}, isAllowed, isAllowed},
	}
	set := (&question{identity: []string{forceMFA, ec2FullAccess}}).set(t)
	check := func(action, resource string, context map[string]any, want policy.Outcome) {
		t.Helper()
		context["aws:username"] = "ann"
		q := question{action: action, resource: resource, context: context}
		if d := policy.Decide(set, q.request()); d.Outcome != want {
			t.Errorf("%s on %s with %v: %v, want %v", action, resource, context, d.Outcome, want)
		}
	}
	for _, row := range rows {
		for _, action := range row.actions {
			for _, resource := range row.resources {
				check(action, resource, map[string]any{}, row.without)
				check(action, resource, map[string]any{mfa: "false"}, row.without)
				check(action, resource, map[string]any{mfa: "true"}, row.with)
			}
		}
	}
}

func TestWithMFADenialsTurnFromExplicitToImplicit(t *testing.T) {
	q := question{action: "iam:ListGroupsForUser", resource: mine, identity: []string{forceMFA}}
	if got, want := q.decide(t).Phrase(q.action), "with an explicit deny in an identity-based policy"; got != want {
		t.Errorf("without MFA %q, want %q", got, want)
	}
	q.context = map[string]any{mfa: "true"}
	if got, want := q.decide(t).Phrase(q.action), "because no identity-based policy allows the iam:ListGroupsForUser action"; got != want {
		t.Errorf("with MFA %q, want %q", got, want)
	}
}

func TestServiceLinkedRolesOnlyForTheListedServices(t *testing.T) {
	for name, want := range map[string]policy.Outcome{"autoscaling.amazonaws.com": isAllowed, "batch.amazonaws.com": isImplicit} {
		q := question{
			action: "iam:CreateServiceLinkedRole", resource: "arn:aws:iam::" + here + ":role/aws-service-role/x",
			context: map[string]any{mfa: true, "iam:AWSServiceName": name}, identity: []string{forceMFA, ec2FullAccess},
		}
		if d := q.decide(t); d.Outcome != want {
			t.Errorf("for %s: %v, want %v", name, d.Outcome, want)
		}
	}
}
