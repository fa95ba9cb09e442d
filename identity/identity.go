// Package identity is who and what an account holds: accounts, users, groups, roles, policies, credentials, devices,
// sessions and callers: what they are, their rules and their limits. It knows no store, no protocol and no clock.
//
// A row is immutable once it is stored: whoever changes one changes a copy (Clone) and stores that.
package identity

import "strings"

// Partition is the first part of every ARN made here.
const Partition = "aws"

// Fold gives the form in which names are compared: they are unique without regard to case, and keep the case they came in.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
func Fold(name string) string { return strings.ToLower(name) }

// Key is the key under which a named thing of an account is stored.
func Key(account, name string) string { return account + "/" + Fold(name) }

// ARN prints the ARN of an IAM resource: kind "user", path "/" or "/…/", and a name.
func ARN(account, kind, path, name string) string {
	return "arn:" + Partition + ":iam::" + account + ":" + kind + path + name
}

// RootUserName stands for the root user where an operation on MFA devices names a user, as it does in CloudTrail's records. No user can have it: it has blanks.
const RootUserName = "AWS ROOT USER"

// RootDeviceName is the name of the root user's virtual MFA device.
const RootDeviceName = "root-account-mfa-device"

// RootARN is the ARN of an account's root user.
func RootARN(account string) string { return "arn:" + Partition + ":iam::" + account + ":root" }
