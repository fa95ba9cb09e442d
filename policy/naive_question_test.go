package policy_test

import (
	"errors"
	"fmt"
	"strings"
)

// A naiveQuestion is one line of the JSONL door.
type naiveQuestion struct {
	caller           naiveCaller
	action, resource string
	owner            string // account of the resource; "" is somebody else's
	context          naiveObject
	identities       []naivePlaced
	boundaries       []naivePlaced
	resources        []naivePlaced
	sessions         []naivePlaced
	endpoints        []naivePlaced
	scps, rcps       [][]naivePlaced
	fullRCP          bool
	tally            naiveTally
}

// A naivePlaced is a document, and where it stands in the question.
type naivePlaced struct {
	place string
	naiveDocument
}

// naiveAsk reads a question. The error means that a document is refused.
func naiveAsk(line string, tally naiveTally) (*naiveQuestion, error) {
	tree, err := naiveTree(line)
	if err != nil {
		return nil, err
	}
	top, _ := tree.(naiveObject)
	request, _ := top.get("request").(naiveObject)
	q := &naiveQuestion{tally: tally}
	q.action, _ = request.get("action").(string)
	q.caller = naiveWho(request.get("principal"), q.action)
	q.resource, _ = request.get("resource").(string)
	q.context, _ = request.get("context").(naiveObject)
	q.owner = naiveOwner(request, q)
	q.fullRCP = top.get("implicitRcpFullAccess") == true
	var refused []error
	read := func(field string) []naivePlaced {
		docs, err := naiveReadAll(field, top.get(field))
		refused = append(refused, err)
		return docs
	}
	q.identities, q.boundaries, q.endpoints = read("identityPolicies"), read("boundaries"), read("endpointPolicies")
	q.sessions, err = naiveReadOne("sessionPolicy", top.get("sessionPolicy"), true)
	refused = append(refused, err)
	q.resources, err = naiveReadOne("resourcePolicy", top.get("resourcePolicy"), false)
	refused = append(refused, err)
	for _, field := range []string{"scps", "rcps"} {
		levels, _ := top.get(field).([]any)
		for i, level := range levels {
			docs, err := naiveReadAll(fmt.Sprintf("%s[%d].policies", field, i), level.(naiveObject).get("policies"))
			refused = append(refused, err)
			if field == "scps" {
				q.scps = append(q.scps, docs)
			} else {
				q.rcps = append(q.rcps, docs)
			}
		}
	}
	return q, errors.Join(refused...)
}

// naiveReadAll reads an array of documents, or null.
func naiveReadAll(place string, value any) (docs []naivePlaced, err error) {
	list, _ := value.([]any)
	for i, tree := range list {
		d, err := naiveRead(tree, true)
		if err != nil {
			return nil, err
		}
		docs = append(docs, naivePlaced{fmt.Sprintf("%s[%d]", place, i), d})
	}
	return docs, nil
}

// naiveReadOne reads a document, or null.
func naiveReadOne(place string, value any, needResource bool) ([]naivePlaced, error) {
	if value == nil {
		return nil, nil
	}
	d, err := naiveRead(value, needResource)
	return []naivePlaced{{place, d}}, err
}

// naiveOwner is who owns the resource: as the question says, or the account in its ARN.
func naiveOwner(request naiveObject, q *naiveQuestion) string {
	if owner, ok := request.get("resourceAccount").(string); ok {
		return owner
	}
	if parts := strings.SplitN(q.resource, ":", 6); len(parts) == 6 {
		return parts[4]
	}
	return ""
}

// A naiveTally counts what occurred: a comparison that nobody makes proves nothing.
type naiveTally map[string]int

func (t naiveTally) count(operator string, verdict naiveVerdict) {
	t[fmt.Sprintf("%s %d", naiveLower(operator), verdict)]++
}
