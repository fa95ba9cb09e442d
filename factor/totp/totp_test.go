package totp_test

import (
	"crypto/rand"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"fmt"
	"hash"
	"strings"
	"testing"
	"time"

	"github.com/cardea-iam/cardea/factor/totp"
	"github.com/pquerna/otp"
	oracle "github.com/pquerna/otp/totp"
	"pgregory.net/rapid"
)

var (
	rfcSeed = totp.Seed("12345678901234567890")
	noon    = time.Date(2026, 1, 1, 12, 0, 10, 0, time.UTC)
	now     = totp.Step(noon)
)

func TestTheValuesOfRFC4226(t *testing.T) {
	g := totp.Generator{Seed: rfcSeed}
	want := strings.Fields("755224 287082 359152 969429 338314 254676 287922 162583 399871 520489")
	for counter, code := range want {
		if got := g.Code(int64(counter)); got != code {
			t.Errorf("counter %d: %s, want %s", counter, got, code)
		}
	}
}

func TestTheValuesOfRFC6238(t *testing.T) {
	hashes := []func() hash.Hash{sha1.New, sha256.New, sha512.New}
	sizes := []int{20, 32, 64}
	for unix, codes := range map[int64]string{
		59:          "94287082 46119246 90693936",
		1111111109:  "07081804 68084774 25091201",
		1111111111:  "14050471 67062674 99943326",
		1234567890:  "89005924 91819424 93441116",
		2000000000:  "69279037 90698825 38618901",
		20000000000: "65353130 77737706 47863826",
	} {
		for i, want := range strings.Fields(codes) {
			seed := totp.Seed(strings.Repeat("1234567890", 7)[:sizes[i]])
			g := totp.Generator{Seed: seed, Digits: 8, Hash: hashes[i]}
			if got := g.Code(totp.Step(time.Unix(unix, 0))); got != want {
				t.Errorf("time %d, hash %d: %s, want %s", unix, i, got, want)
			}
			if g.Digits = 6; g.Code(totp.Step(time.Unix(unix, 0))) != want[2:] {
				t.Errorf("time %d, hash %d: six digits are not the last six of eight", unix, i)
			}
		}
	}
}

func TestCodesAgreeWithAnotherLibrary(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seed := totp.Seed(rapid.SliceOfN(rapid.Byte(), 16, 64).Draw(t, "seed"))
		at := time.Unix(rapid.Int64Range(0, 1<<40).Draw(t, "time"), 0)
		which := rapid.IntRange(0, 2).Draw(t, "hash")
		digits := rapid.SampledFrom([]int{6, 8}).Draw(t, "digits")
		g := totp.Generator{Seed: seed, Digits: digits, Hash: []func() hash.Hash{sha1.New, sha256.New, sha512.New}[which]}
		want, err := oracle.GenerateCodeCustom(seed.Text(), at, oracle.ValidateOpts{
			Period: 30, Digits: otp.Digits(digits), Algorithm: []otp.Algorithm{otp.AlgorithmSHA1, otp.AlgorithmSHA256, otp.AlgorithmSHA512}[which],
		})
		if err != nil {
			t.Fatal(err)
		}
		if got := g.Code(totp.Step(at)); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	})
}

func device() totp.Generator { return totp.Generator{Seed: rfcSeed} }

func TestACodeIsTakenOneStepToEitherSideOfTheDevicesClock(t *testing.T) {
	g := device()
	for _, drift := range []int64{0, 7, -7, 20, -20} {
		for offset := int64(-4); offset <= 4; offset++ {
			want := offset >= -1 && offset <= 1
			step, ok := g.Match(g.Code(now+drift+offset), noon, totp.Clock{Drift: drift})
			if ok != want || ok && step != now+drift+offset {
				t.Errorf("drift %d, %d steps off: step %d, %v; want %v", drift, offset, step, ok, want)
			}
		}
	}
}

func TestADriftIsNeverTakenBeyondTheSearch(t *testing.T) {
	g := device()
	if _, ok := g.Match(g.Code(now+500), noon, totp.Clock{Drift: 500}); ok {
		t.Error("a drift of 500 steps was believed")
	}
}

func TestACodeWorksOnce(t *testing.T) {
	g := device()
	clock := totp.Clock{}
	for i := range int64(50) {
		at := noon.Add(time.Duration(i) * totp.Period)
		step, ok := g.Match(g.Code(now+i), at, clock)
		if !ok {
			t.Fatalf("step %d: the right code is refused", i)
		}
		clock.LastStep = step
		for later := range int64(4) {
			if _, ok := g.Match(g.Code(now+i), at.Add(time.Duration(later-1)*totp.Period), clock); ok {
				t.Fatalf("step %d: a used code was taken again %d steps later", i, later-1)
			}
		}
		if _, ok := g.Match(g.Code(now+i-1), at, clock); ok {
			t.Fatalf("step %d: the code before a used one was taken", i)
		}
	}
}

func TestOnlyPlainDigitsAreACode(t *testing.T) {
	g := device()
	code := g.Code(now)
	wide := strings.Map(func(r rune) rune { return r - '0' + '\uff10' }, code)
	for _, bad := range []string{
		"", " " + code, code + " ", code + "\n", code + "\x00", "+" + code[1:], "-" + code[1:], code[:5], code + "0", "0" + code,
		wide, code[:3] + " " + code[3:], "0x1234", "١٢٣٤٥٦", "12e456", "12.456",
	} {
		if _, ok := g.Match(bad, noon, totp.Clock{}); ok {
			t.Errorf("%q was taken for a code", bad)
		}
		if _, ok := g.MatchPair(bad, g.Code(now+1), noon, 0); ok {
			t.Errorf("%q was taken for the first code of a pair", bad)
		}
	}
	if _, ok := (totp.Generator{}).Match((totp.Generator{}).Code(now), noon, totp.Clock{}); ok {
		t.Error("a device without a seed let somebody in")
	}
}

func TestTwoConsecutiveCodesShowTheDrift(t *testing.T) {
	g := device()
	for second := int64(-25); second <= 25; second++ {
		want := second >= -19 && second <= 20
		clock, ok := g.MatchPair(g.Code(now+second-1), g.Code(now+second), noon, 0)
		if ok != want {
			t.Errorf("second code %d steps off: %v, want %v", second, ok, want)
		}
		if ok && clock != (totp.Clock{Drift: second, LastStep: now + second}) {
			t.Errorf("second code %d steps off: %+v", second, clock)
		}
	}
}

func TestOldCodesAreAssociatedTodaysAreRefusedAndAResyncRepairs(t *testing.T) {
	g := device()
	clock, ok := g.MatchPair(g.Code(now-16), g.Code(now-15), noon, 0)
	if !ok {
		t.Fatal("a pair seven minutes old is refused")
	}
	if _, ok := g.Match(g.Code(now), noon, clock); ok {
		t.Fatal("the device is in sync after old codes")
	}
	clock, ok = g.MatchPair(g.Code(now-1), g.Code(now), noon, clock.LastStep)
	if !ok || clock.Drift != 0 {
		t.Fatalf("the resync: %+v, %v", clock, ok)
	}
	if _, ok := g.Match(g.Code(now), noon, clock); ok {
		t.Error("a code of the resync was taken again")
	}
	if _, ok := g.Match(g.Code(now+1), noon, clock); !ok {
		t.Error("the next code is refused after the resync")
	}
}

func TestAPairThatIsNotConsecutiveIsRefused(t *testing.T) {
	g := device()
	code := func(offset int64) string { return g.Code(now + offset) }
	for name, pair := range map[string][2]string{
		"equal":              {code(0), code(0)},
		"reversed":           {code(0), code(-1)},
		"a gap":              {code(-2), code(0)},
		"first wrong":        {"000000", code(0)},
		"second wrong":       {code(-1), "000000"},
		"another device's":   {totp.Generator{Seed: totp.Seed("another seed of ours")}.Code(now - 1), totp.Generator{Seed: totp.Seed("another seed of ours")}.Code(now)},
		"other lengths":      {code(-1), "0" + code(0)},
		"the ends of search": {code(20), code(21)},
	} {
		if _, ok := g.MatchPair(pair[0], pair[1], noon, 0); ok {
			t.Errorf("%s: accepted", name)
		}
	}
}

func TestAPairWithAUsedCodeIsRefused(t *testing.T) {
	g := device()
	for _, last := range []int64{now - 1, now, now + 1} {
		if _, ok := g.MatchPair(g.Code(now-1), g.Code(now), noon, last); ok {
			t.Errorf("a pair was taken although step %d was used up", last-now)
		}
	}
	if _, ok := g.MatchPair(g.Code(now-1), g.Code(now), noon, now-2); !ok {
		t.Error("a pair of fresh codes is refused")
	}
}

func FuzzOnlyACodeOfTheWindowMatches(f *testing.F) {
	g := device()
	for _, seed := range []string{"", "755224", g.Code(now), " " + g.Code(now), g.Code(now + 2), "12345é", "١٢٣"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, code string) {
		_, got := g.Match(code, noon, totp.Clock{})
		want := code == g.Code(now-1) || code == g.Code(now) || code == g.Code(now+1)
		if got != want {
			t.Errorf("%q: %v, want %v", code, got, want)
		}
	})
}

func BenchmarkMatch(b *testing.B) {
	g := totp.Generator{Seed: totp.NewSeed(rand.Reader)}
	for b.Loop() {
		g.Match("123456", noon, totp.Clock{})
	}
}

func ExampleSeed_URI() {
	fmt.Println(totp.Seed("12345678901234567890").URI("MFAUser", "123456789012", "Cardea"))
	// Output: otpauth://totp/MFAUser@123456789012?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Cardea
}
