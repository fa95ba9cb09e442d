package store

import "github.com/cardea-iam/cardea/identity"

// ServerCertificates are by identity.Key(account, name).
var ServerCertificates = NewTable("servercertificate", func(s *identity.ServerCertificate) string { return identity.Key(s.Account, s.Name) })

// ServerCertificateCount counts the server certificates of an account.
var ServerCertificateCount = ServerCertificates.CountBy(func(s *identity.ServerCertificate) []string { return []string{s.Account} })
