package ec2_test

import (
	"testing"
	"time"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/service/hosttest"
)

// stateOf is the state of an instance now; "gone" if it is no longer to be seen.
func stateOf(t *testing.T, h *hosttest.Host, as *access.Credential, id string) string {
	t.Helper()
	out := hosttest.Must[api.DescribeInstancesOutput](h, as, "ec2", "DescribeInstances", &api.DescribeInstancesInput{Filters: []api.Filter{filter("instance-id", id)}})
	if len(out.Reservations) == 0 {
		return "gone"
	}
	return *out.Reservations[0].Instances[0].State.Name
}

func TestAnInstanceGoesThroughItsStatesByTheClock(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	made := hosttest.Must[api.RunInstancesOutput](h, admin, "ec2", "RunInstances", launch(1))
	id := *made.Instances[0].InstanceId
	named := []string{id}
	check := func(after time.Duration, want string) {
		t.Helper()
		h.Now = h.Now.Add(after)
		if got := stateOf(t, h, admin, id); got != want {
			t.Errorf("the instance is %s, want %s", got, want)
		}
	}
	check(0, "pending")
	check(10*time.Second, "running")
	stop := hosttest.Must[api.StopInstancesOutput](h, admin, "ec2", "StopInstances", &api.StopInstancesInput{InstanceIds: named})
	if c := stop.StoppingInstances[0]; *c.PreviousState.Name != "running" || *c.CurrentState.Name != "stopping" || *c.CurrentState.Code != 64 {
		t.Errorf("stopped from %s to %s", *c.PreviousState.Name, *c.CurrentState.Name)
	}
	check(0, "stopping")
	want(t, h.Fails(admin, "ec2", "StartInstances", &api.StartInstancesInput{InstanceIds: named}), "IncorrectInstanceState", "is not in a state from which it can be started")
	check(10*time.Second, "stopped")
	hosttest.Must[api.StartInstancesOutput](h, admin, "ec2", "StartInstances", &api.StartInstancesInput{InstanceIds: named})
	check(0, "pending")
	check(10*time.Second, "running")
	hosttest.Must[api.RebootInstancesOutput](h, admin, "ec2", "RebootInstances", &api.RebootInstancesInput{InstanceIds: named})
	hosttest.Must[api.TerminateInstancesOutput](h, admin, "ec2", "TerminateInstances", &api.TerminateInstancesInput{InstanceIds: named})
	check(0, "shutting-down")
	check(10*time.Second, "terminated")
	want(t, h.Fails(admin, "ec2", "StopInstances", &api.StopInstancesInput{InstanceIds: named}), "IncorrectInstanceState", "is not in a state from which it can be stopped")
	check(59*time.Minute, "terminated")
	check(2*time.Minute, "gone")
	want(t, h.Fails(admin, "ec2", "TerminateInstances", &api.TerminateInstancesInput{InstanceIds: named}), "InvalidInstanceID.NotFound", "The instance ID '"+id+"' does not exist")
}

func TestInstancesAreNamedByIdentifiersThatExist(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	for _, c := range []struct {
		ids        []string
		code, text string
	}{
		{[]string{"i-0123456789abcdef0"}, "InvalidInstanceID.NotFound", "The instance ID 'i-0123456789abcdef0' does not exist"},
		{[]string{"i-0123456789abcdef0", "i-0123456789abcdef1"}, "InvalidInstanceID.NotFound", "The instance IDs 'i-0123456789abcdef0, i-0123456789abcdef1' do not exist"},
		{[]string{"i-xyz"}, "InvalidInstanceID.Malformed", `Invalid id: "i-xyz"`},
		{[]string{"foo"}, "InvalidInstanceID.Malformed", `Invalid id: "foo" (expecting "i-...")`},
	} {
		want(t, h.Fails(admin, "ec2", "DescribeInstances", &api.DescribeInstancesInput{InstanceIds: c.ids}), c.code, c.text)
		want(t, h.Fails(admin, "ec2", "StartInstances", &api.StartInstancesInput{InstanceIds: c.ids}), c.code, c.text)
	}
	want(t, h.Fails(admin, "ec2", "StopInstances", &api.StopInstancesInput{}), "InvalidParameterCombination", "No instances specified")
}

func TestInstancesAreListedInPages(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	hosttest.Must[api.RunInstancesOutput](h, admin, "ec2", "RunInstances", launch(12))
	seen := map[string]bool{}
	in := &api.DescribeInstancesInput{MaxResults: new(int32(5))}
	for pages := 1; ; pages++ {
		out := hosttest.Must[api.DescribeInstancesOutput](h, admin, "ec2", "DescribeInstances", in)
		for _, id := range ids(out.Reservations) {
			seen[id] = true
		}
		if in.NextToken = out.NextToken; out.NextToken == nil {
			if pages != 3 || len(seen) != 12 {
				t.Errorf("%d instances on %d pages", len(seen), pages)
			}
			break
		}
	}
	want(t, h.Fails(admin, "ec2", "DescribeInstances", &api.DescribeInstancesInput{MaxResults: new(int32(1))}), "InvalidParameterValue", "maxResults")
	want(t, h.Fails(admin, "ec2", "DescribeInstances", &api.DescribeInstancesInput{NextToken: new("*")}), "InvalidParameterValue", "pagination token")
}

func TestInstancesAreFiltered(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	web := hosttest.Must[api.RunInstancesOutput](h, admin, "ec2", "RunInstances", launch(2, func(in *api.RunInstancesInput) {
		in.TagSpecifications = []api.TagSpecification{{ResourceType: new("instance"), Tags: []api.Tag{{Key: new("Name"), Value: new("web-1")}}}}
	}))
	hosttest.Must[api.RunInstancesOutput](h, admin, "ec2", "RunInstances", launch(3))
	for _, c := range []struct {
		filters []api.Filter
		want    int
	}{
		{nil, 5},
		{[]api.Filter{filter("tag:Name", "web-*")}, 2},
		{[]api.Filter{filter("tag:Name", "web-?")}, 2},
		{[]api.Filter{filter("tag:Name", "*eb-1")}, 2},
		{[]api.Filter{filter("tag:Name", `web-\*`)}, 0},
		{[]api.Filter{filter("tag-key", "Name")}, 2},
		{[]api.Filter{filter("tag:name", "web-1")}, 0},
		{[]api.Filter{filter("instance-state-name", "running")}, 0},
		{[]api.Filter{filter("instance-state-name", "running", "pending")}, 5},
		{[]api.Filter{filter("reservation-id", *web.ReservationId)}, 2},
		{[]api.Filter{filter("tag:Name", "web-1"), filter("instance-state-name", "stopped")}, 0},
		{[]api.Filter{filter("instance.group-name", "default")}, 5},
	} {
		out := hosttest.Must[api.DescribeInstancesOutput](h, admin, "ec2", "DescribeInstances", &api.DescribeInstancesInput{Filters: c.filters})
		if got := len(ids(out.Reservations)); got != c.want {
			t.Errorf("%v finds %d instances, want %d", c.filters, got, c.want)
		}
	}
	want(t, h.Fails(admin, "ec2", "DescribeInstances", &api.DescribeInstancesInput{Filters: []api.Filter{filter("colour", "red")}}), "InvalidParameterValue", "The filter 'colour' is invalid")
}
