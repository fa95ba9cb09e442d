package policy_test

// The vocabularies of the generator: small, and full of what is easily got wrong. Values are JSON where they may be numbers
// or booleans too.

var aPrincipal = []string{
	`"arn:aws:iam::111111111111:user/ann"`, `"arn:aws:iam::111111111111:user/ann"`, `"arn:aws:iam::111111111111:user/ann"`,
	`"arn:aws:iam::111111111111:user/team/bob"`, `"arn:aws:iam::222222222222:user/ann"`,
	`"arn:aws:iam::111111111111:role/r"`, `"arn:aws:iam::111111111111:role/app/q"`, `"arn:aws:iam::222222222222:role/r"`,
	`"arn:aws:iam::111111111111:role/aws-service-role/x.amazonaws.com/linked"`,
	`"arn:aws:sts::111111111111:assumed-role/r/s"`, `"arn:aws:sts::111111111111:assumed-role/r/s"`, `"arn:aws:sts::111111111111:assumed-role/q/t"`,
	`"arn:aws:sts::111111111111:federated-user/ann"`, `"arn:aws:sts::111111111111:federated-user/ann"`,
	`"arn:aws:iam::111111111111:root"`, `"arn:aws:iam::222222222222:root"`,
	`"ec2.amazonaws.com"`, `"lambda.amazonaws.com"`, `"arn:aws:iam::111111111111:saml-provider/idp"`, `"accounts.google.com"`, `null`,
}

var aGrantee = map[string][]string{
	"AWS": {
		"*", "111111111111", "222222222222", "arn:aws:iam::111111111111:root", "arn:aws:iam::222222222222:root",
		"arn:aws:iam::111111111111:user/ann", "arn:aws:iam::111111111111:user/ann", "arn:aws:iam::111111111111:user/Ann", "arn:aws:iam::111111111111:user/*",
		"arn:aws:iam::111111111111:user/team/bob", "arn:aws:iam::222222222222:user/ann", "arn:aws:iam::111111111111:group/g",
		"arn:aws:iam::111111111111:role/r", "arn:aws:iam::111111111111:role/R", "arn:aws:iam::111111111111:role/app/q", "arn:aws:iam::222222222222:role/r",
		"arn:aws:iam::111111111111:role/*", "arn:aws:sts::111111111111:assumed-role/r/s", "arn:aws:sts::111111111111:assumed-role/r/*",
		"arn:aws:sts::111111111111:assumed-role/q/t", "arn:aws:sts::111111111111:federated-user/ann", "AIDAANN", "",
	},
	"Service":       {"ec2.amazonaws.com", "lambda.amazonaws.com", "EC2.amazonaws.com", "*"},
	"Federated":     {"arn:aws:iam::111111111111:saml-provider/idp", "accounts.google.com", "*"},
	"CanonicalUser": {"0123", "*"},
}

var anActionAndResource = [][2]string{
	{"s3:GetObject", "arn:aws:s3:::bucket/ann/x"},
	{"s3:GetObject", "arn:aws:s3:::bucket/ann/x"},
	{"s3:PutObject", "arn:aws:s3:::bucket/a*b"},
	{"s3:GetObject", "arn:aws:s3:::bucket/a/../é"},
	{"s3:GetObject", "bucket/ann/x"},
	{"s3:GetObject", "arn:aws:s3"},
	{"s3:ListAllMyBuckets", "*"},
	{"sqs:SendMessage", "arn:aws:sqs:eu-west-1:111111111111:q"},
	{"sqs:SendMessage", "arn:aws:sqs:eu-west-1:222222222222:q"},
	{"ec2:DescribeInstances", "*"},
	{"ec2:RunInstances", "arn:aws:ec2:eu-west-1:111111111111:instance/i-1"},
	{"iam:GetUser", "arn:aws:iam::111111111111:user/ann"},
	{"iam:PassRole", "arn:aws:iam::111111111111:role/aws-reserved/x"},
	{"iam:TagPolicy", "arn:aws:iam::aws:policy/P"},
	{"iam:GetRole", "arn:aws:iam::111111111111:role/aws-reserved/x"},
	{"sts:AssumeRole", "arn:aws:iam::111111111111:role/r"},
	{"sts:AssumeRole", "arn:aws:iam::111111111111:role/r"},
	{"sts:AssumeRole", "arn:aws:iam::222222222222:role/r"},
	{"sts:AssumeRoleWithSAML", "arn:aws:iam::111111111111:role/r"},
	{"sts:TagSession", "arn:aws:iam::111111111111:role/r"},
	{"sts:AssumeRole", "arn:aws:iam::111111111111:role/aws-service-role/x.amazonaws.com/linked"},
	{"sts:GetCallerIdentity", "*"},
	{"sts:GetSessionToken", "*"},
	{"sts:GetFederationToken", "arn:aws:sts::111111111111:federated-user/ann"},
	{"kms:Decrypt", "arn:aws:kms:eu-west-1:111111111111:key/k"},
	{"kms:Decrypt", "arn:aws:kms:eu-west-1:111111111111:key/k"},
	{"kms:RetireGrant", "arn:aws:kms:eu-west-1:111111111111:key/k"},
	{"kms:CreateAlias", "arn:aws:kms:eu-west-1:111111111111:alias/aws/x"},
	{"kms:CreateAlias", "arn:aws:kms:eu-west-1:111111111111:alias/mine"},
	{"kms:ListKeys", "*"},
}

var anOwner = []string{`null`, `null`, `"111111111111"`, `"111111111111"`, `"111111111111"`, `"222222222222"`}

var anAction = []string{
	"s3:GetObject", "s3:Get*", "s3:*Object", "S3:PUT*", "*:GetObject", "s?:GetObject", "s3:", "s3:Get Object", "s3:GetObject,PutObject", "s3:a:b",
	"ec2:*", "sqs:*", "iam:*", "sts:*", "sts:AssumeRole*", "kms:*", "kms:?ecrypt", "**", "s3", "", "nothing:Anywhere", "s3:${aws:username}",
}

var aResource = []string{
	"arn:aws:s3:::bucket/${aws:username}/x", "arn:aws:s3:::bucket/${x:string}/*", "arn:aws:s3:::bucket/${x:absent}/x", "arn:aws:s3:::bucket/${x:absent, 'ann'}/x",
	"arn:aws:s3:::bucket/a${*}b", "arn:aws:s3:::bucket/a${?}b", "arn:aws:s3:::bucket/${x:list}/x", "arn:aws:s3:::${X:STRING, '*'}/ann/x", "arn:aws:s3:::bucket/${",
	"arn:aws:s3:::bucket/*/x", "arn:aws:s3:::bucket/?nn/x", "arn:aws:s3:::BUCKET/ann/x", "arn:aws:s3:::bucket/*", "arn:aws:s3:::*é", "arn:aws:s3:::*/?",
	"arn:aws:s3", "arn:aws:s3:*", "arn:aws:s?", "arn:aws", "arn", "arn:*", "arn:aws:*:*:*:*", "arn:*:*:*:*:*", "*:aws:s3:::bucket/ann/x", "arn:aws:s3:::", "",
	"bucket/ann/x", "arn:aws:${x:string}:::bucket/ann/x", "arn:aws:sqs:*:111111111111:q", "arn:aws:sqs:${x:region}:${x:account}:q", "arn:aws:sqs:eu-west-1:${x:account, '111111111111'}:*",
	"arn:aws:iam::*:user/${aws:username}", "arn:aws:iam::111111111111:role/*", "arn:aws:kms:*:*:key/k", "arn:aws:kms:*:*:alias/*", "arn:aws:ec2:*:*:instance/*",
}

// conditionKeys are the keys of a request with the values that they take. Some are lists by nature.
var conditionKeys = []struct {
	name   string
	list   bool
	values []string
}{
	{"aws:username", false, []string{`"ann"`, `"ann"`, `"bob"`, `""`, `"*"`, `"${x:string}"`}},
	{"x:string", false, []string{`"ann"`, `"a"`, `"A"`, `"ab"`, `""`, `"*"`, `"s3"`, `"ſ"`, `"é"`, `"a/b"`, `"10"`, `true`}},
	{"x:list", true, []string{`"ann"`, `"a"`, `"A"`, `"ab"`, `""`, `"*"`, `"É"`, `"10"`, `"true"`}},
	{"x:number", false, []string{`"10"`, `"10.0"`, `10`, `"9.99"`, `"-3"`, `"+10"`, `"1e3"`, `"ten"`, `""`, `"123456789012345678901234567890"`, `"0"`, `"-0.0"`}},
	{"x:date", false, []string{
		`"2024-01-01T00:00:00Z"`, `"2024-01-01"`, `"1704067200"`, `1704067200000`, `"2024-01-01T01:00:00+01:00"`, `"2024-06-30T12:00"`, `"2024-06-30T12:00:00.123Z"`, `"2024-02-30"`, `"soon"`, `""`,
	}},
	{"x:bool", false, []string{`"true"`, `"false"`, `"True"`, `"FALSE"`, `true`, `false`, `"yes"`, `"falſe"`, `""`}},
	{"x:ip", false, []string{`"203.0.113.7"`, `"203.0.113.6"`, `"203.0.113.99"`, `"198.51.100.1"`, `"2001:db8::1"`, `"2001:db9::1"`, `"nowhere"`, `""`}},
	{"x:arn", false, []string{
		`"arn:aws:s3:::b"`, `"arn:aws:iam::111111111111:user/ann"`, `"arn:aws:x:us-east-2:999:store/abc:111111111111:finance/d"`, `"arn:aws:s3"`, `"no ARN"`, `""`,
	}},
	{"x:binary", false, []string{`"QQ=="`, `"Qg=="`, `"!!"`, `""`}},
	{"x:region", false, []string{`"eu-west-1"`, `"*"`, `"us-east-1"`}},
	{"x:account", false, []string{`"111111111111"`, `"222222222222"`, `"111111111111:q"`}},
}

var operatorFamilies = []struct {
	key       string // "": any
	operators []string
	values    []string
}{
	{
		"x:string",
		[]string{"StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", "StringLike", "StringNotLike"},
		[]string{
			`"ann"`, `"a"`, `"A"`, `"ab"`, `""`, `"*"`, `"a*"`, `"?b"`, `"É"`, `"S"`, `"s?"`, `"${aws:username}"`, `"${x:absent}"`, `"${x:absent, 'a'}"`, `"${*}"`, `"a${?}"`, `"${x:list}"`,
			`"${X:String}"`, `"${"`, `10`, `true`, `"*/*"`,
		},
	},
	{
		"x:number",
		[]string{"NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals", "NumericGreaterThan", "NumericGreaterThanEquals"},
		[]string{`"10"`, `10`, `10.0`, `"9.990"`, `"-3"`, `"+10"`, `"0"`, `"1e3"`, `"ten"`, `""`, `"123456789012345678901234567890.1"`, `"${x:number}"`},
	},
	{
		"x:date",
		[]string{"DateEquals", "DateNotEquals", "DateLessThan", "DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals"},
		[]string{
			`"2024-01-01T00:00:00Z"`, `"2024-01"`, `"2023-12-31T23:00:00-01:00"`, `1704067200`, `"1704067200000"`, `"2024-06-30T12:00:00.1234Z"`, `"2024-06-30T12:00:00"`, `"2024-13-01"`, `"soon"`, `""`,
		},
	},
	{"x:bool", []string{"Bool"}, []string{`"true"`, `"false"`, `true`, `false`, `"TRUE"`, `"yes"`, `""`, `"${x:bool}"`, `"${aws:username}"`, `"${x:absent}"`, `"${x:absent, 'true'}"`}},
	{"x:binary", []string{"BinaryEquals"}, []string{`"QQ=="`, `"Qg=="`, `"!!"`, `""`}},
	{
		"x:ip",
		[]string{"IpAddress", "NotIpAddress"},
		[]string{`"203.0.113.7"`, `"203.0.113.99/24"`, `"2001:db8::/32"`, `"2001:db8::1"`, `"0.0.0.0/0"`, `"::/0"`, `"nowhere"`, `"203.0.113.0/33"`, `""`},
	},
	{
		"x:arn",
		[]string{"ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike"},
		[]string{
			`"arn:aws:s3:::b"`, `"arn:aws:s3:::*"`, `"arn:*:*:*:*:*"`, `"arn:aws:x:*:111111111111:finance/*"`, `"arn:aws:iam::${x:account}:user/${aws:username}"`, `"arn:aws:iam::*:user/${x:absent}"`,
			`"*"`, `"arn:aws:s3"`, `""`,
		},
	},
	{"", []string{"Null"}, []string{`"true"`, `"false"`, `true`, `false`, `"TRUE"`, `"maybe"`, `""`}},
	{"", []string{"Same", "BoolNotEquals", "NullIfExists", "ForAllValues:", "StringEqualsIfExistsIfExists"}, []string{`"a"`, `"true"`}},
}

var aRefusedDocument = []string{
	`{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Effect":"Allow","Action":"*","Resource":"*"}]}`,
	`{"Version":"2012-10-17","Statement":[{"Effect":"allow","Action":"*","Resource":"*"}]}`,
	`{"Version":"2012-10-18","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}`,
	`{"Version":"2012-10-17","Statement":[]}`,
	`{"Version":"2012-10-17"}`,
	`{"Statement":[{"Effect":"Allow","Action":"*","NotAction":"*","Resource":"*"}]}`,
	`{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","NotResource":"*"}]}`,
	`{"Statement":[{"Effect":"Allow","Resource":"*"}]}`,
	`{"Statement":[{"Effect":"Allow","Action":["*",null],"Resource":"*"}]}`,
	`{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Principal":"arn:aws:iam::111111111111:user/ann"}]}`,
	`{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Principal":"*","NotPrincipal":"*"}]}`,
	`{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Principal":{"User":"ann"}}]}`,
	`{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"a:b":"true","A:b":"true"}}}]}`,
	`{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"a:b":null}}}]}`,
	`{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":"true"}}]}`,
	`{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","condition":{}}]}`,
	`{"Statement":[{"Effect":"Allow","Action":"*","Resource":"\u0100"}]}`,
	`{"Statement":[{"Effect":"Allow","Action":"*","Resource":1}]}`,
	`{"statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}`,
	`{"Id":1,"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}`,
	`[]`,
}
