package seal

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

const (
	keyFileMode  = 0o600
	maxKeyFile   = 4096
	keyFileIntro = "# The root key of a Cardea installation. With it and the data, every secret can be read; without it, none.\n" +
		"# Keep a copy in a safe place, never beside a backup of the data.\n"
)

// CreateKeyFile makes a root key and writes it to a new file that only its owner may read. It returns when file and
// directory are on the disk. A file (or link) that is already there is never touched: the error then is fs.ErrExist.
func CreateKeyFile(path string, chance io.Reader) (RootKey, error) {
	root := NewRootKey(chance)
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, keyFileMode)
	if err != nil {
		return RootKey{}, fmt.Errorf("create key file: %w", err)
	}
	_, err = file.WriteString(keyFileIntro + root.encode() + "\n")
	err = errors.Join(err, file.Chmod(keyFileMode), file.Sync(), file.Close(), syncDirectory(filepath.Dir(path)))
	if err != nil {
		return RootKey{}, errors.Join(fmt.Errorf("write key file %s: %w", path, err), os.Remove(path))
	}
	return root, nil
}

func syncDirectory(path string) error {
	dir, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(dir.Sync(), dir.Close())
}

// ReadKeyFile reads the root key from a file that must be a regular file (no link), readable by its owner alone (mode 0600 or
// 0400), and owned by the user of this process or by root. Where secrets are mounted as links, name the file that the link leads to.
// Errors say what to do; fs.ErrNotExist is kept.
func ReadKeyFile(path string) (RootKey, error) {
	text, err := readPrivate(path)
	if err != nil {
		return RootKey{}, fmt.Errorf("read key file: %w", err)
	}
	root, err := parseRootKey(text)
	if err != nil {
		return RootKey{}, fmt.Errorf("read key file %s: %w", path, err)
	}
	return root, nil
}

// readPrivate looks at the name before it opens it, so that a pipe cannot make it wait, and at what it has opened, so
// that nothing can be put in its place in between.
func readPrivate(path string) (string, error) {
	named, err := os.Lstat(path)
	if err != nil {
		return "", err
	}
	if err := checkPrivate(path, named); err != nil {
		return "", err
	}
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close() //nolint:errcheck // only read
	opened, err := file.Stat()
	if err != nil {
		return "", err
	}
	if !os.SameFile(named, opened) {
		return "", fmt.Errorf("%s was replaced while it was being opened", path)
	}
	if err := checkPrivate(path, opened); err != nil {
		return "", err
	}
	text, err := io.ReadAll(io.LimitReader(file, maxKeyFile+1))
	if err != nil {
		return "", err
	}
	if len(text) > maxKeyFile {
		return "", fmt.Errorf("%s is longer than a key file", path)
	}
	return string(text), nil
}

func checkPrivate(path string, info fs.FileInfo) error {
	switch mode := info.Mode(); {
	case mode&fs.ModeSymlink != 0:
		return fmt.Errorf("%s is a symbolic link: name the file itself", path)
	case !mode.IsRegular():
		return fmt.Errorf("%s is not a regular file", path)
	case mode.Perm()&^keyFileMode != 0:
		return fmt.Errorf("%s has mode %04o, so others than its owner may use it: run chmod 600 %s", path, mode.Perm(), path)
	}
	return checkOwner(path, info)
}
