package sigv4_test

import (
	"errors"
	"fmt"
	"sync"
	"testing"

	"github.com/cardea-iam/cardea/seal"
	"github.com/cardea-iam/cardea/wire/sigv4"
)

// ask gets a key from the cache and reports whether the secret was asked for.
func ask(t *testing.T, c *sigv4.KeyCache, s *sigv4.Signed, version, secret string) (key sigv4.SigningKey, asked bool) {
	t.Helper()
	key, err := c.Key(s, version, func() (seal.Secret, error) {
		asked = true
		return seal.NewSecret(secret), nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return key, asked
}

func scoped(id, date, region, service string) *sigv4.Signed {
	return &sigv4.Signed{AccessKeyID: id, ScopeDate: date, Region: region, Service: service}
}

func TestASigningKeyIsDerivedOnceForItsScope(t *testing.T) {
	c := sigv4.NewKeyCache()
	r := sign(t, form(), "x")
	s, err := sigv4.Parse(r, []byte("x"), sigv4.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, asked := ask(t, c, s, "1", secret); !asked {
		t.Error("the first time, the secret was not asked for")
	}
	key, asked := ask(t, c, s, "1", "no longer asked for")
	if asked {
		t.Error("the secret was asked for twice")
	}
	if err := s.Verify(key, now, 0); err != nil {
		t.Error(err)
	}
	for name, other := range map[string]*sigv4.Signed{
		"key":     scoped("AKIDOTHER", s.ScopeDate, s.Region, s.Service),
		"date":    scoped(s.AccessKeyID, "20261126", s.Region, s.Service),
		"region":  scoped(s.AccessKeyID, s.ScopeDate, "eu-west-1", s.Service),
		"service": scoped(s.AccessKeyID, s.ScopeDate, s.Region, "sts"),
	} {
		if _, asked := ask(t, c, other, "1", secret); !asked {
			t.Errorf("another %s got the same signing key", name)
		}
	}
}

func TestAnotherVersionOfASecretIsAnotherKey(t *testing.T) {
	c := sigv4.NewKeyCache()
	s, err := sigv4.Parse(sign(t, form(), "x"), []byte("x"), sigv4.Options{})
	if err != nil {
		t.Fatal(err)
	}
	ask(t, c, s, "1", secret)
	key, asked := ask(t, c, s, "2", "another secret")
	if !asked || s.Verify(key, now, 0) == nil {
		t.Error("the old secret still verifies")
	}
}

func TestADroppedKeyIsForgottenInAllItsScopes(t *testing.T) {
	c := sigv4.NewKeyCache()
	for i := range 50 {
		ask(t, c, scoped("AKIDEXAMPLE", "20261125", "us-east-1", fmt.Sprint("s", i)), "1", secret)
		ask(t, c, scoped(fmt.Sprint("AKIDOTHER", i), "20261125", "us-east-1", "iam"), "1", secret)
	}
	c.Drop("AKIDEXAMPLE")
	if n := c.Len(); n != 50 {
		t.Errorf("%d keys are left, want the 50 of others", n)
	}
	if _, asked := ask(t, c, scoped("AKIDEXAMPLE", "20261125", "us-east-1", "s7"), "1", secret); !asked {
		t.Error("a dropped key was answered")
	}
	if _, asked := ask(t, c, scoped("AKIDOTHER7", "20261125", "us-east-1", "iam"), "1", secret); asked {
		t.Error("another's key was dropped")
	}
}

func TestTheCacheKeepsTenThousandKeysAndThoseInUse(t *testing.T) {
	c := sigv4.NewKeyCache()
	busy := scoped("AKIDBUSY", "20261125", "us-east-1", "iam")
	ask(t, c, busy, "1", secret)
	for i := range 30_000 {
		ask(t, c, scoped(fmt.Sprint("AKID", i), "20261125", "us-east-1", "iam"), "1", secret)
		if _, asked := ask(t, c, busy, "1", secret); asked {
			t.Fatalf("the key in use was forgotten after %d others", i)
		}
	}
	if n := c.Len(); n > 10_000 || n < 9_000 {
		t.Errorf("%d keys are kept", n)
	}
}

func TestWhatIsNoSecretIsNotKept(t *testing.T) {
	c, s := sigv4.NewKeyCache(), scoped("AKIDEXAMPLE", "20261125", "us-east-1", "iam")
	if key, _ := ask(t, c, s, "1", ""); !key.IsZero() {
		t.Error("an empty secret made a key")
	}
	broken := errors.New("broken seal")
	if _, err := c.Key(s, "1", func() (seal.Secret, error) { return seal.Secret{}, broken }); !errors.Is(err, broken) {
		t.Errorf("got %v, want the error of the secret", err)
	}
	if c.Len() != 0 {
		t.Error("something was kept")
	}
}

func TestTheCacheMayBeUsedByMany(t *testing.T) {
	c := sigv4.NewKeyCache()
	var all sync.WaitGroup
	for worker := range 8 {
		all.Go(func() {
			for i := range 500 {
				id := fmt.Sprint("AKID", i%50)
				version := fmt.Sprint(worker % 2)
				s := scoped(id, "20261125", "us-east-1", "iam")
				key, err := c.Key(s, version, func() (seal.Secret, error) { return seal.NewSecret(id + version), nil })
				if err != nil || key.IsZero() {
					t.Errorf("no key: %v", err)
				}
				if i%10 == worker {
					c.Drop(id)
				}
			}
		})
	}
	all.Wait()
}

func TestASigningKeyPrintsAsStars(t *testing.T) {
	s := scoped("AKIDEXAMPLE", "20261125", "us-east-1", "iam")
	key := sigv4.Derive(seal.NewSecret(secret), s)
	same := sigv4.Derive(seal.NewSecret(secret), s)
	holder := struct{ k sigv4.SigningKey }{key}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%x", "%d", "%q"} {
		if text := fmt.Sprintf(verb, key); text != "***" {
			t.Errorf("%s prints %s", verb, text)
		}
		if a, b := fmt.Sprintf(verb, holder), fmt.Sprintf(verb, struct{ k sigv4.SigningKey }{same}); len(a) > 100 || len(b) > 100 {
			t.Errorf("%s prints the bytes inside of a struct: %s", verb, a)
		}
	}
}
