package engines

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"github.com/cardea-iam/cardea/catalog"
	"github.com/cardea-iam/cardea/policy"
)

const (
	account = "111111111111"
	mine    = "arn:aws:iam::" + account + ":user/ann"
	others  = "arn:aws:iam::" + account + ":user/bob"
)

// Timed are the tutorial's requests that are timed, and the right answers.
var Timed = []struct {
	Name string
	Ask  Ask
	Want bool
}{
	{"EC2 call, MFA", Ask{"ann", "ec2:DescribeInstances", "*", With}, true},
	{"without MFA", Ask{"ann", "ec2:DescribeInstances", "*", Without}, false},
	{"MFA absent", Ask{"ann", "ec2:DescribeInstances", "*", Absent}, false},
	{"own MFA device", Ask{"ann", "iam:DeactivateMFADevice", mine, With}, true},
}

// Probes are further requests, which are only asked to see whether the engine has understood the policies.
var Probes = []struct {
	Ask  Ask
	Want bool
}{
	{Ask{"ann", "iam:DeactivateMFADevice", mine, Without}, false},
	{Ask{"ann", "iam:DeactivateMFADevice", others, With}, false},
	{Ask{"ann", "iam:ListUsers", "*", Absent}, true},
	{Ask{"ann", "iam:EnableMFADevice", mine, Absent}, true},
	{Ask{"ann", "iam:EnableMFADevice", others, With}, false},
	{Ask{"ann", "iam:ChangePassword", mine, With}, true},
	{Ask{"ann", "iam:ChangePassword", mine, Without}, false},
	{Ask{"ann", "iam:CreateUser", others, With}, false},
}

//go:embed testdata/force_mfa.json
var forceMFA string

// ec2FullAccess is the text of the managed policy.
func ec2FullAccess() (string, error) {
	p, ok := catalog.PolicyByName("AmazonEC2FullAccess")
	if !ok {
		return "", fmt.Errorf("AmazonEC2FullAccess is not in the catalogue")
	}
	return p.Document(), nil
}

// listed are the actions that a statement of Force_MFA names, for translations.
func listed(sid string) []string {
	d, err := policy.Parse(forceMFA)
	if err != nil {
		return nil
	}
	var names []string
	for _, s := range d.Statements {
		if s.Sid == nil || s.Sid.Text != sid {
			continue
		}
		for _, list := range []*policy.List{s.Action, s.NotAction} {
			if list == nil {
				continue
			}
			for _, v := range list.Values {
				names = append(names, v.Text)
			}
		}
	}
	return names
}

// The statements of Force_MFA.
const (
	toListAccounts = "AllowAllUsersToListAccounts"
	toManageSelf   = "AllowIndividualUserToSeeAndManageOnlyTheirOwnAccountInformation"
	toListMFA      = "AllowIndividualUserToListOnlyTheirOwnMFA"
	toManageMFA    = "AllowIndividualUserToManageTheirOwnMFA"
	toDeactivate   = "AllowIndividualUserToDeactivateOnlyTheirOwnMFAOnlyWhenUsingMFA"
	blockMost      = "BlockMostAccessUnlessSignedInWithMFA"
)

// fullAccess are the services that AmazonEC2FullAccess opens, serviceLinked those for which it allows to create a role.
var (
	fullAccess    = []string{"ec2", "elasticloadbalancing", "cloudwatch", "autoscaling"}
	serviceLinked = []string{
		"autoscaling.amazonaws.com", "ec2scheduled.amazonaws.com", "elasticloadbalancing.amazonaws.com", "spot.amazonaws.com",
		"spotfleet.amazonaws.com", "transitgateway.amazonaws.com",
	}
)

// Shape is a way in which many statements differ from one another.
type Shape struct {
	Name             string
	Action, Resource string // %05d is the number of the statement
	ask              string // the resource of the request
}

// Shapes are the three ways, in the order of how hard they are to index.
var Shapes = []Shape{
	{"distinct actions", "x:Do%05d", "*", "*"},
	{"one action, as many resource prefixes", "s3:GetObject", "arn:aws:s3:::bucket-%05d/*", "arn:aws:s3:::bucket-%05d/reports/2026/a.csv"},
	{"one action, as many resources with a leading star", "s3:GetObject", "arn:aws:s3:::*-bucket-%05d/*", "arn:aws:s3:::my-bucket-%05d/reports/2026/a.csv"},
}

// Sizes are the numbers of statements.
var Sizes = []int{10, 100, 1_000, 10_000}

func numbered(pattern string, i int) string {
	if !strings.Contains(pattern, "%") {
		return pattern
	}
	return fmt.Sprintf(pattern, i)
}

// last is the request that only the last of n statements allows.
func (s Shape) last(n int) (action, resource string) {
	return numbered(s.Action, n-1), numbered(s.ask, n-1)
}

// documents are n statements in the language of AWS, in policies of 50.
func (s Shape) documents(n int) []string {
	var docs []string
	for i := 0; i < n; i += 50 {
		var statements []string
		for j := i; j < min(n, i+50); j++ {
			statements = append(statements, fmt.Sprintf(`{"Effect":"Allow","Action":%q,"Resource":%q}`, numbered(s.Action, j), numbered(s.Resource, j)))
		}
		docs = append(docs, document(statements...))
	}
	return docs
}

func document(statements ...string) string {
	return `{"Version":"2012-10-17","Statement":[` + strings.Join(statements, ",") + "]}"
}

// Name is the unique ID of a user: AIDA and 17 digits.
type Name [21]byte

// NameOf is the name of the i-th user.
func NameOf(i int) Name {
	n := Name([]byte("AIDA00000000000000000"))
	var digits [20]byte
	text := strconv.AppendInt(digits[:0], int64(i), 10)
	copy(n[len(n)-len(text):], text)
	return n
}

// group is the group that all users are in.
const group = "users"

// theCall is what every user of a large directory asks.
const theCall = "ec2:DescribeInstances"
