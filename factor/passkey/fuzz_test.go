package passkey_test

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"testing"

	"github.com/cardea-iam/cardea/factor/passkey"
	"github.com/cardea-iam/cardea/factor/passkey/passkeytest"
)

func decode(t testing.TB, text any) []byte {
	t.Helper()
	raw, err := base64.RawURLEncoding.DecodeString(text.(string))
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func encode(raw []byte) string { return base64.RawURLEncoding.EncodeToString(raw) }

// FuzzRegistration changes the binary parts of a registration, which were not signed by anybody we know.
func FuzzRegistration(f *testing.F) {
	p, c := party(f), make([]byte, 32)
	options, err := p.BeginRegistration(ann, c)
	if err != nil {
		f.Fatal(err)
	}
	for _, algorithm := range []passkeytest.Algorithm{passkeytest.ES256, passkeytest.EdDSA, passkeytest.RS256} {
		var answer struct {
			Response struct{ ClientDataJSON, AttestationObject string }
		}
		k := passkeytest.New(algorithm)
		if err := json.Unmarshal(k.Create(origin, options), &answer); err != nil {
			f.Fatal(err)
		}
		f.Add(k.ID, decode(f, answer.Response.ClientDataJSON), decode(f, answer.Response.AttestationObject))
	}
	f.Fuzz(func(t *testing.T, id, clientData, object []byte) {
		posted, err := json.Marshal(map[string]any{"type": "public-key", "id": encode(id), "rawId": encode(id), "response": map[string]any{
			"clientDataJSON": encode(clientData), "attestationObject": encode(object),
		}})
		if err != nil {
			t.Fatal(err)
		}
		key, err := p.FinishRegistration(ann, c, posted)
		if err != nil {
			if !errors.Is(err, passkey.ErrProof) {
				t.Errorf("the error is %v", err)
			}
			return
		}
		if len(key.ID) < 16 || len(key.ID) > 1023 {
			t.Errorf("registered %+v", key)
		}
		if _, err := p.BeginAssertion(passkey.User{Handle: ann.Handle, Name: ann.Name, Keys: []passkey.Key{key}}, c); err != nil {
			t.Errorf("a registered key cannot be asked for: %v", err)
		}
	})
}

// FuzzAssertion posts anything at all: without the private key nothing proves anything.
func FuzzAssertion(f *testing.F) {
	p := party(f)
	k := passkeytest.New(passkeytest.ES256)
	u := annWith(f, p, k)
	old := challenge(f)
	options, err := p.BeginAssertion(u, old)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(k.Get(origin, options))
	f.Add([]byte(`{"type":"public-key","id":"AAAA","rawId":"AAAA","response":{"clientDataJSON":"e30","authenticatorData":"","signature":""}}`))
	f.Fuzz(func(t *testing.T, posted []byte) {
		if shown, err := p.FinishAssertion(u, challenge(t), posted); !errors.Is(err, passkey.ErrProof) {
			t.Errorf("taken as %+v, %v", shown, err)
		}
	})
}
