package ec2

import (
	"slices"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/service"
)

var powerOperations = []service.Operation{
	writes("StartInstances", service.Write, func(in *api.StartInstancesInput) *bool { return in.DryRun },
		onInstances("StartInstances", func(in *api.StartInstancesInput) []string { return in.InstanceIds }), startInstances),
	writes("StopInstances", service.Write, func(in *api.StopInstancesInput) *bool { return in.DryRun },
		onInstances("StopInstances", func(in *api.StopInstancesInput) []string { return in.InstanceIds }), stopInstances),
	writes("RebootInstances", service.Write, func(in *api.RebootInstancesInput) *bool { return in.DryRun },
		onInstances("RebootInstances", func(in *api.RebootInstancesInput) []string { return in.InstanceIds }), rebootInstances),
	writes("TerminateInstances", service.Write, func(in *api.TerminateInstancesInput) *bool { return in.DryRun },
		onInstances("TerminateInstances", func(in *api.TerminateInstancesInput) []string { return in.InstanceIds }), terminateInstances),
}

// onInstances asks for an action on each of the instances that a request names.
func onInstances[I any](action string, ids func(*I) []string) asks[I] {
	return func(c *service.Call, in *I) ([]access.Ask, error) {
		if len(ids(in)) == 0 {
			return nil, invalidCombination("No instances specified")
		}
		if err := anInstance.check(ids(in)...); err != nil {
			return nil, err
		}
		var asks []access.Ask
		for _, id := range ids(in) {
			asks = append(asks, ask(c, action, anInstance, id, instanceKeys(c, id)...))
		}
		return asks, nil
	}
}

// mustInstances finds the instances of a request, each once.
func mustInstances(c *service.Call, ids []string) ([]*Instance, error) {
	var found []*Instance
	var absent []string
	for at, id := range ids {
		i, ok := instanceNamed(c, id)
		switch {
		case slices.Contains(ids[:at], id):
		case !ok:
			absent = append(absent, id)
		default:
			found = append(found, i)
		}
	}
	if len(absent) > 0 {
		return nil, anInstance.notFound(absent...)
	}
	return found, nil
}

// command carries a command out on all instances of a request, or on none. From says in which states it does something; in those of done there is nothing to do.
type command struct {
	to     state
	from   []state
	done   []state
	verb   string
	refuse func(*Instance) error // what forbids it besides the state; nil: nothing
	more   func(*service.Call, *Instance, *Instance)
}

func (k command) run(c *service.Call, ids []string) ([]api.InstanceStateChange, error) {
	instances, err := mustInstances(c, ids)
	if err != nil {
		return nil, err
	}
	changes := []api.InstanceStateChange{}
	for _, i := range instances {
		before := i.stateAt(c.Now)
		after := before
		switch {
		case slices.Contains(k.done, before):
		case !slices.Contains(k.from, before):
			return nil, incorrectState("The instance '%s' is not in a state from which it can be %s.", i.ID, k.verb)
		default:
			if k.refuse != nil {
				if err := k.refuse(i); err != nil {
					return nil, err
				}
			}
			changed := i.transition(k.to, c.Now)
			k.more(c, i, changed)
			instanceRows.Put(c.Tx, changed)
			after = k.to
		}
		changes = append(changes, api.InstanceStateChange{InstanceId: &i.ID, PreviousState: showState(before), CurrentState: showState(after)})
	}
	return changes, nil
}

func startInstances(c *service.Call, in *api.StartInstancesInput) (*api.StartInstancesOutput, error) {
	changes, err := command{to: pending, from: []state{stopped}, done: []state{pending, running}, verb: "started", more: started}.run(c, in.InstanceIds)
	if err != nil {
		return nil, err
	}
	return &api.StartInstancesOutput{StartingInstances: changes}, nil
}

// started gives an instance another public address, and counts its life anew.
func started(c *service.Call, i, changed *Instance) {
	changed.LaunchedAt = second(c)
	if n := interfaceOf(c, i.ID); n != nil && n.WantsPublic {
		n = n.Clone()
		n.Public = publicAddress(c)
		interfaceRows.Put(c.Tx, n)
	}
}

func stopInstances(c *service.Call, in *api.StopInstancesInput) (*api.StopInstancesOutput, error) {
	if yes(in.Hibernate) {
		for _, id := range in.InstanceIds {
			if i, ok := instanceNamed(c, id); ok && !i.Hibernates {
				return nil, refuse("UnsupportedHibernationConfiguration", "The instance '%s' is not enabled for hibernation.", id)
			}
		}
	}
	changes, err := command{
		to: stopping, from: []state{pending, running}, done: []state{stopping, stopped}, verb: "stopped", more: halted,
		refuse: func(i *Instance) error { return protected(i.KeepsRunning, i, "stopped", "disableApiStop") },
	}.run(c, in.InstanceIds)
	if err != nil {
		return nil, err
	}
	return &api.StopInstancesOutput{StoppingInstances: changes}, nil
}

// halted takes the public address from an instance.
func halted(c *service.Call, i, _ *Instance) {
	if n := interfaceOf(c, i.ID); n != nil && n.Public != "" {
		n = n.Clone()
		n.Public = ""
		interfaceRows.Put(c.Tx, n)
	}
}

func protected(is bool, i *Instance, verb, attribute string) error {
	if !is {
		return nil
	}
	return fault.New("OperationNotPermitted", fault.BadRequest, "The instance '%s' may not be %s. Modify its '%s' instance attribute and try again.", i.ID, verb, attribute)
}

// rebootInstances changes nothing: there is no machine.
func rebootInstances(c *service.Call, in *api.RebootInstancesInput) (*api.RebootInstancesOutput, error) {
	instances, err := mustInstances(c, in.InstanceIds)
	if err != nil {
		return nil, err
	}
	for _, i := range instances {
		if s := i.stateAt(c.Now); s != running && s != pending {
			return nil, incorrectState("The instance '%s' is not in a state from which it can be rebooted.", i.ID)
		}
	}
	return &api.RebootInstancesOutput{}, nil
}

func terminateInstances(c *service.Call, in *api.TerminateInstancesInput) (*api.TerminateInstancesOutput, error) {
	sweep(c)
	changes, err := command{
		to: shuttingDown, from: []state{pending, running, stopping, stopped}, done: []state{shuttingDown, terminated}, verb: "terminated", more: ended,
		refuse: func(i *Instance) error { return protected(i.KeepsExisting, i, "terminated", "disableApiTermination") },
	}.run(c, in.InstanceIds)
	if err != nil {
		return nil, err
	}
	return &api.TerminateInstancesOutput{TerminatingInstances: changes}, nil
}

// ended takes everything from an instance: its interface, and its volumes, of which those are deleted that were to go with it.
func ended(c *service.Call, i, changed *Instance) {
	changed.Profile = nil
	if n := interfaceOf(c, i.ID); n != nil {
		interfaceRows.Delete(c.Tx, here(c)+n.ID)
		putTags(c, n.ID, nil)
	}
	for v := range volumesByInstance.All(c.Tx, here(c)+i.ID) {
		if v.Attachment.Deletes {
			dropVolume(c, v)
			continue
		}
		detached := v.Clone()
		detached.Attachment = nil
		volumeRows.Put(c.Tx, detached)
	}
}
