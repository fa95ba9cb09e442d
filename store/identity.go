package store

// Identity are the tables of accounts and what they hold.
var Identity = []Described{
	Accounts, Users, Groups, Roles, Policies, InstanceProfiles,
	AccessKeys, KeyUses, RoleUses, ServiceUses, AccessJobs, LoginProfiles, SSHKeys, SigningCertificates, ServiceCredentials,
	ServerCertificates, OIDCProviders, SAMLProviders,
	MFADevices, PasskeyChallenges, Throttles, BrowserSessions, PendingSignIns, KnownBrowsers, SigninTokens,
	AuthorizationCodes, Logins, Keyring,
}

// some is the index keys of a row that has at most one: none if it is empty.
func some(key string) []string {
	if key == "" {
		return nil
	}
	return []string{key}
}
