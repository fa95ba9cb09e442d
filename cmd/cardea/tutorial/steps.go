package tutorial

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"image/png"
	"slices"
	"strings"

	"github.com/cardea-iam/cardea/factor/totp"
)

// Those who sign.
const (
	administrator = "administrator"
	user          = "MFAUser"
	withoutMFA    = "MFAUser, session without MFA"
	withMFA       = "MFAUser, session with MFA"
)

const (
	explicit = "with an explicit deny in an identity-based policy"
	implicit = "because no identity-based policy allows the"
	ec2Full  = "arn:aws:iam::aws:policy/AmazonEC2FullAccess"
	group    = "EC2MFA"
	other    = "Somebody"
)

func steps() []step {
	return slices.Concat(prepareSteps(), deniedSteps(), enrolSteps(), allowedSteps(), variantSteps())
}

// query is a check of an operation of a Query service. Parameters are names and values in turn; a value {name} is what an earlier answer said.
func query(who, service, action string, parameters ...string) check {
	return check{who: who, asks: describe(service, action, parameters), call: func(p *play, keys Keys) (*answer, error) {
		return p.client.query(p.ctx, keys, service, action, p.filled(parameters)...)
	}}
}

func describe(service, action string, parameters []string) string {
	words := service + ":" + action
	for i := 0; i+1 < len(parameters); i += 2 {
		if value := parameters[i+1]; len(value) <= 60 && !strings.Contains(parameters[i], "Password") {
			words += " " + parameters[i] + "=" + value
		}
	}
	return words
}

func (p *play) filled(parameters []string) []string {
	filled := slices.Clone(parameters)
	for i := range filled {
		for name, text := range p.said {
			filled[i] = strings.ReplaceAll(filled[i], "{"+name+"}", text)
		}
	}
	return filled
}

// refused expects an error code, with a text in its message.
func (c check) refused(code, says string) check {
	c.denied, c.says = code, says
	return c
}

// and looks closer at an answer.
func (c check) and(then func(*play, *answer) error) check {
	c.then = then
	return c
}

// shows expects that elements of a name hold a text.
func (c check) shows(element, text string) check {
	return c.and(func(p *play, a *answer) error {
		want := p.filled([]string{text})[0]
		if !slices.Contains(a.all(element), want) {
			return fmt.Errorf("%s should be among %s", want, strings.Join(a.all(element), ", "))
		}
		return nil
	})
}

// hides expects that there is no element of a name.
func (c check) hides(element string) check {
	return c.and(func(_ *play, a *answer) error {
		if found := a.all(element); len(found) > 0 {
			return fmt.Errorf("there should be no %s, and there is %s", element, strings.Join(found, ", "))
		}
		return nil
	})
}

// keeps remembers what an element says under a name.
func (c check) keeps(name, element string) check {
	return c.and(func(p *play, a *answer) error {
		p.said[name] = a.first(element)
		if p.said[name] == "" {
			return fmt.Errorf("the answer has no %s", element)
		}
		return nil
	})
}

// keepsKeys remembers the access key of an answer as somebody's.
func (c check) keepsKeys(whose string) check {
	return c.and(func(p *play, a *answer) error {
		keys := Keys{ID: a.first("AccessKeyId"), Secret: a.first("SecretAccessKey"), Token: a.first("SessionToken")}
		if keys.ID == "" || keys.Secret == "" {
			return errors.New("the answer has no access key")
		}
		p.keys[whose] = keys
		return nil
	})
}

// keepsSeed puts the seed of a new device into the authenticator and looks at its QR code.
func (c check) keepsSeed() check {
	return c.and(func(p *play, a *answer) error {
		text, err := base64.StdEncoding.DecodeString(a.first("Base32StringSeed"))
		if err != nil {
			return fmt.Errorf("the seed is not base64: %w", err)
		}
		if p.seed, err = totp.ParseSeed(string(text)); err != nil {
			return err
		}
		picture, err := base64.StdEncoding.DecodeString(a.first("QRCodePNG"))
		if err != nil {
			return fmt.Errorf("the QR code is not base64: %w", err)
		}
		if _, err := png.Decode(bytes.NewReader(picture)); err != nil {
			return fmt.Errorf("the QR code is no PNG: %w", err)
		}
		p.said["serial"] = a.first("SerialNumber")
		return nil
	})
}

// withCodes is a check whose parameters are computed from the authenticator when it is its turn.
func withCodes(who, asks, service, action string, parameters func(*play) []string) check {
	return check{who: who, asks: asks, call: func(p *play, keys Keys) (*answer, error) {
		return p.client.query(p.ctx, keys, service, action, p.filled(parameters(p))...)
	}}
}

// afterWaiting moves the clock on before the call.
func (c check) afterWaiting(codes int) check {
	call := c.call
	c.call = func(p *play, keys Keys) (*answer, error) {
		if err := p.wait(codes); err != nil {
			return nil, err
		}
		return call(p, keys)
	}
	return c
}

func prepareSteps() []step {
	return []step{
		{"0", "Before: a test user in a group that grants nothing", []check{
			query(administrator, "sts", "GetCallerIdentity").keeps("account", "Account"),
			query(administrator, "iam", "CreateUser", "UserName", user).shows("Arn", "arn:aws:iam::{account}:user/MFAUser"),
			query(administrator, "iam", "CreateLoginProfile", "UserName", user, "Password", "First-password-1"),
			query(administrator, "iam", "ListAccessKeys", "UserName", user).hides("AccessKeyId"),
			query(administrator, "iam", "CreateGroup", "GroupName", group),
			query(administrator, "iam", "AddUserToGroup", "GroupName", group, "UserName", user),
			query(administrator, "iam", "GetGroup", "GroupName", group).shows("UserName", user),
			query(administrator, "iam", "ListAttachedGroupPolicies", "GroupName", group).hides("PolicyArn"),
			query(administrator, "iam", "CreateUser", "UserName", other),
			query(administrator, "iam", "CreateAccessKey", "UserName", user).keepsKeys(user), // the command line needs a key; the console's tutorial does without
			query(user, "ec2", "DescribeInstances").refused("UnauthorizedOperation", implicit),
		}},
		{"1", "Create a policy to enforce MFA sign-in", []check{
			query(administrator, "iam", "CreatePolicy", "PolicyName", "Force_MFA", "PolicyDocument", strings.Replace(forceMFA, `",`, `"`, 1)).
				refused("MalformedPolicyDocument", "Syntax errors in policy."),
			query(administrator, "iam", "CreatePolicy", "PolicyName", "Force MFA", "PolicyDocument", forceMFA).refused("ValidationError", "policyName"),
			query(administrator, "iam", "CreatePolicy", "PolicyName", "Force_MFA", "PolicyDocument", forceMFA, "Description",
				"This policy allows users to manage their own passwords and MFA devices but nothing else unless they authenticate with MFA.").keeps("policy", "Arn"),
			query(administrator, "iam", "CreatePolicy", "PolicyName", "Force_MFA", "PolicyDocument", forceMFA).
				refused("EntityAlreadyExists", "A policy called Force_MFA already exists. Duplicate names are not allowed."),
			query(administrator, "iam", "ListPolicies", "Scope", "Local").shows("PolicyName", "Force_MFA"),
		}},
		{"2", "Attach policies to your test group", []check{
			query(administrator, "iam", "AttachGroupPolicy", "GroupName", group, "PolicyArn", ec2Full),
			query(administrator, "iam", "AttachGroupPolicy", "GroupName", group, "PolicyArn", "{policy}"),
			query(administrator, "iam", "ListAttachedGroupPolicies", "GroupName", group).shows("PolicyArn", ec2Full),
			query(administrator, "iam", "ListAttachedGroupPolicies", "GroupName", group).shows("PolicyArn", "{policy}"),
		}},
	}
}

func deniedSteps() []step {
	return []step{
		{"3.2", "Without MFA, EC2 is closed", []check{
			query(user, "ec2", "DescribeInstances").refused("UnauthorizedOperation", explicit),
			query(user, "ec2", "RunInstances", "ImageId", "ami-00000000000000000", "MinCount", "1", "MaxCount", "1", "DryRun", "true").refused("UnauthorizedOperation", explicit),
			query(user, "sts", "GetSessionToken").keepsKeys(withoutMFA),
			query(withoutMFA, "sts", "GetCallerIdentity").shows("Arn", "arn:aws:iam::{account}:user/MFAUser"),
			query(withoutMFA, "ec2", "DescribeInstances").refused("UnauthorizedOperation", explicit),
			query(withoutMFA, "iam", "ListUsers").refused("InvalidClientTokenId", "The security token included in the request is invalid."),
			query(withoutMFA, "sts", "GetSessionToken").refused("AccessDenied", "Cannot call GetSessionToken with session credentials"),
		}},
		{"3.4", "Without MFA, the user sees what the policy leaves open, and nothing else", []check{
			query(user, "iam", "ListUsers").shows("UserName", other),
			query(user, "iam", "ListAccountAliases"),
			query(user, "iam", "GetAccountSummary"),
			query(user, "iam", "ListVirtualMFADevices"),
			query(user, "iam", "ListAccessKeys", "UserName", user).shows("UserName", user),
			query(user, "iam", "ListSSHPublicKeys", "UserName", user),
			query(user, "iam", "ListMFADevices", "UserName", user).hides("SerialNumber"),
			query(user, "iam", "ListMFADevices").refused("AccessDenied", "iam:ListMFADevices on resource: *"),
			query(user, "iam", "ListAccessKeys", "UserName", other).refused("AccessDenied", implicit),
			query(user, "iam", "ListAccessKeys", "UserName", "Nobody").refused("AccessDenied", implicit),
			query(user, "iam", "GetUser", "UserName", user).refused("AccessDenied", explicit),
			query(user, "iam", "ListGroupsForUser", "UserName", user).refused("AccessDenied", "on resource: user MFAUser "+explicit),
			query(user, "iam", "GetLoginProfile", "UserName", user).refused("AccessDenied", explicit),
			query(user, "iam", "ListSigningCertificates", "UserName", user).refused("AccessDenied", explicit),
			query(user, "iam", "GetAccountPasswordPolicy").refused("AccessDenied", explicit),
			query(user, "iam", "CreateAccessKey", "UserName", user).refused("AccessDenied", explicit),
			query(user, "iam", "ChangePassword", "OldPassword", "First-password-1", "NewPassword", "Second-password-2").refused("AccessDenied", explicit),
			query(user, "iam", "ListServiceSpecificCredentials", "UserName", user).refused("AccessDenied", implicit),
			query(user, "iam", "CreateUser", "UserName", "Mallory").refused("AccessDenied", explicit),
		}},
	}
}

func enrolSteps() []step {
	serial := "arn:aws:iam::{account}:mfa/MFAUser"
	return []step{
		{"3.6", "Create a virtual MFA device: only one's own", []check{
			query(user, "iam", "CreateVirtualMFADevice", "VirtualMFADeviceName", "mfauser").refused("AccessDenied", implicit),
			query(user, "iam", "CreateVirtualMFADevice", "VirtualMFADeviceName", "MFAUserx").refused("AccessDenied", implicit),
			query(user, "iam", "CreateVirtualMFADevice", "VirtualMFADeviceName", user).keepsSeed(),
			query(user, "iam", "CreateVirtualMFADevice", "VirtualMFADeviceName", user).refused("EntityAlreadyExists", "MFA device already exists."),
			query(user, "iam", "DeleteVirtualMFADevice", "SerialNumber", serial).refused("AccessDenied", explicit),
			query(user, "iam", "ListVirtualMFADevices", "AssignmentStatus", "Unassigned").shows("SerialNumber", serial),
			query(administrator, "iam", "DeleteVirtualMFADevice", "SerialNumber", serial),
			query(user, "iam", "CreateVirtualMFADevice", "VirtualMFADeviceName", user).keepsSeed(),
		}},
		{"3.9", "Assign it with two consecutive codes", []check{
			enable("codes that are none", func(*play) (string, string) { return "000000", "000001" }).refused("InvalidAuthenticationCode", "Authentication code for device is not valid."),
			enable("the second code first", func(p *play) (string, string) { return p.code(1), p.code(0) }).refused("InvalidAuthenticationCode", ""),
			enable("two consecutive codes", func(p *play) (string, string) { return p.code(-1), p.code(0) }),
			query(user, "iam", "ListMFADevices", "UserName", user).shows("SerialNumber", serial),
			query(user, "iam", "ListVirtualMFADevices", "AssignmentStatus", "Unassigned").hides("SerialNumber"),
			query(user, "ec2", "DescribeInstances").refused("UnauthorizedOperation", explicit),
			query(user, "iam", "DeactivateMFADevice", "UserName", user, "SerialNumber", serial).refused("AccessDenied", explicit),
		}},
		{"3.10", "Sign in with a code", []check{
			token("the code that assigned the device", func(p *play) string { return p.code(0) }).refused("AccessDenied", "MultiFactorAuthentication failed with invalid MFA one time pass code."),
			token("a wrong code", func(*play) string { return "000000" }).refused("AccessDenied", "MultiFactorAuthentication failed with invalid MFA one time pass code."),
			query(user, "sts", "GetSessionToken", "SerialNumber", "arn:aws:iam::{account}:mfa/Nobody", "TokenCode", "123456").refused("AccessDenied", "unable to validate MFA code"),
			token("the next code", func(p *play) string { return p.code(0) }).afterWaiting(1).keepsKeys(withMFA),
			token("the same code again", func(p *play) string { return p.code(0) }).refused("AccessDenied", "MultiFactorAuthentication failed with invalid MFA one time pass code."),
		}},
	}
}

// enable assigns the device with two codes. Five failures lock it for a quarter of an hour, so the tutorial makes four at most.
func enable(words string, codes func(*play) (string, string)) check {
	return pair("EnableMFADevice", words, codes)
}

// resync brings the device in sync with two codes.
func resync(words string, codes func(*play) (string, string)) check {
	return pair("ResyncMFADevice", words, codes)
}

func pair(action, words string, codes func(*play) (string, string)) check {
	return withCodes(user, "iam:"+action+" with "+words, "iam", action, func(p *play) []string {
		code1, code2 := codes(p)
		return []string{"UserName", user, "SerialNumber", "{serial}", "AuthenticationCode1", code1, "AuthenticationCode2", code2}
	})
}

// token gets a session with a code.
func token(words string, code func(*play) string) check {
	return withCodes(user, "sts:GetSessionToken with "+words, "sts", "GetSessionToken", func(p *play) []string {
		return []string{"SerialNumber", "{serial}", "TokenCode", code(p)}
	})
}
