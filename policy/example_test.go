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

// A compiled policy may be looked at: patterns, conditions and principals are plain values.
func ExampleCompile() {
	d, err := policy.Parse(`{"Version":"2012-10-17","Statement":{"Effect":"Deny","NotAction":["iam:*","sts:Get*"],"Resource":"*","Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}}}`)
	if err != nil {
		fmt.Println(err)
		return
	}
	rule := policy.Compile(d).Rules[0]
	fmt.Println(rule.Effect, rule.NotAction, len(rule.Actions.Patterns), rule.Conditions[0].Key.Name, rule.Conditions[0].IfExists)
	// Output: Deny true 2 aws:multifactorauthpresent true
}

// One set answers any number of requests. A boundary limits what the identity policy allows.
func ExampleDecide() {
	layer := func(kind policy.Kind, text string) *policy.Layer {
		d, err := policy.Parse(text)
		if err != nil {
			panic(err)
		}
		return policy.NewLayer(kind, policy.Attached{Policy: policy.Compile(d)})
	}
	set := &policy.Set{
		Identity: layer(policy.Identity, `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}`),
		Boundary: layer(policy.Boundary, `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"ec2:Describe*","Resource":"*"}}`),
	}
	var r policy.Request
	for _, action := range []string{"ec2:DescribeInstances", "ec2:RunInstances"} {
		r.Reset()
		r.SetPrincipal(policy.Principal{Kind: policy.User, Account: "111122223333", ARN: "arn:aws:iam::111122223333:user/ann"})
		r.SetAction(action)
		r.SetResource("*")
		r.ResourceAccount = "111122223333"
		if d := policy.Decide(set, &r); d.Outcome == policy.Allowed {
			fmt.Println(action, "is allowed")
		} else {
			fmt.Println(action, "is denied", d.Phrase(action))
		}
	}
	// Output:
	// ec2:DescribeInstances is allowed
	// ec2:RunInstances is denied because no permissions boundary allows the ec2:RunInstances action
}

// Why a request is denied, and what would have had to be different.
func ExampleExplain() {
	d, err := policy.Parse(`{
  "Version": "2012-10-17",
  "Statement": {
    "Sid": "WithMFA",
    "Effect": "Allow",
    "Action": "ec2:*",
    "Resource": "*",
    "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}
  }
}`)
	if err != nil {
		fmt.Println(err)
		return
	}
	set := &policy.Set{Identity: policy.NewLayer(policy.Identity, policy.Attached{Policy: policy.Compile(d), Name: "Operators"})}
	var r policy.Request
	r.SetPrincipal(policy.Principal{Kind: policy.User, Account: "111122223333", ARN: "arn:aws:iam::111122223333:user/ann"})
	r.SetAction("ec2:StopInstances")
	r.SetResource("arn:aws:ec2:eu-west-1:111122223333:instance/i-1")
	r.ResourceAccount = "111122223333"
	r.SetBool("aws:MultiFactorAuthPresent", false)

	for _, reason := range policy.Explain(set, &r).Reasons {
		fmt.Println("missing:", reason.Kind)
		near, ok := policy.Nearest(set, &r, reason)
		if !ok {
			continue
		}
		at := d.Position(near.Span.Start)
		fmt.Printf("nearest: %s of %s, line %d, column %d\n", near.Sid, near.Name, at.Line, at.Column)
		for _, c := range near.Unmet() {
			fmt.Println("unmet:", c.Operator, c.Key, "wants", c.Wanted, "has", c.Got)
		}
	}
	// Output:
	// missing: identity-based policy
	// nearest: WithMFA of Operators, line 3, column 16
	// unmet: Bool aws:MultiFactorAuthPresent wants [true] has [false]
}

// Before a document is stored it is checked as IAM does, in its order and with its words.
func ExampleCheckIdentity() {
	fmt.Println(policy.CheckIdentity(`{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"RunInstances","Resource":"*"}}`))
	fmt.Println(policy.CheckIdentity(`{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"ec2:RunInstances","Resource":"*"}}`))
	// Output:
	// Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.
	// <nil>
}
