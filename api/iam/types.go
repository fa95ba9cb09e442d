// Code generated from models/iam.json by api/gen; DO NOT EDIT.

package iam

import (
	"time"
)

// AccessDetail is a published structure.
type AccessDetail struct {
	EntityPath                 *string    `wire:"EntityPath" rule:"organizationsEntityPathType"`
	LastAuthenticatedTime      *time.Time `wire:"LastAuthenticatedTime"`
	Region                     *string    `wire:"Region"`
	ServiceName                string     `wire:"ServiceName,required"`
	ServiceNamespace           string     `wire:"ServiceNamespace,required" rule:"serviceNamespaceType"`
	TotalAuthenticatedEntities *int32     `wire:"TotalAuthenticatedEntities"`
}

// AccessKey is a published structure.
type AccessKey struct {
	AccessKeyId     string     `wire:"AccessKeyId,required" rule:"accessKeyIdType"`
	CreateDate      *time.Time `wire:"CreateDate"`
	SecretAccessKey string     `wire:"SecretAccessKey,required" rule:"accessKeySecretType"`
	Status          string     `wire:"Status,required" rule:"statusType"`
	UserName        string     `wire:"UserName,required" rule:"userNameType"`
}

// AccessKeyLastUsed is a published structure.
type AccessKeyLastUsed struct {
	LastUsedDate *time.Time `wire:"LastUsedDate"`
	Region       string     `wire:"Region,required"`
	ServiceName  string     `wire:"ServiceName,required"`
}

// AccessKeyMetadata is a published structure.
type AccessKeyMetadata struct {
	AccessKeyId *string    `wire:"AccessKeyId" rule:"accessKeyIdType"`
	CreateDate  *time.Time `wire:"CreateDate"`
	Status      *string    `wire:"Status" rule:"statusType"`
	UserName    *string    `wire:"UserName" rule:"userNameType"`
}

// AttachedPermissionsBoundary is a published structure.
type AttachedPermissionsBoundary struct {
	PermissionsBoundaryArn  *string `wire:"PermissionsBoundaryArn" rule:"arnType"`
	PermissionsBoundaryType *string `wire:"PermissionsBoundaryType" rule:"PermissionsBoundaryAttachmentType"`
}

// AttachedPolicy is a published structure.
type AttachedPolicy struct {
	PolicyArn  *string `wire:"PolicyArn" rule:"arnType"`
	PolicyName *string `wire:"PolicyName" rule:"policyNameType"`
}

// ContextEntry is a published structure.
type ContextEntry struct {
	ContextKeyName   *string  `wire:"ContextKeyName" rule:"ContextKeyNameType"`
	ContextKeyType   *string  `wire:"ContextKeyType" rule:"ContextKeyTypeEnum"`
	ContextKeyValues []string `wire:"ContextKeyValues"`
}

// DelegationPermission is a published structure.
type DelegationPermission struct {
	Parameters        []PolicyParameter `wire:"Parameters" rule:"policyParameterListType"`
	PolicyTemplateArn *string           `wire:"PolicyTemplateArn" rule:"arnType"`
}

// DelegationRequest is a published structure.
type DelegationRequest struct {
	ApproverId                    *string               `wire:"ApproverId" rule:"arnType"`
	CreateDate                    *time.Time            `wire:"CreateDate"`
	DelegationRequestId           *string               `wire:"DelegationRequestId" rule:"delegationRequestIdType"`
	Description                   *string               `wire:"Description" rule:"delegationRequestDescriptionType"`
	ExpirationTime                *time.Time            `wire:"ExpirationTime"`
	Notes                         *string               `wire:"Notes" rule:"notesType"`
	OnlySendByOwner               bool                  `wire:"OnlySendByOwner"`
	OwnerAccountId                *string               `wire:"OwnerAccountId" rule:"accountIdType"`
	OwnerId                       *string               `wire:"OwnerId" rule:"ownerIdType"`
	PermissionPolicy              *string               `wire:"PermissionPolicy"`
	Permissions                   *DelegationPermission `wire:"Permissions"`
	RedirectUrl                   *string               `wire:"RedirectUrl" rule:"redirectUrlType"`
	RejectionReason               *string               `wire:"RejectionReason" rule:"notesType"`
	RequestMessage                *string               `wire:"RequestMessage" rule:"requestMessageType"`
	RequestorId                   *string               `wire:"RequestorId" rule:"accountIdType"`
	RequestorName                 *string               `wire:"RequestorName" rule:"requestorNameType"`
	RolePermissionRestrictionArns []string              `wire:"RolePermissionRestrictionArns" rule:"rolePermissionRestrictionArnListType"`
	SessionDuration               *int32                `wire:"SessionDuration" rule:"sessionDurationType"`
	State                         *string               `wire:"State" rule:"stateType"`
	UpdatedTime                   *time.Time            `wire:"UpdatedTime"`
}

// DeletionTaskFailureReasonType is a published structure.
type DeletionTaskFailureReasonType struct {
	Reason        *string         `wire:"Reason" rule:"ReasonType"`
	RoleUsageList []RoleUsageType `wire:"RoleUsageList"`
}

// EntityDetails is a published structure.
type EntityDetails struct {
	EntityInfo        *EntityInfo `wire:"EntityInfo,required"`
	LastAuthenticated *time.Time  `wire:"LastAuthenticated"`
}

// EntityInfo is a published structure.
type EntityInfo struct {
	Arn  string  `wire:"Arn,required" rule:"arnType"`
	Id   string  `wire:"Id,required" rule:"idType"`
	Name string  `wire:"Name,required" rule:"userNameType"`
	Path *string `wire:"Path" rule:"pathType"`
	Type string  `wire:"Type,required" rule:"policyOwnerEntityType"`
}

// ErrorDetails is a published structure.
type ErrorDetails struct {
	Code    string `wire:"Code,required"`
	Message string `wire:"Message,required"`
}

// EvaluationResult is a published structure.
type EvaluationResult struct {
	EvalActionName                    string                             `wire:"EvalActionName,required" rule:"ActionNameType"`
	EvalDecision                      string                             `wire:"EvalDecision,required" rule:"PolicyEvaluationDecisionType"`
	EvalDecisionDetails               map[string]string                  `wire:"EvalDecisionDetails" rule:"EvalDecisionDetailsType"`
	EvalResourceName                  *string                            `wire:"EvalResourceName" rule:"ResourceNameType"`
	MatchedStatements                 []Statement                        `wire:"MatchedStatements"`
	MissingContextValues              []string                           `wire:"MissingContextValues" rule:"ContextKeyNamesResultListType"`
	OrganizationsDecisionDetail       *OrganizationsDecisionDetail       `wire:"OrganizationsDecisionDetail"`
	PermissionsBoundaryDecisionDetail *PermissionsBoundaryDecisionDetail `wire:"PermissionsBoundaryDecisionDetail"`
	ResourceSpecificResults           []ResourceSpecificResult           `wire:"ResourceSpecificResults"`
}

// GetContextKeysForPolicyResponse is a published structure.
type GetContextKeysForPolicyResponse struct {
	ContextKeyNames []string `wire:"ContextKeyNames" rule:"ContextKeyNamesResultListType"`
}

// Group is a published structure.
type Group struct {
	Arn        string    `wire:"Arn,required" rule:"arnType"`
	CreateDate time.Time `wire:"CreateDate,required"`
	GroupId    string    `wire:"GroupId,required" rule:"idType"`
	GroupName  string    `wire:"GroupName,required" rule:"groupNameType"`
	Path       string    `wire:"Path,required" rule:"pathType"`
}

// GroupDetail is a published structure.
type GroupDetail struct {
	Arn                     *string          `wire:"Arn" rule:"arnType"`
	AttachedManagedPolicies []AttachedPolicy `wire:"AttachedManagedPolicies"`
	CreateDate              *time.Time       `wire:"CreateDate"`
	GroupId                 *string          `wire:"GroupId" rule:"idType"`
	GroupName               *string          `wire:"GroupName" rule:"groupNameType"`
	GroupPolicyList         []PolicyDetail   `wire:"GroupPolicyList"`
	Path                    *string          `wire:"Path" rule:"pathType"`
}

// InstanceProfile is a published structure.
type InstanceProfile struct {
	Arn                 string    `wire:"Arn,required" rule:"arnType"`
	CreateDate          time.Time `wire:"CreateDate,required"`
	InstanceProfileId   string    `wire:"InstanceProfileId,required" rule:"idType"`
	InstanceProfileName string    `wire:"InstanceProfileName,required" rule:"instanceProfileNameType"`
	Path                string    `wire:"Path,required" rule:"pathType"`
	Roles               []Role    `wire:"Roles,required"`
	Tags                []Tag     `wire:"Tags" rule:"tagListType"`
}

// ListPoliciesGrantingServiceAccessEntry is a published structure.
type ListPoliciesGrantingServiceAccessEntry struct {
	Policies         []PolicyGrantingServiceAccess `wire:"Policies"`
	ServiceNamespace *string                       `wire:"ServiceNamespace" rule:"serviceNamespaceType"`
}

// LoginProfile is a published structure.
type LoginProfile struct {
	CreateDate            time.Time `wire:"CreateDate,required"`
	PasswordResetRequired bool      `wire:"PasswordResetRequired"`
	UserName              string    `wire:"UserName,required" rule:"userNameType"`
}

// MFADevice is a published structure.
type MFADevice struct {
	EnableDate   time.Time `wire:"EnableDate,required"`
	SerialNumber string    `wire:"SerialNumber,required" rule:"serialNumberType"`
	UserName     string    `wire:"UserName,required" rule:"userNameType"`
}

// ManagedPolicyDetail is a published structure.
type ManagedPolicyDetail struct {
	Arn                           *string         `wire:"Arn" rule:"arnType"`
	AttachmentCount               *int32          `wire:"AttachmentCount"`
	CreateDate                    *time.Time      `wire:"CreateDate"`
	DefaultVersionId              *string         `wire:"DefaultVersionId" rule:"policyVersionIdType"`
	Description                   *string         `wire:"Description" rule:"policyDescriptionType"`
	IsAttachable                  bool            `wire:"IsAttachable"`
	Path                          *string         `wire:"Path" rule:"policyPathType"`
	PermissionsBoundaryUsageCount *int32          `wire:"PermissionsBoundaryUsageCount"`
	PolicyId                      *string         `wire:"PolicyId" rule:"idType"`
	PolicyName                    *string         `wire:"PolicyName" rule:"policyNameType"`
	PolicyVersionList             []PolicyVersion `wire:"PolicyVersionList"`
	UpdateDate                    *time.Time      `wire:"UpdateDate"`
}

// OpenIDConnectProviderListEntry is a published structure.
type OpenIDConnectProviderListEntry struct {
	Arn *string `wire:"Arn" rule:"arnType"`
}

// OrganizationsDecisionDetail is a published structure.
type OrganizationsDecisionDetail struct {
	AllowedByOrganizations bool `wire:"AllowedByOrganizations"`
}

// PasswordPolicy is a published structure.
type PasswordPolicy struct {
	AllowUsersToChangePassword bool   `wire:"AllowUsersToChangePassword"`
	ExpirePasswords            bool   `wire:"ExpirePasswords"`
	HardExpiry                 *bool  `wire:"HardExpiry"`
	MaxPasswordAge             *int32 `wire:"MaxPasswordAge" rule:"maxPasswordAgeType"`
	MinimumPasswordLength      *int32 `wire:"MinimumPasswordLength" rule:"minimumPasswordLengthType"`
	PasswordReusePrevention    *int32 `wire:"PasswordReusePrevention" rule:"passwordReusePreventionType"`
	RequireLowercaseCharacters bool   `wire:"RequireLowercaseCharacters"`
	RequireNumbers             bool   `wire:"RequireNumbers"`
	RequireSymbols             bool   `wire:"RequireSymbols"`
	RequireUppercaseCharacters bool   `wire:"RequireUppercaseCharacters"`
}

// PermissionsBoundaryDecisionDetail is a published structure.
type PermissionsBoundaryDecisionDetail struct {
	AllowedByPermissionsBoundary bool `wire:"AllowedByPermissionsBoundary"`
}

// Policy is a published structure.
type Policy struct {
	Arn                           *string    `wire:"Arn" rule:"arnType"`
	AttachmentCount               *int32     `wire:"AttachmentCount"`
	CreateDate                    *time.Time `wire:"CreateDate"`
	DefaultVersionId              *string    `wire:"DefaultVersionId" rule:"policyVersionIdType"`
	Description                   *string    `wire:"Description" rule:"policyDescriptionType"`
	IsAttachable                  bool       `wire:"IsAttachable"`
	Path                          *string    `wire:"Path" rule:"policyPathType"`
	PermissionsBoundaryUsageCount *int32     `wire:"PermissionsBoundaryUsageCount"`
	PolicyId                      *string    `wire:"PolicyId" rule:"idType"`
	PolicyName                    *string    `wire:"PolicyName" rule:"policyNameType"`
	Tags                          []Tag      `wire:"Tags" rule:"tagListType"`
	UpdateDate                    *time.Time `wire:"UpdateDate"`
}

// PolicyDetail is a published structure.
type PolicyDetail struct {
	PolicyDocument *string `wire:"PolicyDocument" rule:"policyDocumentType"`
	PolicyName     *string `wire:"PolicyName" rule:"policyNameType"`
}

// PolicyGrantingServiceAccess is a published structure.
type PolicyGrantingServiceAccess struct {
	EntityName *string `wire:"EntityName" rule:"entityNameType"`
	EntityType *string `wire:"EntityType" rule:"policyOwnerEntityType"`
	PolicyArn  *string `wire:"PolicyArn" rule:"arnType"`
	PolicyName string  `wire:"PolicyName,required" rule:"policyNameType"`
	PolicyType string  `wire:"PolicyType,required" rule:"policyType"`
}

// PolicyGroup is a published structure.
type PolicyGroup struct {
	GroupId   *string `wire:"GroupId" rule:"idType"`
	GroupName *string `wire:"GroupName" rule:"groupNameType"`
}

// PolicyParameter is a published structure.
type PolicyParameter struct {
	Name   *string  `wire:"Name" rule:"policyParameterNameType"`
	Type   *string  `wire:"Type" rule:"PolicyParameterTypeEnum"`
	Values []string `wire:"Values" rule:"policyParameterValuesListType"`
}

// PolicyRole is a published structure.
type PolicyRole struct {
	RoleId   *string `wire:"RoleId" rule:"idType"`
	RoleName *string `wire:"RoleName" rule:"roleNameType"`
}

// PolicyUser is a published structure.
type PolicyUser struct {
	UserId   *string `wire:"UserId" rule:"idType"`
	UserName *string `wire:"UserName" rule:"userNameType"`
}

// PolicyVersion is a published structure.
type PolicyVersion struct {
	CreateDate       *time.Time `wire:"CreateDate"`
	Document         *string    `wire:"Document" rule:"policyDocumentType"`
	IsDefaultVersion bool       `wire:"IsDefaultVersion"`
	VersionId        *string    `wire:"VersionId" rule:"policyVersionIdType"`
}

// Position is a published structure.
type Position struct {
	Column *int32 `wire:"Column"`
	Line   *int32 `wire:"Line"`
}

// ResourceSpecificResult is a published structure.
type ResourceSpecificResult struct {
	EvalDecisionDetails               map[string]string                  `wire:"EvalDecisionDetails" rule:"EvalDecisionDetailsType"`
	EvalResourceDecision              string                             `wire:"EvalResourceDecision,required" rule:"PolicyEvaluationDecisionType"`
	EvalResourceName                  string                             `wire:"EvalResourceName,required" rule:"ResourceNameType"`
	MatchedStatements                 []Statement                        `wire:"MatchedStatements"`
	MissingContextValues              []string                           `wire:"MissingContextValues" rule:"ContextKeyNamesResultListType"`
	PermissionsBoundaryDecisionDetail *PermissionsBoundaryDecisionDetail `wire:"PermissionsBoundaryDecisionDetail"`
}

// Role is a published structure.
type Role struct {
	Arn                      string                       `wire:"Arn,required" rule:"arnType"`
	AssumeRolePolicyDocument *string                      `wire:"AssumeRolePolicyDocument" rule:"policyDocumentType"`
	CreateDate               time.Time                    `wire:"CreateDate,required"`
	Description              *string                      `wire:"Description" rule:"roleDescriptionType"`
	MaxSessionDuration       *int32                       `wire:"MaxSessionDuration" rule:"roleMaxSessionDurationType"`
	Path                     string                       `wire:"Path,required" rule:"pathType"`
	PermissionsBoundary      *AttachedPermissionsBoundary `wire:"PermissionsBoundary"`
	RoleId                   string                       `wire:"RoleId,required" rule:"idType"`
	RoleLastUsed             *RoleLastUsed                `wire:"RoleLastUsed"`
	RoleName                 string                       `wire:"RoleName,required" rule:"roleNameType"`
	Tags                     []Tag                        `wire:"Tags" rule:"tagListType"`
}

// RoleDetail is a published structure.
type RoleDetail struct {
	Arn                      *string                      `wire:"Arn" rule:"arnType"`
	AssumeRolePolicyDocument *string                      `wire:"AssumeRolePolicyDocument" rule:"policyDocumentType"`
	AttachedManagedPolicies  []AttachedPolicy             `wire:"AttachedManagedPolicies"`
	CreateDate               *time.Time                   `wire:"CreateDate"`
	InstanceProfileList      []InstanceProfile            `wire:"InstanceProfileList"`
	Path                     *string                      `wire:"Path" rule:"pathType"`
	PermissionsBoundary      *AttachedPermissionsBoundary `wire:"PermissionsBoundary"`
	RoleId                   *string                      `wire:"RoleId" rule:"idType"`
	RoleLastUsed             *RoleLastUsed                `wire:"RoleLastUsed"`
	RoleName                 *string                      `wire:"RoleName" rule:"roleNameType"`
	RolePolicyList           []PolicyDetail               `wire:"RolePolicyList"`
	Tags                     []Tag                        `wire:"Tags" rule:"tagListType"`
}

// RoleLastUsed is a published structure.
type RoleLastUsed struct {
	LastUsedDate *time.Time `wire:"LastUsedDate"`
	Region       *string    `wire:"Region"`
}

// RoleUsageType is a published structure.
type RoleUsageType struct {
	Region    *string  `wire:"Region" rule:"RegionNameType"`
	Resources []string `wire:"Resources" rule:"ArnListType"`
}

// SAMLPrivateKey is a published structure.
type SAMLPrivateKey struct {
	KeyId     *string    `wire:"KeyId" rule:"privateKeyIdType"`
	Timestamp *time.Time `wire:"Timestamp"`
}

// SAMLProviderListEntry is a published structure.
type SAMLProviderListEntry struct {
	Arn        *string    `wire:"Arn" rule:"arnType"`
	CreateDate *time.Time `wire:"CreateDate"`
	ValidUntil *time.Time `wire:"ValidUntil"`
}

// SSHPublicKey is a published structure.
type SSHPublicKey struct {
	Fingerprint      string     `wire:"Fingerprint,required" rule:"publicKeyFingerprintType"`
	SSHPublicKeyBody string     `wire:"SSHPublicKeyBody,required" rule:"publicKeyMaterialType"`
	SSHPublicKeyId   string     `wire:"SSHPublicKeyId,required" rule:"publicKeyIdType"`
	Status           string     `wire:"Status,required" rule:"statusType"`
	UploadDate       *time.Time `wire:"UploadDate"`
	UserName         string     `wire:"UserName,required" rule:"userNameType"`
}

// SSHPublicKeyMetadata is a published structure.
type SSHPublicKeyMetadata struct {
	SSHPublicKeyId string    `wire:"SSHPublicKeyId,required" rule:"publicKeyIdType"`
	Status         string    `wire:"Status,required" rule:"statusType"`
	UploadDate     time.Time `wire:"UploadDate,required"`
	UserName       string    `wire:"UserName,required" rule:"userNameType"`
}

// ServerCertificate is a published structure.
type ServerCertificate struct {
	CertificateBody           string                     `wire:"CertificateBody,required" rule:"certificateBodyType"`
	CertificateChain          *string                    `wire:"CertificateChain" rule:"certificateChainType"`
	ServerCertificateMetadata *ServerCertificateMetadata `wire:"ServerCertificateMetadata,required"`
	Tags                      []Tag                      `wire:"Tags" rule:"tagListType"`
}

// ServerCertificateMetadata is a published structure.
type ServerCertificateMetadata struct {
	Arn                   string     `wire:"Arn,required" rule:"arnType"`
	Expiration            *time.Time `wire:"Expiration"`
	Path                  string     `wire:"Path,required" rule:"pathType"`
	ServerCertificateId   string     `wire:"ServerCertificateId,required" rule:"idType"`
	ServerCertificateName string     `wire:"ServerCertificateName,required" rule:"serverCertificateNameType"`
	UploadDate            *time.Time `wire:"UploadDate"`
}

// ServiceLastAccessed is a published structure.
type ServiceLastAccessed struct {
	LastAuthenticated          *time.Time                  `wire:"LastAuthenticated"`
	LastAuthenticatedEntity    *string                     `wire:"LastAuthenticatedEntity" rule:"arnType"`
	LastAuthenticatedRegion    *string                     `wire:"LastAuthenticatedRegion"`
	ServiceName                string                      `wire:"ServiceName,required"`
	ServiceNamespace           string                      `wire:"ServiceNamespace,required" rule:"serviceNamespaceType"`
	TotalAuthenticatedEntities *int32                      `wire:"TotalAuthenticatedEntities"`
	TrackedActionsLastAccessed []TrackedActionLastAccessed `wire:"TrackedActionsLastAccessed"`
}

// ServiceSpecificCredential is a published structure.
type ServiceSpecificCredential struct {
	CreateDate                  time.Time  `wire:"CreateDate,required"`
	ExpirationDate              *time.Time `wire:"ExpirationDate"`
	ServiceCredentialAlias      *string    `wire:"ServiceCredentialAlias" rule:"serviceCredentialAlias"`
	ServiceCredentialSecret     *string    `wire:"ServiceCredentialSecret" rule:"serviceCredentialSecret"`
	ServiceName                 string     `wire:"ServiceName,required"`
	ServicePassword             *string    `wire:"ServicePassword" rule:"servicePassword"`
	ServiceSpecificCredentialId string     `wire:"ServiceSpecificCredentialId,required" rule:"serviceSpecificCredentialId"`
	ServiceUserName             *string    `wire:"ServiceUserName" rule:"serviceUserName"`
	Status                      string     `wire:"Status,required" rule:"statusType"`
	UserName                    string     `wire:"UserName,required" rule:"userNameType"`
}

// ServiceSpecificCredentialMetadata is a published structure.
type ServiceSpecificCredentialMetadata struct {
	CreateDate                  time.Time  `wire:"CreateDate,required"`
	ExpirationDate              *time.Time `wire:"ExpirationDate"`
	ServiceCredentialAlias      *string    `wire:"ServiceCredentialAlias" rule:"serviceCredentialAlias"`
	ServiceName                 string     `wire:"ServiceName,required"`
	ServiceSpecificCredentialId string     `wire:"ServiceSpecificCredentialId,required" rule:"serviceSpecificCredentialId"`
	ServiceUserName             *string    `wire:"ServiceUserName" rule:"serviceUserName"`
	Status                      string     `wire:"Status,required" rule:"statusType"`
	UserName                    string     `wire:"UserName,required" rule:"userNameType"`
}

// SigningCertificate is a published structure.
type SigningCertificate struct {
	CertificateBody string     `wire:"CertificateBody,required" rule:"certificateBodyType"`
	CertificateId   string     `wire:"CertificateId,required" rule:"certificateIdType"`
	Status          string     `wire:"Status,required" rule:"statusType"`
	UploadDate      *time.Time `wire:"UploadDate"`
	UserName        string     `wire:"UserName,required" rule:"userNameType"`
}

// SimulatePolicyResponse is a published structure.
type SimulatePolicyResponse struct {
	EvaluationResults []EvaluationResult `wire:"EvaluationResults"`
	IsTruncated       bool               `wire:"IsTruncated"`
	Marker            *string            `wire:"Marker"`
}

// Statement is a published structure.
type Statement struct {
	EndPosition      *Position `wire:"EndPosition"`
	SourcePolicyId   *string   `wire:"SourcePolicyId"`
	SourcePolicyType *string   `wire:"SourcePolicyType" rule:"PolicySourceType"`
	StartPosition    *Position `wire:"StartPosition"`
}

// Tag is a published structure.
type Tag struct {
	Key   string `wire:"Key,required" rule:"tagKeyType"`
	Value string `wire:"Value,required" rule:"tagValueType"`
}

// TrackedActionLastAccessed is a published structure.
type TrackedActionLastAccessed struct {
	ActionName         *string    `wire:"ActionName"`
	LastAccessedEntity *string    `wire:"LastAccessedEntity" rule:"arnType"`
	LastAccessedRegion *string    `wire:"LastAccessedRegion"`
	LastAccessedTime   *time.Time `wire:"LastAccessedTime"`
}

// User is a published structure.
type User struct {
	Arn                 string                       `wire:"Arn,required" rule:"arnType"`
	CreateDate          time.Time                    `wire:"CreateDate,required"`
	PasswordLastUsed    *time.Time                   `wire:"PasswordLastUsed"`
	Path                string                       `wire:"Path,required" rule:"pathType"`
	PermissionsBoundary *AttachedPermissionsBoundary `wire:"PermissionsBoundary"`
	Tags                []Tag                        `wire:"Tags" rule:"tagListType"`
	UserId              string                       `wire:"UserId,required" rule:"idType"`
	UserName            string                       `wire:"UserName,required" rule:"userNameType"`
}

// UserDetail is a published structure.
type UserDetail struct {
	Arn                     *string                      `wire:"Arn" rule:"arnType"`
	AttachedManagedPolicies []AttachedPolicy             `wire:"AttachedManagedPolicies"`
	CreateDate              *time.Time                   `wire:"CreateDate"`
	GroupList               []string                     `wire:"GroupList" rule:"groupNameListType"`
	Path                    *string                      `wire:"Path" rule:"pathType"`
	PermissionsBoundary     *AttachedPermissionsBoundary `wire:"PermissionsBoundary"`
	Tags                    []Tag                        `wire:"Tags" rule:"tagListType"`
	UserId                  *string                      `wire:"UserId" rule:"idType"`
	UserName                *string                      `wire:"UserName" rule:"userNameType"`
	UserPolicyList          []PolicyDetail               `wire:"UserPolicyList"`
}

// VirtualMFADevice is a published structure.
type VirtualMFADevice struct {
	Base32StringSeed []byte     `wire:"Base32StringSeed" rule:"BootstrapDatum"`
	EnableDate       *time.Time `wire:"EnableDate"`
	QRCodePNG        []byte     `wire:"QRCodePNG" rule:"BootstrapDatum"`
	SerialNumber     string     `wire:"SerialNumber,required" rule:"serialNumberType"`
	Tags             []Tag      `wire:"Tags" rule:"tagListType"`
	User             *User      `wire:"User"`
}
