package engines

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/cedar-policy/cedar-go"
)

// cedarGo is AWS's own policy language in Go. What a statement names becomes a permit or a forbid; a service is an action that the
// service's actions are in; "one's own" is an equality of entities; a layer that limits is a forbid that spares what the layer allows.
func cedarGo() Engine {
	return Engine{
		Name: "cedar-go 1.9.0", Reads: "translated",
		Tutorial: func(ask Ask) (Decide, error) {
			policies, err := cedar.NewPolicySetFromBytes("tutorial", []byte(cedarTutorial()))
			if err != nil {
				return nil, err
			}
			return cedarDecide(policies, cedarEntities(ask), cedarRequest(ask)), nil
		},
		Layers: func() (Decide, error) {
			policies, err := cedar.NewPolicySetFromBytes("layers", []byte(cedarLayers))
			if err != nil {
				return nil, err
			}
			entities, request := cedarLayered()
			return cedarDecide(policies, entities, request), nil
		},
		Statements: cedarStatements,
		Principals: cedarPrincipals,
	}
}

func cedarDecide(policies *cedar.PolicySet, entities cedar.EntityMap, request cedar.Request) Decide {
	return func() bool {
		decision, _ := cedar.Authorize(policies, entities, request)
		return decision == cedar.Allow
	}
}

// cedarActions is a list of actions as Cedar writes it.
func cedarActions(names ...string) string {
	quoted := make([]string, len(names))
	for i, name := range names {
		quoted[i] = "Action::" + strconv.Quote(name)
	}
	return "[" + strings.Join(quoted, ",") + "]"
}

func cedarTutorial() string {
	var b strings.Builder
	permit := func(actions []string, when string) {
		fmt.Fprintf(&b, "permit(principal in Group::%q, action in %s, resource)%s;\n", group, cedarActions(actions...), when)
	}
	permit(listed(toListAccounts), "")
	permit(listed(toManageSelf), " when { resource == principal }")
	permit(listed(toListMFA), " when { resource == principal || resource is Device }")
	permit(listed(toManageMFA), " when { resource == principal || resource == principal.device }")
	permit(listed(toDeactivate), " when { (resource == principal || resource == principal.device) && context has mfa && context.mfa }")
	fmt.Fprintf(&b, "forbid(principal in Group::%q, action, resource) unless { action in %s || (context has mfa && context.mfa) };\n", group, cedarActions(listed(blockMost)...))
	for _, service := range fullAccess {
		permit([]string{service + ":*"}, "")
	}
	quoted := make([]string, len(serviceLinked))
	for i, name := range serviceLinked {
		quoted[i] = strconv.Quote(name)
	}
	permit([]string{"iam:CreateServiceLinkedRole"}, " when { context has service && ["+strings.Join(quoted, ",")+"].contains(context.service) }")
	return b.String()
}

func cedarUser(name string) cedar.EntityUID { return cedar.NewEntityUID("User", cedar.String(name)) }

// cedarResource is a user where an ARN names one.
func cedarResource(arn string) cedar.EntityUID {
	if _, name, ok := strings.Cut(arn, ":user/"); ok {
		return cedarUser(name)
	}
	return cedar.NewEntityUID("Resource", cedar.String(arn))
}

func cedarRequest(ask Ask) cedar.Request {
	context := cedar.RecordMap{}
	if ask.MFA != Absent {
		context["mfa"] = cedar.Boolean(ask.MFA == With)
	}
	return cedar.Request{
		Principal: cedarUser(ask.User), Action: cedar.NewEntityUID("Action", cedar.String(ask.Action)),
		Resource: cedarResource(ask.Resource), Context: cedar.NewRecord(context),
	}
}

// cedarEntities are the user and the action of a request with what they are in.
func cedarEntities(ask Ask) cedar.EntityMap {
	entities := cedar.EntityMap{}
	user := cedarUser(ask.User)
	entities[user] = cedar.Entity{
		UID: user, Parents: cedar.NewEntityUIDSet(cedar.NewEntityUID("Group", group)),
		Attributes: cedar.NewRecord(cedar.RecordMap{"device": cedar.NewEntityUID("Device", cedar.String(ask.User))}),
	}
	cedarAction(entities, ask.Action, strings.Split(ask.Action, ":")[0]+":*")
	return entities
}

func cedarAction(entities cedar.EntityMap, name string, in ...string) {
	uid := cedar.NewEntityUID("Action", cedar.String(name))
	parents := make([]cedar.EntityUID, len(in))
	for i, parent := range in {
		parents[i] = cedar.NewEntityUID("Action", cedar.String(parent))
	}
	entities[uid] = cedar.Entity{UID: uid, Parents: cedar.NewEntityUIDSet(parents...)}
}

const cedarLayers = `
permit(principal in Role::"r", action in [Action::"s3:Get*", Action::"s3:List*"], resource) when { resource.bucket == "bucket" && (!(resource has folder) || resource.folder == principal.team) };
permit(principal in Role::"r", action in [Action::"ec2:Describe*"], resource);
forbid(principal in Role::"r", action, resource) unless { action in [Action::"iam:*", Action::"sts:*", Action::"s3:*"] || ["eu-west-1","eu-central-1"].contains(context.region) };
permit(principal in Role::"r", action in [Action::"sqs:SendMessage", Action::"sqs:ReceiveMessage"], resource) when { resource.arn like "arn:aws:sqs:*:111111111111:*" };
forbid(principal in Role::"r", action, resource) unless { action in [Action::"s3:*", Action::"ec2:*", Action::"sqs:*"] };
forbid(principal in Role::"r", action, resource) unless { action == Action::"s3:GetObject" && resource.arn like "arn:aws:s3:::bucket/reports/*" };
forbid(principal, action in Action::"s3:*", resource) when { resource.arn like "arn:aws:s3:::bucket/*" && !context.secure };
forbid(principal, action, resource) unless { action in Action::"s3:*" && context.org == "o-1" };
forbid(principal, action in [Action::"organizations:LeaveOrganization", Action::"cloudtrail:StopLogging"], resource);
forbid(principal, action in Action::"s3:*", resource) when { context has org && context.org != "o-1" && !context.service };
`

func cedarLayered() (cedar.EntityMap, cedar.Request) {
	entities := cedar.EntityMap{}
	session := cedar.NewEntityUID("Session", "r/s")
	entities[session] = cedar.Entity{
		UID: session, Parents: cedar.NewEntityUIDSet(cedar.NewEntityUID("Role", "r")),
		Attributes: cedar.NewRecord(cedar.RecordMap{"team": cedar.String("reports")}),
	}
	object := cedar.NewEntityUID("Resource", cedar.String(layered.object))
	entities[object] = cedar.Entity{UID: object, Attributes: cedar.NewRecord(cedar.RecordMap{
		"arn": cedar.String(layered.object), "bucket": cedar.String("bucket"), "folder": cedar.String("reports"),
	})}
	cedarAction(entities, layered.action, "s3:*", "s3:Get*")
	return entities, cedar.Request{
		Principal: session, Action: cedar.NewEntityUID("Action", cedar.String(layered.action)), Resource: object,
		Context: cedar.NewRecord(cedar.RecordMap{
			"secure": cedar.True, "region": cedar.String("eu-west-1"), "org": cedar.String("o-1"), "service": cedar.False,
		}),
	}
}

func cedarStatements(shape Shape, n int) (Decide, error) {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "permit(principal, action == Action::%q, resource)", numbered(shape.Action, i))
		if shape.Resource != "*" {
			fmt.Fprintf(&b, " when { resource.arn like %q }", numbered(shape.Resource, i))
		}
		b.WriteString(";\n")
	}
	policies, err := cedar.NewPolicySetFromBytes("statements", []byte(b.String()))
	if err != nil {
		return nil, err
	}
	action, resource := shape.last(n)
	ask := Ask{User: "ann", Action: action, Resource: resource, MFA: With}
	entities, request := cedarEntities(ask), cedarRequest(ask)
	entities[request.Resource] = cedar.Entity{UID: request.Resource, Attributes: cedar.NewRecord(cedar.RecordMap{"arn": cedar.String(resource)})}
	return cedarDecide(policies, entities, request), nil
}

// cedarPrincipals: a user is an entity in the group.
func cedarPrincipals(n int) (func(Name) bool, error) {
	policies, err := cedar.NewPolicySetFromBytes("tutorial", []byte(cedarTutorial()))
	if err != nil {
		return nil, err
	}
	ask := Ask{User: "ann", Action: theCall, Resource: "*", MFA: With}
	entities, request := make(cedar.EntityMap, n), cedarRequest(ask)
	in := cedar.NewEntityUIDSet(cedar.NewEntityUID("Group", group))
	for i := range n {
		name := NameOf(i)
		user := cedarUser(string(name[:]))
		entities[user] = cedar.Entity{UID: user, Parents: in}
	}
	cedarAction(entities, theCall, "ec2:*")
	return func(user Name) bool {
		request.Principal = cedarUser(string(user[:]))
		decision, _ := cedar.Authorize(policies, entities, request)
		return decision == cedar.Allow
	}, nil
}
