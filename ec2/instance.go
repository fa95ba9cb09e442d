package ec2

import (
	"iter"
	"slices"
	"time"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

var instanceOperations = []service.Operation{
	reads("DescribeInstances", func(in *api.DescribeInstancesInput) *bool { return in.DryRun }, describeInstances),
}

// Instance is an instance: a record of a machine that does not run.
type Instance struct {
	Account     string    `cbor:"1,keyasint"`
	Region      string    `cbor:"2,keyasint"`
	ID          string    `cbor:"3,keyasint"`
	Reservation string    `cbor:"4,keyasint"`
	Index       int32     `cbor:"5,keyasint,omitempty"` // within the launch
	LaunchedAt  time.Time `cbor:"6,keyasint"`           // anew with each start
	CreatedAt   time.Time `cbor:"7,keyasint"`
	Image       string    `cbor:"8,keyasint"`
	Type        string    `cbor:"9,keyasint"`
	KeyPair     string    `cbor:"10,keyasint,omitempty"` // name
	Subnet      string    `cbor:"11,keyasint"`
	Token       string    `cbor:"12,keyasint,omitempty"`
	Print       []byte    `cbor:"13,keyasint,omitempty"` // of the request that the token was used with

	State state     `cbor:"14,keyasint"` // that the last command led to; stateAt tells what became of it
	Since time.Time `cbor:"15,keyasint"`

	Profile       *Profile        `cbor:"16,keyasint,omitempty"`
	Metadata      MetadataOptions `cbor:"17,keyasint"`
	UserData      []byte          `cbor:"18,keyasint,omitempty"` // sealed
	Monitored     bool            `cbor:"19,keyasint,omitempty"`
	EbsOptimized  bool            `cbor:"20,keyasint,omitempty"`
	KeepsRunning  bool            `cbor:"21,keyasint,omitempty"` // DisableApiStop
	KeepsExisting bool            `cbor:"22,keyasint,omitempty"` // DisableApiTermination
	OnShutdown    string          `cbor:"23,keyasint"`
	Tenancy       string          `cbor:"24,keyasint"`
	Credits       string          `cbor:"25,keyasint,omitempty"` // of a burstable type
	Recovery      string          `cbor:"26,keyasint"`
	Hibernates    bool            `cbor:"27,keyasint,omitempty"`
	Enclave       bool            `cbor:"28,keyasint,omitempty"`
	Cores         int32           `cbor:"29,keyasint"`
	Threads       int32           `cbor:"30,keyasint"` // of a core
	Names         HostNameOptions `cbor:"31,keyasint"`
}

// Profile is the instance profile that an instance was given, and the association of the two.
type Profile struct {
	ARN         string    `cbor:"1,keyasint"`
	ID          string    `cbor:"2,keyasint"`
	Association string    `cbor:"3,keyasint"`
	At          time.Time `cbor:"4,keyasint"`
}

// MetadataOptions say how an instance may ask for its metadata.
type MetadataOptions struct {
	Tokens   string `cbor:"1,keyasint"`
	Endpoint string `cbor:"2,keyasint"`
	HopLimit int32  `cbor:"3,keyasint"`
	IPv6     string `cbor:"4,keyasint"`
	Tags     string `cbor:"5,keyasint"`
}

// HostNameOptions say how an instance is called in its network.
type HostNameOptions struct {
	Type string `cbor:"1,keyasint"`
	A    bool   `cbor:"2,keyasint,omitempty"`
	AAAA bool   `cbor:"3,keyasint,omitempty"`
}

// Clone is a copy to change.
func (i *Instance) Clone() *Instance {
	copied := *i
	return &copied
}

var (
	instanceRows = store.NewTable("ec2instance", func(i *Instance) string { return row(i.Account, i.Region, i.ID) })

	instancesByToken = instanceRows.Index(func(i *Instance) []string {
		if i.Token == "" {
			return nil
		}
		return []string{row(i.Account, i.Region, i.Token)}
	})

	// instancesByEnd lists the instances that were told to terminate, first the one that was told first.
	instancesByEnd = instanceRows.Index(func(i *Instance) []string {
		if i.State != shuttingDown {
			return nil
		}
		return []string{row(i.Account, i.Region, i.Since.UTC().Format(endFormat))}
	})

	// instanceCount counts the instances of an account in a Region that were not told to terminate.
	instanceCount = instanceRows.CountBy(func(i *Instance) []string {
		if i.State == shuttingDown {
			return nil
		}
		return []string{row(i.Account, i.Region, "")}
	})
)

const endFormat = "2006-01-02T15:04:05.000000000" // sorts as the times do

// maxInstances is how many instances an account may have in a Region. AWS limits their virtual processors instead.
const maxInstances = 1000

// instanceNamed finds an instance that is still to be seen.
func instanceNamed(c *service.Call, id string) (*Instance, bool) {
	i, ok := instanceRows.Get(c.Tx, here(c)+id)
	if !ok || i.goneAt(c.Now) {
		return nil, false
	}
	return i, true
}

// sweep deletes the records of instances that are no longer to be seen.
func sweep(c *service.Call) {
	for i := range instancesByEnd.Prefix(c.Tx, here(c)) {
		if !i.goneAt(c.Now) {
			return
		}
		instanceRows.Delete(c.Tx, here(c)+i.ID)
		putTags(c, i.ID, nil)
	}
}

// instanceKeys are the keys of an instance in asks. One that does not exist has no more than its identifier.
func instanceKeys(c *service.Call, id string) []access.Key {
	keys := []access.Key{access.One("ec2:InstanceID", id)}
	if i, ok := instanceNamed(c, id); ok {
		keys = append(keys, tagKeys(c, id)...)
		keys = append(keys, i.keys(c)...)
	}
	return keys
}

// keys are the keys of an instance that is or will be.
func (i *Instance) keys(c *service.Call) []access.Key {
	keys := []access.Key{
		access.One("ec2:InstanceType", i.Type), access.One("ec2:EbsOptimized", truth(i.EbsOptimized)), access.One("ec2:RootDeviceType", "ebs"),
		access.One("ec2:Tenancy", i.Tenancy), access.One("ec2:MetadataHttpTokens", i.Metadata.Tokens), access.One("ec2:MetadataHttpEndpoint", i.Metadata.Endpoint),
		access.One("ec2:MetadataHttpPutResponseHopLimit", decimal(i.Metadata.HopLimit)), access.One("ec2:InstanceAutoRecovery", i.Recovery),
	}
	if s, ok := subnetNamed(c, i.Subnet); ok {
		keys = append(keys, access.One("ec2:AvailabilityZone", s.Zone))
	}
	if i.Profile != nil {
		keys = append(keys, access.One("ec2:InstanceProfile", i.Profile.ARN))
	}
	return keys
}

var instanceNoun = noun[api.Instance]{
	kind: anInstance,
	all: func(c *service.Call, after string) iter.Seq2[string, api.Instance] {
		return shown(instanceRows.After(c.Tx, here(c), after), func(i *Instance) (api.Instance, bool) {
			if i.goneAt(c.Now) {
				return api.Instance{}, false
			}
			return showInstance(c, i), true
		})
	},
	one: func(c *service.Call, id string) (api.Instance, bool) {
		i, ok := instanceNamed(c, id)
		if !ok {
			return api.Instance{}, false
		}
		return showInstance(c, i), true
	},
	tags:   func(i *api.Instance) []api.Tag { return i.Tags },
	fields: instanceFields,
}

// describeInstances shows instances by the launches that they came from.
func describeInstances(c *service.Call, in *api.DescribeInstancesInput) (*api.DescribeInstancesOutput, error) {
	if err := anInstance.check(in.InstanceIds...); err != nil {
		return nil, err
	}
	if len(in.InstanceIds) > 0 && in.MaxResults != nil {
		return nil, invalidCombination("The parameter instancesSet cannot be used with the parameter maxResults")
	}
	// A filter on reservations is one on what a shown instance does not tell.
	byReservation := fields[Instance]{
		"reservation-id": func(i *Instance) []string { return []string{i.Reservation} },
		"owner-id":       func(i *Instance) []string { return []string{i.Account} },
	}
	of := slices.DeleteFunc(slices.Clone(in.Filters), func(f api.Filter) bool { return byReservation[text(f.Name)] == nil })
	rest := slices.DeleteFunc(slices.Clone(in.Filters), func(f api.Filter) bool { return byReservation[text(f.Name)] != nil })
	found, next, err := instanceNoun.find(c, query{in.InstanceIds, rest, in.MaxResults, in.NextToken})
	if err != nil {
		return nil, err
	}
	out := &api.DescribeInstancesOutput{Reservations: []api.Reservation{}, NextToken: next}
	for _, instance := range found {
		i, _ := instanceRows.Get(c.Tx, here(c)+*instance.InstanceId)
		if byReservation.matches(of, i, nil) {
			out.Reservations = intoReservations(out.Reservations, i, instance)
		}
	}
	return out, nil
}

func intoReservations(reservations []api.Reservation, i *Instance, shown api.Instance) []api.Reservation {
	at := slices.IndexFunc(reservations, func(r api.Reservation) bool { return *r.ReservationId == i.Reservation })
	if at < 0 {
		at = len(reservations)
		reservations = append(reservations, api.Reservation{ReservationId: &i.Reservation, OwnerId: &i.Account, Groups: []api.GroupIdentifier{}})
	}
	reservations[at].Instances = append(reservations[at].Instances, shown)
	return reservations
}
