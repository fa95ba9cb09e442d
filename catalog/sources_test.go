package catalog_test

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTheDataIsWhatSOURCESSays(t *testing.T) {
	sources, err := os.ReadFile("SOURCES")
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("data/*")
	if err != nil || len(files) == 0 {
		t.Fatalf("list the data: %d files, %v", len(files), err)
	}
	size := 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		size += len(data)
		sum := sha256.Sum256(data)
		line := hex.EncodeToString(sum[:]) + "  " + filepath.ToSlash(file) + "\n"
		if !strings.Contains(string(sources), line) {
			t.Errorf("SOURCES does not have the line %sRun `go generate ./catalog/...`.", line)
		}
	}
	if size > 1<<20 {
		t.Errorf("the data has %d bytes, which is more than a megabyte", size)
	}
}
