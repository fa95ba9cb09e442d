package password_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/cardea-iam/cardea/factor/password"
)

var (
	cheap = password.Params{MemoryKiB: 64, Passes: 1, Lanes: 1}
	ctx   = context.Background()
)

func peppers(newest uint32) func(uint32) (password.Pepper, error) {
	return func(version uint32) (password.Pepper, error) {
		if version == 0 {
			version = newest
		}
		if version > newest {
			return password.Pepper{}, errors.New("no such pepper")
		}
		return password.Pepper{Version: version, Key: []byte(fmt.Sprint("pepper ", version))}, nil
	}
}

func hasher() *password.Hasher {
	return password.New(password.Options{Peppers: peppers(1), Params: cheap})
}

func mustHash(t *testing.T, h *password.Hasher, text string) string {
	t.Helper()
	stored, err := h.Hash(ctx, text)
	if err != nil {
		t.Fatal(err)
	}
	return stored
}

func verify(t *testing.T, h *password.Hasher, stored, text string) password.Verdict {
	t.Helper()
	verdict, err := h.Verify(ctx, stored, text)
	if err != nil {
		t.Fatal(err)
	}
	return verdict
}

func TestOnlyTheWholePasswordOpens(t *testing.T) {
	h := hasher()
	long := strings.Repeat("Passwort1-", 12) + "12345678"
	for _, text := range []string{"a", "Correct horse 1!", long, " leading and trailing ", "pässwörd", "\t\n\r"} {
		stored := mustHash(t, h, text)
		if verdict := verify(t, h, stored, text); !verdict.OK || verdict.Rehash {
			t.Errorf("%d characters: %+v, want OK", len(text), verdict)
		}
		for _, other := range []string{"", text + " ", text + "\x00", text[:len(text)-1], strings.ToUpper(text) + "x", " " + text} {
			if verify(t, h, stored, other).OK {
				t.Errorf("%q opened what %q was set for", other, text)
			}
		}
	}
}

func TestNobodysPasswordIsNeverRight(t *testing.T) {
	h := hasher()
	for _, text := range []string{"", "a", "password"} {
		if verify(t, h, "", text).OK {
			t.Errorf("%q opened an account that does not exist", text)
		}
	}
}

func TestAnUnknownUserTakesAsLongAsAKnownOne(t *testing.T) {
	h := password.New(password.Options{Peppers: peppers(1)})
	stored := mustHash(t, h, "Correct horse 1!")
	var times [2][]time.Duration
	for range 9 {
		for i, of := range []string{stored, ""} {
			start := time.Now()
			verify(t, h, of, "wrong")
			times[i] = append(times[i], time.Since(start))
		}
	}
	slices.Sort(times[0])
	slices.Sort(times[1])
	known, unknown := times[0][4], times[1][4]
	if unknown < known/2 || unknown > known*2 {
		t.Errorf("unknown user %v, known user %v", unknown, known)
	}
}

func TestTheStoredTextIsAPHCStringWithTheCosts(t *testing.T) {
	h := password.New(password.Options{Peppers: peppers(7)})
	stored := mustHash(t, h, "Correct horse 1!")
	if !strings.HasPrefix(stored, "$argon2id-hmac-sha256$v=19$m=19456,t=2,p=1,keyid=AAAABw$") {
		t.Error("the stored text does not begin with scheme and costs")
	}
	if stored == mustHash(t, h, "Correct horse 1!") {
		t.Error("two hashes of one password are equal: no salt")
	}
}

func TestRaisedCostsAndNewPeppersAskForANewHash(t *testing.T) {
	stored := mustHash(t, hasher(), "Correct horse 1!")
	dearer := password.Params{MemoryKiB: 128, Passes: 1, Lanes: 1}
	for name, h := range map[string]*password.Hasher{
		"costs":  password.New(password.Options{Peppers: peppers(1), Params: dearer}),
		"pepper": password.New(password.Options{Peppers: peppers(2), Params: cheap}),
	} {
		if verdict := verify(t, h, stored, "Correct horse 1!"); !verdict.OK || !verdict.Rehash {
			t.Errorf("%s: %+v, want OK and Rehash", name, verdict)
		}
		if verdict := verify(t, h, stored, "wrong"); verdict.OK || verdict.Rehash {
			t.Errorf("%s: a wrong password: %+v", name, verdict)
		}
	}
}

func TestWithoutThePepperAHashIsWorthless(t *testing.T) {
	stored := mustHash(t, hasher(), "Correct horse 1!")
	other := password.New(password.Options{Params: cheap, Peppers: func(uint32) (password.Pepper, error) {
		return password.Pepper{Version: 1, Key: []byte("a guess")}, nil
	}})
	if verify(t, other, stored, "Correct horse 1!").OK {
		t.Error("the hash could be tried without its pepper")
	}
}

func TestComposedAndDecomposedLettersAreOnePassword(t *testing.T) {
	h := hasher()
	composed, decomposed := "pässwörd-Ångström", "pa\u0308sswo\u0308rd-A\u030angstro\u0308m"
	if composed == decomposed {
		t.Fatal("the two spellings are the same bytes")
	}
	if !verify(t, h, mustHash(t, h, decomposed), composed).OK || !verify(t, h, mustHash(t, h, composed), decomposed).OK {
		t.Error("a password set on one keyboard is refused from another")
	}
}

func TestWhatCannotBeAPasswordIsNeverHashed(t *testing.T) {
	dead := password.New(password.Options{Peppers: func(uint32) (password.Pepper, error) { panic("hashing was begun") }})
	for name, text := range map[string]string{
		"empty": "", "129 characters": strings.Repeat("ü", 129), "1 MiB": strings.Repeat("x", 1<<20), "not UTF-8": "abc\xff",
	} {
		if _, err := dead.Hash(ctx, text); !errors.Is(err, password.ErrUnusable) {
			t.Errorf("hash, %s: %v", name, err)
		}
		if verdict, err := dead.Verify(ctx, "", text); err != nil || verdict.OK {
			t.Errorf("verify, %s: %+v, %v", name, verdict, err)
		}
	}
	h := hasher()
	longest := strings.Repeat("ü", 128)
	if !verify(t, h, mustHash(t, h, longest), longest).OK {
		t.Error("128 characters are refused")
	}
}

func TestADamagedHashIsAnErrorAndNeverAYes(t *testing.T) {
	h := hasher()
	stored := mustHash(t, h, "Correct horse 1!")
	chance := rand.New(rand.NewPCG(1, 1))
	for range 2000 {
		damaged := []byte(stored)
		damaged[chance.IntN(len(damaged))] ^= 1 << chance.IntN(7)
		if verdict, err := h.Verify(ctx, string(damaged), "Correct horse 1!"); verdict.OK && err == nil {
			t.Fatal("a damaged hash opened")
		}
	}
	for _, bad := range []string{
		"x", strings.Repeat("$", 120), strings.Replace(stored, "m=64", "m=4000000000", 1), strings.Replace(stored, "t=1", "t=99999", 1),
		strings.Replace(stored, "p=1", "p=0", 1), strings.Replace(stored, "v=19", "v=16", 1), stored + "A", " " + stored,
	} {
		if _, err := h.Verify(ctx, bad, "Correct horse 1!"); !errors.Is(err, password.ErrStored) {
			t.Errorf("a hash that is none: %v", err)
		}
	}
}

func TestAFormerPasswordIsRecognized(t *testing.T) {
	h := hasher()
	former := []string{mustHash(t, h, "First-1"), mustHash(t, h, "Second-2"), mustHash(t, h, "Third-3")}
	for text, want := range map[string]bool{"First-1": true, "Third-3": true, "Fourth-4": false, "first-1": false} {
		if used, err := h.Used(ctx, former, text); err != nil || used != want {
			t.Errorf("%s: %v, %v; want %v", text, used, err, want)
		}
	}
	if used, err := h.Used(ctx, nil, "First-1"); used || err != nil {
		t.Errorf("without former passwords: %v, %v", used, err)
	}
}

func TestTwoHashAtOnceThirtyTwoWaitAndTheRestAreSentAway(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var mu sync.Mutex
		inside, most := 0, 0
		gate := make(chan struct{})
		h := password.New(password.Options{Params: cheap, Peppers: func(uint32) (password.Pepper, error) {
			mu.Lock()
			inside++
			most = max(most, inside)
			mu.Unlock()
			<-gate
			mu.Lock()
			inside--
			mu.Unlock()
			return password.Pepper{Version: 1, Key: []byte("k")}, nil
		}})
		results := make(chan error, 100)
		waiting, cancel := context.WithCancel(t.Context())
		for range 34 {
			go func() { _, err := h.Verify(waiting, "", "x"); results <- err }()
		}
		synctest.Wait()
		if inside != 2 {
			t.Fatalf("%d are hashing, want 2", inside)
		}
		if _, err := h.Verify(t.Context(), "", "x"); !errors.Is(err, password.ErrBusy) {
			t.Fatalf("the 35th: %v, want ErrBusy", err)
		}
		cancel()
		synctest.Wait()
		for range 32 {
			if err := <-results; !errors.Is(err, context.Canceled) {
				t.Fatalf("one who gave up waiting: %v", err)
			}
		}
		close(gate)
		for range 2 {
			if err := <-results; err != nil {
				t.Fatal(err)
			}
		}
		if _, err := h.Verify(t.Context(), "", "x"); err != nil || most != 2 {
			t.Errorf("afterwards: %v; at most %d at once, want 2", err, most)
		}
	})
}

func BenchmarkVerify(b *testing.B) {
	h := password.New(password.Options{Peppers: peppers(1)})
	for b.Loop() {
		if _, err := h.Verify(ctx, "", "Correct horse 1!"); err != nil {
			b.Fatal(err)
		}
	}
}
