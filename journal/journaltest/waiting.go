package journaltest

import (
	"context"
	"errors"
	"sync"
	"testing"

	"github.com/cardea-iam/cardea/journal"
)

var waiting = tests{
	"WaitReturnsAtOnceIfThereIsSomethingNewer": waitReturnsAtOnceIfThereIsSomethingNewer,
	"AnAppendWakesEverybodyWhoWaits":           anAppendWakesEverybodyWhoWaits,
	"WaitEndsWithItsContext":                   waitEndsWithItsContext,
	"AFollowerSeesEveryBatch":                  aFollowerSeesEveryBatch,
	"WhoeverGoesAwayDisturbsNobody":            whoeverGoesAwayDisturbsNobody,
}

func waitReturnsAtOnceIfThereIsSomethingNewer(t *testing.T, engine Engine) {
	j := engine.Open(t)
	positions, _ := fill(t, j, 3)
	for _, pos := range positions[:3] {
		if err := j.Wait(t.Context(), pos); err != nil {
			t.Errorf("wait after %s: %v", pos, err)
		}
	}
}

func anAppendWakesEverybodyWhoWaits(t *testing.T, engine Engine) {
	j := engine.Open(t)
	head := mustAppend(t, j, journal.Pos{}, one(1, "k", "v"))
	woken := make(chan error)
	const waiters = 10
	for range waiters {
		go func() { woken <- j.Wait(t.Context(), head) }()
	}
	mustAppend(t, j, head, one(2, "k", "w"))
	for range waiters {
		if err := <-woken; err != nil {
			t.Error(err)
		}
	}
}

func waitEndsWithItsContext(t *testing.T, engine Engine) {
	j := engine.Open(t)
	gone := errors.New("gone")
	ctx, leave := context.WithCancelCause(t.Context())
	ended := make(chan error)
	go func() { ended <- j.Wait(ctx, journal.Pos{}) }()
	leave(gone)
	wantError(t, "wait", <-ended, gone)
}

// aFollowerSeesEveryBatch follows with nothing but Wait and Read.
func aFollowerSeesEveryBatch(t *testing.T, engine Engine) {
	const batches = 60
	j := engine.Open(t)
	followed := make(chan error)
	go func() { followed <- follow(t, j, batches) }()
	var head journal.Pos
	for n := range batches {
		head = mustAppend(t, j, head, one(n, "k", "v"))
	}
	if err := <-followed; err != nil {
		t.Error(err)
	}
}

// whoeverGoesAwayDisturbsNobody ends contexts at any moment of everything that takes one, while somebody appends.
func whoeverGoesAwayDisturbsNobody(t *testing.T, engine Engine) {
	j := engine.Open(t)
	positions, _ := fill(t, j, 20)
	gone := errors.New("gone")
	var all sync.WaitGroup
	for _, act := range []func(context.Context) error{
		func(ctx context.Context) error { return firstError(j.Read(ctx, positions[10])) },
		func(ctx context.Context) error { _, sequence := j.Records(ctx); return firstError(sequence) },
		func(ctx context.Context) error { return j.Wait(ctx, positions[19]) },
		func(ctx context.Context) error { return j.Compact(ctx, positions[3]) },
	} {
		all.Go(func() {
			for range 40 {
				ctx, leave := context.WithCancelCause(t.Context())
				go leave(gone)
				if err := act(ctx); err != nil && !errors.Is(err, gone) {
					t.Errorf("somebody who went away was told: %v", err)
				}
				leave(gone)
			}
		})
	}
	head := positions[20]
	for n := range 40 {
		head = mustAppend(t, j, head, one(n, "k", "v"))
	}
	all.Wait()
	if got := mustRead(t, j, positions[20]); len(got) != 40 {
		t.Errorf("read %d batches, want 40", len(got))
	}
}

func follow(t *testing.T, j journal.Journal, until uint64) error {
	var known journal.Pos
	for known.Rev < until {
		if err := j.Wait(t.Context(), known); err != nil {
			return err
		}
		for b, err := range j.Read(t.Context(), known) {
			if err != nil {
				return err
			}
			if b.Pos.Rev != known.Rev+1 {
				t.Errorf("after %s came %s", known, b.Pos)
			}
			known = b.Pos
		}
	}
	return nil
}
