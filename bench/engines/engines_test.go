package engines_test

import (
	"os"
	"testing"

	"github.com/cardea-iam/cardea/bench/engines"
)

func TestEveryEngineAnswersTheTutorialRight(t *testing.T) {
	for _, e := range engines.All() {
		check := func(ask engines.Ask, want bool) {
			decide, err := e.Tutorial(ask)
			if err != nil {
				t.Fatalf("%s: %v", e.Name, err)
			}
			if got := decide(); got != want {
				t.Errorf("%s: %+v: %v, want %v", e.Name, ask, got, want)
			}
		}
		for _, q := range engines.Timed {
			check(q.Ask, q.Want)
		}
		for _, q := range engines.Probes {
			check(q.Ask, q.Want)
		}
	}
}

func TestEveryEngineFindsTheLastOfManyStatements(t *testing.T) {
	for _, e := range engines.All() {
		for _, shape := range engines.Shapes {
			for _, n := range engines.Sizes[:3] {
				decide, err := e.Statements(shape, n)
				if err != nil {
					t.Fatalf("%s: %s: %v", e.Name, shape.Name, err)
				}
				if decide != nil && !decide() {
					t.Errorf("%s: %d statements with %s: the last is not found", e.Name, n, shape.Name)
				}
			}
		}
	}
}

func TestEveryEngineWithLayersLetsTheRequestThrough(t *testing.T) {
	for _, e := range engines.All() {
		if e.Layers == nil {
			continue
		}
		decide, err := e.Layers()
		if err != nil {
			t.Fatalf("%s: %v", e.Name, err)
		}
		if !decide() {
			t.Errorf("%s denies", e.Name)
		}
	}
}

func TestEveryDirectoryKnowsItsUsersAndNobodyElse(t *testing.T) {
	for _, e := range engines.All() {
		if e.Principals == nil {
			continue
		}
		decide, err := e.Principals(1000)
		if err != nil {
			t.Fatalf("%s: %v", e.Name, err)
		}
		for _, i := range []int{0, 7, 999} {
			if !decide(engines.NameOf(i)) {
				t.Errorf("%s denies user %d", e.Name, i)
			}
		}
		if decide(engines.NameOf(1000)) {
			t.Errorf("%s allows a user that is not there", e.Name)
		}
	}
}

func TestTheTutorialsPolicyIsTheOneThatTheProductIsTestedWith(t *testing.T) {
	ours, err := os.ReadFile("testdata/force_mfa.json")
	if err != nil {
		t.Fatal(err)
	}
	theirs, err := os.ReadFile("../../policy/testdata/force_mfa.json")
	if err != nil {
		t.Fatal(err)
	}
	if string(ours) != string(theirs) {
		t.Error("the two texts differ")
	}
}
