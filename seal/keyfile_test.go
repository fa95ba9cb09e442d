package seal_test

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/cardea-iam/cardea/seal"
)

func newKeyFile(t *testing.T) (string, seal.RootKey) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "data.key")
	root, err := seal.CreateKeyFile(path, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return path, root
}

func refused(t *testing.T, path, why string) {
	t.Helper()
	_, err := seal.ReadKeyFile(path)
	if err == nil {
		t.Fatalf("a key file was read that should be refused: %s", why)
	}
	if !strings.Contains(err.Error(), path) || !strings.Contains(err.Error(), why) {
		t.Errorf("the refusal %q does not name the file and %q", err, why)
	}
}

func TestAKeyFileKeepsTheKeyAndIsPrivate(t *testing.T) {
	path, root := newKeyFile(t)
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Fatalf("mode %v, %v; want 0600", info.Mode(), err)
	}
	ring, wrapped, err := seal.NewKeyring(root, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	read, err := seal.ReadKeyFile(path)
	if err != nil {
		t.Fatal(err)
	}
	again, err := seal.OpenKeyring(read, wrapped)
	if err != nil {
		t.Fatal(err)
	}
	opens(t, again, home, mustSeal(t, ring, home, canary), canary)
}

func TestAKeyFileIsNeverOverwritten(t *testing.T) {
	path, root := newKeyFile(t)
	if _, err := seal.CreateKeyFile(path, rand.Reader); !errors.Is(err, fs.ErrExist) {
		t.Errorf("creating it again: %v, want fs.ErrExist", err)
	}
	link := filepath.Join(filepath.Dir(path), "link")
	if err := os.Symlink(filepath.Join(filepath.Dir(path), "nowhere"), link); err != nil {
		t.Fatal(err)
	}
	if _, err := seal.CreateKeyFile(link, rand.Reader); !errors.Is(err, fs.ErrExist) {
		t.Errorf("creating it through a dangling link: %v, want fs.ErrExist", err)
	}
	if read, err := seal.ReadKeyFile(path); err != nil || read.ID() != root.ID() {
		t.Errorf("the file changed: %v", err)
	}
}

func TestAKeyFileThatOthersMayUseIsRefused(t *testing.T) {
	path, _ := newKeyFile(t)
	for _, mode := range []fs.FileMode{0o640, 0o604, 0o660, 0o644, 0o700, 0o601, 0o610} {
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		refused(t, path, "chmod 600")
	}
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	if _, err := seal.ReadKeyFile(path); err != nil {
		t.Errorf("mode 0400: %v", err)
	}
}

func TestAKeyFileIsARegularFileAndNoLink(t *testing.T) {
	path, _ := newKeyFile(t)
	dir := filepath.Dir(path)
	link, pipe := filepath.Join(dir, "link"), filepath.Join(dir, "pipe")
	if err := errors.Join(os.Symlink(path, link), syscall.Mkfifo(pipe, 0o600)); err != nil {
		t.Fatal(err)
	}
	refused(t, link, "symbolic link")
	refused(t, pipe, "not a regular file")
	refused(t, dir, "not a regular file")
	if _, err := seal.ReadKeyFile(filepath.Join(dir, "missing")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing file: %v, want fs.ErrNotExist", err)
	}
}

func TestADamagedKeyFileSaysWhatIsWrong(t *testing.T) {
	path, _ := newKeyFile(t)
	good, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text := string(good)
	line := text[strings.Index(text, "cardea-root-key-1"):]
	id := strings.Fields(line)[1]
	cases := map[string]struct{ text, why string }{
		"empty":           {"", "no key"},
		"only comments":   {"# nothing\n\n", "no key"},
		"two keys":        {text + line, "more than one key"},
		"another program": {"AGE-SECRET-KEY-1QQQQ\n", "cardea-root-key-1"},
		"cut":             {text[:len(text)-10], "damaged"},
		"another ID":      {strings.Replace(text, id, strings.Repeat("0", 16), 1), "damaged"},
		"endless":         {strings.Repeat("# blah\n", 10_000), "longer than a key file"},
	}
	for name, c := range cases {
		if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
			t.Fatal(name, err)
		}
		refused(t, path, c.why)
	}
}
