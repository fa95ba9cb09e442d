package ec2_test

import (
	"strings"
	"testing"

	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/ec2"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/service/hosttest"
)

const linux, arm = "ami-0cadea00000000001", "ami-0cadea00000000002"

func newHost(t *testing.T) *hosttest.Host {
	t.Helper()
	return hosttest.New(t, hosttest.Options{Tables: []service.Table{ec2.Table()}, Stored: ec2.Tables})
}

func want(t *testing.T, f *fault.Error, code, message string) {
	t.Helper()
	if f.Code != code || !strings.Contains(f.Message, message) {
		t.Errorf("got %s %q, want %s %q", f.Code, f.Message, code, message)
	}
}

// launch is a request for n instances.
func launch(n int32, change ...func(*api.RunInstancesInput)) *api.RunInstancesInput {
	in := &api.RunInstancesInput{ImageId: new(linux), InstanceType: new("t3.micro"), MinCount: n, MaxCount: n}
	for _, c := range change {
		c(in)
	}
	return in
}

func filter(name string, values ...string) api.Filter { return api.Filter{Name: &name, Values: values} }

func ids(reservations []api.Reservation) (found []string) {
	for _, r := range reservations {
		for _, i := range r.Instances {
			found = append(found, *i.InstanceId)
		}
	}
	return found
}
