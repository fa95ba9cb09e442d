package main

import (
	"fmt"
	"strconv"
	"strings"
)

// hidden are secrets that the models do not call sensitive.
var hidden = map[string]bool{
	"authenticationCodeType": true, "tokenCodeType": true, // a one-time code may still be unused when somebody reads the log
	"tokenType": true, // a session token
	"Blob":      true, // of EC2: user data, which often holds passwords
}

// bare are the services that word every violation without the value, and without an enum's set. IAM does since 2024; STS shows both.
var bare = map[string]bool{"iam": true}

// What IAM says of a name or a path that has other characters than it may have. Its reference publishes patterns for them, which no answer shows.
// https://github.com/aws/aws-cli/issues/5860, https://github.com/aws-cloudformation/cfn-lint/issues/722 and 996
const (
	wrongName = "It must contain only alphanumeric characters and/or the following: +=,.@_-"
	wrongPath = "It must begin and end with / and contain only alphanumeric characters and/or / characters."
)

// sayings are the shapes with such a sentence.
var sayings = map[string]string{
	"entityNameType": wrongName, "existingUserNameType": wrongName, "groupNameType": wrongName, "instanceProfileNameType": wrongName, "mfaDeviceOwnerType": wrongName,
	"policyNameType": wrongName, "roleNameType": wrongName, "serverCertificateNameType": wrongName, "userNameType": wrongName, "virtualMFADeviceName": wrongName,
	"pathPrefixType": wrongPath, "pathType": wrongPath, "policyPathType": wrongPath,
}

// rule writes a shape's constraint as a literal, or nothing when it has none.
func (n *names) rule(shape string) string {
	s := n.Shapes[shape]
	var fields []string
	add := func(format string, args ...any) { fields = append(fields, fmt.Sprintf(format, args...)) }
	if s.Min != nil {
		add("Min: new(int64(%d))", int64(*s.Min))
	}
	if s.Max != nil {
		add("Max: new(int64(%d))", int64(*s.Max))
	}
	if s.Pattern != "" {
		add("Pattern: %s", quote(s.Pattern))
	}
	if len(s.Enum) > 0 {
		add("Enum: %q", strings.Join(s.Enum, " "))
	}
	if s.Key != nil && n.rule(s.Key.Shape) != "" {
		add("Key: %q", s.Key.Shape)
	}
	for _, r := range []*ref{s.Member, s.Value} {
		if r != nil && n.Shapes[r.Shape].Type != "structure" && n.rule(r.Shape) != "" {
			add("Member: %q", r.Shape)
		}
	}
	if s.Type != "structure" && (s.Sensitive || hidden[shape]) {
		add("Hidden: true")
	}
	if len(fields) > 0 && s.Type != "structure" && bare[n.Metadata.EndpointPrefix] {
		add("Bare: true")
	}
	if saying := sayings[shape]; saying != "" && bare[n.Metadata.EndpointPrefix] {
		add("Saying: %q", saying)
	}
	return strings.Join(fields, ", ")
}

func quote(pattern string) string {
	if strconv.CanBackquote(pattern) {
		return "`" + pattern + "`"
	}
	return strconv.Quote(pattern)
}
