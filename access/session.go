package access

import (
	"bytes"
	"compress/flate"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/fxamacker/cbor/v2"

	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/seal"
)

// Errors of session tokens.
var (
	// ErrPacked means that policies and tags of a session do not fit into its token.
	ErrPacked = errors.New("the session's policies and tags are too large when packed")
	// ErrToken means that a text is no token of this server, or not of that access key.
	ErrToken = errors.New("the session token is not valid")
	// ErrExpired means that the session is over.
	ErrExpired = errors.New("the session has expired")
)

// MaxPacked is how many bytes policies and tags of a session may take when they are packed.
const MaxPacked = 4096

// Credentials are what the holder of a session signs with. They are derived from the sealed session and stored nowhere.
type Credentials struct {
	KeyID     string
	Secret    seal.Secret
	Token     string
	ExpiresAt time.Time
}

// Issue makes the credentials of a session and sets its KeyID. Packed is how much of MaxPacked its policies and tags take, in per cent, 0 if there
// are none. It fails with ErrPacked.
func (a *Access) Issue(s *identity.Session) (credentials Credentials, packed int, err error) {
	if packed, err = packedSize(s); err != nil {
		return Credentials{}, packed, err
	}
	s.KeyID = identity.NewKeyID(a.chance, identity.TemporaryKeyPrefix, s.Account)
	plain, err := pack(s)
	if err != nil {
		return Credentials{}, packed, err
	}
	sealed, err := a.keys.Ring().Seal(tokenPlace(s.KeyID), plain)
	if err != nil {
		return Credentials{}, packed, fmt.Errorf("seal a session: %w", err)
	}
	secret, err := a.sessionSecret(sealed)
	if err != nil {
		return Credentials{}, packed, err
	}
	token := base64.StdEncoding.EncodeToString(sealed)
	return Credentials{KeyID: s.KeyID, Secret: secret, Token: token, ExpiresAt: s.ExpiresAt}, packed, nil
}

// openSession opens the token that came with a temporary access key. Its errors are ErrToken and ErrExpired.
func (a *Access) openSession(keyID, token string, now time.Time) (*identity.Session, seal.Secret, error) {
	sealed, err := base64.StdEncoding.Strict().DecodeString(token)
	if err != nil {
		return nil, seal.Secret{}, ErrToken
	}
	plain, err := a.keys.Ring().Open(tokenPlace(keyID), sealed)
	if err != nil {
		return nil, seal.Secret{}, ErrToken
	}
	s, err := unpack(plain)
	if err != nil || s.KeyID != keyID {
		return nil, seal.Secret{}, ErrToken
	}
	if !now.Before(s.ExpiresAt) {
		return nil, seal.Secret{}, ErrExpired
	}
	secret, err := a.sessionSecret(sealed)
	return s, secret, err
}

// tokenPlace binds a token to its access key: with another key's it does not open.
func tokenPlace(keyID string) seal.Place {
	return seal.Place{Cell: "session", Key: keyID, Field: "token"}
}

// sessionSecret derives the 40 characters that a session signs with from its sealed form, under the data key that sealed it.
func (a *Access) sessionSecret(sealed []byte) (seal.Secret, error) {
	version, err := seal.DataKeyOf(sealed)
	if err != nil {
		return seal.Secret{}, ErrToken
	}
	key, err := a.keys.Ring().SubkeyVersion(version, "session secret")
	if err != nil {
		return seal.Secret{}, ErrToken
	}
	mac := hmac.New(sha256.New, key)
	mac.Write(sealed)
	return seal.NewSecret(base64.StdEncoding.EncodeToString(mac.Sum(nil)[:30])), nil
}

const (
	packedPlain    = 1 // the session as it is
	packedDeflated = 2
	maxUnpacked    = 64 << 10
)

func pack(s *identity.Session) ([]byte, error) {
	plain, err := cbor.Marshal(s)
	if err != nil {
		return nil, fmt.Errorf("encode a session: %w", err)
	}
	if small := deflate(plain); len(small) < len(plain) {
		return append([]byte{packedDeflated}, small...), nil
	}
	return append([]byte{packedPlain}, plain...), nil
}

func unpack(packed []byte) (*identity.Session, error) {
	if len(packed) == 0 {
		return nil, ErrToken
	}
	plain := packed[1:]
	if packed[0] == packedDeflated {
		var err error
		if plain, err = inflate(plain); err != nil {
			return nil, fmt.Errorf("unpack a session: %w", err)
		}
	}
	s := &identity.Session{}
	if err := cbor.Unmarshal(plain, s); err != nil {
		return nil, fmt.Errorf("decode a session: %w", err)
	}
	return s, nil
}

// packedSize is the size of what callers put into a session, in per cent of MaxPacked.
func packedSize(s *identity.Session) (percent int, err error) {
	if !s.HasPolicy() && len(s.Tags) == 0 {
		return 0, nil
	}
	plain, err := cbor.Marshal(&identity.Session{Policy: s.Policy, PolicyARNs: s.PolicyARNs, Tags: s.Tags, Transitive: s.Transitive})
	if err != nil {
		return 0, fmt.Errorf("encode a session's policies: %w", err)
	}
	size := min(len(plain), len(deflate(plain)))
	percent = (size*100 + MaxPacked - 1) / MaxPacked
	if size > MaxPacked {
		return percent, ErrPacked
	}
	return percent, nil
}

func deflate(plain []byte) []byte {
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		panic(fmt.Errorf("make a compressor: %w", err)) // unreachable: the level is a constant
	}
	if _, err := w.Write(plain); err != nil {
		panic(fmt.Errorf("compress into memory: %w", err)) // unreachable: a buffer takes everything
	}
	if err := w.Close(); err != nil {
		panic(fmt.Errorf("compress into memory: %w", err))
	}
	return out.Bytes()
}

// inflate undoes deflate, for what was sealed by us and is not larger than anything we seal.
func inflate(packed []byte) ([]byte, error) {
	return io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(packed)), maxUnpacked))
}
