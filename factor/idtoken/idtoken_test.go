package idtoken_test

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"maps"
	"strings"
	"testing"
	"time"

	"github.com/cardea-iam/cardea/factor/idtoken"
	"github.com/cardea-iam/cardea/factor/idtoken/idtokentest"
)

func claims(changes ...map[string]any) map[string]any {
	all := map[string]any{"iss": "https://id.example.com", "sub": "ann", "aud": "app", "iat": 1_700_000_000, "exp": 1_700_003_600.5}
	for _, change := range changes {
		maps.Copy(all, change)
	}
	return all
}

func TestEveryAlgorithmIsVerifiedWithItsOwnKey(t *testing.T) {
	issuer, other := idtokentest.New(t), idtokentest.New(t)
	for _, algorithm := range []string{"RS256", "RS384", "RS512", "ES256", "ES384", "ES512"} {
		token, err := idtoken.Parse(issuer.Token(algorithm, claims()))
		if err != nil {
			t.Fatalf("%s: %v", algorithm, err)
		}
		if err := token.Verify(issuer.Keys()); err != nil {
			t.Errorf("%s: %v", algorithm, err)
		}
		if algorithm[0] == 'E' {
			if err := token.Verify(other.Keys()); !errors.Is(err, idtoken.ErrSignature) {
				t.Errorf("%s with the key of another issuer: %v", algorithm, err)
			}
		}
	}
}

func TestATokenIsReadAsItIs(t *testing.T) {
	token, err := idtoken.Parse(idtokentest.New(t).Token("ES256", claims(map[string]any{"aud": []string{"a", "b"}, "azp": "c", "amr": []string{"pwd", "mfa"}, "nbf": 1_700_000_001})))
	if err != nil {
		t.Fatal(err)
	}
	got := fmt.Sprintln(token.Issuer, token.Subject, token.Audiences, token.Party, token.Methods, token.IssuedAt.Unix(), token.NotBefore.Unix(), token.ExpiresAt.Format(time.RFC3339))
	if want := "https://id.example.com ann [a b] c [pwd mfa] 1700000000 1700000001 2023-11-14T23:13:20Z\n"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if !token.Has("az") || token.Has("AZ") {
		t.Error("the names of claims are read otherwise than they are written")
	}
}

func TestTextsThatAreNoTokens(t *testing.T) {
	issuer := idtokentest.New(t)
	good := issuer.Token("ES256", claims())
	parts := strings.Split(good, ".")
	for name, text := range map[string]string{
		"nothing": "", "two parts": parts[0] + "." + parts[1], "four parts": good + ".x", "padding": parts[0] + "." + parts[1] + "=." + parts[2],
		"no header":        issuer.Sign("ES256", `no`, `{}`),
		"a claim twice":    issuer.Sign("ES256", `{"alg":"ES256","kid":"P-256"}`, `{"sub":"ann","sub":"bob"}`),
		"an alg twice":     issuer.Sign("ES256", `{"alg":"ES256","alg":"none"}`, `{"sub":"ann"}`),
		"claims null":      issuer.Sign("ES256", `{"alg":"ES256"}`, `null`),
		"what is critical": issuer.Token("ES256", claims(), map[string]any{"crit": []string{"b64"}}),
	} {
		if _, err := idtoken.Parse(text); !errors.Is(err, idtoken.ErrToken) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestClaimsThatMustBeThere(t *testing.T) {
	issuer := idtokentest.New(t)
	for claim, wrong := range map[string][]any{
		"iss": {nil, 1, "", strings.Repeat("x", 256)}, "sub": {nil, 1, ""}, "aud": {nil, 1, []string{}, []int{1}}, "exp": {nil, "soon", -1, 1e300}, "iat": {nil, "now", true},
		"nbf": {"then"}, "azp": {1}, "amr": {1},
	} {
		for _, value := range wrong {
			_, err := idtoken.Parse(issuer.Token("ES256", claims(map[string]any{claim: value})))
			if missing, ok := errors.AsType[*idtoken.MissingError](err); !ok || missing.Claim != claim {
				t.Errorf("%s is %v: %v", claim, value, err)
			}
		}
	}
	if _, err := idtoken.Parse(issuer.Sign("ES256", `{"alg":"ES256"}`, `{"ISS":"x","Sub":"x","aud":"x","exp":1,"iat":1}`)); err == nil || err.Error() != "the claim iss is missing" {
		t.Errorf("claims in another case: %v", err)
	}
}

func TestSignaturesThatProveNothing(t *testing.T) {
	issuer := idtokentest.New(t)
	keys := issuer.Keys()
	good := issuer.Token("ES256", claims())
	body, _, _ := strings.Cut(good, ".")
	rest := good[len(body):]
	swap := func(header string) string { return base64.RawURLEncoding.EncodeToString([]byte(header)) + rest }
	mac := hmac.New(sha256.New, issuer.KeySet())
	unsigned := base64.RawURLEncoding.EncodeToString([]byte(`{"alg":"HS256","kid":"RSA"}`)) + rest[:strings.LastIndex(rest, ".")]
	mac.Write([]byte(unsigned))
	for name, c := range map[string]struct {
		text string
		want error
	}{
		"no algorithm":                {swap(`{"alg":"none","kid":"P-256"}`), idtoken.ErrSignature},
		"a secret made of the key":    {unsigned + "." + base64.RawURLEncoding.EncodeToString(mac.Sum(nil)), idtoken.ErrSignature},
		"a key of the other kind":     {issuer.Token("ES256", claims(), map[string]any{"kid": "RSA"}), idtoken.ErrSignature},
		"an RSA token with an EC key": {issuer.Token("RS256", claims(), map[string]any{"kid": "P-256"}), idtoken.ErrSignature},
		"an EC name on RSA's work":    {issuer.Token("RS256", claims(), map[string]any{"alg": "ES256"}), idtoken.ErrSignature},
		"an RSA name on EC's work":    {issuer.Token("ES256", claims(), map[string]any{"alg": "RS256"}), idtoken.ErrSignature},
		"another curve":               {issuer.Token("ES256", claims(), map[string]any{"kid": "P-384"}), idtoken.ErrSignature},
		"another hash":                {issuer.Token("RS512", claims(), map[string]any{"alg": "RS256"}), idtoken.ErrSignature},
		"another header":              {swap(`{"alg":"ES256","kid":"P-256"} `), idtoken.ErrSignature},
		"a key that is not there":     {issuer.Token("ES256", claims(), map[string]any{"kid": "new"}), idtoken.ErrKey},
		"no key":                      {issuer.Sign("ES256", `{"alg":"ES256"}`, `{"iss":"i","sub":"s","aud":"a","exp":1,"iat":1}`), idtoken.ErrKey},
		"a short signature":           {body + rest[:strings.LastIndex(rest, ".")] + ".AAAA", idtoken.ErrSignature},
	} {
		token, err := idtoken.Parse(c.text)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if err := token.Verify(keys); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", name, err, c.want)
		}
	}
}

func TestKeySetsThatAreNotTaken(t *testing.T) {
	const x = `"crv":"P-256","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4","y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"`
	if _, err := idtoken.ParseKeys([]byte(`{"keys":[{"kty":"oct","k":"AA"},{"kty":"EC","use":"enc"},{"kty":"EC",` + x + `}]}`)); err != nil {
		t.Errorf("keys for other purposes are not passed over: %v", err)
	}
	many := strings.Repeat(`{"kty":"EC","kid":"%d",`+x+`},`, 101)
	numbers := make([]any, 101)
	for i := range numbers {
		numbers[i] = i
	}
	for text, want := range map[string]string{
		`no`: "no JSON Web Key Set", `{"keys":[]}`: "no key of the kinds", `{"keys":[{"kty":"oct"}]}`: "no key of the kinds",
		`{"keys":[{"kty":"EC","d":"AA",` + x + `}]}`:                                           "private key",
		`{"keys":[{"kty":"EC",` + x + `},{"kty":"EC",` + x + `}]}`:                             "two keys",
		`{"keys":[{"kty":"EC","crv":"P-224","x":"AA","y":"AA"}]}`:                              "curve",
		`{"keys":[{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}]}`:                              "no point",
		`{"keys":[{"kty":"EC","crv":"P-256","x":"` + strings.Repeat("_", 64) + `","y":"AA"}]}`: "no point",
		`{"keys":[{"kty":"EC","crv":"P-256","x":"?","y":"AA"}]}`:                               "base64url",
		`{"keys":[{"kty":"RSA","n":"` + strings.Repeat("_", 100) + `","e":"AQAB"}]}`:           "600 bits",
		`{"keys":[{"kty":"RSA","n":"` + strings.Repeat("_", 400) + `","e":"AQ"}]}`:             "exponent",
		`{"keys":[{"kty":"RSA","n":"","e":"AQAB"}]}`:                                           "base64url",
		`{"keys":[` + strings.TrimSuffix(fmt.Sprintf(many, numbers...), ",") + `]}`:            "more than 100",
	} {
		if _, err := idtoken.ParseKeys([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60s: got %v, want %s", text, err, want)
		}
	}
}
