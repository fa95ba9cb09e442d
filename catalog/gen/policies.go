package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/cardea-iam/cardea/catalog/pack"
)

const policyPrefix = "arn:aws:iam::aws:policy"

// managedPolicy is a policy as the package writes it.
type managedPolicy struct {
	ARN             string    `json:"arn"`
	LatestVersionID string    `json:"latestVersionId"`
	Created         time.Time `json:"createdDate"`
	Updated         time.Time `json:"lastUpdatedDate"`
	Versions        map[string]struct {
		Document json.RawMessage `json:"document"`
	} `json:"versions"`
}

// policyEntries writes every policy with its latest version, in order of name, and says when the newest of them changed.
func policyEntries(f files) (entries []pack.Entry, date string, err error) {
	var policies map[string]managedPolicy
	if err := json.Unmarshal(f["dist/managedPolicies.json"], &policies); err != nil {
		return nil, "", fmt.Errorf("read the managed policies: %w", err)
	}
	var newest time.Time
	for name, p := range policies {
		entry, err := p.entry(name)
		if err != nil {
			return nil, "", fmt.Errorf("policy %s: %w", name, err)
		}
		entries = append(entries, entry)
		if p.Updated.After(newest) {
			newest = p.Updated
		}
	}
	slices.SortFunc(entries, func(a, b pack.Entry) int { return strings.Compare(a.Key, b.Key) })
	return entries, newest.Format(time.DateOnly), nil
}

func (p managedPolicy) entry(name string) (pack.Entry, error) {
	path, ok := strings.CutPrefix(p.ARN, policyPrefix)
	if !ok {
		return pack.Entry{}, fmt.Errorf("%s is not the ARN of an AWS managed policy", p.ARN)
	}
	path, ok = strings.CutSuffix(path, name)
	if !ok || !strings.HasSuffix(path, "/") {
		return pack.Entry{}, fmt.Errorf("%s does not end with the name", p.ARN)
	}
	latest, ok := p.Versions[p.LatestVersionID]
	if !ok {
		return pack.Entry{}, fmt.Errorf("its latest version %s is missing", p.LatestVersionID)
	}
	var document bytes.Buffer
	if err := json.Compact(&document, latest.Document); err != nil {
		return pack.Entry{}, err
	}
	return pack.Entry{
		Key:   name,
		Facts: []string{path, p.LatestVersionID, p.Created.Format(time.RFC3339), p.Updated.Format(time.RFC3339)},
		Text:  document.String(),
	}, nil
}
