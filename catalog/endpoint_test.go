package catalog_test

import (
	"testing"

	"github.com/cardea-iam/cardea/catalog"
)

func TestSigningNamesLeadToServices(t *testing.T) {
	tests := []struct {
		name, service string
		protocol      catalog.Protocol
	}{
		{"cloudcontrolapi", "cloudformation", catalog.JSON},
		{"cloudformation", "cloudformation", catalog.Query},
		{"dynamodb", "dynamodb", catalog.JSON},
		{"ec2", "ec2", catalog.EC2},
		{"elasticloadbalancing", "elasticloadbalancing", catalog.Query},
		{"iam", "iam", catalog.Query},
		{"iot", "iot", catalog.RESTJSON},
		{"iotdata", "iot", catalog.RESTJSON},
		{"kms", "kms", catalog.JSON},
		{"lambda", "lambda", catalog.RESTJSON},
		{"monitoring", "cloudwatch", catalog.Query},
		{"route53", "route53", catalog.RESTXML},
		{"s3", "s3", catalog.RESTXML},
		{"ses", "ses", catalog.Query},
		{"sqs", "sqs", catalog.JSON},
		{"states", "states", catalog.JSON},
		{"sts", "sts", catalog.Query},
		{"tagging", "tag", catalog.JSON},
	}
	for _, tt := range tests {
		want := catalog.Endpoint{SigningName: tt.name, Service: tt.service, Protocol: tt.protocol, Known: true}
		if got := catalog.EndpointBySigningName(tt.name); got != want {
			t.Errorf("%s: got %+v, want %+v", tt.name, got, want)
		}
	}
}

func TestAnUnknownSigningNameStandsForItself(t *testing.T) {
	for _, name := range []string{"", "nosuchservice", "EC2"} {
		want := catalog.Endpoint{SigningName: name, Service: name, Protocol: catalog.RESTJSON}
		if got := catalog.EndpointBySigningName(name); got != want {
			t.Errorf("%q: got %+v, want %+v", name, got, want)
		}
	}
}

func TestTargetsNameTheServiceAndTheOperation(t *testing.T) {
	tests := []struct{ target, service, operation string }{
		{"DynamoDB_20120810.ListTables", "dynamodb", "ListTables"},
		{"TrentService.Encrypt", "kms", "Encrypt"},
		{"AmazonSSM.GetParameter", "ssm", "GetParameter"},
		{"GraniteServiceVersion20100801.ListMetrics", "cloudwatch", "ListMetrics"},
		{"com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents", "cloudtrail", "LookupEvents"},
	}
	for _, tt := range tests {
		service, operation, ok := catalog.ServiceByTarget(tt.target)
		if !ok || service != tt.service || operation != tt.operation {
			t.Errorf("%s: got %s, %s, %v", tt.target, service, operation, ok)
		}
	}
	for _, target := range []string{"", ".", "DynamoDB_20120810", "trentservice.Encrypt", "NoSuch_20200101.Do"} {
		if service, operation, ok := catalog.ServiceByTarget(target); ok {
			t.Errorf("%q leads to %s, %s", target, service, operation)
		}
	}
}

func TestEveryTableOfEndpointsLeadsToAServiceOfTheReference(t *testing.T) {
	for name, service := range catalog.EndpointTables() {
		if _, ok := catalog.ServiceByPrefix(service); !ok {
			t.Errorf("%s leads to %s, which is no service", name, service)
		}
	}
}
