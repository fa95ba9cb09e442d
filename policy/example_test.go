package policy_test

import (
	"fmt"

	"github.com/cardea-iam/cardea/policy"
)

// Who may what: one policy, one user, two requests.
func Example() {
	d, err := policy.Parse(`{
  "Version": "2012-10-17",
  "Statement": {
    "Sid": "OwnFolder",
    "Effect": "Allow",
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::docs/${aws:username}/*"
  }
}`)
	if err != nil {
		fmt.Println(err)
		return
	}
	set := &policy.Set{Identity: policy.NewLayer(policy.Identity, policy.Attached{Policy: policy.Compile(d), Name: "Docs"})}

	var r policy.Request
	for _, name := range []string{"ann/a.txt", "bob/b.txt"} {
		r.Reset()
		r.SetPrincipal(policy.Principal{Kind: policy.User, Account: "111122223333", ARN: "arn:aws:iam::111122223333:user/ann"})
		r.SetAction("s3:GetObject")
		r.SetResource("arn:aws:s3:::docs/" + name)
		r.ResourceAccount = "111122223333"
		r.Set("aws:username", "ann")
		decision := policy.Decide(set, &r)
		fmt.Printf("%s: %v\n", name, decision.Outcome)
		if decision.Outcome != policy.Allowed {
			fmt.Println("denied", decision.Phrase(r.Action()))
		}
	}
	for _, reason := range policy.Explain(set, &r).Reasons {
		fmt.Println("missing:", reason.Kind)
	}
	// Output:
	// ann/a.txt: Allowed
	// bob/b.txt: ImplicitlyDenied
	// denied because no identity-based policy allows the s3:GetObject action
	// missing: identity-based policy
}

// A mistake is told with its place.
func ExampleParse() {
	_, err := policy.Parse("{\n  \"Statement\": {\n    \"Efect\": \"Allow\"\n  }\n}")
	fmt.Println(err)
	// Output: line 3, column 5: unknown element "Efect"
}
