# What the policies of every layer say.
package policy

default allow := false

allow if {
	permitted
	bounded
	in_session
	through_endpoint
	not forbidden
}

s3 if startswith(input.action, "s3:")

permitted if {
	input.role == "r"
	some prefix in ["s3:Get", "s3:List"]
	startswith(input.action, prefix)
	reachable
}

permitted if {
	input.role == "r"
	startswith(input.action, "ec2:Describe")
}

permitted if {
	input.role == "r"
	input.action in {"sqs:SendMessage", "sqs:ReceiveMessage"}
	glob.match("arn:aws:sqs:*:111111111111:*", null, input.resource)
}

reachable if input.resource == "arn:aws:s3:::bucket"

reachable if startswith(input.resource, concat("", ["arn:aws:s3:::bucket/", input.team, "/"]))

bounded if {
	some service in ["s3:", "ec2:", "sqs:"]
	startswith(input.action, service)
}

in_session if {
	input.action == "s3:GetObject"
	startswith(input.resource, "arn:aws:s3:::bucket/reports/")
}

through_endpoint if {
	s3
	input.org == "o-1"
}

forbidden if {
	not spared
	not input.region in {"eu-west-1", "eu-central-1"}
}

spared if {
	some service in ["iam:", "sts:", "s3:"]
	startswith(input.action, service)
}

forbidden if input.action in {"organizations:LeaveOrganization", "cloudtrail:StopLogging"}

forbidden if {
	s3
	startswith(input.resource, "arn:aws:s3:::bucket/")
	input.secure == false
}

forbidden if {
	s3
	input.org != "o-1"
	not input.service
}
