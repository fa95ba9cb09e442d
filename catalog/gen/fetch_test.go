package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha512"
	"encoding/base64"
	"strings"
	"testing"
)

func TestOnlyThePinnedPackageIsOpened(t *testing.T) {
	archive := tarball(t, "package/data/a.json", "{}")
	sum := sha512.Sum512(archive)
	pinned := source{Name: "a", Version: "1.0.0", Integrity: "sha512-" + base64.StdEncoding.EncodeToString(sum[:])}
	got, err := open(archive, pinned)
	if err != nil || string(got["data/a.json"]) != "{}" {
		t.Errorf("the pinned package: got %q, %v", got, err)
	}
	_, err = open(tarball(t, "package/data/a.json", "[]"), pinned)
	if err == nil || !strings.Contains(err.Error(), "integrity") {
		t.Errorf("another package: got %v, want an error about its integrity", err)
	}
}

func tarball(t *testing.T, name, content string) []byte {
	var out bytes.Buffer
	zipped := gzip.NewWriter(&out)
	w := tar.NewWriter(zipped)
	if err := w.WriteHeader(&tar.Header{Name: name, Mode: 0o644, Size: int64(len(content))}); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte(content)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := zipped.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
