package ec2

import (
	"time"

	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/service"
)

// state is what an instance is doing. The names are those of the API.
// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html
type state string

const (
	pending      state = "pending"
	running      state = "running"
	shuttingDown state = "shutting-down"
	terminated   state = "terminated"
	stopping     state = "stopping"
	stopped      state = "stopped"
)

// codes are the numbers of states.
// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceState.html
var codes = map[state]int32{pending: 0, running: 16, shuttingDown: 32, terminated: 48, stopping: 64, stopped: 80}

// becomes is where a command leads in the end.
var becomes = map[state]state{pending: running, stopping: stopped, shuttingDown: terminated}

const (
	settling   = 5 * time.Second // from a command to where it leads
	remembered = time.Hour       // a terminated instance is shown so long
)

// stateAt is the state at a time. Nothing is written when a state changes by itself: it follows from the last command.
func (i *Instance) stateAt(now time.Time) state {
	if now.Sub(i.Since) < settling {
		return i.State
	}
	return becomes[i.State]
}

// goneAt reports whether the instance was terminated so long ago that it is no longer to be seen.
func (i *Instance) goneAt(now time.Time) bool {
	return i.State == shuttingDown && now.Sub(i.Since) >= settling+remembered
}

// transition answers the instance with a command carried out.
func (i *Instance) transition(to state, now time.Time) *Instance {
	changed := i.Clone()
	changed.State, changed.Since = to, now
	return changed
}

func showState(s state) *api.InstanceState {
	return &api.InstanceState{Code: new(codes[s]), Name: new(string(s))}
}

// recordOnly is the reason of a state that would need a machine to be true.
const recordOnly = "Server.RecordOnly"

// second is the time of a call as EC2 keeps it of instances and attachments.
func second(c *service.Call) time.Time { return c.Now.Truncate(time.Second) }

// reasons say why an instance is in its state: as a code and a sentence, and as the older text. Of a running one they say that there is no machine.
func (i *Instance) reasons(now time.Time) (*api.StateReason, string) {
	switch i.stateAt(now) {
	case pending, running:
		return &api.StateReason{Code: new(recordOnly), Message: new(recordOnly + ": " + noMachine)}, ""
	default:
		reason := "Client.UserInitiatedShutdown"
		return &api.StateReason{Code: &reason, Message: new(reason + ": User initiated shutdown")},
			"User initiated (" + i.Since.UTC().Format("2006-01-02 15:04:05") + " GMT)"
	}
}
