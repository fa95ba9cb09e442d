package engines

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
)

const opaName = "OPA 1.22.2"

// opaByHand is OPA with rules that say in Rego what the policies say.
func opaByHand() Engine {
	return Engine{
		Name: opaName + ", rules by hand", Reads: "translated",
		Tutorial: func(ask Ask) (Decide, error) {
			data := map[string]any{"users": map[string]any{ask.User: group}}
			return opaDecide(opaTutorial(), data, opaInput(ask))
		},
		Layers: func() (Decide, error) {
			return opaDecide(opaLayers, nil, map[string]any{
				"action": layered.action, "resource": layered.object, "role": "r", "team": "reports",
				"secure": true, "region": "eu-west-1", "org": "o-1", "service": false,
			})
		},
		Statements: opaStatements,
		Principals: func(n int) (func(Name) bool, error) { return opaPrincipals(opaTutorial(), nil, n) },
	}
}

//go:embed interpreter.rego
var opaInterpreterText string

// opaInterpreter is OPA with an interpreter of the AWS policy language in Rego: the policies are data.
func opaInterpreter() Engine {
	return Engine{
		Name: opaName + ", AWS JSON interpreted", Reads: "yes",
		Tutorial: func(ask Ask) (Decide, error) {
			data, err := opaTutorialData()
			if err != nil {
				return nil, err
			}
			return opaDecide(opaInterpreterText, data, opaInput(ask))
		},
		Layers: func() (Decide, error) {
			data, err := opaLayeredData()
			if err != nil {
				return nil, err
			}
			return opaDecide(opaInterpreterText, data, map[string]any{
				"action": layered.action, "resource": layered.object, "names": []string{account, roleARN}, "context": layered.context,
			})
		},
		Statements: func(shape Shape, n int) (Decide, error) {
			data, err := opaData(shape.documents(n)...)
			if err != nil {
				return nil, err
			}
			action, resource := shape.last(n)
			return opaDecide(opaInterpreterText, data, opaInput(Ask{User: "ann", Action: action, Resource: resource, MFA: With}))
		},
		Principals: func(n int) (func(Name) bool, error) {
			data, err := opaTutorialData()
			if err != nil {
				return nil, err
			}
			return opaPrincipals(opaInterpreterText, data, n)
		},
	}
}

// opaInput is a request in the two forms that rules by hand and the interpreter look at.
func opaInput(ask Ask) map[string]any {
	with := map[string]any{"aws:username": ask.User}
	input := map[string]any{"action": ask.Action, "resource": ask.Resource, "user": ask.User, "context": with}
	if ask.MFA != Absent {
		input["mfa"] = ask.MFA == With
		with["aws:MultiFactorAuthPresent"] = strconv.FormatBool(ask.MFA == With)
	}
	return input
}

// opaQuery prepares data.policy.allow.
func opaQuery(rules string, data map[string]any) (rego.PreparedEvalQuery, error) {
	if data == nil {
		data = map[string]any{}
	}
	// Without these options the store would turn the policies into OPA's own values again for each request.
	store := inmem.NewFromObjectWithOpts(data, inmem.OptRoundTripOnWrite(false), inmem.OptReturnASTValuesOnRead(true))
	return rego.New(rego.Query("data.policy.allow"), rego.Module("policy.rego", rules), rego.Store(store)).PrepareForEval(context.Background())
}

func opaDecide(rules string, data, input map[string]any) (Decide, error) {
	query, err := opaQuery(rules, data)
	if err != nil {
		return nil, err
	}
	value, err := ast.InterfaceToValue(input)
	if err != nil {
		return nil, err
	}
	return func() bool { return opaAsk(query, value) }, nil
}

func opaAsk(query rego.PreparedEvalQuery, input ast.Value) bool {
	results, err := query.Eval(context.Background(), rego.EvalParsedInput(input))
	return err == nil && results.Allowed()
}

func opaSet(names ...string) string {
	quoted := make([]string, len(names))
	for i, name := range names {
		quoted[i] = strconv.Quote(name)
	}
	return "{" + strings.Join(quoted, ",") + "}"
}

func opaTutorial() string {
	var services strings.Builder
	for _, service := range fullAccess {
		fmt.Fprintf(&services, "permitted if startswith(input.action, %q)\n", service+":")
	}
	return fmt.Sprintf(`package policy

default allow := false

allow if {
	member
	permitted
	not forbidden
}

member if data.users[input.user]

own_user if input.resource == concat("", ["arn:aws:iam::111111111111:user/", input.user])

own if own_user

own if input.resource == concat("", ["arn:aws:iam::111111111111:mfa/", input.user])

permitted if input.action in %s

permitted if {
	input.action in %s
	own_user
}

permitted if {
	input.action in %s
	own_user
}

permitted if {
	input.action in %[3]s
	startswith(input.resource, "arn:aws:iam::111111111111:mfa/")
}

permitted if {
	input.action in %s
	own
}

permitted if {
	input.action in %s
	own
	input.mfa
}

permitted if {
	input.action == "iam:CreateServiceLinkedRole"
	input.service in %s
}

%s
forbidden if {
	not input.action in %s
	not input.mfa
}
`, opaSet(listed(toListAccounts)...), opaSet(listed(toManageSelf)...), opaSet(listed(toListMFA)...), opaSet(listed(toManageMFA)...),
		opaSet(listed(toDeactivate)...), opaSet(serviceLinked...), services.String(), opaSet(listed(blockMost)...))
}

//go:embed layers.rego
var opaLayers string

func opaStatements(shape Shape, n int) (Decide, error) {
	var b strings.Builder
	b.WriteString("package policy\n\ndefault allow := false\n\n")
	for i := range n {
		fmt.Fprintf(&b, "allow if {\n\tinput.action == %q\n", numbered(shape.Action, i))
		head, _, star := strings.Cut(numbered(shape.Resource, i), "*")
		switch {
		case head == "":
		case strings.Count(shape.Resource, "*") == 1 && star:
			fmt.Fprintf(&b, "\tstartswith(input.resource, %q)\n", head)
		default:
			fmt.Fprintf(&b, "\tglob.match(%q, null, input.resource)\n", numbered(shape.Resource, i))
		}
		b.WriteString("}\n\n")
	}
	action, resource := shape.last(n)
	return opaDecide(b.String(), nil, opaInput(Ask{User: "ann", Action: action, Resource: resource, MFA: With}))
}

// opaPrincipals: a user is a member of the data, with its group.
func opaPrincipals(rules string, data map[string]any, n int) (func(Name) bool, error) {
	users := make(map[string]any, n)
	for i := range n {
		name := NameOf(i)
		users[string(name[:])] = group
	}
	all := map[string]any{"users": users}
	for name, value := range data {
		all[name] = value
	}
	query, err := opaQuery(rules, all)
	if err != nil {
		return nil, err
	}
	fixed, err := ast.InterfaceToValue(opaInput(Ask{User: "ann", Action: theCall, Resource: "*", MFA: With}))
	if err != nil {
		return nil, err
	}
	return func(user Name) bool {
		input := ast.NewObject()
		fixed.(ast.Object).Foreach(func(k, v *ast.Term) { input.Insert(k, v) })
		input.Insert(ast.StringTerm("user"), ast.StringTerm(string(user[:])))
		return opaAsk(query, input)
	}, nil
}

// opaData is policies as data of the interpreter.
func opaData(texts ...string) (map[string]any, error) {
	documents, err := opaDocuments(texts)
	return map[string]any{"identity": documents}, err
}

func opaTutorialData() (map[string]any, error) {
	ec2, err := ec2FullAccess()
	if err != nil {
		return nil, err
	}
	return opaData(forceMFA, ec2)
}

func opaDocuments(texts []string) ([]any, error) {
	documents := make([]any, len(texts))
	for i, text := range texts {
		if err := json.Unmarshal([]byte(text), &documents[i]); err != nil {
			return nil, err
		}
	}
	return documents, nil
}

func opaLayeredData() (map[string]any, error) {
	data := map[string]any{}
	for name, texts := range map[string][]string{"identity": layered.identity, "resource": layered.resource} {
		documents, err := opaDocuments(texts)
		if err != nil {
			return nil, err
		}
		data[name] = documents
	}
	var limits []any
	for _, texts := range append(append([][]string{layered.boundary, layered.session, layered.endpoint}, layered.scps...), layered.rcps...) {
		documents, err := opaDocuments(texts)
		if err != nil {
			return nil, err
		}
		limits = append(limits, documents)
	}
	data["limits"] = limits
	return data, nil
}
