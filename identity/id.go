package identity

import (
	"encoding/base32"
	"encoding/binary"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Prefixes of unique identifiers. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
const (
	UserPrefix              = "AIDA"
	GroupPrefix             = "AGPA"
	RolePrefix              = "AROA"
	PolicyPrefix            = "ANPA"
	InstanceProfilePrefix   = "AIPA"
	CertificatePrefix       = "ASCA"
	PublicKeyPrefix         = "APKA"
	AccessKeyPrefix         = "AKIA"
	TemporaryKeyPrefix      = "ASIA"
	ServiceCredentialPrefix = "ACCA"
)

const idAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"

// NewID makes a unique identifier: the prefix and 17 characters of A to Z and 2 to 7.
func NewID(chance io.Reader, prefix string) string {
	return prefix + randomText(chance, idAlphabet, 17)
}

// NewAccountID makes a 12-digit account number that does not begin with 0.
func NewAccountID(chance io.Reader) string {
	return randomText(chance, "123456789", 1) + randomText(chance, "0123456789", 11)
}

// NewSecretKey makes the 40 characters of a secret access key.
func NewSecretKey(chance io.Reader) string {
	return randomText(chance, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", 40)
}

// NewPasswordText makes n characters of letters and digits that are not easily taken for one another.
func NewPasswordText(chance io.Reader, n int) string {
	return randomText(chance, "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789", n)
}

// NewHexID makes a resource identifier such as i-0123456789abcdef0.
func NewHexID(chance io.Reader, prefix string) string {
	return prefix + "-" + randomText(chance, "0123456789abcdef", 17)
}

// randomText draws n characters of the alphabet, each equally likely. A source of chance that fails is fatal:
// no identifier is better than one that can be guessed.
func randomText(chance io.Reader, alphabet string, n int) string {
	out := make([]byte, 0, n)
	limit := 256 - 256%len(alphabet)
	var buf [64]byte
	for len(out) < n {
		mustRead(chance, buf[:])
		for _, b := range buf {
			if int(b) < limit && len(out) < n {
				out = append(out, alphabet[int(b)%len(alphabet)])
			}
		}
	}
	return string(out)
}

func mustRead(chance io.Reader, buf []byte) {
	if _, err := io.ReadFull(chance, buf); err != nil {
		panic(fmt.Errorf("read random bytes: %w", err))
	}
}

// NewKeyID makes an access key identifier that carries its account: prefix and base32 of a set bit, the 40 bits of
// the account number and random bits.
func NewKeyID(chance io.Reader, prefix, account string) string {
	number, err := strconv.ParseUint(account, 10, 40)
	if err != nil {
		panic(fmt.Errorf("account %q is no account number: %w", account, err))
	}
	var raw [10]byte
	mustRead(chance, raw[:])
	head := uint64(1)<<47 | number<<7 | uint64(raw[5]&0x7f)
	var word [8]byte
	binary.BigEndian.PutUint64(word[:], head<<16)
	copy(raw[:6], word[:6])
	return prefix + base32.StdEncoding.EncodeToString(raw[:])
}

// KeyAccount reads the account out of an access key identifier. ok is false for identifiers of the old generation, which carry none.
func KeyAccount(keyID string) (account string, ok bool) {
	if len(keyID) < 20 {
		return "", false
	}
	raw, err := base32.StdEncoding.DecodeString(strings.ToUpper(keyID[4:20]))
	if err != nil || raw[0]&0x80 == 0 {
		return "", false
	}
	var word [8]byte
	copy(word[2:], raw[:6])
	number := binary.BigEndian.Uint64(word[:]) & 0x7fffffffff80 >> 7
	if number > 999999999999 {
		return "", false
	}
	return fmt.Sprintf("%012d", number), true
}
