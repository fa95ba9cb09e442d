package engines

// layered is a request that passes through every kind of policy: a session of a role reads a report through a VPC endpoint, in an
// organization of three levels, with boundary, session policy and bucket policy.
var layered = struct {
	identity, boundary, session, resource, endpoint []string
	scps, rcps                                      [][]string
	action, object                                  string
	context                                         map[string]string
}{
	action: "s3:GetObject", object: "arn:aws:s3:::bucket/reports/2026/a.csv",
	context: map[string]string{
		"aws:SecureTransport": "true", "aws:RequestedRegion": "eu-west-1", "aws:SourceIp": "203.0.113.9", "aws:PrincipalOrgID": "o-1",
		"aws:PrincipalTag/team": "reports", "aws:PrincipalArn": roleARN, "aws:PrincipalIsAWSService": "false",
	},
	identity: []string{
		document(`{"Effect":"Allow","Action":["s3:Get*","s3:List*"],"Resource":["arn:aws:s3:::bucket","arn:aws:s3:::bucket/${aws:PrincipalTag/team}/*"]}`),
		document(`{"Effect":"Allow","Action":"ec2:Describe*","Resource":"*"}`,
			`{"Effect":"Deny","NotAction":["iam:*","sts:*","s3:*"],"Resource":"*","Condition":{"StringNotEquals":{"aws:RequestedRegion":["eu-west-1","eu-central-1"]}}}`),
		document(`{"Effect":"Allow","Action":["sqs:SendMessage","sqs:ReceiveMessage"],"Resource":"arn:aws:sqs:*:` + account + `:*"}`),
	},
	boundary: []string{document(`{"Effect":"Allow","Action":["s3:*","ec2:*","sqs:*"],"Resource":"*"}`)},
	session:  []string{document(`{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::bucket/reports/*"}`)},
	resource: []string{document(`{"Effect":"Allow","Principal":{"AWS":"`+account+`"},"Action":"s3:*","Resource":"arn:aws:s3:::bucket/*"}`,
		`{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::bucket/*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}`)},
	endpoint: []string{document(`{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-1"}}}`)},
	scps:     [][]string{{document(everything)}, {document(everything, `{"Effect":"Deny","Action":["organizations:LeaveOrganization","cloudtrail:StopLogging"],"Resource":"*"}`)}, {document(everything)}},
	rcps: [][]string{{document(everyone)}, {document(everyone,
		`{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*","Condition":{"StringNotEqualsIfExists":{"aws:PrincipalOrgID":"o-1"},"BoolIfExists":{"aws:PrincipalIsAWSService":"false"}}}`)}},
}

const (
	everything = `{"Effect":"Allow","Action":"*","Resource":"*"}`
	everyone   = `{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}`
	roleARN    = "arn:aws:iam::" + account + ":role/app/r"
)
