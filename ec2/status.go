package ec2

import (
	"iter"

	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/service"
)

var statusOperations = []service.Operation{
	reads("DescribeInstanceStatus", func(in *api.DescribeInstanceStatusInput) *bool { return in.DryRun }, describeStatus),
	reads("DescribeInstanceCreditSpecifications", func(in *api.DescribeInstanceCreditSpecificationsInput) *bool { return in.DryRun }, describeCredits),
}

var statusNoun = noun[api.InstanceStatus]{
	kind: anInstance,
	all: func(c *service.Call, after string) iter.Seq2[string, api.InstanceStatus] {
		return shown(instanceRows.After(c.Tx, here(c), after), func(i *Instance) (api.InstanceStatus, bool) { return showStatus(c, i), !i.goneAt(c.Now) })
	},
	one: func(c *service.Call, id string) (api.InstanceStatus, bool) {
		i, ok := instanceNamed(c, id)
		if !ok {
			return api.InstanceStatus{}, false
		}
		return showStatus(c, i), true
	},
	fields: joined(fields[api.InstanceStatus]{
		"availability-zone":            field(func(s *api.InstanceStatus) *string { return s.AvailabilityZone }),
		"availability-zone-id":         field(func(s *api.InstanceStatus) *string { return s.AvailabilityZoneId }),
		"instance-state-name":          field(func(s *api.InstanceStatus) *string { return s.InstanceState.Name }),
		"instance-state-code":          func(s *api.InstanceStatus) []string { return []string{decimal(*s.InstanceState.Code)} },
		"instance-status.status":       field(func(s *api.InstanceStatus) *string { return s.InstanceStatus.Status }),
		"instance-status.reachability": each(func(s *api.InstanceStatus) []api.InstanceStatusDetails { return s.InstanceStatus.Details }, statusOf),
		"system-status.status":         field(func(s *api.InstanceStatus) *string { return s.SystemStatus.Status }),
		"system-status.reachability":   each(func(s *api.InstanceStatus) []api.InstanceStatusDetails { return s.SystemStatus.Details }, statusOf),
		"attached-ebs-status.status":   field(func(s *api.InstanceStatus) *string { return s.AttachedEbsStatus.Status }),
	}, never[api.InstanceStatus]("operator.managed"), nothing[api.InstanceStatus]("event.code", "event.description", "event.instance-event-id", "event.not-after", "event.not-before", "event.not-before-deadline", "operator.principal")),
}

func statusOf(d *api.InstanceStatusDetails) *string { return d.Status }

// describeStatus shows running instances, and all where the caller says so.
// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceStatus.html
func describeStatus(c *service.Call, in *api.DescribeInstanceStatusInput) (*api.DescribeInstanceStatusOutput, error) {
	if err := anInstance.check(in.InstanceIds...); err != nil {
		return nil, err
	}
	filters := in.Filters
	if !yes(in.IncludeAllInstances) {
		filters = append([]api.Filter{{Name: new("instance-state-name"), Values: []string{string(running)}}}, filters...)
	}
	found, next, err := statusNoun.find(c, query{in.InstanceIds, filters, in.MaxResults, in.NextToken})
	if err != nil {
		return nil, err
	}
	return &api.DescribeInstanceStatusOutput{InstanceStatuses: found, NextToken: next}, nil
}

// showStatus says that a running instance is well: there is nothing that could be ill.
func showStatus(c *service.Call, i *Instance) api.InstanceStatus {
	s, _ := subnetNamed(c, i.Subnet)
	now := i.stateAt(c.Now)
	status, check := "not-applicable", []api.InstanceStatusDetails{}
	if now == running {
		status, check = "ok", []api.InstanceStatusDetails{{Name: new("reachability"), Status: new("passed")}}
	}
	return api.InstanceStatus{
		InstanceId: &i.ID, AvailabilityZone: &s.Zone, AvailabilityZoneId: new(zoneID(s.Zone)), InstanceState: showState(now), Events: []api.InstanceStatusEvent{},
		InstanceStatus: &api.InstanceStatusSummary{Status: &status, Details: check}, SystemStatus: &api.InstanceStatusSummary{Status: &status, Details: check},
		AttachedEbsStatus: &api.EbsStatusSummary{Status: &status},
	}
}

var creditNoun = noun[api.InstanceCreditSpecification]{
	kind: anInstance,
	all: func(c *service.Call, after string) iter.Seq2[string, api.InstanceCreditSpecification] {
		return shown(instanceRows.After(c.Tx, here(c), after), func(i *Instance) (api.InstanceCreditSpecification, bool) {
			return showCredits(i), i.Credits != "" && !i.goneAt(c.Now)
		})
	},
	one: func(c *service.Call, id string) (api.InstanceCreditSpecification, bool) {
		i, ok := instanceNamed(c, id)
		if !ok {
			return api.InstanceCreditSpecification{}, false
		}
		return showCredits(i), true
	},
	fields: fields[api.InstanceCreditSpecification]{
		"instance-id": field(func(s *api.InstanceCreditSpecification) *string { return s.InstanceId }),
	},
}

func describeCredits(c *service.Call, in *api.DescribeInstanceCreditSpecificationsInput) (*api.DescribeInstanceCreditSpecificationsOutput, error) {
	if err := anInstance.check(in.InstanceIds...); err != nil {
		return nil, err
	}
	for _, id := range in.InstanceIds {
		if i, ok := instanceNamed(c, id); ok && i.Credits == "" {
			return nil, refuse("InvalidInstanceID.NotBurstable", "The instance '%s' is not burstable.", id)
		}
	}
	found, next, err := creditNoun.find(c, query{in.InstanceIds, in.Filters, in.MaxResults, in.NextToken})
	if err != nil {
		return nil, err
	}
	return &api.DescribeInstanceCreditSpecificationsOutput{InstanceCreditSpecifications: found, NextToken: next}, nil
}

func showCredits(i *Instance) api.InstanceCreditSpecification {
	return api.InstanceCreditSpecification{InstanceId: &i.ID, CpuCredits: &i.Credits}
}
