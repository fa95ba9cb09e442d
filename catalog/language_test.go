package catalog_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cardea-iam/cardea/catalog"
	"github.com/cardea-iam/cardea/policy"
)

func TestEveryManagedPolicyIsReadByThePolicyLanguageAndPrintedBackEqual(t *testing.T) {
	for p := range catalog.Policies() {
		document, err := policy.Parse(p.Document())
		if err != nil {
			t.Errorf("%s: %v", p.ARN, err)
			continue
		}
		printed := document.String()
		if diff := cmp.Diff(meaning(t, p.Document()), meaning(t, printed)); diff != "" {
			t.Errorf("%s, printed (-was +is):\n%s", p.ARN, diff)
		}
		again, err := policy.Parse(printed)
		if err != nil {
			t.Errorf("%s, printed: %v", p.ARN, err)
			continue
		}
		if !document.Equal(again) {
			t.Errorf("%s: printed, it is another policy", p.ARN)
		}
	}
}

func TestEveryManagedPolicyCompilesStatementByStatement(t *testing.T) {
	for p := range catalog.Policies() {
		document, err := policy.Parse(p.Document())
		if err != nil {
			t.Errorf("%s: %v", p.ARN, err)
			continue
		}
		statements, _ := meaning(t, p.Document()).(map[string]any)["Statement"].([]any)
		if rules := policy.Compile(document).Rules; len(rules) != max(1, len(statements)) {
			t.Errorf("%s: %d rules for %d statements", p.ARN, len(rules), len(statements))
		}
	}
}

// meaning is what a policy's JSON says, without the freedoms of the grammar: a list of one is its element, and numbers and booleans are strings.
func meaning(t *testing.T, text string) any {
	var value any
	if err := json.Unmarshal([]byte(text), &value); err != nil {
		t.Fatal(err)
	}
	return simplify(value)
}

func simplify(value any) any {
	switch v := value.(type) {
	case map[string]any:
		for name := range v {
			v[name] = simplify(v[name])
		}
		return v
	case []any:
		if len(v) == 1 {
			return simplify(v[0])
		}
		for i := range v {
			v[i] = simplify(v[i])
		}
		return v
	default:
		return fmt.Sprint(v)
	}
}
