package store_test

import (
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/cardea-iam/cardea/journal"
	"github.com/cardea-iam/cardea/journal/memory"
	"github.com/cardea-iam/cardea/store"
)

func TestAFailedAppendChangesNothingAndTellsEverybody(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, j, release := gated(t)
		good := later(t.Context(), s, putting(thing{Name: "a"}))
		refused := later(t.Context(), s, func(tx *store.Tx) error {
			if _, ok := things.Get(tx, "a"); ok {
				return errRefused // because of a write that will not have happened
			}
			return nil
		})
		j.from(func(a attempt) (journal.Pos, error) {
			j.from(nil)
			a.lose()
			return journal.Pos{}, journal.ErrFull
		})
		release()
		for _, answer := range []<-chan error{good, refused} {
			if err := <-answer; !errors.Is(err, store.ErrUnavailable) || !errors.Is(err, journal.ErrFull) {
				t.Errorf("got %v", err)
			}
		}
		wantThings(t, s)
		must(t, put(s, thing{Name: "b"}))
		wantThings(t, s, "b")
	})
}

func TestReadingGoesOnWhileTheJournalIsDown(t *testing.T) {
	j := trouble()
	s := openOn(t, j, store.Outbox{})
	must(t, put(s, thing{Name: "a"}))
	j.from(func(a attempt) (journal.Pos, error) { return journal.Pos{}, journal.ErrReadOnly })
	if err := put(s, thing{Name: "b"}); !errors.Is(err, store.ErrUnavailable) || !errors.Is(err, journal.ErrReadOnly) {
		t.Errorf("got %v", err)
	}
	if err := s.Ready(t.Context()); !errors.Is(err, journal.ErrReadOnly) {
		t.Errorf("readiness is %v", err)
	}
	wantThings(t, s, "a")
	j.from(nil)
	must(t, s.Ready(t.Context()))
	must(t, put(s, thing{Name: "b"}))
	wantThings(t, s, "a", "b")
}

func TestAnUnknownOutcomeIsFoundOutBeforeAnybodyIsAnswered(t *testing.T) {
	for name, really := range map[string]bool{"appended": true, "not appended": false} {
		t.Run(name, func(t *testing.T) {
			j := trouble()
			s := openOn(t, j, store.Outbox{})
			j.from(func(a attempt) (journal.Pos, error) {
				j.from(nil)
				if really {
					_, err := a.append()
					must(t, err)
				} else {
					a.lose()
				}
				return journal.Pos{}, journal.ErrUnknown
			})
			err := put(s, thing{Name: "a"})
			if really {
				must(t, err)
				wantThings(t, s, "a")
			} else {
				if !errors.Is(err, store.ErrUnavailable) || !errors.Is(err, journal.ErrUnknown) {
					t.Errorf("got %v", err)
				}
				wantThings(t, s)
			}
			must(t, put(s, thing{Name: "b"}))
			again := openOn(t, j, store.Outbox{})
			if a, b := all(t, s), all(t, again); len(a) != len(b) {
				t.Errorf("this node has %q, the journal %q", a, b)
			}
		})
	}
}

func TestADoubtLastsUntilTheJournalIsBackAndOthersAreRefusedMeanwhile(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		j := trouble()
		s := openOn(t, j, store.Outbox{})
		down := errors.New("no connection")
		j.from(func(a attempt) (journal.Pos, error) {
			_, err := a.append()
			must(t, err)
			j.from(func(a attempt) (journal.Pos, error) { return journal.Pos{}, down })
			return journal.Pos{}, journal.ErrUnknown
		})
		doubtful := later(t.Context(), s, putting(thing{Name: "a"}))
		if err := put(s, thing{Name: "b"}); !errors.Is(err, store.ErrUnavailable) || !errors.Is(err, down) {
			t.Errorf("a caller during the doubt was told %v", err)
		}
		// The follower may meet the batch meanwhile: it is found all the same.
		time.Sleep(time.Second) // of the bubble's clock
		select {
		case err := <-doubtful:
			t.Errorf("the doubtful caller was told %v", err)
		default:
		}
		j.from(nil)
		must(t, <-doubtful)
		wantThings(t, s, "a")
	})
}

func TestAJournalThatCannotBeAskedLeavesADoubtAndSaysSo(t *testing.T) {
	for _, reason := range []error{journal.ErrReadOnly, journal.ErrDiverged, journal.ErrCompacted, journal.ErrDamaged, journal.ErrClosed} {
		j := trouble()
		s := openOn(t, j, store.Outbox{})
		j.from(func(a attempt) (journal.Pos, error) {
			j.from(func(attempt) (journal.Pos, error) { return journal.Pos{}, reason })
			a.lose()
			return journal.Pos{}, journal.ErrUnknown
		})
		err := put(s, thing{Name: "a"})
		if !errors.Is(err, store.ErrUnavailable) || !errors.Is(err, journal.ErrUnknown) || !strings.Contains(err.Error(), "will be known when") {
			t.Errorf("%v: got %v", reason, err)
		}
		wantThings(t, s)
	}
}

func TestANodeThatIsBehindRunsItsFunctionsOnWhatOthersWrote(t *testing.T) {
	j := memory.New()
	one, two := openOn(t, j, store.Outbox{}), openOn(t, j, store.Outbox{})
	for range 50 {
		must(t, one.Update(t.Context(), increment("a")))
		must(t, two.Update(t.Context(), increment("a")))
	}
	if n := numberOf(t, two, "a"); n != 100 {
		t.Errorf("100 increments on two nodes made %d", n)
	}
}

func TestARefusalOnANodeThatIsBehindSeesWhatOthersWrote(t *testing.T) {
	j := memory.New()
	one, two := openOn(t, j, store.Outbox{}), openOn(t, j, store.Outbox{})
	once := func(tx *store.Tx) error {
		if _, used := things.Get(tx, "code 42"); used {
			return errRefused
		}
		things.Put(tx, &thing{Name: "code 42"})
		return nil
	}
	must(t, one.Update(t.Context(), once))
	if err := two.Update(t.Context(), once); !errors.Is(err, errRefused) {
		t.Errorf("a code was used twice: %v", err)
	}
	wantThings(t, two, "code 42")
}

func TestAFollowerIsAtMostASecondBehind(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		j := memory.New()
		one, two := openOn(t, j, store.Outbox{}), openOn(t, j, store.Outbox{})
		for n := range 20 {
			must(t, one.Update(t.Context(), increment("a")))
			time.Sleep(time.Second) // of the bubble's clock
			synctest.Wait()
			if got := numberOf(t, two, "a"); got != n+1 {
				t.Errorf("a second later the other node sees %d of %d", got, n+1)
			}
		}
	})
}

func TestANodeThatWasAwayForTooLongStartsAgainFromTheRecords(t *testing.T) {
	j := trouble()
	s := openOn(t, j, store.Outbox{})
	other := openOn(t, j.Journal, store.Outbox{})
	for range 5 {
		must(t, other.Update(t.Context(), increment("a")))
	}
	must(t, other.Compact(t.Context(), other.Pos()))
	must(t, s.Update(t.Context(), increment("a")))
	if n := numberOf(t, s, "a"); n != 6 {
		t.Errorf("6 increments made %d", n)
	}
}
