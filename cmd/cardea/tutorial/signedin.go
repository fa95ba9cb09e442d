package tutorial

import (
	"net/http"
	"strings"
)

func allowedSteps() []step {
	return []step{
		{"3.11", "With MFA, EC2 is open", []check{
			query(withMFA, "ec2", "DescribeInstances"),
			query(withMFA, "ec2", "DescribeImages").keeps("image", "imageId"),
			query(withMFA, "ec2", "RunInstances", "ImageId", "{image}", "InstanceType", "t3.micro", "MinCount", "1", "MaxCount", "1", "DryRun", "true").refused("DryRunOperation", "Request would have succeeded, but DryRun flag is set."),
			query(withMFA, "ec2", "RunInstances", "ImageId", "{image}", "InstanceType", "t3.micro", "MinCount", "1", "MaxCount", "1").keeps("instance", "instanceId"),
			query(withMFA, "ec2", "StopInstances", "InstanceId.1", "{instance}").afterWaiting(10),
			query(withMFA, "ec2", "StartInstances", "InstanceId.1", "{instance}").afterWaiting(10),
			query(withMFA, "ec2", "TerminateInstances", "InstanceId.1", "{instance}").afterWaiting(10),
			query(withMFA, "ec2", "DescribeInstances").shows("instanceId", "{instance}"),
			query(user, "ec2", "DescribeInstances").refused("UnauthorizedOperation", explicit),
		}},
		{"3.11", "With MFA, one's own credentials are open, and everything else stays closed", []check{
			query(withMFA, "iam", "GetLoginProfile", "UserName", user),
			query(withMFA, "iam", "ListSigningCertificates", "UserName", user),
			query(withMFA, "iam", "CreateAccessKey", "UserName", user).keeps("second key", "AccessKeyId"),
			query(withMFA, "iam", "DeleteAccessKey", "UserName", user, "AccessKeyId", "{second key}"),
			query(withMFA, "iam", "ChangePassword", "OldPassword", "First-password-1", "NewPassword", "Second-password-2"),
			query(withMFA, "iam", "ListGroupsForUser", "UserName", user).refused("AccessDenied", implicit),
			query(withMFA, "iam", "GetUser", "UserName", user).refused("AccessDenied", implicit),
			query(withMFA, "iam", "ListServiceSpecificCredentials", "UserName", user).refused("AccessDenied", implicit),
			query(withMFA, "iam", "CreateAccessKey", "UserName", other).refused("AccessDenied", implicit),
			query(withMFA, "iam", "CreateUser", "UserName", "Mallory").refused("AccessDenied", implicit),
			query(withMFA, "sts", "GetSessionToken").refused("AccessDenied", "Cannot call GetSessionToken with session credentials"),
			{who: withMFA, asks: "dynamodb:ListTables", denied: "AccessDeniedException", says: implicit, call: func(p *play, keys Keys) (*answer, error) {
				return p.client.json(p.ctx, keys, "dynamodb", "DynamoDB_20120810.ListTables")
			}},
			{who: withMFA, asks: "s3: list the buckets", denied: "AccessDenied", call: func(p *play, keys Keys) (*answer, error) {
				return p.client.send(p.ctx, keys, "s3", http.MethodGet, "/", "", nil)
			}},
		}},
	}
}

func variantSteps() []step {
	relaxed := strings.Replace(forceMFA, `"sts:GetSessionToken"`, `"sts:GetSessionToken", "iam:ChangePassword", "iam:CreateLoginProfile"`, 1)
	return []step{
		{"beyond", "The device is given back, in a session with MFA only", []check{
			query(user, "iam", "DeactivateMFADevice", "UserName", user, "SerialNumber", "{serial}").refused("AccessDenied", explicit),
			query(withMFA, "iam", "DeactivateMFADevice", "UserName", other, "SerialNumber", "{serial}").refused("AccessDenied", implicit),
			query(withMFA, "iam", "DeleteVirtualMFADevice", "SerialNumber", "{serial}").refused("DeleteConflict", ""),
			query(withMFA, "iam", "DeactivateMFADevice", "UserName", user, "SerialNumber", "{serial}"),
			query(withMFA, "iam", "DeleteVirtualMFADevice", "SerialNumber", "{serial}"),
			query(user, "iam", "ListMFADevices", "UserName", user).hides("SerialNumber"),
		}},
		{"1.4, note", "The variant that lets a password be changed without MFA", []check{
			query(user, "iam", "ChangePassword", "OldPassword", "Second-password-2", "NewPassword", "Third-password-3").refused("AccessDenied", explicit),
			query(administrator, "iam", "CreatePolicyVersion", "PolicyArn", "{policy}", "PolicyDocument", relaxed, "SetAsDefault", "true"),
			query(user, "iam", "ChangePassword", "OldPassword", "Second-password-2", "NewPassword", "Third-password-3"),
			query(administrator, "iam", "SetDefaultPolicyVersion", "PolicyArn", "{policy}", "VersionId", "v1"),
			query(user, "iam", "ChangePassword", "OldPassword", "Third-password-3", "NewPassword", "Fourth-password-4").refused("AccessDenied", explicit),
		}},
		{"3.9, important", "Codes that are five minutes old assign the device out of sync; a resync repairs it", []check{
			query(user, "iam", "CreateVirtualMFADevice", "VirtualMFADeviceName", user).keepsSeed(),
			enable("two consecutive codes of five minutes ago", func(p *play) (string, string) { return p.code(-11), p.code(-10) }),
			token("the code of now", func(p *play) string { return p.code(0) }).refused("AccessDenied", "MultiFactorAuthentication failed with invalid MFA one time pass code."),
			resync("two codes with a gap", func(p *play) (string, string) { return p.code(-2), p.code(0) }).refused("InvalidAuthenticationCode", ""),
			resync("two consecutive codes of now", func(p *play) (string, string) { return p.code(-1), p.code(0) }),
			token("the next code", func(p *play) string { return p.code(0) }).afterWaiting(1).keepsKeys(withMFA),
			query(withMFA, "ec2", "DescribeInstances"),
		}},
	}
}
