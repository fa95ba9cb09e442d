package policy_test

import (
	"fmt"
	"strings"
	"testing"
)

// The quotas allow one principal some 10,000 statements. With four patterns each they must all be told within the budget: the simple shapes, such as these, spend none of
// it, and this test goes red if they come to.
func TestTheLargestHonestSetStaysWithinTheBudget(t *testing.T) {
	var statements []string
	for i := range 10_000 {
		var resources []string
		for j := range 4 {
			resources = append(resources, fmt.Sprintf(`"arn:aws:s3:::*team-%d-%d*/logs/*"`, i, j))
		}
		statements = append(statements, `{"Effect":"Deny","Action":"s3:GetObject","Resource":[`+strings.Join(resources, ",")+`]}`)
	}
	var documents []string
	for len(statements) > 0 {
		n := min(100, len(statements))
		documents = append(documents, `{"Version":"2012-10-17","Statement":[`+strings.Join(statements[:n], ",")+`]}`)
		statements = statements[n:]
	}
	documents = append(documents, doc(allowAll))
	q := question{action: "s3:GetObject", resource: "arn:aws:s3:::eu-team-x/logs/2026/11/25/" + strings.Repeat("part/", 40), identity: documents}
	if d := q.decide(t); d.Outcome != isAllowed {
		t.Errorf("the largest set is decided %v", d.Outcome)
	}
}
