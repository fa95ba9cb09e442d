package passkey_test

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/descope/virtualwebauthn"

	"github.com/cardea-iam/cardea/factor/passkey"
	"github.com/cardea-iam/cardea/factor/passkey/passkeytest"
)

const origin = "http://localhost:4567"

func party(t testing.TB) *passkey.Party {
	t.Helper()
	p, err := passkey.NewAt(origin+"/", "Cardea")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func challenge(t testing.TB) []byte {
	t.Helper()
	c, err := passkey.NewChallenge(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// ann is a user without keys.
var ann = passkey.User{Handle: "AIDAANN", Name: "ann"}

// register lets a user register a key.
func register(t testing.TB, p *passkey.Party, u passkey.User, k *passkeytest.Key, changes ...func(*passkeytest.Answer)) (passkey.Key, error) {
	t.Helper()
	c := challenge(t)
	options, err := p.BeginRegistration(u, c)
	if err != nil {
		t.Fatal(err)
	}
	key, err := p.FinishRegistration(u, c, k.Create(origin, options, changes...))
	return key, withoutChallenge(t, err, options)
}

// show lets a user show a key.
func show(t testing.TB, p *passkey.Party, u passkey.User, k *passkeytest.Key, changes ...func(*passkeytest.Answer)) (passkey.Key, error) {
	t.Helper()
	c := challenge(t)
	options, err := p.BeginAssertion(u, c)
	if err != nil {
		t.Fatal(err)
	}
	key, err := p.FinishAssertion(u, c, k.Get(origin, options, changes...))
	return key, withoutChallenge(t, err, options)
}

// withoutChallenge passes an error on, and finds fault with one that tells the expected challenge.
func withoutChallenge(t testing.TB, err error, options []byte) error {
	t.Helper()
	var asked struct{ Challenge string }
	if unread := json.Unmarshal(options, &asked); unread != nil || len(asked.Challenge) != 43 {
		t.Fatalf("the options have the challenge %q: %v", asked.Challenge, unread)
	}
	for e := err; e != nil; e = errors.Unwrap(e) {
		if strings.Contains(e.Error(), asked.Challenge) {
			t.Errorf("the error tells the challenge: %v", e)
		}
	}
	return err
}

// annWith is ann with a key that she has registered.
func annWith(t testing.TB, p *passkey.Party, k *passkeytest.Key) passkey.User {
	t.Helper()
	key, err := register(t, p, ann, k)
	if err != nil {
		t.Fatal(err)
	}
	return passkey.User{Handle: ann.Handle, Name: ann.Name, Keys: []passkey.Key{key}}
}

func TestEveryOfferedAlgorithmRegistersAndProves(t *testing.T) {
	p := party(t)
	for name, algorithm := range map[string]passkeytest.Algorithm{
		"ES256": passkeytest.ES256, "ES384": passkeytest.ES384, "ES512": passkeytest.ES512, "RS256": passkeytest.RS256, "EdDSA": passkeytest.EdDSA,
	} {
		t.Run(name, func(t *testing.T) {
			k := passkeytest.New(algorithm)
			u := annWith(t, p, k)
			if got := u.Keys[0]; !bytes.Equal(got.ID, k.ID) || got.SignCount != 1 || !slices.Equal(got.Transports, []string{"usb", "nfc"}) || got.BackupEligible {
				t.Errorf("registered %+v", got)
			}
			shown, err := show(t, p, u, k)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(shown.ID, k.ID) || shown.SignCount != 2 || !bytes.Equal(shown.PublicKey, u.Keys[0].PublicKey) {
				t.Errorf("shown %+v", shown)
			}
		})
	}
}

func TestASyncedPasskeyNeverCounts(t *testing.T) {
	p := party(t)
	k := passkeytest.New(passkeytest.ES256)
	k.Synced, k.Owner = true, []byte(ann.Handle)
	u := annWith(t, p, k)
	if !u.Keys[0].BackupEligible || u.Keys[0].SignCount != 0 {
		t.Errorf("registered %+v", u.Keys[0])
	}
	for range 2 {
		if _, err := show(t, p, u, k); err != nil {
			t.Errorf("a key that does not count is refused: %v", err)
		}
	}
}

func TestAnIndependentAuthenticatorIsUnderstood(t *testing.T) {
	p := party(t)
	rp := virtualwebauthn.RelyingParty{ID: "localhost", Name: "Cardea", Origin: origin}
	for name, kind := range map[string]virtualwebauthn.KeyType{"elliptic curve": virtualwebauthn.KeyTypeEC2, "RSA": virtualwebauthn.KeyTypeRSA} {
		t.Run(name, func(t *testing.T) {
			authenticator, credential := virtualwebauthn.NewAuthenticator(), virtualwebauthn.NewCredential(kind)
			for kind == virtualwebauthn.KeyTypeEC2 && len(credential.Key.AttestationData()) != 77 {
				credential = virtualwebauthn.NewCredential(kind) // it leaves out leading zeros of coordinates
			}
			c := challenge(t)
			options, err := p.BeginRegistration(ann, c)
			if err != nil {
				t.Fatal(err)
			}
			asked, err := virtualwebauthn.ParseAttestationOptions(string(options))
			if err != nil || asked.RelyingPartyID != "localhost" || asked.UserID != ann.Handle {
				t.Fatalf("it reads %+v: %v", asked, err)
			}
			key, err := p.FinishRegistration(ann, c, []byte(virtualwebauthn.CreateAttestationResponse(rp, authenticator, credential, *asked)))
			if err != nil {
				t.Fatal(err)
			}
			u := passkey.User{Handle: ann.Handle, Name: ann.Name, Keys: []passkey.Key{key}}
			if options, err = p.BeginAssertion(u, c); err != nil {
				t.Fatal(err)
			}
			wanted, err := virtualwebauthn.ParseAssertionOptions(string(options))
			if err != nil || !credential.IsAllowedForAssertion(*wanted) {
				t.Fatalf("it reads %+v: %v", wanted, err)
			}
			credential.Counter++
			if shown, err := p.FinishAssertion(u, c, []byte(virtualwebauthn.CreateAssertionResponse(rp, authenticator, credential, *wanted))); err != nil || shown.SignCount != 1 {
				t.Errorf("shown %+v: %v", shown, err)
			}
		})
	}
}

func TestOptionsAskForAsLittleAsASecondFactorNeeds(t *testing.T) {
	p := party(t)
	u := annWith(t, p, passkeytest.New(passkeytest.ES256))
	creation, err := p.BeginRegistration(u, challenge(t))
	if err != nil {
		t.Fatal(err)
	}
	request, err := p.BeginAssertion(u, challenge(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`"residentKey":"discouraged"`, `"requireResidentKey":false`, `"userVerification":"discouraged"`, `"rp":{"name":"Cardea","id":"localhost"}`, `"name":"ann"`, `"id":"QUlEQUFOTg"`,
		`"pubKeyCredParams":[{"type":"public-key","alg":-7},{"type":"public-key","alg":-8},{"type":"public-key","alg":-35},{"type":"public-key","alg":-36},{"type":"public-key","alg":-257}]`,
		`"timeout":300000`, `"excludeCredentials":[{"type":"public-key","id":"`, `"transports":["usb","nfc"]`, `"attestation":"none"`,
	} {
		if !strings.Contains(string(creation), want) {
			t.Errorf("the options of a registration lack %s:\n%s", want, creation)
		}
	}
	for _, want := range []string{`"rpId":"localhost"`, `"userVerification":"discouraged"`, `"timeout":300000`, `"allowCredentials":[{"type":"public-key","id":"`, `"transports":["usb","nfc"]`} {
		if !strings.Contains(string(request), want) {
			t.Errorf("the options of a sign-in lack %s:\n%s", want, request)
		}
	}
}

func TestNobodyWithoutKeysIsAskedForOne(t *testing.T) {
	if options, err := party(t).BeginAssertion(ann, challenge(t)); err == nil {
		t.Errorf("asked with %s", options)
	}
}

func TestAPartyNeedsAHostNameAndAnOrigin(t *testing.T) {
	for _, public := range []string{"http://127.0.0.1:4567", "localhost", "http://[::1]:4567", "", "://"} {
		if _, err := passkey.NewAt(public, "Cardea"); err == nil {
			t.Errorf("a party at %q was built", public)
		}
	}
	if _, err := passkey.New(passkey.Options{ID: "localhost", Name: "Cardea"}); err == nil {
		t.Error("a party without origins was built")
	}
}

func TestChallengesDoNotRepeat(t *testing.T) {
	if a, b := challenge(t), challenge(t); len(a) != 32 || bytes.Equal(a, b) {
		t.Errorf("challenges %x and %x", a, b)
	}
	if _, err := passkey.NewChallenge(strings.NewReader("too short")); err == nil {
		t.Error("a challenge was made of too little chance")
	}
}
