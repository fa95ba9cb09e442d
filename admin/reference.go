package admin

import (
	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/cardea"
	"github.com/cardea-iam/cardea/catalog"
	"github.com/cardea-iam/cardea/service"
)

// The service authorization reference, for whoever writes a policy: which services there are, and what each knows.
var referenceOperations = []service.Operation{
	service.Op("ListServices", service.List, asksEverything[api.ListServicesInput]("cardea:ListServices"), listServices),
	service.Op("GetService", service.Read, asksEverything[api.GetServiceInput]("cardea:GetService"), getService),
}

// asksEverything asks for an action that works on no resource.
func asksEverything[I any](action string) func(*service.Call, *I) ([]access.Ask, error) {
	return func(*service.Call, *I) ([]access.Ask, error) {
		return []access.Ask{{Action: action, Resource: "*"}}, nil
	}
}

// listServices answers every service in the order of the prefixes, in one page: the list is part of the program.
func listServices(*service.Call, *api.ListServicesInput) (*api.ListServicesOutput, error) {
	out := &api.ListServicesOutput{GlobalConditionKeys: showKeys(catalog.GlobalConditionKeys())}
	for s := range catalog.Services() {
		out.Services = append(out.Services, api.ServiceName{Prefix: s.Prefix, Name: s.Name})
	}
	return out, nil
}

// getService answers what the reference says of a service.
func getService(_ *service.Call, in *api.GetServiceInput) (*api.GetServiceOutput, error) {
	s, ok := catalog.ServiceByPrefix(in.Prefix)
	if !ok {
		return nil, api.NoSuchEntity("No service has actions that begin with %s.", in.Prefix)
	}
	out := &api.GetServiceOutput{
		Prefix: s.Prefix, Name: s.Name,
		Actions: []api.ActionReference{}, ResourceTypes: []api.ResourceTypeReference{}, ConditionKeys: showKeys(s.ConditionKeys()),
	}
	for _, a := range s.Actions() {
		shown := api.ActionReference{Name: a.Name, AccessLevel: string(a.Level), ConditionKeys: a.ConditionKeys}
		for _, r := range a.Resources {
			shown.ResourceTypes = append(shown.ResourceTypes, r.Type)
		}
		out.Actions = append(out.Actions, shown)
	}
	for _, r := range s.ResourceTypes() {
		out.ResourceTypes = append(out.ResourceTypes, api.ResourceTypeReference{Name: r.Name, Arn: r.ARN, ConditionKeys: r.ConditionKeys})
	}
	return out, nil
}

func showKeys(keys []catalog.ConditionKey) []api.ConditionKeyReference {
	shown := make([]api.ConditionKeyReference, 0, len(keys))
	for _, k := range keys {
		shown = append(shown, api.ConditionKeyReference{Name: k.Name, Type: string(k.Type)})
	}
	return shown
}
