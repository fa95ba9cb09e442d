package engines

import (
	"github.com/cardea-iam/cardea/catalog"
	"github.com/cardea-iam/cardea/policy"
)

// CompileAll prepares the reading and compiling of every AWS managed policy, and says how many there are.
func CompileAll() (decide Decide, n int) {
	var texts []string
	for p := range catalog.Policies() {
		texts = append(texts, p.Document())
	}
	return func() bool {
		for _, text := range texts {
			d, err := policy.Parse(text)
			if err != nil || len(policy.Compile(d).Rules) == 0 {
				return false
			}
		}
		return true
	}, len(texts)
}
