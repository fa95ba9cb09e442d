package exchange

import (
	"strings"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/catalog"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/wire"
)

// unnamed is the action of a request that names none, because its operation is in its method and path: s3:UnnamedAction. Policies match it with
// s3:* and with *, and with nothing narrower. docs/divergences.md says why.
const unnamed = "UnnamedAction"

// nothing is what is read of a request to a service that is not served, and what it is answered.
type nothing struct{}

// serveForeign authenticates, authorizes and records a request to a service that is not served here. It always answers an error.
func (x *exchange) serveForeign() error {
	name, err := x.foreignAction()
	if err != nil {
		return err
	}
	credential, err := x.authenticate(x.r.Context())
	if err != nil {
		return err
	}
	x.action = name
	_, err = x.desk.host.Do(x.r.Context(), x.foreignOperation(name), credential, x.facts, &nothing{})
	return err
}

// foreignAction is the name of the action that a request asks for, in its published case if it is published.
func (x *exchange) foreignAction() (string, error) {
	name := unnamed
	switch header := x.r.Header.Get(targetHeader); {
	case header != "":
		prefix, operation, ok := catalog.ServiceByTarget(header)
		if !ok {
			operation = header[strings.LastIndexByte(header, '.')+1:]
		}
		if ok && prefix != x.target.prefix {
			return "", x.proof.Other(prefix)
		}
		name = operation
	case x.target.protocol == wire.QueryXML, x.target.protocol == wire.EC2XML:
		form, err := x.readOwnForm()
		if err != nil {
			return "", err
		}
		if action, ok := form.Get("Action"); ok {
			name = action
		}
	}
	if !isName(name) {
		return "", fault.New("InvalidAction", fault.BadRequest, "The action or operation requested is invalid: verify that it is typed correctly.")
	}
	if action, ok := catalog.ActionByName(x.target.prefix + ":" + name); ok {
		name = action.Name
	}
	return name, nil
}

// isName reports whether a text can be the name of an action: letters and digits.
func isName(name string) bool {
	const most = 128
	for i := range len(name) {
		if c := name[i]; (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') {
			return false
		}
	}
	return name != "" && len(name) <= most
}

// foreignOperation is the operation of a service that is not served: it asks for its action on every resource, because only the service could say which resource is
// meant, and runs nothing. Nothing is changed, so it is a read.
func (x *exchange) foreignOperation(name string) *service.Operation {
	prefix := x.target.prefix
	operation := service.Op(name, service.Read,
		func(*service.Call, *nothing) ([]access.Ask, error) {
			return []access.Ask{{Action: prefix + ":" + name, Resource: "*"}}, nil
		},
		func(*service.Call, *nothing) (*nothing, error) { return nil, x.notServed() })
	operation.Service = prefix
	return &operation
}

// notServed is the answer to a request that is allowed. 400, because clients try again after 501 and what is like it, and take 404 for the absence of
// what they asked for.
func (x *exchange) notServed() error {
	if _, ours := x.desk.services[x.target.service]; ours {
		return fault.New("NotServedHere", fault.BadRequest, "The request is allowed, but this operation of %s is not served here: docs/operations.md lists those that are.", x.target.prefix)
	}
	return fault.New("NotServedHere", fault.BadRequest,
		"The request is allowed, but the service %s is not served here: this server authenticates and authorizes requests to it and has no operations of it.", x.target.prefix)
}
