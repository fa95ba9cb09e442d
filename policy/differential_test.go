package policy_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/cardea-iam/cardea/policy"
)

var (
	pairsFlag = flag.Int("cardea.pairs", 50_000, "random questions that two evaluators answer")
	seedFlag  = flag.Uint64("cardea.seed", 1, "first seed of the random questions; question n has the seed plus n")
)

// An answer is what the JSONL door says.
type answer struct {
	ID       *string
	Decision string
	Error    string
	Reasons  []struct {
		PolicyType, Effect string
		Policy             *string
		Statement          *int
	}
}

func ask(t testing.TB, line string) (a answer) {
	t.Helper()
	if err := json.Unmarshal(policy.Answer([]byte(line)), &a); err != nil {
		t.Fatal(err)
	}
	return a
}

// statements are the statements among the reasons, and the kinds of policy that lack an Allow.
func (a *answer) statements() (found, missing []string) {
	for _, r := range a.Reasons {
		if r.Policy == nil || r.Statement == nil {
			missing = append(missing, r.PolicyType)
			continue
		}
		found = append(found, fmt.Sprintf("%s %s %d", r.PolicyType, *r.Policy, *r.Statement))
	}
	return found, missing
}

// disagreement compares the door with the naive evaluator, the outcome and the statements that it rests on, and with Decide.
func (q *inquiry) disagreement(t testing.TB, tally naiveTally, r *policy.Request) string {
	t.Helper()
	line := q.line()
	got := ask(t, line)
	if message := disagreement(line, got, tally); message != "" {
		return message
	}
	return q.indexDisagreement(got.Decision, r)
}

func disagreement(line string, got answer, tally naiveTally) string {
	q, err := naiveAsk(line, tally)
	if err != nil || got.Error != "" {
		tally["refused"]++
		if (err != nil) != (got.Error != "") {
			return fmt.Sprintf("refused: %q, naively: %v", got.Error, err)
		}
		return ""
	}
	want := q.decide()
	tally[want.outcome]++
	if got.Decision != want.outcome {
		return fmt.Sprintf("%s, naively: %s", got.Decision, want.outcome)
	}
	found, missing := got.statements()
	slices.Sort(found)
	slices.Sort(want.denies)
	switch got.Decision {
	case "ExplicitlyDenied":
		if !slices.Equal(found, want.denies) {
			return fmt.Sprintf("denied by %v, naively by %v", found, want.denies)
		}
	case "Allowed":
		for _, statement := range found {
			if !slices.Contains(want.allows, statement) && !(q.fullRCP && strings.HasSuffix(statement, ".policies 0")) {
				return fmt.Sprintf("allowed by %s, naively by none but %v", statement, want.allows)
			}
		}
	case "ImplicitlyDenied":
		if len(found) > 0 {
			return fmt.Sprintf("denied by nothing, because of %v", found)
		}
		for _, kind := range missing {
			if lacksNothing(kind, want.allows) && !q.untouchable() && !q.reserved() {
				return fmt.Sprintf("no %s policy allows it, naively: %v", kind, want.allows)
			}
		}
	}
	return ""
}

// lacksNothing: one of the statements is of that kind, which has no levels and no grants of different worth.
func lacksNothing(kind string, allows []string) bool {
	return kind != "scp" && kind != "rcp" && kind != "resource" &&
		slices.ContainsFunc(allows, func(s string) bool { return strings.HasPrefix(s, kind+" ") })
}

// The door and an evaluator written for obviousness only agree on random questions. A question that they answer differently
// is printed with its seed, made as small as it goes.
func TestTwoEvaluatorsAgreeOnRandomQuestions(t *testing.T) {
	total, lock := naiveTally{}, sync.Mutex{}
	shards := uint64(runtime.GOMAXPROCS(0))
	t.Run("shards", func(t *testing.T) {
		for shard := range shards {
			t.Run("", func(t *testing.T) {
				t.Parallel()
				tally := naiveTally{}
				r := new(policy.Request)
				for n := shard; n < uint64(*pairsFlag); n += shards {
					checkPair(t, *seedFlag+n, tally, r)
				}
				lock.Lock()
				defer lock.Unlock()
				for what, n := range tally {
					total[what] += n
				}
			})
		}
	})
	if !t.Failed() {
		checkTally(t, total, *pairsFlag)
	}
}

func checkPair(t *testing.T, seed uint64, tally naiveTally, r *policy.Request) {
	t.Helper()
	q := newGenerator(seed).inquiry()
	if message := q.disagreement(t, tally, r); message != "" {
		smallest := q.shrink(func(q *inquiry) bool { return q.disagreement(t, naiveTally{}, r) != "" })
		t.Errorf("seed %d: %s\nsmallest: %s\n%s", seed, message, smallest.disagreement(t, naiveTally{}, r), smallest.line())
		if tally["disagreements"]++; tally["disagreements"] == 5 {
			t.FailNow()
		}
	}
}

// What the two evaluators once disagreed about. A question is asked often, because a context has no order.
var foundCases = []struct{ name, context, condition, want string }{
	{"two keys clash by case though one is an empty list", `"x:k":[],"X:K":"a"`, `"StringEquals":{"x:k":"a"}`, "ImplicitlyDenied"},
	{"and they clash whatever the other has", `"x:k":[],"X:K":"a"`, `"StringNotEquals":{"x:k":"b"}`, "ImplicitlyDenied"},
	{"a boolean folds ASCII letters only", `"x:k":"falſe"`, `"Bool":{"x:k":"false"}`, "ImplicitlyDenied"},
	{"a boolean from a variable too", `"x:k":"false","x:v":"falſe"`, `"Bool":{"x:k":"${x:v}"}`, "ImplicitlyDenied"},
}

func TestCasesThatTheTwoEvaluatorsFound(t *testing.T) {
	for _, c := range foundCases {
		line := `{"id":"q","request":{"principal":"arn:aws:iam::111111111111:user/ann","action":"s3:GetObject","resource":"*","resourceAccount":"111111111111","context":{` +
			c.context + `}},"identityPolicies":[{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{` + c.condition + `}}}]}`
		for range 40 {
			if got := ask(t, line); got.Decision != c.want {
				t.Errorf("%s: %s %s, want %s", c.name, got.Decision, got.Error, c.want)
				break
			}
		}
		q, err := naiveAsk(line, naiveTally{})
		if err != nil {
			t.Fatal(err)
		}
		if got := q.decide().outcome; got != c.want {
			t.Errorf("%s: naively %s, want %s", c.name, got, c.want)
		}
	}
}

// checkTally fails where the questions were too tame: every outcome and both results of every operator must occur.
func checkTally(t *testing.T, tally naiveTally, pairs int) {
	t.Helper()
	for _, outcome := range []string{"Allowed", "ExplicitlyDenied", "ImplicitlyDenied"} {
		if tally[outcome] < pairs/10 {
			t.Errorf("only %d of %d questions are %s", tally[outcome], pairs, outcome)
		}
	}
	if tally["refused"] < pairs/2000 {
		t.Errorf("only %d of %d questions are refused", tally["refused"], pairs)
	}
	for _, operator := range slices.Sorted(maps.Keys(naiveFamilies)) {
		for _, verdict := range []naiveVerdict{naiveNo, naiveYes, naiveImpossible} {
			for _, name := range []string{operator, operator + "ifexists", "forallvalues:" + operator, "foranyvalue:" + operator} {
				null := strings.HasSuffix(operator, "null") && name != operator || operator == "null" && name == "nullifexists"
				if n := tally[fmt.Sprintf("%s %d", name, verdict)]; n < pairs/10_000 && !null && !(strings.HasPrefix(operator, "string") && verdict == naiveImpossible) {
					t.Errorf("%s: answer %d only %d times", name, verdict, n)
				}
			}
		}
	}
	if testing.Verbose() {
		for _, what := range slices.Sorted(maps.Keys(tally)) {
			t.Logf("%8d %s", tally[what], what)
		}
	}
}
