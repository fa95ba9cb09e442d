package service_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/service/hosttest"
	"github.com/cardea-iam/cardea/store"
)

// mark is a row that shows whether an operation's writes stand.
func mark(c *service.Call, key string) {
	store.Throttles.Put(c.Tx, &identity.Throttle{Key: key})
}

func marked(h *hosttest.Host, key string) (there bool) {
	h.View(func(tx *store.Tx) { _, there = store.Throttles.Get(tx, key) })
	return there
}

type (
	input  = iam.GetUserInput
	output = iam.GetUserOutput
)

func asksIt(*service.Call, *input) ([]access.Ask, error) {
	return []access.Ask{{Action: "iam:GetUser", Resource: "*"}}, nil
}

func hostOf(t *testing.T, operations ...service.Operation) *hosttest.Host {
	return hosttest.New(t, hosttest.Options{Tables: []service.Table{{Service: "iam", Shapes: iam.Service, Operations: operations}}})
}

func writes(c *service.Call, _ *input) (*output, error) {
	mark(c, "ran")
	return &output{}, nil
}

func TestADeniedCallDoesNotRun(t *testing.T) {
	h := hostOf(t, service.Op("GetUser", service.Write, asksIt, writes))
	if f := h.Fails(h.User("ann"), "iam", "GetUser", &input{}); f.Code != "AccessDenied" || f.Status != 403 {
		t.Errorf("got %v", f)
	}
	if marked(h, "ran") {
		t.Error("the operation ran")
	}
	hosttest.Must[output](h, h.Administrator(), "iam", "GetUser", &input{})
	if !marked(h, "ran") {
		t.Error("the operation did not run for one who may")
	}
}

func TestAFaultUndoesItsTransactionUnlessItIsKept(t *testing.T) {
	for _, c := range []struct {
		name  string
		err   error
		stand bool
		code  string
	}{
		{"a fault", fault.New("NoSuchEntity", 404, "no"), false, "NoSuchEntity"},
		{"a kept fault", fault.New("AccessDenied", 403, "no").Kept(), true, "AccessDenied"},
		{"an accident", errors.New("disk on fire"), false, "ServiceFailure"},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := hostOf(t, service.Op("GetUser", service.Write, asksIt, func(call *service.Call, _ *input) (*output, error) {
				mark(call, "ran")
				return nil, c.err
			}))
			f := h.Fails(h.Administrator(), "iam", "GetUser", &input{})
			if f.Code != c.code {
				t.Errorf("got %v", f)
			}
			if strings.Contains(f.Message, "fire") {
				t.Errorf("the client sees %q", f.Message)
			}
			if marked(h, "ran") != c.stand {
				t.Errorf("the writes stand: %v", !c.stand)
			}
		})
	}
}

func TestWhatIsAdmittedStaysUsedUpWhenTheCallIsDenied(t *testing.T) {
	h := hostOf(t, service.Op("GetUser", service.Write, asksIt, writes, service.Admit(func(c *service.Call, _ *input) error {
		mark(c, "code used")
		return nil
	})))
	h.Fails(h.User("ann"), "iam", "GetUser", &input{})
	if !marked(h, "code used") || marked(h, "ran") {
		t.Errorf("code used %v, ran %v", marked(h, "code used"), marked(h, "ran"))
	}
}

func TestADeniedCallerCannotBuySlowWork(t *testing.T) {
	bought := 0
	h := hostOf(t, service.Op("GetUser", service.Write, asksIt, func(c *service.Call, _ *input) (*output, error) {
		if *service.Prepared[int](c) != 7 {
			t.Error("what was prepared did not arrive")
		}
		return &output{}, nil
	}, service.Prepare(func(context.Context, *service.Call, *input) (*int, error) {
		bought++
		return new(7), nil
	})))
	h.Fails(h.User("ann"), "iam", "GetUser", &input{})
	if bought != 0 {
		t.Error("the slow work was done for one who was denied")
	}
	hosttest.Must[output](h, h.Administrator(), "iam", "GetUser", &input{})
	if bought != 1 {
		t.Errorf("the slow work was done %d times", bought)
	}
}

func TestWhoWasDeletedMeanwhileIsRefusedByTheTransaction(t *testing.T) {
	var h *hosttest.Host
	h = hostOf(t, service.Op("GetUser", service.Write, asksIt, writes, service.Prepare(func(context.Context, *service.Call, *input) (*int, error) {
		h.Update(func(tx *store.Tx) error {
			store.Users.Delete(tx, identity.Key(hosttest.Account, "administrator"))
			return nil
		})
		return new(0), nil
	})))
	f := h.Fails(h.Administrator(), "iam", "GetUser", &input{})
	if f.Code != "InvalidClientTokenId" || marked(h, "ran") {
		t.Errorf("got %v, ran %v", f, marked(h, "ran"))
	}
}

func TestEveryCallHasOneAuditRecord(t *testing.T) {
	log := filepath.Join(t.TempDir(), "audit.log")
	h := hosttest.New(t, hosttest.Options{AuditLog: log, Tables: []service.Table{{Service: "iam", Shapes: iam.Service, Operations: []service.Operation{
		service.Op("GetUser", service.Write, asksIt, writes),
		service.Op("ListUsers", service.List, asksIt, func(*service.Call, *input) (*output, error) { return &output{}, nil }),
		service.Op("DeleteUser", service.Write, asksIt, func(c *service.Call, _ *input) (*output, error) {
			return nil, fault.New("NoSuchEntity", 404, "no").Kept()
		}),
	}}}})
	admin, ann := h.Administrator(), h.User("ann")
	name := "bob"
	hosttest.Must[output](h, admin, "iam", "GetUser", &input{UserName: &name})
	hosttest.Must[output](h, admin, "iam", "ListUsers", &input{})
	h.Fails(admin, "iam", "DeleteUser", &input{})
	h.Fails(ann, "iam", "GetUser", &input{})
	if err := h.Audit.Append(nil, true); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for line := range bytes.Lines(text) {
		var record struct {
			EventName, ErrorCode string
			ReadOnly             bool
			UserIdentity         struct{ UserName string }
			RequestParameters    map[string]any
		}
		if err := json.Unmarshal(line, &record); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		words := []string{record.UserIdentity.UserName, record.EventName, record.ErrorCode}
		if record.ReadOnly {
			words = append(words, "read only")
		}
		if record.RequestParameters["userName"] != nil {
			words = append(words, "of "+record.RequestParameters["userName"].(string))
		}
		got = append(got, strings.Join(words, " "))
	}
	for _, want := range []string{"administrator GetUser  of bob", "administrator ListUsers  read only", "administrator DeleteUser NoSuchEntity", "ann GetUser AccessDenied"} {
		n := 0
		for _, line := range got {
			if line == want {
				n++
			}
		}
		if n != 1 {
			t.Errorf("%d records %q among %q", n, want, got)
		}
	}
	if len(got) != 4 {
		t.Errorf("%d records for 4 calls: %q", len(got), got)
	}
}

func TestATableWithTwoOperationsOfOneNameIsRefused(t *testing.T) {
	o := service.Op("GetUser", service.Write, asksIt, writes)
	if _, err := service.NewDirectory(service.Table{Service: "iam", Shapes: iam.Service, Operations: []service.Operation{o, o}}); err == nil {
		t.Error("taken")
	}
}
