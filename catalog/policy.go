package catalog

import (
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/cardea-iam/cardea/catalog/pack"
)

// ManagedPolicy is a policy that AWS wrote and keeps: anybody may attach it, nobody may change it.
type ManagedPolicy struct {
	ARN              string // arn:aws:iam::aws:policy/job-function/ViewOnlyAccess
	Name             string // ViewOnlyAccess
	Path             string // /job-function/
	ID               string // ANPA and 17 characters: the same for the same ARN for ever, but not AWS's own
	DefaultVersionID string // v20: AWS's own number of the version that Document is
	CreateDate       time.Time
	UpdateDate       time.Time // when the default version was made

	item     *pack.Item
	once     sync.Once
	document string
}

// arnPrefix stands before the path of every managed policy. The account is called aws.
const arnPrefix = "arn:aws:iam::aws:policy"

// Document is the policy document of the default version, as compact JSON. Members and values are as AWS publishes them.
func (p *ManagedPolicy) Document() string {
	p.once.Do(func() { p.document = text(p.item) })
	return p.document
}

// PolicyByARN finds a managed policy by its ARN, path included. Upper and lower case differ.
func PolicyByARN(arn string) (*ManagedPolicy, bool) {
	if !strings.HasPrefix(arn, arnPrefix) {
		return nil, false
	}
	p, ok := PolicyByName(arn[strings.LastIndexByte(arn, '/')+1:])
	if !ok || p.ARN != arn {
		return nil, false
	}
	return p, true
}

// PolicyByName finds a managed policy by its name, which no other managed policy has, whatever its path. Upper and lower case differ.
func PolicyByName(name string) (*ManagedPolicy, bool) {
	p, ok := policies().byName[name]
	return p, ok
}

// Policies lists all managed policies in the byte order of their names.
func Policies() iter.Seq[*ManagedPolicy] { return slices.Values(policies().inOrder) }

// PoliciesAfter lists the managed policies whose names come after the given one, in the same order as Policies: the rest of a listing.
func PoliciesAfter(name string) iter.Seq[*ManagedPolicy] {
	all := policies().inOrder
	i, found := slices.BinarySearchFunc(all, name, func(p *ManagedPolicy, name string) int { return strings.Compare(p.Name, name) })
	if found {
		i++
	}
	return slices.Values(all[i:])
}

// PolicyCount is the number of managed policies.
func PolicyCount() int { return len(policies().inOrder) }

type policyIndex struct {
	inOrder []*ManagedPolicy
	byName  map[string]*ManagedPolicy
}

// policies reads the index of the managed policies, once.
var policies = sync.OnceValue(func() policyIndex {
	items := open(policyData).Items()
	index := policyIndex{byName: make(map[string]*ManagedPolicy, len(items))}
	for i := range items {
		p := newManagedPolicy(&items[i])
		index.inOrder = append(index.inOrder, p)
		index.byName[p.Name] = p
	}
	return index
})

// newManagedPolicy reads the facts that the generator writes about a policy: path, version, and the dates of the policy and the version.
func newManagedPolicy(item *pack.Item) *ManagedPolicy {
	arn := arnPrefix + item.Facts[0] + item.Key
	return &ManagedPolicy{
		ARN:              arn,
		Name:             item.Key,
		Path:             item.Facts[0],
		ID:               policyID(arn),
		DefaultVersionID: item.Facts[1],
		CreateDate:       date(item.Facts[2]),
		UpdateDate:       date(item.Facts[3]),
		item:             item,
	}
}

// policyID makes an ID in the form of
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
func policyID(arn string) string {
	sum := sha256.Sum256([]byte(arn))
	return "ANPA" + base32.StdEncoding.EncodeToString(sum[:])[:17]
}

func date(s string) time.Time {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		panic(fmt.Sprintf("catalog: read the embedded data: %v", err))
	}
	return t
}
