package store

import "github.com/cardea-iam/cardea/identity"

// AccessJobs are by identity.Key(account, ID).
var AccessJobs = NewTable("accessjob", func(j *identity.AccessJob) string { return identity.Key(j.Account, j.ID) })

// AccessJobsByAge lists the jobs of an account, the oldest first, under its number and a slash.
var AccessJobsByAge = AccessJobs.Index(func(j *identity.AccessJob) []string {
	const fixed = "20060102150405.000000000" // texts of times in their order
	return []string{j.Account + "/" + j.CreatedAt.UTC().Format(fixed)}
})
