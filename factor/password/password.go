// Package password hashes and verifies passwords, says what a good one is, and makes them. It keeps no password and no state but the
// count of who is waiting: hashing is the one expensive thing that a stranger can ask for, so it is done by few at a time.
package password

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"errors"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"
)

// MaxLength is how many characters a password may have. It is checked before anything is hashed.
const MaxLength = 128

// maxBytes bounds the work of normalizing what is not even a password.
const maxBytes = 16 * MaxLength

// Errors of hashing and verifying.
var (
	// ErrBusy means that too many are waiting already: answer 503 and let them come again.
	ErrBusy = errors.New("too many passwords are being checked")
	// ErrUnusable means that a text cannot be a password: empty, longer than MaxLength, or not UTF-8.
	ErrUnusable = errors.New("the text cannot be a password")
	// ErrStored means that a stored hash is not one of this package.
	ErrStored = errors.New("the stored password hash is not readable")
)

// Pepper is a secret from outside the store that a hash is keyed with, so that stolen hashes alone cannot be tried.
type Pepper struct {
	Version uint32 // not 0; it stands in the hash
	Key     []byte
}

// Options are what a Hasher is built from. Only Peppers is required.
type Options struct {
	Peppers func(version uint32) (Pepper, error) // the pepper of a version, or the newest for 0
	Chance  io.Reader                            // for salts; nil is crypto/rand
	Params  Params                               // zero is Recommended
	AtOnce  int                                  // how many hash at once; 0 is 2
	Queue   int                                  // how many may wait; 0 is 32, less is none
}

// Hasher hashes and verifies passwords behind a bulkhead. It may be used by many goroutines.
type Hasher struct {
	peppers func(version uint32) (Pepper, error)
	chance  io.Reader
	params  Params
	places  chan struct{} // held while waiting and hashing
	slots   chan struct{} // held while hashing
}

// New builds a hasher.
func New(o Options) *Hasher {
	if o.Chance == nil {
		o.Chance = rand.Reader
	}
	if o.Params == (Params{}) {
		o.Params = Recommended
	}
	if o.AtOnce == 0 {
		o.AtOnce = 2
	}
	if o.Queue == 0 {
		o.Queue = 32
	}
	return &Hasher{
		peppers: o.Peppers, chance: o.Chance, params: o.Params,
		places: make(chan struct{}, o.AtOnce+max(o.Queue, 0)), slots: make(chan struct{}, o.AtOnce),
	}
}

// Verdict is the answer to a password. Rehash says that the password is right and its hash is of old parameters or an old
// pepper: store what Hash answers in its place.
type Verdict struct{ OK, Rehash bool }

// Hash makes the text to store for a password. Errors: ErrUnusable, ErrBusy, the context's.
func (h *Hasher) Hash(ctx context.Context, password string) (stored string, err error) {
	text, err := normalize(password)
	if err != nil {
		return "", err
	}
	leave, err := h.enter(ctx)
	if err != nil {
		return "", err
	}
	defer leave()
	pepper, err := h.peppers(0)
	if err != nil {
		return "", fmt.Errorf("get the pepper: %w", err)
	}
	r := record{params: h.params, pepper: pepper.Version, salt: make([]byte, saltSize)}
	if _, err := io.ReadFull(h.chance, r.salt); err != nil {
		return "", fmt.Errorf("make a salt: %w", err)
	}
	r.tag = r.compute(text, pepper)
	return r.String(), nil
}

// Verify compares a password with a stored hash. With stored empty (no such user, no password, locked) it does the same work and
// answers no: the caller must ask in these cases too, or strangers learn who exists. Errors: ErrBusy, ErrStored, the context's; a text that
// cannot be a password is answered no without work.
func (h *Hasher) Verify(ctx context.Context, stored, password string) (Verdict, error) {
	text, err := normalize(password)
	if err != nil {
		return Verdict{}, nil //nolint:nilerr // the same answer as to any wrong password
	}
	leave, err := h.enter(ctx)
	if err != nil {
		return Verdict{}, err
	}
	defer leave()
	return h.verify(stored, text)
}

// Used reports whether a password is one of several stored hashes, such as a user's former passwords. It takes one place in the
// bulkhead and the time of all of them.
func (h *Hasher) Used(ctx context.Context, stored []string, password string) (bool, error) {
	text, err := normalize(password)
	if err != nil || len(stored) == 0 {
		return false, err
	}
	leave, err := h.enter(ctx)
	if err != nil {
		return false, err
	}
	defer leave()
	for _, old := range stored {
		verdict, err := h.verify(old, text)
		if err != nil || verdict.OK {
			return verdict.OK, err
		}
		if err := ctx.Err(); err != nil {
			return false, err
		}
	}
	return false, nil
}

func (h *Hasher) verify(stored, text string) (Verdict, error) {
	newest, err := h.peppers(0)
	if err != nil {
		return Verdict{}, fmt.Errorf("get the pepper: %w", err)
	}
	r := record{params: h.params, pepper: newest.Version, salt: make([]byte, saltSize), tag: make([]byte, tagSize)}
	if stored != "" {
		if r, err = parse(stored); err != nil {
			return Verdict{}, err
		}
	}
	pepper := newest
	if r.pepper != newest.Version {
		if pepper, err = h.peppers(r.pepper); err != nil {
			return Verdict{}, fmt.Errorf("get the pepper: %w", err)
		}
	}
	same := subtle.ConstantTimeCompare(r.compute(text, pepper), r.tag) == 1
	ok := same && stored != ""
	return Verdict{OK: ok, Rehash: ok && (r.params != h.params || r.pepper != newest.Version)}, nil
}

// enter takes a place, or fails at once if none is free, and waits for a slot.
func (h *Hasher) enter(ctx context.Context) (leave func(), err error) {
	select {
	case h.places <- struct{}{}:
	default:
		return nil, ErrBusy
	}
	select {
	case h.slots <- struct{}{}:
		return func() { <-h.slots; <-h.places }, nil
	case <-ctx.Done():
		<-h.places
		return nil, ctx.Err()
	}
}

// normalize gives the one form of a password, at setting and verifying alike, so that two keyboards that compose letters
// differently type the same. NIST SP 800-63B section 3.1.1.2.
func normalize(password string) (string, error) {
	if password == "" || len(password) > maxBytes || !utf8.ValidString(password) {
		return "", ErrUnusable
	}
	text := norm.NFC.String(password)
	if utf8.RuneCountInString(text) > MaxLength {
		return "", ErrUnusable
	}
	return text, nil
}

// compute is HMAC-SHA-256, keyed with the pepper, of argon2id of the password.
func (r record) compute(text string, pepper Pepper) []byte {
	raw := argon2.IDKey([]byte(text), r.salt, r.params.Passes, r.params.MemoryKiB, r.params.Lanes, tagSize)
	mac := hmac.New(sha256.New, pepper.Key)
	mac.Write(slices.Concat(r.salt, raw))
	return mac.Sum(nil)
}
