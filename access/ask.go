package access

import (
	"net/netip"
	"time"

	"github.com/cardea-iam/cardea/identity"
)

// Ask is one thing that must be allowed before an operation runs.
type Ask struct {
	Action   string // in its published case: iam:CreateUser
	Resource string // the ARN that is decided on, or * for an action without resources
	Shown    string // how a denial names the resource where that is not Resource; Unnamed: not at all
	Owner    string // the account that owns the resource; empty: the one in its ARN, else the caller's
	Context  []Key  // what the context holds besides the keys of caller and request

	Trust *identity.Role // the role whose trust policy decides with (sts:AssumeRole and its kin); nil for everything else
	// TrustMissing says that the trust policy of a role that does not exist would have to decide: nothing grants then.
	TrustMissing bool
}

// Unnamed as an ask's Shown leaves the resource out of a denial, as EC2 does for reads.
const Unnamed = "-"

// Key is a key of the context. Many says that it is multi-valued: by its kind, not by how many values it has.
type Key struct {
	Name   string
	Values []string
	Many   bool
}

// One is a key with one value.
func One(name, value string) Key { return Key{Name: name, Values: []string{value}} }

// Set is a multi-valued key.
func Set(name string, values ...string) Key { return Key{Name: name, Values: values, Many: true} }

// Facts are what is known of a request besides who makes it and what it asks.
type Facts struct {
	RequestID string
	Service   string // the name under which the request was signed: iam, sts, ec2, dynamodb
	Region    string
	Now       time.Time
	SourceIP  netip.Addr
	UserAgent string
	Referer   string
	Secure    bool // over TLS

	// MFAJustNow says that this very call brought a right code (AssumeRole): MFA is present with age 0 while it is authorized.
	MFAJustNow bool
}

// RequestTags are the keys of tags that a call brings: aws:RequestTag/k for each, and aws:TagKeys.
func RequestTags(tags identity.Tags) []Key {
	if len(tags) == 0 {
		return nil
	}
	names := make([]string, 0, len(tags))
	keys := make([]Key, 0, len(tags)+1)
	for _, tag := range tags {
		names = append(names, tag.Key)
		keys = append(keys, One("aws:RequestTag/"+tag.Key, tag.Value))
	}
	return append(keys, Set("aws:TagKeys", names...))
}

// ResourceTags are the keys of the tags that a resource has: aws:ResourceTag/k, and the service's own mirror of it.
func ResourceTags(service string, tags identity.Tags) []Key {
	keys := make([]Key, 0, 2*len(tags))
	for _, tag := range tags {
		keys = append(keys, One("aws:ResourceTag/"+tag.Key, tag.Value), One(service+":ResourceTag/"+tag.Key, tag.Value))
	}
	return keys
}
