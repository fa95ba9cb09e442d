package policy_test

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"testing"
)

// eachInquiry asks some thousands of random questions.
func eachInquiry(t *testing.T, seed uint64, check func(t *testing.T, chance *rand.Rand, q *inquiry)) {
	t.Helper()
	for n := range uint64(max(*pairsFlag/20, 500)) {
		g := newGenerator(seed + n)
		check(t, g.Rand, g.inquiry())
		if t.Failed() {
			t.Fatalf("seed %d", seed+n)
		}
	}
}

func (q *inquiry) decision(t *testing.T) string {
	t.Helper()
	a := ask(t, q.line())
	if a.Error != "" {
		return "refused"
	}
	return a.Decision
}

// shuffled are the documents in another order, each with its statements in another order, and some of both twice.
func shuffled(t *testing.T, chance *rand.Rand, documents []string) []string {
	t.Helper()
	var out []string
	for _, text := range documents {
		var document map[string]json.RawMessage
		var statements []json.RawMessage
		if json.Unmarshal([]byte(text), &document) != nil || json.Unmarshal(document["Statement"], &statements) != nil {
			return documents
		}
		if len(statements) > 0 {
			statements = append(statements, statements[chance.IntN(len(statements))])
		}
		chance.Shuffle(len(statements), func(i, j int) { statements[i], statements[j] = statements[j], statements[i] })
		document["Statement"], _ = json.Marshal(statements)
		changed, err := json.Marshal(document)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(changed))
	}
	if len(out) > 0 {
		out = append(out, out[chance.IntN(len(out))])
	}
	chance.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

func TestOrderAndRepetitionChangeNothing(t *testing.T) {
	eachInquiry(t, 1_000_000, func(t *testing.T, chance *rand.Rand, q *inquiry) {
		was := q.decision(t)
		if was == "refused" {
			return
		}
		q.identities, q.boundaries, q.endpoints = shuffled(t, chance, q.identities), shuffled(t, chance, q.boundaries), shuffled(t, chance, q.endpoints)
		for _, levels := range [][][]string{q.scps, q.rcps} {
			for i := range levels {
				levels[i] = shuffled(t, chance, levels[i])
			}
			chance.Shuffle(len(levels), func(i, j int) { levels[i], levels[j] = levels[j], levels[i] })
		}
		chance.Shuffle(len(q.context), func(i, j int) { q.context[i], q.context[j] = q.context[j], q.context[i] })
		if is := q.decision(t); is != was {
			t.Errorf("%s became %s: %s", was, is, q.line())
		}
	})
}

// denying is a document of Deny statements.
func (g generator) denying(q *inquiry, kind string) string {
	for {
		var document struct {
			Version   string `json:",omitempty"`
			Statement []map[string]json.RawMessage
		}
		if json.Unmarshal([]byte(g.document(q, kind)), &document) != nil || len(document.Statement) == 0 {
			continue
		}
		for i := range document.Statement {
			document.Statement[i]["Effect"] = json.RawMessage(`"Deny"`)
		}
		if out, err := json.Marshal(document); err == nil {
			return string(out)
		}
	}
}

func TestAnotherDenyGrantsNothing(t *testing.T) {
	asked, denied := 0, 0
	eachInquiry(t, 2_000_000, func(t *testing.T, chance *rand.Rand, q *inquiry) {
		was, g := q.decision(t), generator{chance}
		if was == "refused" {
			return
		}
		asked++
		before := *q
		q.identities = append(slices.Clone(q.identities), g.denying(q, "identity"))
		if len(q.scps) > 0 {
			q.scps = slices.Clone(q.scps)
			q.scps[0] = append(slices.Clone(q.scps[0]), g.denying(q, "scp"))
		}
		switch is := q.decision(t); {
		case is == "Allowed" && was != "Allowed", is == "ImplicitlyDenied" && was != "ImplicitlyDenied":
			t.Errorf("%s became %s: %s\nbefore: %s", was, is, q.line(), before.line())
		case is != was && is != "refused":
			denied++
		}
	})
	if denied < asked/50 {
		t.Errorf("only %d of the added statements denied anything", denied)
	}
}

// What a boundary allows that identity policies do not, and the reverse, is not allowed: two sets of policies as identity and
// boundary decide as they do the other way round.
func TestABoundaryIsAnIntersection(t *testing.T) {
	outcomes := map[string]int{}
	eachInquiry(t, 3_000_000, func(t *testing.T, chance *rand.Rand, q *inquiry) {
		g := generator{chance}
		q.principal, q.resourcePolicy, q.owner = aPrincipal[g.IntN(8)], "", `"`+q.account()+`"`
		first, second := []string{g.document(q, "identity")}, []string{g.document(q, "identity")}
		decide := func(identities, boundaries []string) string {
			q.identities, q.boundaries = identities, boundaries
			return q.decision(t)
		}
		both, reversed := decide(first, second), decide(second, first)
		one, other := decide(first, nil), decide(second, nil)
		if both != reversed {
			t.Errorf("%s, the other way round %s: %s", both, reversed, q.line())
		}
		if wanted := one == "Allowed" && other == "Allowed"; both != "refused" && (both == "Allowed") != wanted {
			t.Errorf("%s although each alone says %s and %s: %s", both, one, other, q.line())
		}
		outcomes[both]++
	})
	if least := outcomes["ImplicitlyDenied"] / 50; outcomes["Allowed"] <= least || outcomes["ExplicitlyDenied"] <= least {
		t.Errorf("too tame: %v", outcomes)
	}
}

// account is the account of an inquiry's principal, who has one.
func (q *inquiry) account() string {
	var principal string
	if err := json.Unmarshal([]byte(q.principal), &principal); err != nil {
		return ""
	}
	return naiveWho(principal, q.action).account
}
