package dpop_test

import (
	"encoding/base64"
	"errors"
	"maps"
	"strings"
	"testing"
	"time"

	"github.com/cardea-iam/cardea/factor/dpop"
	"github.com/cardea-iam/cardea/factor/dpop/dpoptest"
)

const address = "https://server.example.com/token"

var at = time.Unix(1562262616, 0).UTC()

// published is the proof of RFC 9449 section 4.1, and thumbprint that of its key in section 6.1.
const (
	published = "eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiItQndDM0VTYzZhY2MybFRjIiwiaHRtIjoiUE9TVCIsImh0dSI6Imh0dHBzOi8vc2VydmVyLmV4YW1wbGUuY29tL3Rva2VuIiwiaWF0IjoxNTYyMjYyNjE2fQ.2-GxA6T8lP4vfrg8v-FdWP0A0zdrj8igiMLvqRMUvwnQg4PtFLbdLXiOSsX0x7NVY-FNyJK70nfbV37xRZT3Lg"

	thumbprint = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"
)

func TestThePublishedProofIsOne(t *testing.T) {
	proof, err := dpop.Verify(published, "POST", address, at)
	if err != nil || proof.Thumbprint != thumbprint || proof.ID != "-BwC3ESc6acc2lTc" || !proof.IssuedAt.Equal(at) {
		t.Fatalf("%+v %v", proof, err)
	}
}

func TestOneBitOfAProofChangedMakesItNone(t *testing.T) {
	parts := strings.Split(published, ".")
	for i := range parts {
		raw, err := base64.RawURLEncoding.DecodeString(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		for bit := range len(raw) * 8 {
			raw[bit/8] ^= 1 << (bit % 8)
			changed := append([]string{}, parts...)
			changed[i] = base64.RawURLEncoding.EncodeToString(raw)
			if proof, err := dpop.Verify(strings.Join(changed, "."), "POST", address, at); !errors.Is(err, dpop.ErrProof) {
				t.Fatalf("bit %d of part %d: %+v %v", bit, i, proof, err)
			}
			raw[bit/8] ^= 1 << (bit % 8)
		}
	}
}

func claims() map[string]any {
	return map[string]any{"jti": "1", "htm": "POST", "htu": address, "iat": at.Unix()}
}

func TestAProofIsForOneRequestAtItsTime(t *testing.T) {
	m := dpoptest.NewKey(t)
	for what, c := range map[string]struct {
		change  map[string]any
		refused bool
	}{
		"as it should be":         {nil, false},
		"a query in htu":          {map[string]any{"htu": address + "?x=1#y"}, false},
		"the default port in htu": {map[string]any{"htu": "HTTPS://Server.example.com:443/token"}, false},
		"another path":            {map[string]any{"htu": "https://server.example.com/tokens"}, true},
		"another host":            {map[string]any{"htu": "https://evil.example.com/token"}, true},
		"another port":            {map[string]any{"htu": "https://server.example.com:444/token"}, true},
		"another scheme":          {map[string]any{"htu": "http://server.example.com/token"}, true},
		"a user in htu":           {map[string]any{"htu": "https://x@server.example.com/token"}, true},
		"no htu":                  {map[string]any{"htu": ""}, true},
		"another method":          {map[string]any{"htm": "GET"}, true},
		"no jti":                  {map[string]any{"jti": ""}, true},
		"a long jti":              {map[string]any{"jti": strings.Repeat("x", 257)}, true},
		"five minutes old":        {map[string]any{"iat": at.Add(-5 * time.Minute).Unix()}, false},
		"older":                   {map[string]any{"iat": at.Add(-5*time.Minute - time.Second).Unix()}, true},
		"five minutes ahead":      {map[string]any{"iat": at.Add(5 * time.Minute).Unix()}, false},
		"further ahead":           {map[string]any{"iat": at.Add(5*time.Minute + time.Second).Unix()}, true},
		"no iat":                  {map[string]any{"iat": 0}, true},
		"a text as iat":           {map[string]any{"iat": "1562262616"}, true},
	} {
		changed := claims()
		maps.Copy(changed, c.change)
		if _, err := dpop.Verify(m.Sign(m.Header(), changed), "POST", address, at); (err != nil) != c.refused {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func TestAProofBringsAPublicKeyOfTheRightKind(t *testing.T) {
	m, other := dpoptest.NewKey(t), dpoptest.NewKey(t)
	point := func(change map[string]any) map[string]any {
		key := maps.Clone(m.Header()["jwk"].(map[string]any))
		maps.Copy(key, change)
		return map[string]any{"jwk": key}
	}
	for what, change := range map[string]map[string]any{
		"no algorithm":       {"alg": "none"},
		"a shared secret":    {"alg": "HS256"},
		"another type":       {"typ": "JWT"},
		"no key":             {"jwk": nil},
		"another's key":      {"jwk": other.Header()["jwk"]},
		"a private key":      point(map[string]any{"d": "AQ"}),
		"another curve":      point(map[string]any{"crv": "P-384"}),
		"another kind":       point(map[string]any{"kty": "RSA"}),
		"off the curve":      point(map[string]any{"x": "AQ"}),
		"a long coordinate":  point(map[string]any{"x": base64.RawURLEncoding.EncodeToString(make([]byte, 33))}),
		"the point 0":        point(map[string]any{"x": "AA", "y": "AA"}),
		"what must be known": {"crit": []string{"b64"}},
	} {
		header := m.Header()
		maps.Copy(header, change)
		if _, err := dpop.Verify(m.Sign(header, claims()), "POST", address, at); !errors.Is(err, dpop.ErrProof) {
			t.Errorf("%s: %v", what, err)
		}
	}
	for _, text := range []string{"", ".", "..", published + ".", "a." + published, strings.Repeat("x", 5000), published + "=", strings.Replace(published, ".", ". ", 1)} {
		if _, err := dpop.Verify(text, "POST", address, at); !errors.Is(err, dpop.ErrProof) {
			t.Errorf("%.20q: %v", text, err)
		}
	}
}

// AWS's SDK for Go writes a coordinate without the zeros that it begins with.
func TestACoordinateMayLackItsFirstZeros(t *testing.T) {
	for range 5000 {
		m := dpoptest.NewKey(t)
		point := m.Point()
		if point[1] != 0 {
			continue
		}
		full, err := dpop.Verify(m.Sign(m.Header(), claims()), "POST", address, at)
		if err != nil {
			t.Fatal(err)
		}
		header := m.Header()
		header["jwk"].(map[string]any)["x"] = base64.RawURLEncoding.EncodeToString(point[2:33])
		short, err := dpop.Verify(m.Sign(header, claims()), "POST", address, at)
		if err != nil || short.Thumbprint != full.Thumbprint {
			t.Fatalf("%+v %v", short, err)
		}
		return
	}
	t.Fatal("no key of 5000 has a coordinate that begins with a zero")
}

func FuzzVerify(f *testing.F) {
	f.Add(published)
	f.Fuzz(func(t *testing.T, text string) {
		proof, err := dpop.Verify(text, "POST", address, at)
		if (proof == nil) == (err == nil) {
			t.Fatalf("%+v %v", proof, err)
		}
	})
}
