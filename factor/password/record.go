package password

import (
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"

	"golang.org/x/crypto/argon2"
)

const (
	saltSize = 16
	tagSize  = 32
	scheme   = "argon2id-hmac-sha256"
)

// Params are the costs of one hash.
type Params struct {
	MemoryKiB uint32
	Passes    uint32
	Lanes     uint8
}

// Recommended are OWASP's parameters for argon2id: about 21 ms of one core.
// https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html
var Recommended = Params{MemoryKiB: 19 * 1024, Passes: 2, Lanes: 1}

// affordable refuses costs that only a damaged or planted hash would have.
func (p Params) affordable() bool {
	return p.MemoryKiB >= 8 && p.MemoryKiB <= 256*1024 && p.Passes >= 1 && p.Passes <= 16 && p.Lanes >= 1 && p.Lanes <= 8
}

// record is a stored hash. It is written as a PHC string, so that costs may rise and peppers change while old hashes go on working:
// $argon2id-hmac-sha256$v=19$m=19456,t=2,p=1,keyid=PEPPER$SALT$TAG, where PEPPER is the pepper's version as four bytes.
// https://github.com/P-H-C/phc-string-format/blob/master/phc-sf-spec.md
type record struct {
	params Params
	pepper uint32
	salt   []byte
	tag    []byte
}

const layout = "$" + scheme + "$v=%d$m=%d,t=%d,p=%d,keyid=%s"

var encoding = base64.RawStdEncoding.Strict()

func (r record) String() string {
	pepper := encoding.EncodeToString(binary.BigEndian.AppendUint32(nil, r.pepper))
	return fmt.Sprintf(layout, argon2.Version, r.params.MemoryKiB, r.params.Passes, r.params.Lanes, pepper) +
		"$" + encoding.EncodeToString(r.salt) + "$" + encoding.EncodeToString(r.tag)
}

// parse reads a stored hash: exactly what String writes. The error never shows it.
func parse(stored string) (record, error) {
	parts := strings.Split(stored, "$")
	if len(parts) != 6 || len(stored) > 200 {
		return record{}, ErrStored
	}
	var r record
	var version int
	var keyID string
	_, err := fmt.Sscanf(strings.Join(parts[:4], "$"), layout, &version, &r.params.MemoryKiB, &r.params.Passes, &r.params.Lanes, &keyID)
	pepper, err1 := encoding.DecodeString(keyID)
	salt, err2 := encoding.DecodeString(parts[4])
	tag, err3 := encoding.DecodeString(parts[5])
	if err := errors.Join(err, err1, err2, err3); err != nil || len(pepper) != 4 || len(salt) != saltSize || len(tag) != tagSize {
		return record{}, ErrStored
	}
	r.pepper, r.salt, r.tag = binary.BigEndian.Uint32(pepper), salt, tag
	if !r.params.affordable() || r.pepper == 0 || r.String() != stored {
		return record{}, ErrStored
	}
	return r, nil
}
