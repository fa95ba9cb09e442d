package catalog_test

import (
	"os"
	"testing"

	"github.com/cardea-iam/cardea/catalog"
	"github.com/cardea-iam/cardea/catalog/pack"
)

func BenchmarkPolicyByARN(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, ok := catalog.PolicyByARN("arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"); !ok {
			b.Fatal("not found")
		}
	}
}

func BenchmarkPageOf100Policies(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		for range catalog.PoliciesAfter("AmazonEC2FullAccess") {
			if n++; n == 100 {
				break
			}
		}
	}
}

func BenchmarkActionByName(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, ok := catalog.ActionByName("ec2:RunInstances"); !ok {
			b.Fatal("not found")
		}
	}
}

// BenchmarkFirstUse opens the policies as the first caller does, and reads one document.
func BenchmarkFirstUse(b *testing.B) {
	data, err := os.ReadFile("data/policies.pack")
	if err != nil {
		b.Fatal(err)
	}
	text := string(data)
	b.ReportAllocs()
	for b.Loop() {
		f, err := pack.Open(text)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := f.Items()[700].Text(); err != nil {
			b.Fatal(err)
		}
	}
}
