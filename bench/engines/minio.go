package engines

import (
	"fmt"
	"strings"

	minioPolicy "github.com/minio/pkg/v3/policy"
)

// minio is the policy engine of minio/pkg. It refuses actions other than those of its own servers and most condition keys, so it gets
// policies of the same form about S3: reading objects stands for the EC2 calls, deleting one's own for one's MFA device, and TLS for MFA.
// BoolIfExists is two statements. It knows neither layers nor principals, and no 10,000 actions.
func minio() Engine {
	return Engine{
		Name: "minio/pkg 3.1.3", Reads: "stand-in",
		Tutorial: func(ask Ask) (Decide, error) {
			p, err := minioPolicy.ParseConfig(strings.NewReader(minioTutorial))
			if err != nil {
				return nil, err
			}
			args, err := minioArgs(ask)
			if err != nil {
				return nil, err
			}
			return func() bool { return p.IsAllowed(args) }, nil
		},
		Statements: func(shape Shape, n int) (Decide, error) {
			if strings.HasPrefix(shape.Action, "x:") {
				return nil, nil //nolint:nilnil // there is no such question for this engine
			}
			statements := make([]string, n)
			for i := range n {
				statements[i] = fmt.Sprintf(`{"Effect":"Allow","Action":%q,"Resource":%q}`, shape.Action, numbered(shape.Resource, i))
			}
			p, err := minioPolicy.ParseConfig(strings.NewReader(document(statements...)))
			if err != nil {
				return nil, err
			}
			_, resource := shape.last(n)
			bucket, object, _ := strings.Cut(strings.TrimPrefix(resource, "arn:aws:s3:::"), "/")
			args := minioPolicy.Args{AccountName: "ann", Action: minioPolicy.Action(shape.Action), BucketName: bucket, ObjectName: object}
			return func() bool { return p.IsAllowed(args) }, nil
		},
	}
}

// minioTutorial has the statements of the tutorial in their order, with as many actions where S3 has as many.
const minioTutorial = `{"Version":"2012-10-17","Statement":[
{"Effect":"Allow","Action":["s3:ListAllMyBuckets","s3:GetBucketLocation","s3:GetBucketPolicyStatus","s3:GetBucketVersioning","s3:GetBucketNotification"],"Resource":"arn:aws:s3:::*"},
{"Effect":"Allow","Action":["s3:PutObject","s3:PutObjectTagging","s3:DeleteObjectTagging","s3:PutObjectRetention","s3:PutObjectLegalHold","s3:AbortMultipartUpload","s3:ListMultipartUploadParts","s3:RestoreObject","s3:BypassGovernanceRetention","s3:DeleteObjectVersion"],"Resource":"arn:aws:s3:::users/${aws:username}/*"},
{"Effect":"Allow","Action":["s3:ListBucketMultipartUploads"],"Resource":["arn:aws:s3:::devices","arn:aws:s3:::users"]},
{"Effect":"Allow","Action":["s3:ReplicateObject","s3:ReplicateDelete","s3:ReplicateTags"],"Resource":["arn:aws:s3:::devices/${aws:username}/*","arn:aws:s3:::users/${aws:username}/*"]},
{"Effect":"Allow","Action":["s3:DeleteObject"],"Resource":["arn:aws:s3:::devices/${aws:username}/*","arn:aws:s3:::users/${aws:username}/*"],"Condition":{"Bool":{"aws:SecureTransport":"true"}}},
{"Effect":"Deny","NotAction":["s3:ListAllMyBuckets","s3:GetBucketLocation","s3:GetBucketPolicyStatus","s3:GetBucketVersioning","s3:GetBucketNotification","s3:ListBucketMultipartUploads","s3:ReplicateObject","s3:ReplicateDelete","s3:ReplicateTags"],"Resource":"arn:aws:s3:::*","Condition":{"Bool":{"aws:SecureTransport":"false"}}},
{"Effect":"Deny","NotAction":["s3:ListAllMyBuckets","s3:GetBucketLocation","s3:GetBucketPolicyStatus","s3:GetBucketVersioning","s3:GetBucketNotification","s3:ListBucketMultipartUploads","s3:ReplicateObject","s3:ReplicateDelete","s3:ReplicateTags"],"Resource":"arn:aws:s3:::*","Condition":{"Null":{"aws:SecureTransport":"true"}}},
{"Effect":"Allow","Action":"s3:GetObject*","Resource":"arn:aws:s3:::*"},
{"Effect":"Allow","Action":"s3:ListBucket","Resource":"arn:aws:s3:::*"}
]}`

// minioActions are what stands for the actions of the tutorial's requests.
var minioActions = map[string]minioPolicy.Action{
	theCall:                   "s3:GetObject",
	"iam:DeactivateMFADevice": "s3:DeleteObject",
	"iam:ListUsers":           "s3:ListAllMyBuckets",
	"iam:EnableMFADevice":     "s3:ReplicateObject",
	"iam:ChangePassword":      "s3:PutObject",
	"iam:CreateUser":          "s3:CreateBucket",
}

func minioArgs(ask Ask) (minioPolicy.Args, error) {
	action, ok := minioActions[ask.Action]
	if !ok {
		return minioPolicy.Args{}, fmt.Errorf("nothing stands for %s", ask.Action)
	}
	args := minioPolicy.Args{
		AccountName: ask.User, Action: action, BucketName: "bucket", ObjectName: "object",
		ConditionValues: map[string][]string{"username": {ask.User}},
	}
	if _, owner, ok := strings.Cut(ask.Resource, ":user/"); ok {
		args.BucketName, args.ObjectName = "users", owner+"/profile"
	}
	if ask.MFA != Absent {
		args.ConditionValues["SecureTransport"] = []string{mfaText[ask.MFA]}
	}
	return args, nil
}
