package catalog

import "strings"

// Protocol is how requests to a service are written, which decides the shape of its errors too:
// https://smithy.io/2.0/aws/protocols/index.html
type Protocol string

// The protocols.
const (
	Query    Protocol = "query"     // a form with Action and Version; XML comes back
	EC2      Protocol = "ec2"       // query, with lists and errors of its own
	JSON     Protocol = "json"      // JSON, with the operation in X-Amz-Target
	RESTJSON Protocol = "rest-json" // the operation is in the method and path; JSON
	RESTXML  Protocol = "rest-xml"  // the operation is in the method and path; XML
)

// Endpoint is what a signature's service name says about a request.
type Endpoint struct {
	SigningName string // the service in the credential scope of Signature Version 4
	Service     string // what the service's actions begin with in a policy
	// Protocol is what the service's clients speak. Some services speak two: an X-Amz-Target header means JSON whatever this says.
	Protocol Protocol
	// Known is whether the service authorization reference has the service.
	Known bool
}

// EndpointBySigningName says what a service name in a signature means. A name that is in no table is taken to be the prefix of its actions.
func EndpointBySigningName(name string) Endpoint {
	e := Endpoint{SigningName: name, Service: name, Protocol: RESTJSON}
	if prefix, ok := prefixes[name]; ok {
		e.Service = prefix
	}
	if speaksJSON[e.Service] {
		e.Protocol = JSON
	}
	if protocol, ok := protocols[name]; ok {
		e.Protocol = protocol
	}
	_, e.Known = services()[e.Service]
	return e
}

// ServiceByTarget reads an X-Amz-Target header: the prefix of the service that it is meant for, and the operation, as it is written.
// It finds nothing if no published service has such targets. Upper and lower case differ.
func ServiceByTarget(target string) (service, operation string, ok bool) {
	dot := strings.LastIndexByte(target, '.')
	if dot < 0 {
		return "", "", false
	}
	service, ok = targets[target[:dot]]
	if !ok {
		return "", "", false
	}
	return service, target[dot+1:], true
}

// prefixes are the signing names that are not the prefix of the service's actions.
var prefixes = map[string]string{
	"IoTSecuredTunneling": "iot",
	"cloudcontrolapi":     "cloudformation",
	"iot-jobs-data":       "iotjobsdata",
	"iotdata":             "iot",
	"ioteventsdata":       "iotevents",
	"monitoring":          "cloudwatch",
	"mturk-requester":     "mechanicalturk",
	"tagging":             "tag",
}

// protocols are those of the signing names whose services speak something else than targets tell.
var protocols = map[string]Protocol{
	"autoscaling":          Query,
	"cloudformation":       Query,
	"cloudfront":           RESTXML,
	"cloudsearch":          Query,
	"ec2":                  EC2,
	"elasticache":          Query,
	"elasticbeanstalk":     Query,
	"elasticloadbalancing": Query,
	"iam":                  Query,
	"iot":                  RESTJSON,
	"iotdata":              RESTJSON,
	"monitoring":           Query,
	"qldb":                 RESTJSON,
	"rds":                  Query,
	"redshift":             Query,
	"route53":              RESTXML,
	"s3":                   RESTXML,
	"s3-object-lambda":     RESTXML,
	"s3express":            RESTXML,
	"ses":                  Query,
	"sns":                  Query,
	"sts":                  Query,
}

// speaksJSON are the services that have targets.
var speaksJSON = func() map[string]bool {
	speaks := map[string]bool{}
	for _, service := range targets {
		speaks[service] = true
	}
	return speaks
}()
