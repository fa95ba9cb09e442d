package passkey_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/factor/passkey"
	"github.com/cardea-iam/cardea/factor/passkey/passkeytest"
)

// change is a way to spoil an answer.
type change = func(*passkeytest.Answer)

// tell changes a member of the client data.
func tell(name string, value any) change {
	return func(a *passkeytest.Answer) { a.ClientData[name] = value }
}

// raise sets flags of the authenticator data.
func raise(flags byte) change { return func(a *passkeytest.Answer) { a.Flags |= flags } }

// spoilt are the answers that are refused at a registration and at a sign-in alike.
var spoilt = map[string]change{
	"another challenge":                   tell("challenge", strings.Repeat("A", 43)),
	"no challenge":                        tell("challenge", ""),
	"a challenge with padding":            func(a *passkeytest.Answer) { a.ClientData["challenge"] = a.ClientData["challenge"].(string) + "=" },
	"the other ceremony's type":           func(a *passkeytest.Answer) { swapType(a) },
	"another type":                        tell("type", "payment.get"),
	"another origin":                      tell("origin", "http://evil.example"),
	"another scheme":                      tell("origin", "https://localhost:4567"),
	"another port":                        tell("origin", "http://localhost:4568"),
	"an origin below":                     tell("origin", "http://a.localhost:4567"),
	"an origin that goes on":              tell("origin", "http://localhost:4567.evil.example"),
	"no origin":                           tell("origin", ""),
	"a frame of another site":             tell("crossOrigin", true),
	"a page around it":                    tell("topOrigin", "http://localhost:4567"),
	"a frame, and ours around it":         func(a *passkeytest.Answer) { a.ClientData["crossOrigin"], a.ClientData["topOrigin"] = true, origin },
	"another relying party":               func(a *passkeytest.Answer) { a.RPID = "evil.example" },
	"a relying party below":               func(a *passkeytest.Answer) { a.RPID = "a.localhost" },
	"nobody touched it":                   func(a *passkeytest.Answer) { a.Flags &^= passkeytest.UserPresent },
	"backed up although it cannot be":     raise(passkeytest.BackupState),
	"bytes behind the authenticator data": func(a *passkeytest.Answer) { a.Behind = []byte{0} },
	"extensions promised and absent":      raise(passkeytest.Extended),
	"extensions that are too deep":        extension(bytes.Repeat([]byte{0x81}, 1000)),
	"extensions with a name twice":        extension([]byte{0xa2, 0x61, 'a', 1, 0x61, 'a', 2}),
	"client data with a name twice":       func(a *passkeytest.Answer) { a.Raw = insert(marshal(a.ClientData), `"crossOrigin":true,`) },
	"client data that go on":              rawClientData(`{} {}`),
	"client data that are no object":      rawClientData(`[]`),
}

func swapType(a *passkeytest.Answer) {
	a.ClientData["type"] = map[any]string{"webauthn.get": "webauthn.create", "webauthn.create": "webauthn.get"}[a.ClientData["type"]]
}

func extension(encoded []byte) change {
	return func(a *passkeytest.Answer) { a.Flags, a.Behind = a.Flags|passkeytest.Extended, encoded }
}

func rawClientData(text string) change {
	return func(a *passkeytest.Answer) { a.Raw = []byte(text) }
}

// with spoils an answer in the ways of both ceremonies and some more.
func with(more map[string]change) map[string]change {
	all := map[string]change{}
	maps.Copy(all, spoilt)
	maps.Copy(all, more)
	return all
}

func TestASpoiltRegistrationIsRefused(t *testing.T) {
	p := party(t)
	if _, err := register(t, p, ann, passkeytest.New(passkeytest.ES256)); err != nil {
		t.Fatalf("the answer that is spoilt below is refused as it is: %v", err)
	}
	for name, spoil := range with(map[string]change{
		"no credential":                    func(a *passkeytest.Answer) { a.Flags &^= passkeytest.Attested },
		"a credential ID of 15 bytes":      func(a *passkeytest.Answer) { a.ID = a.ID[:15] },
		"a credential ID of 1024 bytes":    func(a *passkeytest.Answer) { a.ID = bytes.Repeat([]byte{1}, 1024) },
		"a credential ID without bytes":    func(a *passkeytest.Answer) { a.ID = nil },
		"a statement where there is none":  func(a *passkeytest.Answer) { a.Statement = map[string]any{"alg": -7} },
		"a packed statement without parts": func(a *passkeytest.Answer) { a.Format = "packed" },
		"a packed statement, wrongly signed": func(a *passkeytest.Answer) {
			a.Format, a.Statement = "packed", map[string]any{"alg": -7, "sig": []byte("signature")}
		},
		"a statement of many statements": func(a *passkeytest.Answer) { a.Format, a.Statement = "compound", []any{} },
		"a U2F statement without parts":  func(a *passkeytest.Answer) { a.Format = "fido-u2f" },
		"a key off its curve":            publicKey(map[int]any{1: 2, 3: -7, -1: 1, -2: make([]byte, 32), -3: make([]byte, 32)}),
		"a key of another curve":         publicKey(map[int]any{1: 2, 3: -7, -1: 2, -2: make([]byte, 48), -3: make([]byte, 48)}),
		"a key that is no key":           publicKey(map[int]any{1: 2, 3: -7}),
		"a key that is no map":           publicKey("key"),
		"a key nested a thousand deep":   func(a *passkeytest.Answer) { a.PublicKey = bytes.Repeat([]byte{0x81}, 1000) },
		"a key with a name twice":        func(a *passkeytest.Answer) { a.PublicKey = append([]byte{0xa2, 1, 2, 1}, a.PublicKey[1:]...) },
	}) {
		if key, err := register(t, p, ann, passkeytest.New(passkeytest.ES256), spoil); !errors.Is(err, passkey.ErrProof) {
			t.Errorf("%s: registered %+v, %v", name, key, err)
		}
	}
}

func TestAttestationThatNeedsARootOfTrustIsNotEvenChecked(t *testing.T) {
	p := party(t)
	for _, format := range []string{"tpm", "apple", "android-key", "android-safetynet", "unknown", ""} {
		_, err := register(t, p, ann, passkeytest.New(passkeytest.ES256), func(a *passkeytest.Answer) { a.Format = format })
		if !errors.Is(err, passkey.ErrProof) || !strings.HasSuffix(err.Error(), "its attestation is of a format that needs a root of trust") {
			t.Errorf("format %q answers %v", format, err)
		}
	}
}

func publicKey(value any) change {
	return func(a *passkeytest.Answer) { a.PublicKey = passkeytest.Encode(value) }
}

func TestAKeyOfAnotherStrengthIsRefused(t *testing.T) {
	p := party(t)
	for name, k := range map[string]*passkeytest.Key{
		"SHA-1": passkeytest.New(passkeytest.RS1), "RSA of 1024 bits": passkeytest.NewRSA(1024),
	} {
		if key, err := register(t, p, ann, k); !errors.Is(err, passkey.ErrProof) {
			t.Errorf("%s: registered %+v, %v", name, key, err)
		}
	}
	huge := publicKey(map[int]any{1: 3, 3: -257, -1: bytes.Repeat([]byte{255}, 513), -2: []byte{1, 0, 1}})
	if key, err := register(t, p, ann, passkeytest.New(passkeytest.RS256), huge); !errors.Is(err, passkey.ErrProof) {
		t.Errorf("RSA of 4104 bits: registered %+v, %v", key, err)
	}
}

func TestASpoiltSignInIsRefused(t *testing.T) {
	p := party(t)
	k := passkeytest.New(passkeytest.ES256)
	u := annWith(t, p, k)
	for name, spoil := range with(map[string]change{
		"another key's ID":                     func(a *passkeytest.Answer) { a.ID = passkeytest.New(passkeytest.ES256).ID },
		"another user's handle":                func(a *passkeytest.Answer) { a.UserHandle = []byte("AIDABOB") },
		"the name as handle":                   func(a *passkeytest.Answer) { a.UserHandle = []byte(ann.Name) },
		"a signature cut off":                  func(a *passkeytest.Answer) { a.Signed = func(s []byte) []byte { return s[:len(s)-1] } },
		"a signature that goes on":             func(a *passkeytest.Answer) { a.Signed = func(s []byte) []byte { return append(s, 0) } },
		"no signature":                         func(a *passkeytest.Answer) { a.Signed = func([]byte) []byte { return []byte{} } },
		"backup that was not possible is now":  raise(passkeytest.BackupEligible),
		"backed up, and was not possible ever": raise(passkeytest.BackupEligible | passkeytest.BackupState),
	}) {
		if key, err := show(t, p, u, k, spoil); !errors.Is(err, passkey.ErrProof) {
			t.Errorf("%s: taken as %+v, %v", name, key, err)
		}
	}
	if _, err := show(t, p, u, k); err != nil {
		t.Errorf("the answer that was spoilt above is refused as it is: %v", err)
	}
}

func TestEveryFlippedBitOfASignInIsNoticed(t *testing.T) {
	p := party(t)
	k := passkeytest.New(passkeytest.ES256)
	u := annWith(t, p, k)
	c := challenge(t)
	options, err := p.BeginAssertion(u, c)
	if err != nil {
		t.Fatal(err)
	}
	var answer map[string]any
	if err := json.Unmarshal(k.Get(origin, options), &answer); err != nil {
		t.Fatal(err)
	}
	response := answer["response"].(map[string]any)
	for _, part := range []string{"clientDataJSON", "authenticatorData", "signature"} {
		good := decode(t, response[part])
		for bit := range 8 * len(good) {
			bad := slices.Clone(good)
			bad[bit/8] ^= 1 << (bit % 8)
			response[part] = encode(bad)
			posted, err := json.Marshal(answer)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := p.FinishAssertion(u, c, posted); !errors.Is(err, passkey.ErrProof) {
				t.Fatalf("bit %d of %s is flipped, and the answer is %v", bit, part, err)
			}
		}
		response[part] = encode(good)
	}
}

func TestACounterThatDoesNotGoUpIsARefusal(t *testing.T) {
	p := party(t)
	k := passkeytest.New(passkeytest.ES256)
	u := annWith(t, p, k)
	u.Keys[0].SignCount = 10
	for _, count := range []uint32{0, 9, 10} {
		if _, err := show(t, p, u, k, func(a *passkeytest.Answer) { a.Count = count }); !errors.Is(err, passkey.ErrCloned) || !errors.Is(err, passkey.ErrProof) {
			t.Errorf("a counter of %d after 10 answers %v", count, err)
		}
	}
	if shown, err := show(t, p, u, k, func(a *passkeytest.Answer) { a.Count = 11 }); err != nil || shown.SignCount != 11 {
		t.Errorf("a counter of 11 after 10 answers %+v, %v", shown, err)
	}
}

func TestAKeyProvesForItsOwnerOnly(t *testing.T) {
	p := party(t)
	hers, his := passkeytest.New(passkeytest.ES256), passkeytest.New(passkeytest.ES256)
	u := annWith(t, p, hers)
	key, err := register(t, p, passkey.User{Handle: "AIDABOB", Name: "bob"}, his)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := show(t, p, u, his); !errors.Is(err, passkey.ErrProof) {
		t.Errorf("bob's key signs ann in: %v", err)
	}
	bob := passkey.User{Handle: "AIDABOB", Name: "bob", Keys: []passkey.Key{key}}
	if _, err := show(t, p, bob, hers, func(a *passkeytest.Answer) { a.ID = his.ID }); !errors.Is(err, passkey.ErrProof) {
		t.Errorf("ann's key signs under the ID of bob's: %v", err)
	}
	u.Keys = append(u.Keys, key)
	if shown, err := show(t, p, u, his); err != nil || !bytes.Equal(shown.ID, his.ID) {
		t.Errorf("the second of two keys answers %+v, %v", shown, err)
	}
}

// insert puts members in front of those of a JSON object.
func insert(object []byte, members string) []byte {
	return append([]byte("{"+members), object[1:]...)
}

func marshal(value any) []byte {
	out, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	return out
}

func TestAnAnswerThatIsTooMuchIsNotRead(t *testing.T) {
	p := party(t)
	k := passkeytest.New(passkeytest.ES256)
	u := annWith(t, p, k)
	for name, spoil := range map[string]func(good []byte) []byte{
		"too large": func(good []byte) []byte { return append(good, bytes.Repeat([]byte(" "), 64<<10)...) },
		"too deep": func(good []byte) []byte {
			return insert(good, `"x":`+strings.Repeat("[", 16)+strings.Repeat("]", 16)+",")
		},
		"a name twice": func(good []byte) []byte { return insert(good, `"type":"public-key",`) },
		"two objects":  func(good []byte) []byte { return append(good, "{}"...) },
		"more":         func(good []byte) []byte { return append(good, 'x') },
		"not UTF-8":    func(good []byte) []byte { return insert(good, "\"x\":\"\xff\",") },
		"half":         func(good []byte) []byte { return good[:len(good)/2] },
		"nothing":      func([]byte) []byte { return nil },
		"null":         func([]byte) []byte { return []byte("null") },
		"a number":     func([]byte) []byte { return []byte("1e999") },
		"many lists":   func([]byte) []byte { return bytes.Repeat([]byte("["), 60000) },
		"another type": func(good []byte) []byte { return bytes.Replace(good, []byte("public-key"), []byte("password"), 1) },
		"a longer ID":  func(good []byte) []byte { return bytes.Replace(good, []byte(`"id":"`), []byte(`"id":"AAAA`), 1) },
	} {
		c := challenge(t)
		for ceremony, finish := range map[string]func(spoil func([]byte) []byte) error{
			"registration": func(spoil func([]byte) []byte) error {
				options, err := p.BeginRegistration(ann, c)
				if err != nil {
					t.Fatal(err)
				}
				_, err = p.FinishRegistration(ann, c, spoil(passkeytest.New(passkeytest.ES256).Create(origin, options)))
				return err
			},
			"sign-in": func(spoil func([]byte) []byte) error {
				options, err := p.BeginAssertion(u, c)
				if err != nil {
					t.Fatal(err)
				}
				_, err = p.FinishAssertion(u, c, spoil(k.Get(origin, options)))
				return err
			},
		} {
			if err := finish(spoil); !errors.Is(err, passkey.ErrProof) {
				t.Errorf("%s: a %s answers %v", name, ceremony, err)
			}
			if err := finish(func(good []byte) []byte { return good }); err != nil {
				t.Errorf("the good answer to a %s is refused: %v", ceremony, err)
			}
		}
	}
}

func TestOnlyKnownTransportsAreKept(t *testing.T) {
	key, err := register(t, party(t), ann, passkeytest.New(passkeytest.ES256), func(a *passkeytest.Answer) {
		a.Transports = []string{"telepathy", "nfc", "usb", "nfc", "internal"}
	})
	if err != nil || !slices.Equal(key.Transports, []string{"usb", "nfc", "internal"}) {
		t.Errorf("kept %v, %v", key.Transports, err)
	}
}
