// Code generated from models/iam.json by api/gen; DO NOT EDIT.

package iam

import (
	"time"
)

// AcceptDelegationRequestInput is what AcceptDelegationRequest takes.
type AcceptDelegationRequestInput struct {
	DelegationRequestId string `wire:"DelegationRequestId,required" rule:"delegationRequestIdType"`
}

// AcceptDelegationRequestOutput is what AcceptDelegationRequest answers.
type AcceptDelegationRequestOutput struct {
}

// AddClientIDToOpenIDConnectProviderInput is what AddClientIDToOpenIDConnectProvider takes.
type AddClientIDToOpenIDConnectProviderInput struct {
	ClientID                 string `wire:"ClientID,required" rule:"clientIDType"`
	OpenIDConnectProviderArn string `wire:"OpenIDConnectProviderArn,required" rule:"arnType"`
}

// AddClientIDToOpenIDConnectProviderOutput is what AddClientIDToOpenIDConnectProvider answers.
type AddClientIDToOpenIDConnectProviderOutput struct {
}

// AddRoleToInstanceProfileInput is what AddRoleToInstanceProfile takes.
type AddRoleToInstanceProfileInput struct {
	InstanceProfileName string `wire:"InstanceProfileName,required" rule:"instanceProfileNameType"`
	RoleName            string `wire:"RoleName,required" rule:"roleNameType"`
}

// AddRoleToInstanceProfileOutput is what AddRoleToInstanceProfile answers.
type AddRoleToInstanceProfileOutput struct {
}

// AddUserToGroupInput is what AddUserToGroup takes.
type AddUserToGroupInput struct {
	GroupName string `wire:"GroupName,required" rule:"groupNameType"`
	UserName  string `wire:"UserName,required" rule:"existingUserNameType"`
}

// AddUserToGroupOutput is what AddUserToGroup answers.
type AddUserToGroupOutput struct {
}

// AssociateDelegationRequestInput is what AssociateDelegationRequest takes.
type AssociateDelegationRequestInput struct {
	DelegationRequestId string `wire:"DelegationRequestId,required" rule:"delegationRequestIdType"`
}

// AssociateDelegationRequestOutput is what AssociateDelegationRequest answers.
type AssociateDelegationRequestOutput struct {
}

// AttachGroupPolicyInput is what AttachGroupPolicy takes.
type AttachGroupPolicyInput struct {
	GroupName string `wire:"GroupName,required" rule:"groupNameType"`
	PolicyArn string `wire:"PolicyArn,required" rule:"arnType"`
}

// AttachGroupPolicyOutput is what AttachGroupPolicy answers.
type AttachGroupPolicyOutput struct {
}

// AttachRolePolicyInput is what AttachRolePolicy takes.
type AttachRolePolicyInput struct {
	PolicyArn string `wire:"PolicyArn,required" rule:"arnType"`
	RoleName  string `wire:"RoleName,required" rule:"roleNameType"`
}

// AttachRolePolicyOutput is what AttachRolePolicy answers.
type AttachRolePolicyOutput struct {
}

// AttachUserPolicyInput is what AttachUserPolicy takes.
type AttachUserPolicyInput struct {
	PolicyArn string `wire:"PolicyArn,required" rule:"arnType"`
	UserName  string `wire:"UserName,required" rule:"userNameType"`
}

// AttachUserPolicyOutput is what AttachUserPolicy answers.
type AttachUserPolicyOutput struct {
}

// ChangePasswordInput is what ChangePassword takes.
type ChangePasswordInput struct {
	NewPassword string `wire:"NewPassword,required" rule:"passwordType"`
	OldPassword string `wire:"OldPassword,required" rule:"passwordType"`
}

// ChangePasswordOutput is what ChangePassword answers.
type ChangePasswordOutput struct {
}

// CreateAccessKeyInput is what CreateAccessKey takes.
type CreateAccessKeyInput struct {
	UserName *string `wire:"UserName" rule:"existingUserNameType"`
}

// CreateAccessKeyOutput is what CreateAccessKey answers.
type CreateAccessKeyOutput struct {
	AccessKey *AccessKey `wire:"AccessKey,required"`
}

// CreateAccountAliasInput is what CreateAccountAlias takes.
type CreateAccountAliasInput struct {
	AccountAlias string `wire:"AccountAlias,required" rule:"accountAliasType"`
}

// CreateAccountAliasOutput is what CreateAccountAlias answers.
type CreateAccountAliasOutput struct {
}

// CreateDelegationRequestInput is what CreateDelegationRequest takes.
type CreateDelegationRequestInput struct {
	Description         string                `wire:"Description,required" rule:"delegationRequestDescriptionType"`
	NotificationChannel string                `wire:"NotificationChannel,required" rule:"notificationChannelType"`
	OnlySendByOwner     bool                  `wire:"OnlySendByOwner"`
	OwnerAccountId      *string               `wire:"OwnerAccountId" rule:"accountIdType"`
	Permissions         *DelegationPermission `wire:"Permissions,required"`
	RedirectUrl         *string               `wire:"RedirectUrl" rule:"redirectUrlType"`
	RequestMessage      *string               `wire:"RequestMessage" rule:"requestMessageType"`
	RequestorWorkflowId string                `wire:"RequestorWorkflowId,required" rule:"requestorWorkflowIdType"`
	SessionDuration     int32                 `wire:"SessionDuration,required" rule:"sessionDurationType"`
}

// CreateDelegationRequestOutput is what CreateDelegationRequest answers.
type CreateDelegationRequestOutput struct {
	ConsoleDeepLink     *string `wire:"ConsoleDeepLink" rule:"consoleDeepLinkType"`
	DelegationRequestId *string `wire:"DelegationRequestId" rule:"delegationRequestIdType"`
}

// CreateGroupInput is what CreateGroup takes.
type CreateGroupInput struct {
	GroupName string  `wire:"GroupName,required" rule:"groupNameType"`
	Path      *string `wire:"Path" rule:"pathType"`
}

// CreateGroupOutput is what CreateGroup answers.
type CreateGroupOutput struct {
	Group *Group `wire:"Group,required"`
}

// CreateInstanceProfileInput is what CreateInstanceProfile takes.
type CreateInstanceProfileInput struct {
	InstanceProfileName string  `wire:"InstanceProfileName,required" rule:"instanceProfileNameType"`
	Path                *string `wire:"Path" rule:"pathType"`
	Tags                []Tag   `wire:"Tags" rule:"tagListType"`
}

// CreateInstanceProfileOutput is what CreateInstanceProfile answers.
type CreateInstanceProfileOutput struct {
	InstanceProfile *InstanceProfile `wire:"InstanceProfile,required"`
}

// CreateLoginProfileInput is what CreateLoginProfile takes.
type CreateLoginProfileInput struct {
	Password              *string `wire:"Password" rule:"passwordType"`
	PasswordResetRequired bool    `wire:"PasswordResetRequired"`
	UserName              *string `wire:"UserName" rule:"userNameType"`
}

// CreateLoginProfileOutput is what CreateLoginProfile answers.
type CreateLoginProfileOutput struct {
	LoginProfile *LoginProfile `wire:"LoginProfile,required"`
}

// CreateOpenIDConnectProviderInput is what CreateOpenIDConnectProvider takes.
type CreateOpenIDConnectProviderInput struct {
	ClientIDList   []string `wire:"ClientIDList" rule:"clientIDListType"`
	Tags           []Tag    `wire:"Tags" rule:"tagListType"`
	ThumbprintList []string `wire:"ThumbprintList" rule:"thumbprintListType"`
	Url            string   `wire:"Url,required" rule:"OpenIDConnectProviderUrlType"`
}

// CreateOpenIDConnectProviderOutput is what CreateOpenIDConnectProvider answers.
type CreateOpenIDConnectProviderOutput struct {
	OpenIDConnectProviderArn *string `wire:"OpenIDConnectProviderArn" rule:"arnType"`
	Tags                     []Tag   `wire:"Tags" rule:"tagListType"`
}

// CreatePolicyInput is what CreatePolicy takes.
type CreatePolicyInput struct {
	Description    *string `wire:"Description" rule:"policyDescriptionType"`
	Path           *string `wire:"Path" rule:"policyPathType"`
	PolicyDocument string  `wire:"PolicyDocument,required" rule:"policyDocumentType"`
	PolicyName     string  `wire:"PolicyName,required" rule:"policyNameType"`
	Tags           []Tag   `wire:"Tags" rule:"tagListType"`
}

// CreatePolicyOutput is what CreatePolicy answers.
type CreatePolicyOutput struct {
	Policy *Policy `wire:"Policy"`
}

// CreatePolicyVersionInput is what CreatePolicyVersion takes.
type CreatePolicyVersionInput struct {
	PolicyArn      string `wire:"PolicyArn,required" rule:"arnType"`
	PolicyDocument string `wire:"PolicyDocument,required" rule:"policyDocumentType"`
	SetAsDefault   bool   `wire:"SetAsDefault"`
}

// CreatePolicyVersionOutput is what CreatePolicyVersion answers.
type CreatePolicyVersionOutput struct {
	PolicyVersion *PolicyVersion `wire:"PolicyVersion"`
}

// CreateRoleInput is what CreateRole takes.
type CreateRoleInput struct {
	AssumeRolePolicyDocument string  `wire:"AssumeRolePolicyDocument,required" rule:"policyDocumentType"`
	Description              *string `wire:"Description" rule:"roleDescriptionType"`
	MaxSessionDuration       *int32  `wire:"MaxSessionDuration" rule:"roleMaxSessionDurationType"`
	Path                     *string `wire:"Path" rule:"pathType"`
	PermissionsBoundary      *string `wire:"PermissionsBoundary" rule:"arnType"`
	RoleName                 string  `wire:"RoleName,required" rule:"roleNameType"`
	Tags                     []Tag   `wire:"Tags" rule:"tagListType"`
}

// CreateRoleOutput is what CreateRole answers.
type CreateRoleOutput struct {
	Role *Role `wire:"Role,required"`
}

// CreateSAMLProviderInput is what CreateSAMLProvider takes.
type CreateSAMLProviderInput struct {
	AddPrivateKey           *string `wire:"AddPrivateKey" rule:"privateKeyType"`
	AssertionEncryptionMode *string `wire:"AssertionEncryptionMode" rule:"assertionEncryptionModeType"`
	Name                    string  `wire:"Name,required" rule:"SAMLProviderNameType"`
	SAMLMetadataDocument    string  `wire:"SAMLMetadataDocument,required" rule:"SAMLMetadataDocumentType"`
	Tags                    []Tag   `wire:"Tags" rule:"tagListType"`
}

// CreateSAMLProviderOutput is what CreateSAMLProvider answers.
type CreateSAMLProviderOutput struct {
	SAMLProviderArn *string `wire:"SAMLProviderArn" rule:"arnType"`
	Tags            []Tag   `wire:"Tags" rule:"tagListType"`
}

// CreateServiceLinkedRoleInput is what CreateServiceLinkedRole takes.
type CreateServiceLinkedRoleInput struct {
	AWSServiceName string  `wire:"AWSServiceName,required" rule:"groupNameType"`
	CustomSuffix   *string `wire:"CustomSuffix" rule:"customSuffixType"`
	Description    *string `wire:"Description" rule:"roleDescriptionType"`
}

// CreateServiceLinkedRoleOutput is what CreateServiceLinkedRole answers.
type CreateServiceLinkedRoleOutput struct {
	Role *Role `wire:"Role"`
}

// CreateServiceSpecificCredentialInput is what CreateServiceSpecificCredential takes.
type CreateServiceSpecificCredentialInput struct {
	CredentialAgeDays *int32 `wire:"CredentialAgeDays" rule:"credentialAgeDays"`
	ServiceName       string `wire:"ServiceName,required"`
	UserName          string `wire:"UserName,required" rule:"userNameType"`
}

// CreateServiceSpecificCredentialOutput is what CreateServiceSpecificCredential answers.
type CreateServiceSpecificCredentialOutput struct {
	ServiceSpecificCredential *ServiceSpecificCredential `wire:"ServiceSpecificCredential"`
}

// CreateUserInput is what CreateUser takes.
type CreateUserInput struct {
	Path                *string `wire:"Path" rule:"pathType"`
	PermissionsBoundary *string `wire:"PermissionsBoundary" rule:"arnType"`
	Tags                []Tag   `wire:"Tags" rule:"tagListType"`
	UserName            string  `wire:"UserName,required" rule:"userNameType"`
}

// CreateUserOutput is what CreateUser answers.
type CreateUserOutput struct {
	User *User `wire:"User"`
}

// CreateVirtualMFADeviceInput is what CreateVirtualMFADevice takes.
type CreateVirtualMFADeviceInput struct {
	Path                 *string `wire:"Path" rule:"pathType"`
	Tags                 []Tag   `wire:"Tags" rule:"tagListType"`
	VirtualMFADeviceName string  `wire:"VirtualMFADeviceName,required" rule:"virtualMFADeviceName"`
}

// CreateVirtualMFADeviceOutput is what CreateVirtualMFADevice answers.
type CreateVirtualMFADeviceOutput struct {
	VirtualMFADevice *VirtualMFADevice `wire:"VirtualMFADevice,required"`
}

// DeactivateMFADeviceInput is what DeactivateMFADevice takes.
type DeactivateMFADeviceInput struct {
	SerialNumber string  `wire:"SerialNumber,required" rule:"serialNumberType"`
	UserName     *string `wire:"UserName" rule:"mfaDeviceOwnerType"`
}

// DeactivateMFADeviceOutput is what DeactivateMFADevice answers.
type DeactivateMFADeviceOutput struct {
}

// DeleteAccessKeyInput is what DeleteAccessKey takes.
type DeleteAccessKeyInput struct {
	AccessKeyId string  `wire:"AccessKeyId,required" rule:"accessKeyIdType"`
	UserName    *string `wire:"UserName" rule:"existingUserNameType"`
}

// DeleteAccessKeyOutput is what DeleteAccessKey answers.
type DeleteAccessKeyOutput struct {
}

// DeleteAccountAliasInput is what DeleteAccountAlias takes.
type DeleteAccountAliasInput struct {
	AccountAlias string `wire:"AccountAlias,required" rule:"accountAliasType"`
}

// DeleteAccountAliasOutput is what DeleteAccountAlias answers.
type DeleteAccountAliasOutput struct {
}

// DeleteAccountPasswordPolicyInput is what DeleteAccountPasswordPolicy takes.
type DeleteAccountPasswordPolicyInput struct {
}

// DeleteAccountPasswordPolicyOutput is what DeleteAccountPasswordPolicy answers.
type DeleteAccountPasswordPolicyOutput struct {
}

// DeleteGroupInput is what DeleteGroup takes.
type DeleteGroupInput struct {
	GroupName string `wire:"GroupName,required" rule:"groupNameType"`
}

// DeleteGroupOutput is what DeleteGroup answers.
type DeleteGroupOutput struct {
}

// DeleteGroupPolicyInput is what DeleteGroupPolicy takes.
type DeleteGroupPolicyInput struct {
	GroupName  string `wire:"GroupName,required" rule:"groupNameType"`
	PolicyName string `wire:"PolicyName,required" rule:"policyNameType"`
}

// DeleteGroupPolicyOutput is what DeleteGroupPolicy answers.
type DeleteGroupPolicyOutput struct {
}

// DeleteInstanceProfileInput is what DeleteInstanceProfile takes.
type DeleteInstanceProfileInput struct {
	InstanceProfileName string `wire:"InstanceProfileName,required" rule:"instanceProfileNameType"`
}

// DeleteInstanceProfileOutput is what DeleteInstanceProfile answers.
type DeleteInstanceProfileOutput struct {
}

// DeleteLoginProfileInput is what DeleteLoginProfile takes.
type DeleteLoginProfileInput struct {
	UserName *string `wire:"UserName" rule:"userNameType"`
}

// DeleteLoginProfileOutput is what DeleteLoginProfile answers.
type DeleteLoginProfileOutput struct {
}

// DeleteOpenIDConnectProviderInput is what DeleteOpenIDConnectProvider takes.
type DeleteOpenIDConnectProviderInput struct {
	OpenIDConnectProviderArn string `wire:"OpenIDConnectProviderArn,required" rule:"arnType"`
}

// DeleteOpenIDConnectProviderOutput is what DeleteOpenIDConnectProvider answers.
type DeleteOpenIDConnectProviderOutput struct {
}

// DeletePolicyInput is what DeletePolicy takes.
type DeletePolicyInput struct {
	PolicyArn string `wire:"PolicyArn,required" rule:"arnType"`
}

// DeletePolicyOutput is what DeletePolicy answers.
type DeletePolicyOutput struct {
}

// DeletePolicyVersionInput is what DeletePolicyVersion takes.
type DeletePolicyVersionInput struct {
	PolicyArn string `wire:"PolicyArn,required" rule:"arnType"`
	VersionId string `wire:"VersionId,required" rule:"policyVersionIdType"`
}

// DeletePolicyVersionOutput is what DeletePolicyVersion answers.
type DeletePolicyVersionOutput struct {
}

// DeleteRoleInput is what DeleteRole takes.
type DeleteRoleInput struct {
	RoleName string `wire:"RoleName,required" rule:"roleNameType"`
}

// DeleteRoleOutput is what DeleteRole answers.
type DeleteRoleOutput struct {
}

// DeleteRolePermissionsBoundaryInput is what DeleteRolePermissionsBoundary takes.
type DeleteRolePermissionsBoundaryInput struct {
	RoleName string `wire:"RoleName,required" rule:"roleNameType"`
}

// DeleteRolePermissionsBoundaryOutput is what DeleteRolePermissionsBoundary answers.
type DeleteRolePermissionsBoundaryOutput struct {
}

// DeleteRolePolicyInput is what DeleteRolePolicy takes.
type DeleteRolePolicyInput struct {
	PolicyName string `wire:"PolicyName,required" rule:"policyNameType"`
	RoleName   string `wire:"RoleName,required" rule:"roleNameType"`
}

// DeleteRolePolicyOutput is what DeleteRolePolicy answers.
type DeleteRolePolicyOutput struct {
}

// DeleteSAMLProviderInput is what DeleteSAMLProvider takes.
type DeleteSAMLProviderInput struct {
	SAMLProviderArn string `wire:"SAMLProviderArn,required" rule:"arnType"`
}

// DeleteSAMLProviderOutput is what DeleteSAMLProvider answers.
type DeleteSAMLProviderOutput struct {
}

// DeleteSSHPublicKeyInput is what DeleteSSHPublicKey takes.
type DeleteSSHPublicKeyInput struct {
	SSHPublicKeyId string `wire:"SSHPublicKeyId,required" rule:"publicKeyIdType"`
	UserName       string `wire:"UserName,required" rule:"userNameType"`
}

// DeleteSSHPublicKeyOutput is what DeleteSSHPublicKey answers.
type DeleteSSHPublicKeyOutput struct {
}

// DeleteServerCertificateInput is what DeleteServerCertificate takes.
type DeleteServerCertificateInput struct {
	ServerCertificateName string `wire:"ServerCertificateName,required" rule:"serverCertificateNameType"`
}

// DeleteServerCertificateOutput is what DeleteServerCertificate answers.
type DeleteServerCertificateOutput struct {
}

// DeleteServiceLinkedRoleInput is what DeleteServiceLinkedRole takes.
type DeleteServiceLinkedRoleInput struct {
	RoleName string `wire:"RoleName,required" rule:"roleNameType"`
}

// DeleteServiceLinkedRoleOutput is what DeleteServiceLinkedRole answers.
type DeleteServiceLinkedRoleOutput struct {
	DeletionTaskId string `wire:"DeletionTaskId,required" rule:"DeletionTaskIdType"`
}

// DeleteServiceSpecificCredentialInput is what DeleteServiceSpecificCredential takes.
type DeleteServiceSpecificCredentialInput struct {
	ServiceSpecificCredentialId string  `wire:"ServiceSpecificCredentialId,required" rule:"serviceSpecificCredentialId"`
	UserName                    *string `wire:"UserName" rule:"userNameType"`
}

// DeleteServiceSpecificCredentialOutput is what DeleteServiceSpecificCredential answers.
type DeleteServiceSpecificCredentialOutput struct {
}

// DeleteSigningCertificateInput is what DeleteSigningCertificate takes.
type DeleteSigningCertificateInput struct {
	CertificateId string  `wire:"CertificateId,required" rule:"certificateIdType"`
	UserName      *string `wire:"UserName" rule:"existingUserNameType"`
}

// DeleteSigningCertificateOutput is what DeleteSigningCertificate answers.
type DeleteSigningCertificateOutput struct {
}

// DeleteUserInput is what DeleteUser takes.
type DeleteUserInput struct {
	UserName string `wire:"UserName,required" rule:"existingUserNameType"`
}

// DeleteUserOutput is what DeleteUser answers.
type DeleteUserOutput struct {
}

// DeleteUserPermissionsBoundaryInput is what DeleteUserPermissionsBoundary takes.
type DeleteUserPermissionsBoundaryInput struct {
	UserName string `wire:"UserName,required" rule:"userNameType"`
}

// DeleteUserPermissionsBoundaryOutput is what DeleteUserPermissionsBoundary answers.
type DeleteUserPermissionsBoundaryOutput struct {
}

// DeleteUserPolicyInput is what DeleteUserPolicy takes.
type DeleteUserPolicyInput struct {
	PolicyName string `wire:"PolicyName,required" rule:"policyNameType"`
	UserName   string `wire:"UserName,required" rule:"existingUserNameType"`
}

// DeleteUserPolicyOutput is what DeleteUserPolicy answers.
type DeleteUserPolicyOutput struct {
}

// DeleteVirtualMFADeviceInput is what DeleteVirtualMFADevice takes.
type DeleteVirtualMFADeviceInput struct {
	SerialNumber string `wire:"SerialNumber,required" rule:"serialNumberType"`
}

// DeleteVirtualMFADeviceOutput is what DeleteVirtualMFADevice answers.
type DeleteVirtualMFADeviceOutput struct {
}

// DetachGroupPolicyInput is what DetachGroupPolicy takes.
type DetachGroupPolicyInput struct {
	GroupName string `wire:"GroupName,required" rule:"groupNameType"`
	PolicyArn string `wire:"PolicyArn,required" rule:"arnType"`
}

// DetachGroupPolicyOutput is what DetachGroupPolicy answers.
type DetachGroupPolicyOutput struct {
}

// DetachRolePolicyInput is what DetachRolePolicy takes.
type DetachRolePolicyInput struct {
	PolicyArn string `wire:"PolicyArn,required" rule:"arnType"`
	RoleName  string `wire:"RoleName,required" rule:"roleNameType"`
}

// DetachRolePolicyOutput is what DetachRolePolicy answers.
type DetachRolePolicyOutput struct {
}

// DetachUserPolicyInput is what DetachUserPolicy takes.
type DetachUserPolicyInput struct {
	PolicyArn string `wire:"PolicyArn,required" rule:"arnType"`
	UserName  string `wire:"UserName,required" rule:"userNameType"`
}

// DetachUserPolicyOutput is what DetachUserPolicy answers.
type DetachUserPolicyOutput struct {
}

// DisableOrganizationsRootCredentialsManagementInput is what DisableOrganizationsRootCredentialsManagement takes.
type DisableOrganizationsRootCredentialsManagementInput struct {
}

// DisableOrganizationsRootCredentialsManagementOutput is what DisableOrganizationsRootCredentialsManagement answers.
type DisableOrganizationsRootCredentialsManagementOutput struct {
	EnabledFeatures []string `wire:"EnabledFeatures" rule:"FeaturesListType"`
	OrganizationId  *string  `wire:"OrganizationId" rule:"OrganizationIdType"`
}

// DisableOrganizationsRootSessionsInput is what DisableOrganizationsRootSessions takes.
type DisableOrganizationsRootSessionsInput struct {
}

// DisableOrganizationsRootSessionsOutput is what DisableOrganizationsRootSessions answers.
type DisableOrganizationsRootSessionsOutput struct {
	EnabledFeatures []string `wire:"EnabledFeatures" rule:"FeaturesListType"`
	OrganizationId  *string  `wire:"OrganizationId" rule:"OrganizationIdType"`
}

// DisableOutboundWebIdentityFederationInput is what DisableOutboundWebIdentityFederation takes.
type DisableOutboundWebIdentityFederationInput struct {
}

// DisableOutboundWebIdentityFederationOutput is what DisableOutboundWebIdentityFederation answers.
type DisableOutboundWebIdentityFederationOutput struct {
}

// EnableMFADeviceInput is what EnableMFADevice takes.
type EnableMFADeviceInput struct {
	AuthenticationCode1 string `wire:"AuthenticationCode1,required" rule:"authenticationCodeType"`
	AuthenticationCode2 string `wire:"AuthenticationCode2,required" rule:"authenticationCodeType"`
	SerialNumber        string `wire:"SerialNumber,required" rule:"serialNumberType"`
	UserName            string `wire:"UserName,required" rule:"mfaDeviceOwnerType"`
}

// EnableMFADeviceOutput is what EnableMFADevice answers.
type EnableMFADeviceOutput struct {
}

// EnableOrganizationsRootCredentialsManagementInput is what EnableOrganizationsRootCredentialsManagement takes.
type EnableOrganizationsRootCredentialsManagementInput struct {
}

// EnableOrganizationsRootCredentialsManagementOutput is what EnableOrganizationsRootCredentialsManagement answers.
type EnableOrganizationsRootCredentialsManagementOutput struct {
	EnabledFeatures []string `wire:"EnabledFeatures" rule:"FeaturesListType"`
	OrganizationId  *string  `wire:"OrganizationId" rule:"OrganizationIdType"`
}

// EnableOrganizationsRootSessionsInput is what EnableOrganizationsRootSessions takes.
type EnableOrganizationsRootSessionsInput struct {
}

// EnableOrganizationsRootSessionsOutput is what EnableOrganizationsRootSessions answers.
type EnableOrganizationsRootSessionsOutput struct {
	EnabledFeatures []string `wire:"EnabledFeatures" rule:"FeaturesListType"`
	OrganizationId  *string  `wire:"OrganizationId" rule:"OrganizationIdType"`
}

// EnableOutboundWebIdentityFederationInput is what EnableOutboundWebIdentityFederation takes.
type EnableOutboundWebIdentityFederationInput struct {
}

// EnableOutboundWebIdentityFederationOutput is what EnableOutboundWebIdentityFederation answers.
type EnableOutboundWebIdentityFederationOutput struct {
	IssuerIdentifier *string `wire:"IssuerIdentifier"`
}

// GenerateCredentialReportInput is what GenerateCredentialReport takes.
type GenerateCredentialReportInput struct {
}

// GenerateCredentialReportOutput is what GenerateCredentialReport answers.
type GenerateCredentialReportOutput struct {
	Description *string `wire:"Description"`
	State       *string `wire:"State" rule:"ReportStateType"`
}

// GenerateOrganizationsAccessReportInput is what GenerateOrganizationsAccessReport takes.
type GenerateOrganizationsAccessReportInput struct {
	EntityPath            string  `wire:"EntityPath,required" rule:"organizationsEntityPathType"`
	OrganizationsPolicyId *string `wire:"OrganizationsPolicyId" rule:"organizationsPolicyIdType"`
}

// GenerateOrganizationsAccessReportOutput is what GenerateOrganizationsAccessReport answers.
type GenerateOrganizationsAccessReportOutput struct {
	JobId *string `wire:"JobId" rule:"jobIDType"`
}

// GenerateServiceLastAccessedDetailsInput is what GenerateServiceLastAccessedDetails takes.
type GenerateServiceLastAccessedDetailsInput struct {
	Arn         string  `wire:"Arn,required" rule:"arnType"`
	Granularity *string `wire:"Granularity" rule:"AccessAdvisorUsageGranularityType"`
}

// GenerateServiceLastAccessedDetailsOutput is what GenerateServiceLastAccessedDetails answers.
type GenerateServiceLastAccessedDetailsOutput struct {
	JobId *string `wire:"JobId" rule:"jobIDType"`
}

// GetAccessKeyLastUsedInput is what GetAccessKeyLastUsed takes.
type GetAccessKeyLastUsedInput struct {
	AccessKeyId string `wire:"AccessKeyId,required" rule:"accessKeyIdType"`
}

// GetAccessKeyLastUsedOutput is what GetAccessKeyLastUsed answers.
type GetAccessKeyLastUsedOutput struct {
	AccessKeyLastUsed *AccessKeyLastUsed `wire:"AccessKeyLastUsed"`
	UserName          *string            `wire:"UserName" rule:"existingUserNameType"`
}

// GetAccountAuthorizationDetailsInput is what GetAccountAuthorizationDetails takes.
type GetAccountAuthorizationDetailsInput struct {
	Filter   []string `wire:"Filter" rule:"entityListType"`
	Marker   *string  `wire:"Marker" rule:"markerType"`
	MaxItems *int32   `wire:"MaxItems" rule:"maxItemsType"`
}

// GetAccountAuthorizationDetailsOutput is what GetAccountAuthorizationDetails answers.
type GetAccountAuthorizationDetailsOutput struct {
	GroupDetailList []GroupDetail         `wire:"GroupDetailList"`
	IsTruncated     bool                  `wire:"IsTruncated"`
	Marker          *string               `wire:"Marker"`
	Policies        []ManagedPolicyDetail `wire:"Policies"`
	RoleDetailList  []RoleDetail          `wire:"RoleDetailList"`
	UserDetailList  []UserDetail          `wire:"UserDetailList"`
}

// GetAccountPasswordPolicyInput is what GetAccountPasswordPolicy takes.
type GetAccountPasswordPolicyInput struct {
}

// GetAccountPasswordPolicyOutput is what GetAccountPasswordPolicy answers.
type GetAccountPasswordPolicyOutput struct {
	PasswordPolicy *PasswordPolicy `wire:"PasswordPolicy,required"`
}

// GetAccountSummaryInput is what GetAccountSummary takes.
type GetAccountSummaryInput struct {
}

// GetAccountSummaryOutput is what GetAccountSummary answers.
type GetAccountSummaryOutput struct {
	SummaryMap map[string]int32 `wire:"SummaryMap" rule:"summaryMapType"`
}

// GetContextKeysForCustomPolicyInput is what GetContextKeysForCustomPolicy takes.
type GetContextKeysForCustomPolicyInput struct {
	PolicyInputList []string `wire:"PolicyInputList,required" rule:"SimulationPolicyListType"`
}

// GetContextKeysForCustomPolicyOutput is what GetContextKeysForCustomPolicy answers.
type GetContextKeysForCustomPolicyOutput = GetContextKeysForPolicyResponse

// GetContextKeysForPrincipalPolicyInput is what GetContextKeysForPrincipalPolicy takes.
type GetContextKeysForPrincipalPolicyInput struct {
	PolicyInputList []string `wire:"PolicyInputList" rule:"SimulationPolicyListType"`
	PolicySourceArn string   `wire:"PolicySourceArn,required" rule:"arnType"`
}

// GetContextKeysForPrincipalPolicyOutput is what GetContextKeysForPrincipalPolicy answers.
type GetContextKeysForPrincipalPolicyOutput = GetContextKeysForPolicyResponse

// GetCredentialReportInput is what GetCredentialReport takes.
type GetCredentialReportInput struct {
}

// GetCredentialReportOutput is what GetCredentialReport answers.
type GetCredentialReportOutput struct {
	Content       []byte     `wire:"Content"`
	GeneratedTime *time.Time `wire:"GeneratedTime"`
	ReportFormat  *string    `wire:"ReportFormat" rule:"ReportFormatType"`
}

// GetDelegationRequestInput is what GetDelegationRequest takes.
type GetDelegationRequestInput struct {
	DelegationPermissionCheck bool   `wire:"DelegationPermissionCheck"`
	DelegationRequestId       string `wire:"DelegationRequestId,required" rule:"delegationRequestIdType"`
}

// GetDelegationRequestOutput is what GetDelegationRequest answers.
type GetDelegationRequestOutput struct {
	DelegationRequest     *DelegationRequest `wire:"DelegationRequest"`
	PermissionCheckResult *string            `wire:"PermissionCheckResult" rule:"permissionCheckResultType"`
	PermissionCheckStatus *string            `wire:"PermissionCheckStatus" rule:"permissionCheckStatusType"`
}

// GetGroupInput is what GetGroup takes.
type GetGroupInput struct {
	GroupName string  `wire:"GroupName,required" rule:"groupNameType"`
	Marker    *string `wire:"Marker" rule:"markerType"`
	MaxItems  *int32  `wire:"MaxItems" rule:"maxItemsType"`
}

// GetGroupOutput is what GetGroup answers.
type GetGroupOutput struct {
	Group       *Group  `wire:"Group,required"`
	IsTruncated bool    `wire:"IsTruncated"`
	Marker      *string `wire:"Marker"`
	Users       []User  `wire:"Users,required"`
}

// GetGroupPolicyInput is what GetGroupPolicy takes.
type GetGroupPolicyInput struct {
	GroupName  string `wire:"GroupName,required" rule:"groupNameType"`
	PolicyName string `wire:"PolicyName,required" rule:"policyNameType"`
}

// GetGroupPolicyOutput is what GetGroupPolicy answers.
type GetGroupPolicyOutput struct {
	GroupName      string `wire:"GroupName,required" rule:"groupNameType"`
	PolicyDocument string `wire:"PolicyDocument,required" rule:"policyDocumentType"`
	PolicyName     string `wire:"PolicyName,required" rule:"policyNameType"`
}

// GetHumanReadableSummaryInput is what GetHumanReadableSummary takes.
type GetHumanReadableSummaryInput struct {
	EntityArn string  `wire:"EntityArn,required" rule:"arnType"`
	Locale    *string `wire:"Locale" rule:"localeType"`
}

// GetHumanReadableSummaryOutput is what GetHumanReadableSummary answers.
type GetHumanReadableSummaryOutput struct {
	Locale         *string `wire:"Locale" rule:"localeType"`
	SummaryContent *string `wire:"SummaryContent" rule:"summaryContentType"`
	SummaryState   *string `wire:"SummaryState" rule:"summaryStateType"`
}

// GetInstanceProfileInput is what GetInstanceProfile takes.
type GetInstanceProfileInput struct {
	InstanceProfileName string `wire:"InstanceProfileName,required" rule:"instanceProfileNameType"`
}

// GetInstanceProfileOutput is what GetInstanceProfile answers.
type GetInstanceProfileOutput struct {
	InstanceProfile *InstanceProfile `wire:"InstanceProfile,required"`
}

// GetLoginProfileInput is what GetLoginProfile takes.
type GetLoginProfileInput struct {
	UserName *string `wire:"UserName" rule:"userNameType"`
}

// GetLoginProfileOutput is what GetLoginProfile answers.
type GetLoginProfileOutput struct {
	LoginProfile *LoginProfile `wire:"LoginProfile,required"`
}

// GetMFADeviceInput is what GetMFADevice takes.
type GetMFADeviceInput struct {
	SerialNumber string  `wire:"SerialNumber,required" rule:"serialNumberType"`
	UserName     *string `wire:"UserName" rule:"userNameType"`
}

// GetMFADeviceOutput is what GetMFADevice answers.
type GetMFADeviceOutput struct {
	Certifications map[string]string `wire:"Certifications" rule:"CertificationMapType"`
	EnableDate     *time.Time        `wire:"EnableDate"`
	SerialNumber   string            `wire:"SerialNumber,required" rule:"serialNumberType"`
	UserName       *string           `wire:"UserName" rule:"userNameType"`
}

// GetOpenIDConnectProviderInput is what GetOpenIDConnectProvider takes.
type GetOpenIDConnectProviderInput struct {
	OpenIDConnectProviderArn string `wire:"OpenIDConnectProviderArn,required" rule:"arnType"`
}

// GetOpenIDConnectProviderOutput is what GetOpenIDConnectProvider answers.
type GetOpenIDConnectProviderOutput struct {
	ClientIDList   []string   `wire:"ClientIDList" rule:"clientIDListType"`
	CreateDate     *time.Time `wire:"CreateDate"`
	Tags           []Tag      `wire:"Tags" rule:"tagListType"`
	ThumbprintList []string   `wire:"ThumbprintList" rule:"thumbprintListType"`
	Url            *string    `wire:"Url" rule:"OpenIDConnectProviderUrlType"`
}

// GetOrganizationsAccessReportInput is what GetOrganizationsAccessReport takes.
type GetOrganizationsAccessReportInput struct {
	JobId    string  `wire:"JobId,required" rule:"jobIDType"`
	Marker   *string `wire:"Marker" rule:"markerType"`
	MaxItems *int32  `wire:"MaxItems" rule:"maxItemsType"`
	SortKey  *string `wire:"SortKey" rule:"sortKeyType"`
}

// GetOrganizationsAccessReportOutput is what GetOrganizationsAccessReport answers.
type GetOrganizationsAccessReportOutput struct {
	AccessDetails               []AccessDetail `wire:"AccessDetails"`
	ErrorDetails                *ErrorDetails  `wire:"ErrorDetails"`
	IsTruncated                 bool           `wire:"IsTruncated"`
	JobCompletionDate           *time.Time     `wire:"JobCompletionDate"`
	JobCreationDate             time.Time      `wire:"JobCreationDate,required"`
	JobStatus                   string         `wire:"JobStatus,required" rule:"jobStatusType"`
	Marker                      *string        `wire:"Marker" rule:"markerType"`
	NumberOfServicesAccessible  *int32         `wire:"NumberOfServicesAccessible"`
	NumberOfServicesNotAccessed *int32         `wire:"NumberOfServicesNotAccessed"`
}

// GetOutboundWebIdentityFederationInfoInput is what GetOutboundWebIdentityFederationInfo takes.
type GetOutboundWebIdentityFederationInfoInput struct {
}

// GetOutboundWebIdentityFederationInfoOutput is what GetOutboundWebIdentityFederationInfo answers.
type GetOutboundWebIdentityFederationInfoOutput struct {
	IssuerIdentifier  *string `wire:"IssuerIdentifier"`
	JwtVendingEnabled bool    `wire:"JwtVendingEnabled"`
}

// GetPolicyInput is what GetPolicy takes.
type GetPolicyInput struct {
	PolicyArn string `wire:"PolicyArn,required" rule:"arnType"`
}

// GetPolicyOutput is what GetPolicy answers.
type GetPolicyOutput struct {
	Policy *Policy `wire:"Policy"`
}

// GetPolicyVersionInput is what GetPolicyVersion takes.
type GetPolicyVersionInput struct {
	PolicyArn string `wire:"PolicyArn,required" rule:"arnType"`
	VersionId string `wire:"VersionId,required" rule:"policyVersionIdType"`
}

// GetPolicyVersionOutput is what GetPolicyVersion answers.
type GetPolicyVersionOutput struct {
	PolicyVersion *PolicyVersion `wire:"PolicyVersion"`
}

// GetRoleInput is what GetRole takes.
type GetRoleInput struct {
	RoleName string `wire:"RoleName,required" rule:"roleNameType"`
}

// GetRoleOutput is what GetRole answers.
type GetRoleOutput struct {
	Role *Role `wire:"Role,required"`
}

// GetRolePolicyInput is what GetRolePolicy takes.
type GetRolePolicyInput struct {
	PolicyName string `wire:"PolicyName,required" rule:"policyNameType"`
	RoleName   string `wire:"RoleName,required" rule:"roleNameType"`
}

// GetRolePolicyOutput is what GetRolePolicy answers.
type GetRolePolicyOutput struct {
	PolicyDocument string `wire:"PolicyDocument,required" rule:"policyDocumentType"`
	PolicyName     string `wire:"PolicyName,required" rule:"policyNameType"`
	RoleName       string `wire:"RoleName,required" rule:"roleNameType"`
}

// GetSAMLProviderInput is what GetSAMLProvider takes.
type GetSAMLProviderInput struct {
	SAMLProviderArn string `wire:"SAMLProviderArn,required" rule:"arnType"`
}

// GetSAMLProviderOutput is what GetSAMLProvider answers.
type GetSAMLProviderOutput struct {
	AssertionEncryptionMode *string          `wire:"AssertionEncryptionMode" rule:"assertionEncryptionModeType"`
	CreateDate              *time.Time       `wire:"CreateDate"`
	PrivateKeyList          []SAMLPrivateKey `wire:"PrivateKeyList" rule:"privateKeyList"`
	SAMLMetadataDocument    *string          `wire:"SAMLMetadataDocument" rule:"SAMLMetadataDocumentType"`
	SAMLProviderUUID        *string          `wire:"SAMLProviderUUID" rule:"privateKeyIdType"`
	Tags                    []Tag            `wire:"Tags" rule:"tagListType"`
	ValidUntil              *time.Time       `wire:"ValidUntil"`
}

// GetSSHPublicKeyInput is what GetSSHPublicKey takes.
type GetSSHPublicKeyInput struct {
	Encoding       string `wire:"Encoding,required" rule:"encodingType"`
	SSHPublicKeyId string `wire:"SSHPublicKeyId,required" rule:"publicKeyIdType"`
	UserName       string `wire:"UserName,required" rule:"userNameType"`
}

// GetSSHPublicKeyOutput is what GetSSHPublicKey answers.
type GetSSHPublicKeyOutput struct {
	SSHPublicKey *SSHPublicKey `wire:"SSHPublicKey"`
}

// GetServerCertificateInput is what GetServerCertificate takes.
type GetServerCertificateInput struct {
	ServerCertificateName string `wire:"ServerCertificateName,required" rule:"serverCertificateNameType"`
}

// GetServerCertificateOutput is what GetServerCertificate answers.
type GetServerCertificateOutput struct {
	ServerCertificate *ServerCertificate `wire:"ServerCertificate,required"`
}

// GetServiceLastAccessedDetailsInput is what GetServiceLastAccessedDetails takes.
type GetServiceLastAccessedDetailsInput struct {
	JobId    string  `wire:"JobId,required" rule:"jobIDType"`
	Marker   *string `wire:"Marker" rule:"markerType"`
	MaxItems *int32  `wire:"MaxItems" rule:"maxItemsType"`
}

// GetServiceLastAccessedDetailsOutput is what GetServiceLastAccessedDetails answers.
type GetServiceLastAccessedDetailsOutput struct {
	Error                *ErrorDetails         `wire:"Error"`
	IsTruncated          bool                  `wire:"IsTruncated"`
	JobCompletionDate    time.Time             `wire:"JobCompletionDate,required"`
	JobCreationDate      time.Time             `wire:"JobCreationDate,required"`
	JobStatus            string                `wire:"JobStatus,required" rule:"jobStatusType"`
	JobType              *string               `wire:"JobType" rule:"AccessAdvisorUsageGranularityType"`
	Marker               *string               `wire:"Marker"`
	ServicesLastAccessed []ServiceLastAccessed `wire:"ServicesLastAccessed,required"`
}

// GetServiceLastAccessedDetailsWithEntitiesInput is what GetServiceLastAccessedDetailsWithEntities takes.
type GetServiceLastAccessedDetailsWithEntitiesInput struct {
	JobId            string  `wire:"JobId,required" rule:"jobIDType"`
	Marker           *string `wire:"Marker" rule:"markerType"`
	MaxItems         *int32  `wire:"MaxItems" rule:"maxItemsType"`
	ServiceNamespace string  `wire:"ServiceNamespace,required" rule:"serviceNamespaceType"`
}

// GetServiceLastAccessedDetailsWithEntitiesOutput is what GetServiceLastAccessedDetailsWithEntities answers.
type GetServiceLastAccessedDetailsWithEntitiesOutput struct {
	EntityDetailsList []EntityDetails `wire:"EntityDetailsList,required"`
	Error             *ErrorDetails   `wire:"Error"`
	IsTruncated       bool            `wire:"IsTruncated"`
	JobCompletionDate time.Time       `wire:"JobCompletionDate,required"`
	JobCreationDate   time.Time       `wire:"JobCreationDate,required"`
	JobStatus         string          `wire:"JobStatus,required" rule:"jobStatusType"`
	Marker            *string         `wire:"Marker"`
}

// GetServiceLinkedRoleDeletionStatusInput is what GetServiceLinkedRoleDeletionStatus takes.
type GetServiceLinkedRoleDeletionStatusInput struct {
	DeletionTaskId string `wire:"DeletionTaskId,required" rule:"DeletionTaskIdType"`
}

// GetServiceLinkedRoleDeletionStatusOutput is what GetServiceLinkedRoleDeletionStatus answers.
type GetServiceLinkedRoleDeletionStatusOutput struct {
	Reason *DeletionTaskFailureReasonType `wire:"Reason"`
	Status string                         `wire:"Status,required" rule:"DeletionTaskStatusType"`
}

// GetUserInput is what GetUser takes.
type GetUserInput struct {
	UserName *string `wire:"UserName" rule:"existingUserNameType"`
}

// GetUserOutput is what GetUser answers.
type GetUserOutput struct {
	User *User `wire:"User,required"`
}

// GetUserPolicyInput is what GetUserPolicy takes.
type GetUserPolicyInput struct {
	PolicyName string `wire:"PolicyName,required" rule:"policyNameType"`
	UserName   string `wire:"UserName,required" rule:"existingUserNameType"`
}

// GetUserPolicyOutput is what GetUserPolicy answers.
type GetUserPolicyOutput struct {
	PolicyDocument string `wire:"PolicyDocument,required" rule:"policyDocumentType"`
	PolicyName     string `wire:"PolicyName,required" rule:"policyNameType"`
	UserName       string `wire:"UserName,required" rule:"existingUserNameType"`
}

// ListAccessKeysInput is what ListAccessKeys takes.
type ListAccessKeysInput struct {
	Marker   *string `wire:"Marker" rule:"markerType"`
	MaxItems *int32  `wire:"MaxItems" rule:"maxItemsType"`
	UserName *string `wire:"UserName" rule:"existingUserNameType"`
}

// ListAccessKeysOutput is what ListAccessKeys answers.
type ListAccessKeysOutput struct {
	AccessKeyMetadata []AccessKeyMetadata `wire:"AccessKeyMetadata,required"`
	IsTruncated       bool                `wire:"IsTruncated"`
	Marker            *string             `wire:"Marker"`
}

// ListAccountAliasesInput is what ListAccountAliases takes.
type ListAccountAliasesInput struct {
	Marker   *string `wire:"Marker" rule:"markerType"`
	MaxItems *int32  `wire:"MaxItems" rule:"maxItemsType"`
}

// ListAccountAliasesOutput is what ListAccountAliases answers.
type ListAccountAliasesOutput struct {
	AccountAliases []string `wire:"AccountAliases,required" rule:"accountAliasListType"`
	IsTruncated    bool     `wire:"IsTruncated"`
	Marker         *string  `wire:"Marker"`
}

// ListAttachedGroupPoliciesInput is what ListAttachedGroupPolicies takes.
type ListAttachedGroupPoliciesInput struct {
	GroupName  string  `wire:"GroupName,required" rule:"groupNameType"`
	Marker     *string `wire:"Marker" rule:"markerType"`
	MaxItems   *int32  `wire:"MaxItems" rule:"maxItemsType"`
	PathPrefix *string `wire:"PathPrefix" rule:"policyPathType"`
}

// ListAttachedGroupPoliciesOutput is what ListAttachedGroupPolicies answers.
type ListAttachedGroupPoliciesOutput struct {
	AttachedPolicies []AttachedPolicy `wire:"AttachedPolicies"`
	IsTruncated      bool             `wire:"IsTruncated"`
	Marker           *string          `wire:"Marker"`
}

// ListAttachedRolePoliciesInput is what ListAttachedRolePolicies takes.
type ListAttachedRolePoliciesInput struct {
	Marker     *string `wire:"Marker" rule:"markerType"`
	MaxItems   *int32  `wire:"MaxItems" rule:"maxItemsType"`
	PathPrefix *string `wire:"PathPrefix" rule:"policyPathType"`
	RoleName   string  `wire:"RoleName,required" rule:"roleNameType"`
}

// ListAttachedRolePoliciesOutput is what ListAttachedRolePolicies answers.
type ListAttachedRolePoliciesOutput struct {
	AttachedPolicies []AttachedPolicy `wire:"AttachedPolicies"`
	IsTruncated      bool             `wire:"IsTruncated"`
	Marker           *string          `wire:"Marker"`
}

// ListAttachedUserPoliciesInput is what ListAttachedUserPolicies takes.
type ListAttachedUserPoliciesInput struct {
	Marker     *string `wire:"Marker" rule:"markerType"`
	MaxItems   *int32  `wire:"MaxItems" rule:"maxItemsType"`
	PathPrefix *string `wire:"PathPrefix" rule:"policyPathType"`
	UserName   string  `wire:"UserName,required" rule:"userNameType"`
}

// ListAttachedUserPoliciesOutput is what ListAttachedUserPolicies answers.
type ListAttachedUserPoliciesOutput struct {
	AttachedPolicies []AttachedPolicy `wire:"AttachedPolicies"`
	IsTruncated      bool             `wire:"IsTruncated"`
	Marker           *string          `wire:"Marker"`
}

// ListDelegationRequestsInput is what ListDelegationRequests takes.
type ListDelegationRequestsInput struct {
	Marker   *string `wire:"Marker" rule:"markerType"`
	MaxItems *int32  `wire:"MaxItems" rule:"maxItemsType"`
	OwnerId  *string `wire:"OwnerId" rule:"ownerIdType"`
}

// ListDelegationRequestsOutput is what ListDelegationRequests answers.
type ListDelegationRequestsOutput struct {
	DelegationRequests []DelegationRequest `wire:"DelegationRequests"`
	Marker             *string             `wire:"Marker" rule:"markerType"`
	IsTruncated        bool                `wire:"isTruncated"`
}

// ListEntitiesForPolicyInput is what ListEntitiesForPolicy takes.
type ListEntitiesForPolicyInput struct {
	EntityFilter      *string `wire:"EntityFilter" rule:"EntityType"`
	Marker            *string `wire:"Marker" rule:"markerType"`
	MaxItems          *int32  `wire:"MaxItems" rule:"maxItemsType"`
	PathPrefix        *string `wire:"PathPrefix" rule:"pathType"`
	PolicyArn         string  `wire:"PolicyArn,required" rule:"arnType"`
	PolicyUsageFilter *string `wire:"PolicyUsageFilter" rule:"PolicyUsageType"`
}

// ListEntitiesForPolicyOutput is what ListEntitiesForPolicy answers.
type ListEntitiesForPolicyOutput struct {
	IsTruncated  bool          `wire:"IsTruncated"`
	Marker       *string       `wire:"Marker"`
	PolicyGroups []PolicyGroup `wire:"PolicyGroups"`
	PolicyRoles  []PolicyRole  `wire:"PolicyRoles"`
	PolicyUsers  []PolicyUser  `wire:"PolicyUsers"`
}

// ListGroupPoliciesInput is what ListGroupPolicies takes.
type ListGroupPoliciesInput struct {
	GroupName string  `wire:"GroupName,required" rule:"groupNameType"`
	Marker    *string `wire:"Marker" rule:"markerType"`
	MaxItems  *int32  `wire:"MaxItems" rule:"maxItemsType"`
}

// ListGroupPoliciesOutput is what ListGroupPolicies answers.
type ListGroupPoliciesOutput struct {
	IsTruncated bool     `wire:"IsTruncated"`
	Marker      *string  `wire:"Marker"`
	PolicyNames []string `wire:"PolicyNames,required" rule:"policyNameListType"`
}

// ListGroupsInput is what ListGroups takes.
type ListGroupsInput struct {
	Marker     *string `wire:"Marker" rule:"markerType"`
	MaxItems   *int32  `wire:"MaxItems" rule:"maxItemsType"`
	PathPrefix *string `wire:"PathPrefix" rule:"pathPrefixType"`
}

// ListGroupsOutput is what ListGroups answers.
type ListGroupsOutput struct {
	Groups      []Group `wire:"Groups,required"`
	IsTruncated bool    `wire:"IsTruncated"`
	Marker      *string `wire:"Marker"`
}

// ListGroupsForUserInput is what ListGroupsForUser takes.
type ListGroupsForUserInput struct {
	Marker   *string `wire:"Marker" rule:"markerType"`
	MaxItems *int32  `wire:"MaxItems" rule:"maxItemsType"`
	UserName string  `wire:"UserName,required" rule:"existingUserNameType"`
}

// ListGroupsForUserOutput is what ListGroupsForUser answers.
type ListGroupsForUserOutput struct {
	Groups      []Group `wire:"Groups,required"`
	IsTruncated bool    `wire:"IsTruncated"`
	Marker      *string `wire:"Marker"`
}

// ListInstanceProfileTagsInput is what ListInstanceProfileTags takes.
type ListInstanceProfileTagsInput struct {
	InstanceProfileName string  `wire:"InstanceProfileName,required" rule:"instanceProfileNameType"`
	Marker              *string `wire:"Marker" rule:"markerType"`
	MaxItems            *int32  `wire:"MaxItems" rule:"maxItemsType"`
}

// ListInstanceProfileTagsOutput is what ListInstanceProfileTags answers.
type ListInstanceProfileTagsOutput struct {
	IsTruncated bool    `wire:"IsTruncated"`
	Marker      *string `wire:"Marker"`
	Tags        []Tag   `wire:"Tags,required" rule:"tagListType"`
}

// ListInstanceProfilesInput is what ListInstanceProfiles takes.
type ListInstanceProfilesInput struct {
	Marker     *string `wire:"Marker" rule:"markerType"`
	MaxItems   *int32  `wire:"MaxItems" rule:"maxItemsType"`
	PathPrefix *string `wire:"PathPrefix" rule:"pathPrefixType"`
}

// ListInstanceProfilesOutput is what ListInstanceProfiles answers.
type ListInstanceProfilesOutput struct {
	InstanceProfiles []InstanceProfile `wire:"InstanceProfiles,required"`
	IsTruncated      bool              `wire:"IsTruncated"`
	Marker           *string           `wire:"Marker"`
}

// ListInstanceProfilesForRoleInput is what ListInstanceProfilesForRole takes.
type ListInstanceProfilesForRoleInput struct {
	Marker   *string `wire:"Marker" rule:"markerType"`
	MaxItems *int32  `wire:"MaxItems" rule:"maxItemsType"`
	RoleName string  `wire:"RoleName,required" rule:"roleNameType"`
}

// ListInstanceProfilesForRoleOutput is what ListInstanceProfilesForRole answers.
type ListInstanceProfilesForRoleOutput struct {
	InstanceProfiles []InstanceProfile `wire:"InstanceProfiles,required"`
	IsTruncated      bool              `wire:"IsTruncated"`
	Marker           *string           `wire:"Marker"`
}

// ListMFADeviceTagsInput is what ListMFADeviceTags takes.
type ListMFADeviceTagsInput struct {
	Marker       *string `wire:"Marker" rule:"markerType"`
	MaxItems     *int32  `wire:"MaxItems" rule:"maxItemsType"`
	SerialNumber string  `wire:"SerialNumber,required" rule:"serialNumberType"`
}

// ListMFADeviceTagsOutput is what ListMFADeviceTags answers.
type ListMFADeviceTagsOutput struct {
	IsTruncated bool    `wire:"IsTruncated"`
	Marker      *string `wire:"Marker"`
	Tags        []Tag   `wire:"Tags,required" rule:"tagListType"`
}

// ListMFADevicesInput is what ListMFADevices takes.
type ListMFADevicesInput struct {
	Marker   *string `wire:"Marker" rule:"markerType"`
	MaxItems *int32  `wire:"MaxItems" rule:"maxItemsType"`
	UserName *string `wire:"UserName" rule:"existingUserNameType"`
}

// ListMFADevicesOutput is what ListMFADevices answers.
type ListMFADevicesOutput struct {
	IsTruncated bool        `wire:"IsTruncated"`
	MFADevices  []MFADevice `wire:"MFADevices,required"`
	Marker      *string     `wire:"Marker"`
}

// ListOpenIDConnectProviderTagsInput is what ListOpenIDConnectProviderTags takes.
type ListOpenIDConnectProviderTagsInput struct {
	Marker                   *string `wire:"Marker" rule:"markerType"`
	MaxItems                 *int32  `wire:"MaxItems" rule:"maxItemsType"`
	OpenIDConnectProviderArn string  `wire:"OpenIDConnectProviderArn,required" rule:"arnType"`
}

// ListOpenIDConnectProviderTagsOutput is what ListOpenIDConnectProviderTags answers.
type ListOpenIDConnectProviderTagsOutput struct {
	IsTruncated bool    `wire:"IsTruncated"`
	Marker      *string `wire:"Marker"`
	Tags        []Tag   `wire:"Tags,required" rule:"tagListType"`
}

// ListOpenIDConnectProvidersInput is what ListOpenIDConnectProviders takes.
type ListOpenIDConnectProvidersInput struct {
}

// ListOpenIDConnectProvidersOutput is what ListOpenIDConnectProviders answers.
type ListOpenIDConnectProvidersOutput struct {
	OpenIDConnectProviderList []OpenIDConnectProviderListEntry `wire:"OpenIDConnectProviderList"`
}

// ListOrganizationsFeaturesInput is what ListOrganizationsFeatures takes.
type ListOrganizationsFeaturesInput struct {
}

// ListOrganizationsFeaturesOutput is what ListOrganizationsFeatures answers.
type ListOrganizationsFeaturesOutput struct {
	EnabledFeatures []string `wire:"EnabledFeatures" rule:"FeaturesListType"`
	OrganizationId  *string  `wire:"OrganizationId" rule:"OrganizationIdType"`
}

// ListPoliciesInput is what ListPolicies takes.
type ListPoliciesInput struct {
	Marker            *string `wire:"Marker" rule:"markerType"`
	MaxItems          *int32  `wire:"MaxItems" rule:"maxItemsType"`
	OnlyAttached      bool    `wire:"OnlyAttached"`
	PathPrefix        *string `wire:"PathPrefix" rule:"policyPathType"`
	PolicyUsageFilter *string `wire:"PolicyUsageFilter" rule:"PolicyUsageType"`
	Scope             *string `wire:"Scope" rule:"policyScopeType"`
}

// ListPoliciesOutput is what ListPolicies answers.
type ListPoliciesOutput struct {
	IsTruncated bool     `wire:"IsTruncated"`
	Marker      *string  `wire:"Marker"`
	Policies    []Policy `wire:"Policies"`
}

// ListPoliciesGrantingServiceAccessInput is what ListPoliciesGrantingServiceAccess takes.
type ListPoliciesGrantingServiceAccessInput struct {
	Arn               string   `wire:"Arn,required" rule:"arnType"`
	Marker            *string  `wire:"Marker" rule:"markerType"`
	ServiceNamespaces []string `wire:"ServiceNamespaces,required" rule:"serviceNamespaceListType"`
}

// ListPoliciesGrantingServiceAccessOutput is what ListPoliciesGrantingServiceAccess answers.
type ListPoliciesGrantingServiceAccessOutput struct {
	IsTruncated                   bool                                     `wire:"IsTruncated"`
	Marker                        *string                                  `wire:"Marker"`
	PoliciesGrantingServiceAccess []ListPoliciesGrantingServiceAccessEntry `wire:"PoliciesGrantingServiceAccess,required"`
}

// ListPolicyTagsInput is what ListPolicyTags takes.
type ListPolicyTagsInput struct {
	Marker    *string `wire:"Marker" rule:"markerType"`
	MaxItems  *int32  `wire:"MaxItems" rule:"maxItemsType"`
	PolicyArn string  `wire:"PolicyArn,required" rule:"arnType"`
}

// ListPolicyTagsOutput is what ListPolicyTags answers.
type ListPolicyTagsOutput struct {
	IsTruncated bool    `wire:"IsTruncated"`
	Marker      *string `wire:"Marker"`
	Tags        []Tag   `wire:"Tags,required" rule:"tagListType"`
}

// ListPolicyVersionsInput is what ListPolicyVersions takes.
type ListPolicyVersionsInput struct {
	Marker    *string `wire:"Marker" rule:"markerType"`
	MaxItems  *int32  `wire:"MaxItems" rule:"maxItemsType"`
	PolicyArn string  `wire:"PolicyArn,required" rule:"arnType"`
}

// ListPolicyVersionsOutput is what ListPolicyVersions answers.
type ListPolicyVersionsOutput struct {
	IsTruncated bool            `wire:"IsTruncated"`
	Marker      *string         `wire:"Marker"`
	Versions    []PolicyVersion `wire:"Versions"`
}

// ListRolePoliciesInput is what ListRolePolicies takes.
type ListRolePoliciesInput struct {
	Marker   *string `wire:"Marker" rule:"markerType"`
	MaxItems *int32  `wire:"MaxItems" rule:"maxItemsType"`
	RoleName string  `wire:"RoleName,required" rule:"roleNameType"`
}

// ListRolePoliciesOutput is what ListRolePolicies answers.
type ListRolePoliciesOutput struct {
	IsTruncated bool     `wire:"IsTruncated"`
	Marker      *string  `wire:"Marker"`
	PolicyNames []string `wire:"PolicyNames,required" rule:"policyNameListType"`
}

// ListRoleTagsInput is what ListRoleTags takes.
type ListRoleTagsInput struct {
	Marker   *string `wire:"Marker" rule:"markerType"`
	MaxItems *int32  `wire:"MaxItems" rule:"maxItemsType"`
	RoleName string  `wire:"RoleName,required" rule:"roleNameType"`
}

// ListRoleTagsOutput is what ListRoleTags answers.
type ListRoleTagsOutput struct {
	IsTruncated bool    `wire:"IsTruncated"`
	Marker      *string `wire:"Marker"`
	Tags        []Tag   `wire:"Tags,required" rule:"tagListType"`
}

// ListRolesInput is what ListRoles takes.
type ListRolesInput struct {
	Marker     *string `wire:"Marker" rule:"markerType"`
	MaxItems   *int32  `wire:"MaxItems" rule:"maxItemsType"`
	PathPrefix *string `wire:"PathPrefix" rule:"pathPrefixType"`
}

// ListRolesOutput is what ListRoles answers.
type ListRolesOutput struct {
	IsTruncated bool    `wire:"IsTruncated"`
	Marker      *string `wire:"Marker"`
	Roles       []Role  `wire:"Roles,required"`
}

// ListSAMLProviderTagsInput is what ListSAMLProviderTags takes.
type ListSAMLProviderTagsInput struct {
	Marker          *string `wire:"Marker" rule:"markerType"`
	MaxItems        *int32  `wire:"MaxItems" rule:"maxItemsType"`
	SAMLProviderArn string  `wire:"SAMLProviderArn,required" rule:"arnType"`
}

// ListSAMLProviderTagsOutput is what ListSAMLProviderTags answers.
type ListSAMLProviderTagsOutput struct {
	IsTruncated bool    `wire:"IsTruncated"`
	Marker      *string `wire:"Marker"`
	Tags        []Tag   `wire:"Tags,required" rule:"tagListType"`
}

// ListSAMLProvidersInput is what ListSAMLProviders takes.
type ListSAMLProvidersInput struct {
}

// ListSAMLProvidersOutput is what ListSAMLProviders answers.
type ListSAMLProvidersOutput struct {
	SAMLProviderList []SAMLProviderListEntry `wire:"SAMLProviderList"`
}

// ListSSHPublicKeysInput is what ListSSHPublicKeys takes.
type ListSSHPublicKeysInput struct {
	Marker   *string `wire:"Marker" rule:"markerType"`
	MaxItems *int32  `wire:"MaxItems" rule:"maxItemsType"`
	UserName *string `wire:"UserName" rule:"userNameType"`
}

// ListSSHPublicKeysOutput is what ListSSHPublicKeys answers.
type ListSSHPublicKeysOutput struct {
	IsTruncated   bool                   `wire:"IsTruncated"`
	Marker        *string                `wire:"Marker"`
	SSHPublicKeys []SSHPublicKeyMetadata `wire:"SSHPublicKeys"`
}

// ListServerCertificateTagsInput is what ListServerCertificateTags takes.
type ListServerCertificateTagsInput struct {
	Marker                *string `wire:"Marker" rule:"markerType"`
	MaxItems              *int32  `wire:"MaxItems" rule:"maxItemsType"`
	ServerCertificateName string  `wire:"ServerCertificateName,required" rule:"serverCertificateNameType"`
}

// ListServerCertificateTagsOutput is what ListServerCertificateTags answers.
type ListServerCertificateTagsOutput struct {
	IsTruncated bool    `wire:"IsTruncated"`
	Marker      *string `wire:"Marker"`
	Tags        []Tag   `wire:"Tags,required" rule:"tagListType"`
}

// ListServerCertificatesInput is what ListServerCertificates takes.
type ListServerCertificatesInput struct {
	Marker     *string `wire:"Marker" rule:"markerType"`
	MaxItems   *int32  `wire:"MaxItems" rule:"maxItemsType"`
	PathPrefix *string `wire:"PathPrefix" rule:"pathPrefixType"`
}

// ListServerCertificatesOutput is what ListServerCertificates answers.
type ListServerCertificatesOutput struct {
	IsTruncated                   bool                        `wire:"IsTruncated"`
	Marker                        *string                     `wire:"Marker"`
	ServerCertificateMetadataList []ServerCertificateMetadata `wire:"ServerCertificateMetadataList,required"`
}

// ListServiceSpecificCredentialsInput is what ListServiceSpecificCredentials takes.
type ListServiceSpecificCredentialsInput struct {
	AllUsers    *bool   `wire:"AllUsers"`
	Marker      *string `wire:"Marker" rule:"markerType"`
	MaxItems    *int32  `wire:"MaxItems" rule:"maxItemsType"`
	ServiceName *string `wire:"ServiceName"`
	UserName    *string `wire:"UserName" rule:"userNameType"`
}

// ListServiceSpecificCredentialsOutput is what ListServiceSpecificCredentials answers.
type ListServiceSpecificCredentialsOutput struct {
	IsTruncated                bool                                `wire:"IsTruncated"`
	Marker                     *string                             `wire:"Marker"`
	ServiceSpecificCredentials []ServiceSpecificCredentialMetadata `wire:"ServiceSpecificCredentials"`
}

// ListSigningCertificatesInput is what ListSigningCertificates takes.
type ListSigningCertificatesInput struct {
	Marker   *string `wire:"Marker" rule:"markerType"`
	MaxItems *int32  `wire:"MaxItems" rule:"maxItemsType"`
	UserName *string `wire:"UserName" rule:"existingUserNameType"`
}

// ListSigningCertificatesOutput is what ListSigningCertificates answers.
type ListSigningCertificatesOutput struct {
	Certificates []SigningCertificate `wire:"Certificates,required"`
	IsTruncated  bool                 `wire:"IsTruncated"`
	Marker       *string              `wire:"Marker"`
}

// ListUserPoliciesInput is what ListUserPolicies takes.
type ListUserPoliciesInput struct {
	Marker   *string `wire:"Marker" rule:"markerType"`
	MaxItems *int32  `wire:"MaxItems" rule:"maxItemsType"`
	UserName string  `wire:"UserName,required" rule:"existingUserNameType"`
}

// ListUserPoliciesOutput is what ListUserPolicies answers.
type ListUserPoliciesOutput struct {
	IsTruncated bool     `wire:"IsTruncated"`
	Marker      *string  `wire:"Marker"`
	PolicyNames []string `wire:"PolicyNames,required" rule:"policyNameListType"`
}

// ListUserTagsInput is what ListUserTags takes.
type ListUserTagsInput struct {
	Marker   *string `wire:"Marker" rule:"markerType"`
	MaxItems *int32  `wire:"MaxItems" rule:"maxItemsType"`
	UserName string  `wire:"UserName,required" rule:"existingUserNameType"`
}

// ListUserTagsOutput is what ListUserTags answers.
type ListUserTagsOutput struct {
	IsTruncated bool    `wire:"IsTruncated"`
	Marker      *string `wire:"Marker"`
	Tags        []Tag   `wire:"Tags,required" rule:"tagListType"`
}

// ListUsersInput is what ListUsers takes.
type ListUsersInput struct {
	Marker     *string `wire:"Marker" rule:"markerType"`
	MaxItems   *int32  `wire:"MaxItems" rule:"maxItemsType"`
	PathPrefix *string `wire:"PathPrefix" rule:"pathPrefixType"`
}

// ListUsersOutput is what ListUsers answers.
type ListUsersOutput struct {
	IsTruncated bool    `wire:"IsTruncated"`
	Marker      *string `wire:"Marker"`
	Users       []User  `wire:"Users,required"`
}

// ListVirtualMFADevicesInput is what ListVirtualMFADevices takes.
type ListVirtualMFADevicesInput struct {
	AssignmentStatus *string `wire:"AssignmentStatus" rule:"assignmentStatusType"`
	Marker           *string `wire:"Marker" rule:"markerType"`
	MaxItems         *int32  `wire:"MaxItems" rule:"maxItemsType"`
}

// ListVirtualMFADevicesOutput is what ListVirtualMFADevices answers.
type ListVirtualMFADevicesOutput struct {
	IsTruncated       bool               `wire:"IsTruncated"`
	Marker            *string            `wire:"Marker"`
	VirtualMFADevices []VirtualMFADevice `wire:"VirtualMFADevices,required"`
}

// PutGroupPolicyInput is what PutGroupPolicy takes.
type PutGroupPolicyInput struct {
	GroupName      string `wire:"GroupName,required" rule:"groupNameType"`
	PolicyDocument string `wire:"PolicyDocument,required" rule:"policyDocumentType"`
	PolicyName     string `wire:"PolicyName,required" rule:"policyNameType"`
}

// PutGroupPolicyOutput is what PutGroupPolicy answers.
type PutGroupPolicyOutput struct {
}

// PutRolePermissionsBoundaryInput is what PutRolePermissionsBoundary takes.
type PutRolePermissionsBoundaryInput struct {
	PermissionsBoundary string `wire:"PermissionsBoundary,required" rule:"arnType"`
	RoleName            string `wire:"RoleName,required" rule:"roleNameType"`
}

// PutRolePermissionsBoundaryOutput is what PutRolePermissionsBoundary answers.
type PutRolePermissionsBoundaryOutput struct {
}

// PutRolePolicyInput is what PutRolePolicy takes.
type PutRolePolicyInput struct {
	PolicyDocument string `wire:"PolicyDocument,required" rule:"policyDocumentType"`
	PolicyName     string `wire:"PolicyName,required" rule:"policyNameType"`
	RoleName       string `wire:"RoleName,required" rule:"roleNameType"`
}

// PutRolePolicyOutput is what PutRolePolicy answers.
type PutRolePolicyOutput struct {
}

// PutUserPermissionsBoundaryInput is what PutUserPermissionsBoundary takes.
type PutUserPermissionsBoundaryInput struct {
	PermissionsBoundary string `wire:"PermissionsBoundary,required" rule:"arnType"`
	UserName            string `wire:"UserName,required" rule:"userNameType"`
}

// PutUserPermissionsBoundaryOutput is what PutUserPermissionsBoundary answers.
type PutUserPermissionsBoundaryOutput struct {
}

// PutUserPolicyInput is what PutUserPolicy takes.
type PutUserPolicyInput struct {
	PolicyDocument string `wire:"PolicyDocument,required" rule:"policyDocumentType"`
	PolicyName     string `wire:"PolicyName,required" rule:"policyNameType"`
	UserName       string `wire:"UserName,required" rule:"existingUserNameType"`
}

// PutUserPolicyOutput is what PutUserPolicy answers.
type PutUserPolicyOutput struct {
}

// RejectDelegationRequestInput is what RejectDelegationRequest takes.
type RejectDelegationRequestInput struct {
	DelegationRequestId string  `wire:"DelegationRequestId,required" rule:"delegationRequestIdType"`
	Notes               *string `wire:"Notes" rule:"notesType"`
}

// RejectDelegationRequestOutput is what RejectDelegationRequest answers.
type RejectDelegationRequestOutput struct {
}

// RemoveClientIDFromOpenIDConnectProviderInput is what RemoveClientIDFromOpenIDConnectProvider takes.
type RemoveClientIDFromOpenIDConnectProviderInput struct {
	ClientID                 string `wire:"ClientID,required" rule:"clientIDType"`
	OpenIDConnectProviderArn string `wire:"OpenIDConnectProviderArn,required" rule:"arnType"`
}

// RemoveClientIDFromOpenIDConnectProviderOutput is what RemoveClientIDFromOpenIDConnectProvider answers.
type RemoveClientIDFromOpenIDConnectProviderOutput struct {
}

// RemoveRoleFromInstanceProfileInput is what RemoveRoleFromInstanceProfile takes.
type RemoveRoleFromInstanceProfileInput struct {
	InstanceProfileName string `wire:"InstanceProfileName,required" rule:"instanceProfileNameType"`
	RoleName            string `wire:"RoleName,required" rule:"roleNameType"`
}

// RemoveRoleFromInstanceProfileOutput is what RemoveRoleFromInstanceProfile answers.
type RemoveRoleFromInstanceProfileOutput struct {
}

// RemoveUserFromGroupInput is what RemoveUserFromGroup takes.
type RemoveUserFromGroupInput struct {
	GroupName string `wire:"GroupName,required" rule:"groupNameType"`
	UserName  string `wire:"UserName,required" rule:"existingUserNameType"`
}

// RemoveUserFromGroupOutput is what RemoveUserFromGroup answers.
type RemoveUserFromGroupOutput struct {
}

// ResetServiceSpecificCredentialInput is what ResetServiceSpecificCredential takes.
type ResetServiceSpecificCredentialInput struct {
	ServiceSpecificCredentialId string  `wire:"ServiceSpecificCredentialId,required" rule:"serviceSpecificCredentialId"`
	UserName                    *string `wire:"UserName" rule:"userNameType"`
}

// ResetServiceSpecificCredentialOutput is what ResetServiceSpecificCredential answers.
type ResetServiceSpecificCredentialOutput struct {
	ServiceSpecificCredential *ServiceSpecificCredential `wire:"ServiceSpecificCredential"`
}

// ResyncMFADeviceInput is what ResyncMFADevice takes.
type ResyncMFADeviceInput struct {
	AuthenticationCode1 string `wire:"AuthenticationCode1,required" rule:"authenticationCodeType"`
	AuthenticationCode2 string `wire:"AuthenticationCode2,required" rule:"authenticationCodeType"`
	SerialNumber        string `wire:"SerialNumber,required" rule:"serialNumberType"`
	UserName            string `wire:"UserName,required" rule:"mfaDeviceOwnerType"`
}

// ResyncMFADeviceOutput is what ResyncMFADevice answers.
type ResyncMFADeviceOutput struct {
}

// SendDelegationTokenInput is what SendDelegationToken takes.
type SendDelegationTokenInput struct {
	DelegationRequestId string `wire:"DelegationRequestId,required" rule:"delegationRequestIdType"`
}

// SendDelegationTokenOutput is what SendDelegationToken answers.
type SendDelegationTokenOutput struct {
}

// SetDefaultPolicyVersionInput is what SetDefaultPolicyVersion takes.
type SetDefaultPolicyVersionInput struct {
	PolicyArn string `wire:"PolicyArn,required" rule:"arnType"`
	VersionId string `wire:"VersionId,required" rule:"policyVersionIdType"`
}

// SetDefaultPolicyVersionOutput is what SetDefaultPolicyVersion answers.
type SetDefaultPolicyVersionOutput struct {
}

// SetSecurityTokenServicePreferencesInput is what SetSecurityTokenServicePreferences takes.
type SetSecurityTokenServicePreferencesInput struct {
	GlobalEndpointTokenVersion string `wire:"GlobalEndpointTokenVersion,required" rule:"globalEndpointTokenVersion"`
}

// SetSecurityTokenServicePreferencesOutput is what SetSecurityTokenServicePreferences answers.
type SetSecurityTokenServicePreferencesOutput struct {
}

// SimulateCustomPolicyInput is what SimulateCustomPolicy takes.
type SimulateCustomPolicyInput struct {
	ActionNames                        []string       `wire:"ActionNames,required" rule:"ActionNameListType"`
	CallerArn                          *string        `wire:"CallerArn" rule:"ResourceNameType"`
	ContextEntries                     []ContextEntry `wire:"ContextEntries"`
	Marker                             *string        `wire:"Marker" rule:"markerType"`
	MaxItems                           *int32         `wire:"MaxItems" rule:"maxItemsType"`
	PermissionsBoundaryPolicyInputList []string       `wire:"PermissionsBoundaryPolicyInputList" rule:"SimulationPolicyListType"`
	PolicyInputList                    []string       `wire:"PolicyInputList,required" rule:"SimulationPolicyListType"`
	ResourceArns                       []string       `wire:"ResourceArns" rule:"ResourceNameListType"`
	ResourceHandlingOption             *string        `wire:"ResourceHandlingOption" rule:"ResourceHandlingOptionType"`
	ResourceOwner                      *string        `wire:"ResourceOwner" rule:"ResourceNameType"`
	ResourcePolicy                     *string        `wire:"ResourcePolicy" rule:"policyDocumentType"`
}

// SimulateCustomPolicyOutput is what SimulateCustomPolicy answers.
type SimulateCustomPolicyOutput = SimulatePolicyResponse

// SimulatePrincipalPolicyInput is what SimulatePrincipalPolicy takes.
type SimulatePrincipalPolicyInput struct {
	ActionNames                        []string       `wire:"ActionNames,required" rule:"ActionNameListType"`
	CallerArn                          *string        `wire:"CallerArn" rule:"ResourceNameType"`
	ContextEntries                     []ContextEntry `wire:"ContextEntries"`
	Marker                             *string        `wire:"Marker" rule:"markerType"`
	MaxItems                           *int32         `wire:"MaxItems" rule:"maxItemsType"`
	PermissionsBoundaryPolicyInputList []string       `wire:"PermissionsBoundaryPolicyInputList" rule:"SimulationPolicyListType"`
	PolicyInputList                    []string       `wire:"PolicyInputList" rule:"SimulationPolicyListType"`
	PolicySourceArn                    string         `wire:"PolicySourceArn,required" rule:"arnType"`
	ResourceArns                       []string       `wire:"ResourceArns" rule:"ResourceNameListType"`
	ResourceHandlingOption             *string        `wire:"ResourceHandlingOption" rule:"ResourceHandlingOptionType"`
	ResourceOwner                      *string        `wire:"ResourceOwner" rule:"ResourceNameType"`
	ResourcePolicy                     *string        `wire:"ResourcePolicy" rule:"policyDocumentType"`
}

// SimulatePrincipalPolicyOutput is what SimulatePrincipalPolicy answers.
type SimulatePrincipalPolicyOutput = SimulatePolicyResponse

// TagInstanceProfileInput is what TagInstanceProfile takes.
type TagInstanceProfileInput struct {
	InstanceProfileName string `wire:"InstanceProfileName,required" rule:"instanceProfileNameType"`
	Tags                []Tag  `wire:"Tags,required" rule:"tagListType"`
}

// TagInstanceProfileOutput is what TagInstanceProfile answers.
type TagInstanceProfileOutput struct {
}

// TagMFADeviceInput is what TagMFADevice takes.
type TagMFADeviceInput struct {
	SerialNumber string `wire:"SerialNumber,required" rule:"serialNumberType"`
	Tags         []Tag  `wire:"Tags,required" rule:"tagListType"`
}

// TagMFADeviceOutput is what TagMFADevice answers.
type TagMFADeviceOutput struct {
}

// TagOpenIDConnectProviderInput is what TagOpenIDConnectProvider takes.
type TagOpenIDConnectProviderInput struct {
	OpenIDConnectProviderArn string `wire:"OpenIDConnectProviderArn,required" rule:"arnType"`
	Tags                     []Tag  `wire:"Tags,required" rule:"tagListType"`
}

// TagOpenIDConnectProviderOutput is what TagOpenIDConnectProvider answers.
type TagOpenIDConnectProviderOutput struct {
}

// TagPolicyInput is what TagPolicy takes.
type TagPolicyInput struct {
	PolicyArn string `wire:"PolicyArn,required" rule:"arnType"`
	Tags      []Tag  `wire:"Tags,required" rule:"tagListType"`
}

// TagPolicyOutput is what TagPolicy answers.
type TagPolicyOutput struct {
}

// TagRoleInput is what TagRole takes.
type TagRoleInput struct {
	RoleName string `wire:"RoleName,required" rule:"roleNameType"`
	Tags     []Tag  `wire:"Tags,required" rule:"tagListType"`
}

// TagRoleOutput is what TagRole answers.
type TagRoleOutput struct {
}

// TagSAMLProviderInput is what TagSAMLProvider takes.
type TagSAMLProviderInput struct {
	SAMLProviderArn string `wire:"SAMLProviderArn,required" rule:"arnType"`
	Tags            []Tag  `wire:"Tags,required" rule:"tagListType"`
}

// TagSAMLProviderOutput is what TagSAMLProvider answers.
type TagSAMLProviderOutput struct {
}

// TagServerCertificateInput is what TagServerCertificate takes.
type TagServerCertificateInput struct {
	ServerCertificateName string `wire:"ServerCertificateName,required" rule:"serverCertificateNameType"`
	Tags                  []Tag  `wire:"Tags,required" rule:"tagListType"`
}

// TagServerCertificateOutput is what TagServerCertificate answers.
type TagServerCertificateOutput struct {
}

// TagUserInput is what TagUser takes.
type TagUserInput struct {
	Tags     []Tag  `wire:"Tags,required" rule:"tagListType"`
	UserName string `wire:"UserName,required" rule:"existingUserNameType"`
}

// TagUserOutput is what TagUser answers.
type TagUserOutput struct {
}

// UntagInstanceProfileInput is what UntagInstanceProfile takes.
type UntagInstanceProfileInput struct {
	InstanceProfileName string   `wire:"InstanceProfileName,required" rule:"instanceProfileNameType"`
	TagKeys             []string `wire:"TagKeys,required" rule:"tagKeyListType"`
}

// UntagInstanceProfileOutput is what UntagInstanceProfile answers.
type UntagInstanceProfileOutput struct {
}

// UntagMFADeviceInput is what UntagMFADevice takes.
type UntagMFADeviceInput struct {
	SerialNumber string   `wire:"SerialNumber,required" rule:"serialNumberType"`
	TagKeys      []string `wire:"TagKeys,required" rule:"tagKeyListType"`
}

// UntagMFADeviceOutput is what UntagMFADevice answers.
type UntagMFADeviceOutput struct {
}

// UntagOpenIDConnectProviderInput is what UntagOpenIDConnectProvider takes.
type UntagOpenIDConnectProviderInput struct {
	OpenIDConnectProviderArn string   `wire:"OpenIDConnectProviderArn,required" rule:"arnType"`
	TagKeys                  []string `wire:"TagKeys,required" rule:"tagKeyListType"`
}

// UntagOpenIDConnectProviderOutput is what UntagOpenIDConnectProvider answers.
type UntagOpenIDConnectProviderOutput struct {
}

// UntagPolicyInput is what UntagPolicy takes.
type UntagPolicyInput struct {
	PolicyArn string   `wire:"PolicyArn,required" rule:"arnType"`
	TagKeys   []string `wire:"TagKeys,required" rule:"tagKeyListType"`
}

// UntagPolicyOutput is what UntagPolicy answers.
type UntagPolicyOutput struct {
}

// UntagRoleInput is what UntagRole takes.
type UntagRoleInput struct {
	RoleName string   `wire:"RoleName,required" rule:"roleNameType"`
	TagKeys  []string `wire:"TagKeys,required" rule:"tagKeyListType"`
}

// UntagRoleOutput is what UntagRole answers.
type UntagRoleOutput struct {
}

// UntagSAMLProviderInput is what UntagSAMLProvider takes.
type UntagSAMLProviderInput struct {
	SAMLProviderArn string   `wire:"SAMLProviderArn,required" rule:"arnType"`
	TagKeys         []string `wire:"TagKeys,required" rule:"tagKeyListType"`
}

// UntagSAMLProviderOutput is what UntagSAMLProvider answers.
type UntagSAMLProviderOutput struct {
}

// UntagServerCertificateInput is what UntagServerCertificate takes.
type UntagServerCertificateInput struct {
	ServerCertificateName string   `wire:"ServerCertificateName,required" rule:"serverCertificateNameType"`
	TagKeys               []string `wire:"TagKeys,required" rule:"tagKeyListType"`
}

// UntagServerCertificateOutput is what UntagServerCertificate answers.
type UntagServerCertificateOutput struct {
}

// UntagUserInput is what UntagUser takes.
type UntagUserInput struct {
	TagKeys  []string `wire:"TagKeys,required" rule:"tagKeyListType"`
	UserName string   `wire:"UserName,required" rule:"existingUserNameType"`
}

// UntagUserOutput is what UntagUser answers.
type UntagUserOutput struct {
}

// UpdateAccessKeyInput is what UpdateAccessKey takes.
type UpdateAccessKeyInput struct {
	AccessKeyId string  `wire:"AccessKeyId,required" rule:"accessKeyIdType"`
	Status      string  `wire:"Status,required" rule:"statusType"`
	UserName    *string `wire:"UserName" rule:"existingUserNameType"`
}

// UpdateAccessKeyOutput is what UpdateAccessKey answers.
type UpdateAccessKeyOutput struct {
}

// UpdateAccountPasswordPolicyInput is what UpdateAccountPasswordPolicy takes.
type UpdateAccountPasswordPolicyInput struct {
	AllowUsersToChangePassword bool   `wire:"AllowUsersToChangePassword"`
	HardExpiry                 *bool  `wire:"HardExpiry"`
	MaxPasswordAge             *int32 `wire:"MaxPasswordAge" rule:"maxPasswordAgeType"`
	MinimumPasswordLength      *int32 `wire:"MinimumPasswordLength" rule:"minimumPasswordLengthType"`
	PasswordReusePrevention    *int32 `wire:"PasswordReusePrevention" rule:"passwordReusePreventionType"`
	RequireLowercaseCharacters bool   `wire:"RequireLowercaseCharacters"`
	RequireNumbers             bool   `wire:"RequireNumbers"`
	RequireSymbols             bool   `wire:"RequireSymbols"`
	RequireUppercaseCharacters bool   `wire:"RequireUppercaseCharacters"`
}

// UpdateAccountPasswordPolicyOutput is what UpdateAccountPasswordPolicy answers.
type UpdateAccountPasswordPolicyOutput struct {
}

// UpdateAssumeRolePolicyInput is what UpdateAssumeRolePolicy takes.
type UpdateAssumeRolePolicyInput struct {
	PolicyDocument string `wire:"PolicyDocument,required" rule:"policyDocumentType"`
	RoleName       string `wire:"RoleName,required" rule:"roleNameType"`
}

// UpdateAssumeRolePolicyOutput is what UpdateAssumeRolePolicy answers.
type UpdateAssumeRolePolicyOutput struct {
}

// UpdateDelegationRequestInput is what UpdateDelegationRequest takes.
type UpdateDelegationRequestInput struct {
	DelegationRequestId string  `wire:"DelegationRequestId,required" rule:"delegationRequestIdType"`
	Notes               *string `wire:"Notes" rule:"notesType"`
}

// UpdateDelegationRequestOutput is what UpdateDelegationRequest answers.
type UpdateDelegationRequestOutput struct {
}

// UpdateGroupInput is what UpdateGroup takes.
type UpdateGroupInput struct {
	GroupName    string  `wire:"GroupName,required" rule:"groupNameType"`
	NewGroupName *string `wire:"NewGroupName" rule:"groupNameType"`
	NewPath      *string `wire:"NewPath" rule:"pathType"`
}

// UpdateGroupOutput is what UpdateGroup answers.
type UpdateGroupOutput struct {
}

// UpdateLoginProfileInput is what UpdateLoginProfile takes.
type UpdateLoginProfileInput struct {
	Password              *string `wire:"Password" rule:"passwordType"`
	PasswordResetRequired *bool   `wire:"PasswordResetRequired"`
	UserName              string  `wire:"UserName,required" rule:"userNameType"`
}

// UpdateLoginProfileOutput is what UpdateLoginProfile answers.
type UpdateLoginProfileOutput struct {
}

// UpdateOpenIDConnectProviderThumbprintInput is what UpdateOpenIDConnectProviderThumbprint takes.
type UpdateOpenIDConnectProviderThumbprintInput struct {
	OpenIDConnectProviderArn string   `wire:"OpenIDConnectProviderArn,required" rule:"arnType"`
	ThumbprintList           []string `wire:"ThumbprintList,required" rule:"thumbprintListType"`
}

// UpdateOpenIDConnectProviderThumbprintOutput is what UpdateOpenIDConnectProviderThumbprint answers.
type UpdateOpenIDConnectProviderThumbprintOutput struct {
}

// UpdateRoleInput is what UpdateRole takes.
type UpdateRoleInput struct {
	Description        *string `wire:"Description" rule:"roleDescriptionType"`
	MaxSessionDuration *int32  `wire:"MaxSessionDuration" rule:"roleMaxSessionDurationType"`
	RoleName           string  `wire:"RoleName,required" rule:"roleNameType"`
}

// UpdateRoleOutput is what UpdateRole answers.
type UpdateRoleOutput struct {
}

// UpdateRoleDescriptionInput is what UpdateRoleDescription takes.
type UpdateRoleDescriptionInput struct {
	Description string `wire:"Description,required" rule:"roleDescriptionType"`
	RoleName    string `wire:"RoleName,required" rule:"roleNameType"`
}

// UpdateRoleDescriptionOutput is what UpdateRoleDescription answers.
type UpdateRoleDescriptionOutput struct {
	Role *Role `wire:"Role"`
}

// UpdateSAMLProviderInput is what UpdateSAMLProvider takes.
type UpdateSAMLProviderInput struct {
	AddPrivateKey           *string `wire:"AddPrivateKey" rule:"privateKeyType"`
	AssertionEncryptionMode *string `wire:"AssertionEncryptionMode" rule:"assertionEncryptionModeType"`
	RemovePrivateKey        *string `wire:"RemovePrivateKey" rule:"privateKeyIdType"`
	SAMLMetadataDocument    *string `wire:"SAMLMetadataDocument" rule:"SAMLMetadataDocumentType"`
	SAMLProviderArn         string  `wire:"SAMLProviderArn,required" rule:"arnType"`
}

// UpdateSAMLProviderOutput is what UpdateSAMLProvider answers.
type UpdateSAMLProviderOutput struct {
	SAMLProviderArn *string `wire:"SAMLProviderArn" rule:"arnType"`
}

// UpdateSSHPublicKeyInput is what UpdateSSHPublicKey takes.
type UpdateSSHPublicKeyInput struct {
	SSHPublicKeyId string `wire:"SSHPublicKeyId,required" rule:"publicKeyIdType"`
	Status         string `wire:"Status,required" rule:"statusType"`
	UserName       string `wire:"UserName,required" rule:"userNameType"`
}

// UpdateSSHPublicKeyOutput is what UpdateSSHPublicKey answers.
type UpdateSSHPublicKeyOutput struct {
}

// UpdateServerCertificateInput is what UpdateServerCertificate takes.
type UpdateServerCertificateInput struct {
	NewPath                  *string `wire:"NewPath" rule:"pathType"`
	NewServerCertificateName *string `wire:"NewServerCertificateName" rule:"serverCertificateNameType"`
	ServerCertificateName    string  `wire:"ServerCertificateName,required" rule:"serverCertificateNameType"`
}

// UpdateServerCertificateOutput is what UpdateServerCertificate answers.
type UpdateServerCertificateOutput struct {
}

// UpdateServiceSpecificCredentialInput is what UpdateServiceSpecificCredential takes.
type UpdateServiceSpecificCredentialInput struct {
	ServiceSpecificCredentialId string  `wire:"ServiceSpecificCredentialId,required" rule:"serviceSpecificCredentialId"`
	Status                      string  `wire:"Status,required" rule:"statusType"`
	UserName                    *string `wire:"UserName" rule:"userNameType"`
}

// UpdateServiceSpecificCredentialOutput is what UpdateServiceSpecificCredential answers.
type UpdateServiceSpecificCredentialOutput struct {
}

// UpdateSigningCertificateInput is what UpdateSigningCertificate takes.
type UpdateSigningCertificateInput struct {
	CertificateId string  `wire:"CertificateId,required" rule:"certificateIdType"`
	Status        string  `wire:"Status,required" rule:"statusType"`
	UserName      *string `wire:"UserName" rule:"existingUserNameType"`
}

// UpdateSigningCertificateOutput is what UpdateSigningCertificate answers.
type UpdateSigningCertificateOutput struct {
}

// UpdateUserInput is what UpdateUser takes.
type UpdateUserInput struct {
	NewPath     *string `wire:"NewPath" rule:"pathType"`
	NewUserName *string `wire:"NewUserName" rule:"userNameType"`
	UserName    string  `wire:"UserName,required" rule:"existingUserNameType"`
}

// UpdateUserOutput is what UpdateUser answers.
type UpdateUserOutput struct {
}

// UploadSSHPublicKeyInput is what UploadSSHPublicKey takes.
type UploadSSHPublicKeyInput struct {
	SSHPublicKeyBody string `wire:"SSHPublicKeyBody,required" rule:"publicKeyMaterialType"`
	UserName         string `wire:"UserName,required" rule:"userNameType"`
}

// UploadSSHPublicKeyOutput is what UploadSSHPublicKey answers.
type UploadSSHPublicKeyOutput struct {
	SSHPublicKey *SSHPublicKey `wire:"SSHPublicKey"`
}

// UploadServerCertificateInput is what UploadServerCertificate takes.
type UploadServerCertificateInput struct {
	CertificateBody       string  `wire:"CertificateBody,required" rule:"certificateBodyType"`
	CertificateChain      *string `wire:"CertificateChain" rule:"certificateChainType"`
	Path                  *string `wire:"Path" rule:"pathType"`
	PrivateKey            string  `wire:"PrivateKey,required" rule:"privateKeyType"`
	ServerCertificateName string  `wire:"ServerCertificateName,required" rule:"serverCertificateNameType"`
	Tags                  []Tag   `wire:"Tags" rule:"tagListType"`
}

// UploadServerCertificateOutput is what UploadServerCertificate answers.
type UploadServerCertificateOutput struct {
	ServerCertificateMetadata *ServerCertificateMetadata `wire:"ServerCertificateMetadata"`
	Tags                      []Tag                      `wire:"Tags" rule:"tagListType"`
}

// UploadSigningCertificateInput is what UploadSigningCertificate takes.
type UploadSigningCertificateInput struct {
	CertificateBody string  `wire:"CertificateBody,required" rule:"certificateBodyType"`
	UserName        *string `wire:"UserName" rule:"existingUserNameType"`
}

// UploadSigningCertificateOutput is what UploadSigningCertificate answers.
type UploadSigningCertificateOutput struct {
	Certificate *SigningCertificate `wire:"Certificate,required"`
}
