// Code generated from models/iam.json by api/gen; DO NOT EDIT.

package iam

// The values of AccessAdvisorUsageGranularityType.
const (
	AccessAdvisorUsageGranularityTypeServiceLevel = "SERVICE_LEVEL"
	AccessAdvisorUsageGranularityTypeActionLevel  = "ACTION_LEVEL"
)

// The values of ContextKeyTypeEnum.
const (
	ContextKeyTypeEnumString      = "string"
	ContextKeyTypeEnumStringList  = "stringList"
	ContextKeyTypeEnumNumeric     = "numeric"
	ContextKeyTypeEnumNumericList = "numericList"
	ContextKeyTypeEnumBoolean     = "boolean"
	ContextKeyTypeEnumBooleanList = "booleanList"
	ContextKeyTypeEnumIp          = "ip"
	ContextKeyTypeEnumIpList      = "ipList"
	ContextKeyTypeEnumBinary      = "binary"
	ContextKeyTypeEnumBinaryList  = "binaryList"
	ContextKeyTypeEnumDate        = "date"
	ContextKeyTypeEnumDateList    = "dateList"
)

// The values of DeletionTaskStatusType.
const (
	DeletionTaskStatusTypeSucceeded  = "SUCCEEDED"
	DeletionTaskStatusTypeInProgress = "IN_PROGRESS"
	DeletionTaskStatusTypeFailed     = "FAILED"
	DeletionTaskStatusTypeNotStarted = "NOT_STARTED"
)

// The values of EntityType.
const (
	EntityTypeUser               = "User"
	EntityTypeRole               = "Role"
	EntityTypeGroup              = "Group"
	EntityTypeLocalManagedPolicy = "LocalManagedPolicy"
	EntityTypeAWSManagedPolicy   = "AWSManagedPolicy"
)

// The values of FeatureType.
const (
	FeatureTypeRootCredentialsManagement = "RootCredentialsManagement"
	FeatureTypeRootSessions              = "RootSessions"
)

// The values of PermissionsBoundaryAttachmentType.
const (
	PermissionsBoundaryAttachmentTypePermissionsBoundaryPolicy = "PermissionsBoundaryPolicy"
)

// The values of PolicyEvaluationDecisionType.
const (
	PolicyEvaluationDecisionTypeAllowed      = "allowed"
	PolicyEvaluationDecisionTypeExplicitDeny = "explicitDeny"
	PolicyEvaluationDecisionTypeImplicitDeny = "implicitDeny"
)

// The values of PolicyParameterTypeEnum.
const (
	PolicyParameterTypeEnumString     = "string"
	PolicyParameterTypeEnumStringList = "stringList"
)

// The values of PolicySourceType.
const (
	PolicySourceTypeUser        = "user"
	PolicySourceTypeGroup       = "group"
	PolicySourceTypeRole        = "role"
	PolicySourceTypeAwsManaged  = "aws-managed"
	PolicySourceTypeUserManaged = "user-managed"
	PolicySourceTypeResource    = "resource"
	PolicySourceTypeNone        = "none"
)

// The values of PolicyUsageType.
const (
	PolicyUsageTypePermissionsPolicy   = "PermissionsPolicy"
	PolicyUsageTypePermissionsBoundary = "PermissionsBoundary"
)

// The values of ReportFormatType.
const (
	ReportFormatTypeTextCsv = "text/csv"
)

// The values of ReportStateType.
const (
	ReportStateTypeStarted    = "STARTED"
	ReportStateTypeInprogress = "INPROGRESS"
	ReportStateTypeComplete   = "COMPLETE"
)

// The values of AssertionEncryptionModeType.
const (
	AssertionEncryptionModeTypeRequired = "Required"
	AssertionEncryptionModeTypeAllowed  = "Allowed"
)

// The values of AssignmentStatusType.
const (
	AssignmentStatusTypeAssigned   = "Assigned"
	AssignmentStatusTypeUnassigned = "Unassigned"
	AssignmentStatusTypeAny        = "Any"
)

// The values of EncodingType.
const (
	EncodingTypeSsh = "SSH"
	EncodingTypePem = "PEM"
)

// The values of GlobalEndpointTokenVersion.
const (
	GlobalEndpointTokenVersionV1Token = "v1Token"
	GlobalEndpointTokenVersionV2Token = "v2Token"
)

// The values of JobStatusType.
const (
	JobStatusTypeInProgress = "IN_PROGRESS"
	JobStatusTypeCompleted  = "COMPLETED"
	JobStatusTypeFailed     = "FAILED"
)

// The values of PermissionCheckResultType.
const (
	PermissionCheckResultTypeAllowed = "ALLOWED"
	PermissionCheckResultTypeDenied  = "DENIED"
	PermissionCheckResultTypeUnsure  = "UNSURE"
)

// The values of PermissionCheckStatusType.
const (
	PermissionCheckStatusTypeComplete   = "COMPLETE"
	PermissionCheckStatusTypeInProgress = "IN_PROGRESS"
	PermissionCheckStatusTypeFailed     = "FAILED"
)

// The values of PolicyOwnerEntityType.
const (
	PolicyOwnerEntityTypeUser  = "USER"
	PolicyOwnerEntityTypeRole  = "ROLE"
	PolicyOwnerEntityTypeGroup = "GROUP"
)

// The values of PolicyScopeType.
const (
	PolicyScopeTypeAll   = "All"
	PolicyScopeTypeAws   = "AWS"
	PolicyScopeTypeLocal = "Local"
)

// The values of PolicyType.
const (
	PolicyTypeInline  = "INLINE"
	PolicyTypeManaged = "MANAGED"
)

// The values of SortKeyType.
const (
	SortKeyTypeServiceNamespaceAscending       = "SERVICE_NAMESPACE_ASCENDING"
	SortKeyTypeServiceNamespaceDescending      = "SERVICE_NAMESPACE_DESCENDING"
	SortKeyTypeLastAuthenticatedTimeAscending  = "LAST_AUTHENTICATED_TIME_ASCENDING"
	SortKeyTypeLastAuthenticatedTimeDescending = "LAST_AUTHENTICATED_TIME_DESCENDING"
)

// The values of StateType.
const (
	StateTypeUnassigned      = "UNASSIGNED"
	StateTypeAssigned        = "ASSIGNED"
	StateTypePendingApproval = "PENDING_APPROVAL"
	StateTypeFinalized       = "FINALIZED"
	StateTypeAccepted        = "ACCEPTED"
	StateTypeRejected        = "REJECTED"
	StateTypeExpired         = "EXPIRED"
)

// The values of StatusType.
const (
	StatusTypeActive   = "Active"
	StatusTypeInactive = "Inactive"
	StatusTypeExpired  = "Expired"
)

// The values of SummaryKeyType.
const (
	SummaryKeyTypeUsers                             = "Users"
	SummaryKeyTypeUsersQuota                        = "UsersQuota"
	SummaryKeyTypeGroups                            = "Groups"
	SummaryKeyTypeGroupsQuota                       = "GroupsQuota"
	SummaryKeyTypeServerCertificates                = "ServerCertificates"
	SummaryKeyTypeServerCertificatesQuota           = "ServerCertificatesQuota"
	SummaryKeyTypeUserPolicySizeQuota               = "UserPolicySizeQuota"
	SummaryKeyTypeGroupPolicySizeQuota              = "GroupPolicySizeQuota"
	SummaryKeyTypeGroupsPerUserQuota                = "GroupsPerUserQuota"
	SummaryKeyTypeSigningCertificatesPerUserQuota   = "SigningCertificatesPerUserQuota"
	SummaryKeyTypeAccessKeysPerUserQuota            = "AccessKeysPerUserQuota"
	SummaryKeyTypeMFADevices                        = "MFADevices"
	SummaryKeyTypeMFADevicesInUse                   = "MFADevicesInUse"
	SummaryKeyTypeAccountMFAEnabled                 = "AccountMFAEnabled"
	SummaryKeyTypeAccountAccessKeysPresent          = "AccountAccessKeysPresent"
	SummaryKeyTypeAccountPasswordPresent            = "AccountPasswordPresent"
	SummaryKeyTypeAccountSigningCertificatesPresent = "AccountSigningCertificatesPresent"
	SummaryKeyTypeAttachedPoliciesPerGroupQuota     = "AttachedPoliciesPerGroupQuota"
	SummaryKeyTypeAttachedPoliciesPerRoleQuota      = "AttachedPoliciesPerRoleQuota"
	SummaryKeyTypeAttachedPoliciesPerUserQuota      = "AttachedPoliciesPerUserQuota"
	SummaryKeyTypePolicies                          = "Policies"
	SummaryKeyTypePoliciesQuota                     = "PoliciesQuota"
	SummaryKeyTypePolicySizeQuota                   = "PolicySizeQuota"
	SummaryKeyTypePolicyVersionsInUse               = "PolicyVersionsInUse"
	SummaryKeyTypePolicyVersionsInUseQuota          = "PolicyVersionsInUseQuota"
	SummaryKeyTypeVersionsPerPolicyQuota            = "VersionsPerPolicyQuota"
	SummaryKeyTypeGlobalEndpointTokenVersion        = "GlobalEndpointTokenVersion"
	SummaryKeyTypeAssumeRolePolicySizeQuota         = "AssumeRolePolicySizeQuota"
	SummaryKeyTypeInstanceProfiles                  = "InstanceProfiles"
	SummaryKeyTypeInstanceProfilesQuota             = "InstanceProfilesQuota"
	SummaryKeyTypeProviders                         = "Providers"
	SummaryKeyTypeRolePolicySizeQuota               = "RolePolicySizeQuota"
	SummaryKeyTypeRoles                             = "Roles"
	SummaryKeyTypeRolesQuota                        = "RolesQuota"
)

// The values of SummaryStateType.
const (
	SummaryStateTypeAvailable    = "AVAILABLE"
	SummaryStateTypeNotAvailable = "NOT_AVAILABLE"
	SummaryStateTypeNotSupported = "NOT_SUPPORTED"
	SummaryStateTypeFailed       = "FAILED"
)
