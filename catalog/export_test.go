package catalog

// EndpointTables gives the services that the tables of endpoints lead to, by the names that lead there.
func EndpointTables() map[string]string {
	leads := map[string]string{}
	for name, service := range prefixes {
		leads[name] = service
	}
	for target, service := range targets {
		leads[target] = service
	}
	for name := range protocols {
		leads[name] = EndpointBySigningName(name).Service
	}
	return leads
}
