package factor_test

import (
	"testing"
	"time"

	"github.com/cardea-iam/cardea/factor"
)

var noon = time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC)

func TestTheSixthGuessInAQuarterOfAnHourIsNotChecked(t *testing.T) {
	var a factor.Attempts
	for i := range 5 {
		at := noon.Add(time.Duration(i) * time.Minute)
		if !a.Allow(at) || a.RetryAfter(at) != 0 {
			t.Fatalf("attempt %d is not allowed", i+1)
		}
		a = a.Fail(at)
	}
	later := noon.Add(14*time.Minute + 59*time.Second)
	if a.Allow(later) || a.RetryAfter(later) != time.Second {
		t.Errorf("after five failures: allowed %v, again in %v; want false, 1s", a.Allow(later), a.RetryAfter(later))
	}
	if !a.Allow(noon.Add(15 * time.Minute)) {
		t.Error("the oldest failure still counts after 15 minutes")
	}
}

func TestNeverMoreThanFiveGuessesAreCheckedInAnyQuarterOfAnHour(t *testing.T) {
	var a factor.Attempts
	var checked []time.Time
	for now := noon; now.Before(noon.Add(3 * time.Hour)); now = now.Add(7 * time.Second) {
		if !a.Allow(now) {
			continue
		}
		a = a.Fail(now)
		checked = append(checked, now)
		if n := len(checked); n > 5 && now.Sub(checked[n-6]) < 15*time.Minute {
			t.Fatalf("six guesses were checked between %v and %v", checked[n-6], now)
		}
		if len(a) > 5 {
			t.Fatalf("%d failures are remembered, want at most 5", len(a))
		}
	}
	if len(checked) < 55 {
		t.Errorf("only %d guesses were checked in three hours: honest people are shut out", len(checked))
	}
}

func TestAClockSetBackForgivesNothing(t *testing.T) {
	var a factor.Attempts
	for range 5 {
		a = a.Fail(noon)
	}
	if a.Allow(noon.Add(-24 * time.Hour)) {
		t.Error("a clock set back by a day let a guess through")
	}
}

func TestFailLeavesItsReceiverAlone(t *testing.T) {
	a := factor.Attempts(nil).Fail(noon).Fail(noon.Add(time.Second))
	a.Fail(noon.Add(time.Hour))
	if !a[0].Equal(noon) || len(a) != 2 {
		t.Error("Fail changed the attempts that it was asked of")
	}
}
