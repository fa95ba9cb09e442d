package pack

// Service is the text of a service's item, as JSON: what its authorization reference says, with every condition key
// and resource type written once and meant by its number afterwards.
type Service struct {
	Actions       []Action       `json:"a,omitempty"`
	ResourceTypes []ResourceType `json:"r,omitempty"`
	ConditionKeys []ConditionKey `json:"k,omitempty"`
}

// Action is one action. Keys are numbers of condition keys; Level is the first letter of the access level.
type Action struct {
	Name      string     `json:"n"`
	Level     string     `json:"l"`
	Resources []Resource `json:"r,omitempty"`
	Keys      []int      `json:"k,omitempty"`
}

// Resource is a resource type that an action works on. Type is its number.
type Resource struct {
	Type     int   `json:"t,omitempty"`
	Required bool  `json:"q,omitempty"`
	Keys     []int `json:"k,omitempty"`
}

// ResourceType is a kind of resource of the service.
type ResourceType struct {
	Name string `json:"n"`
	ARN  string `json:"a"`
	Keys []int  `json:"k,omitempty"`
}

// ConditionKey is a condition key that the service has.
type ConditionKey struct {
	Name string `json:"n"`
	Type string `json:"t"`
}
