package wire_test

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/api/sts"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/shape"
	"github.com/cardea-iam/cardea/wire"
)

func codec(t testing.TB, service *shape.Service) *wire.Codec {
	t.Helper()
	c, err := wire.New(service)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func decode(t testing.TB, service *shape.Service, body string, in any) error {
	t.Helper()
	form, err := wire.ParseBody(body)
	if err != nil {
		t.Fatal(err)
	}
	return codec(t, service).Decode(form, in)
}

const ann = "UserName=ann&"

func TestRefusalsOfIAMAreInAWSsWords(t *testing.T) {
	pattern := `failed to satisfy constraint: Member must satisfy regular expression pattern: `
	for _, c := range []struct {
		name, body string
		in         any
		code       string
		status     int
		message    string
	}{
		{"a name that is missing", "", new(iam.CreateUserInput), "ValidationError", 400, "1 validation error detected: Value null at 'userName' failed to satisfy constraint: Member must not be null"},
		{"a name that is none", "UserName=an%2Fn", new(iam.CreateUserInput), "ValidationError", 400, "The specified value for userName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-"},
		{"two such values at once", "Path=x&UserName=%21", new(iam.CreateUserInput), "ValidationError", 400, "The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters."},
		{"such a value and one that is counted", "Path=x&UserName=" + strings.Repeat("a", 65), new(iam.CreateUserInput), "ValidationError", 400, "1 validation error detected: Value at 'userName' failed to satisfy constraint: Member must have length less than or equal to 64"},
		{"two at once", "MaxPasswordAge=1096&MinimumPasswordLength=129", new(iam.UpdateAccountPasswordPolicyInput), "ValidationError", 400, "2 validation errors detected: Value at 'maxPasswordAge' failed to satisfy constraint: Member must have value less than or equal to 1095; Value at 'minimumPasswordLength' failed to satisfy constraint: Member must have value less than or equal to 128"},
		{"a tag without its value", ann + "Tags.member.1.Key=k", new(iam.CreateUserInput), "ValidationError", 400, "1 validation error detected: Value null at 'tags.1.member.value' failed to satisfy constraint: Member must not be null"},
		{"a bad key of the second tag", ann + "Tags.member.1.Key=k&Tags.member.1.Value=&Tags.member.2.Key=%21&Tags.member.2.Value=", new(iam.CreateUserInput), "ValidationError", 400, `1 validation error detected: Value at 'tags.2.member.key' ` + pattern + `[\p{L}\p{Z}\p{N}_.:/=+\-@]+`},
		{"a scalar list's member", "PolicyInputList.member.1=%00&ActionNames.member.1=iam:x", new(iam.SimulateCustomPolicyInput), "ValidationError", 400, `1 validation error detected: Value at 'policyInputList' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 131072, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [\u0009\u000A\u000D\u0020-\u00FF]+, Member must not be null]`},
		{"two of a scalar list's members", "UserName=ann&TagKeys.member.1=%21&TagKeys.member.2=%21", new(iam.UntagUserInput), "ValidationError", 400, `1 validation error detected: Value at 'tagKeys' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 128, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [\p{L}\p{Z}\p{N}_.:/=+\-@]+, Member must not be null]`},
		{"a password is not repeated", "OldPassword=old&NewPassword=%C4%80", new(iam.ChangePasswordInput), "ValidationError", 400, `1 validation error detected: Value at 'newPassword' ` + pattern + `[\u0009\u000A\u000D\u0020-\u00FF]+`},
		{"a word for a number", "MaxItems=abc", new(iam.ListUsersInput), "MalformedInput", 400, "The value of MaxItems must be an integer."},
		{"no number", "MaxItems=", new(iam.ListUsersInput), "MalformedInput", 400, "The value of MaxItems must be an integer."},
		{"a number too large to hold", "MaxItems=99999999999", new(iam.ListUsersInput), "MalformedInput", 400, "The value of MaxItems must be an integer."},
		{"a number out of range", "MaxItems=0", new(iam.ListUsersInput), "ValidationError", 400, "1 validation error detected: Value at 'maxItems' failed to satisfy constraint: Member must have value greater than or equal to 1"},
		{"a word for a boolean", "OnlyAttached=yes", new(iam.ListPoliciesInput), "MalformedInput", 400, "The value of OnlyAttached must be true or false."},
		{"a value for a list", ann + "Tags=x", new(iam.CreateUserInput), "MalformedInput", 400, "The value of Tags must be a list."},
		{"index zero", ann + "Tags.member.0.Key=k", new(iam.CreateUserInput), "MalformedQueryString", 404, "The query string contains a list index that is not a positive integer."},
		{"an index below zero", ann + "Tags.member.-1.Key=k", new(iam.CreateUserInput), "MalformedQueryString", 404, "The query string contains a list index that is not a positive integer."},
		{"a leading zero", ann + "Tags.member.01.Key=k", new(iam.CreateUserInput), "MalformedQueryString", 404, "The query string contains a list index that is not a positive integer."},
		{"no index", ann + "Tags.member.Key=k", new(iam.CreateUserInput), "MalformedQueryString", 404, "The query string contains a list index that is not a positive integer."},
		{"an index beyond counting", ann + "Tags.member.99999999999999999999.Key=k", new(iam.CreateUserInput), "MalformedQueryString", 404, "The query string contains a list index that is not a positive integer."},
		{"a gap", ann + "Tags.member.1.Key=k&Tags.member.1.Value=&Tags.member.3.Key=k&Tags.member.3.Value=", new(iam.CreateUserInput), "ValidationError", 400, "The members of Tags must be numbered from 1 without a gap."},
		{"a huge index", ann + "Tags.member.999999999.Key=k", new(iam.CreateUserInput), "ValidationError", 400, "The members of Tags must be numbered from 1 without a gap."},
	} {
		t.Run(c.name, func(t *testing.T) {
			var f *fault.Error
			if err := decode(t, iam.Service, c.body, c.in); !errors.As(err, &f) {
				t.Fatalf("got %v", err)
			}
			if f.Code != c.code || f.Status != c.status || f.Message != c.message {
				t.Errorf("got  %s %d %q\nwant %s %d %q", f.Code, f.Status, f.Message, c.code, c.status, c.message)
			}
		})
	}
}

func TestRefusalsOfEC2AreInItsOwnWords(t *testing.T) {
	for _, c := range []struct {
		body    string
		in      any
		code    string
		message string
	}{
		{"MinCount=1", new(ec2.RunInstancesInput), "MissingParameter", "The request must contain the parameter MaxCount"},
		{"MinCount=1&MaxCount=x", new(ec2.RunInstancesInput), "InvalidParameterValue", "Value (x) for parameter MaxCount is invalid. Expected an integer."},
		{"MinCount=1&MaxCount=1&InstanceType=t9.bad", new(ec2.RunInstancesInput), "InvalidParameterValue", "Invalid value 't9.bad' for InstanceType."},
		{"InstanceId=i-1&Attribute=abc", new(ec2.DescribeInstanceAttributeInput), "InvalidParameterValue", "Value (abc) for parameter attribute is invalid. Unknown attribute."},
		{"GroupName=g", new(ec2.CreateSecurityGroupInput), "MissingParameter", "The request must contain the parameter GroupDescription"},
		{"MaxResults=4", new(ec2.DescribeInstanceTypesInput), "InvalidParameterValue", "Value (4) for parameter MaxResults is invalid. Member must have value greater than or equal to 5."},
		{"Filter.0.Name=x", new(ec2.DescribeInstancesInput), "MalformedQueryString", "The query string contains a list index that is not a positive integer."},
		{"Filter.2.Name=x", new(ec2.DescribeInstancesInput), "ValidationError", "The members of Filter must be numbered from 1 without a gap."},
	} {
		var f *fault.Error
		if err := decode(t, ec2.Service, c.body, c.in); !errors.As(err, &f) || f.Code != c.code || f.Status != 400 || f.Message != c.message {
			t.Errorf("%s: got %v", c.body, err)
		}
	}
}

func TestOperationsOfEC2RefuseEmptyListsThemselves(t *testing.T) {
	for _, in := range []any{new(ec2.TerminateInstancesInput), new(ec2.CreateTagsInput), new(ec2.DeleteTagsInput)} {
		if err := decode(t, ec2.Service, "Action=X", in); err != nil {
			t.Errorf("%T: got %v", in, err)
		}
	}
}

func TestUnknownParametersArePassedOver(t *testing.T) {
	in := new(iam.CreateUserInput)
	body := "Action=CreateUser&Version=2010-05-08&Tags.1.Key=x&Tags.member/1.Key=x&Tags.member-1=x&Tags/x=1&UserName.x=1&username=bob&X-Amz-Date=x&UserName=ann"
	if err := decode(t, iam.Service, body, in); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(&iam.CreateUserInput{UserName: "ann"}, in); diff != "" {
		t.Error(diff)
	}
}

func TestAListKeepsItsOrderBeyondNineMembers(t *testing.T) {
	var body strings.Builder
	want := new(sts.AssumeRoleInput)
	for i := range 12 {
		fmt.Fprintf(&body, "TransitiveTagKeys.member.%d=k%d&", i+1, i)
		want.TransitiveTagKeys = append(want.TransitiveTagKeys, fmt.Sprintf("k%d", i))
	}
	want.RoleArn, want.RoleSessionName = "arn:aws:iam::123456789012:role/r", "session"
	in := new(sts.AssumeRoleInput)
	if err := decode(t, sts.Service, body.String()+"RoleArn=arn:aws:iam::123456789012:role/r&RoleSessionName=session", in); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, in); diff != "" {
		t.Error(diff)
	}
}

func TestAnEmptyListIsThereAndEmpty(t *testing.T) {
	in := new(iam.CreateUserInput)
	if err := decode(t, iam.Service, ann+"Tags=", in); err != nil {
		t.Fatal(err)
	}
	if in.Tags == nil || len(in.Tags) != 0 {
		t.Errorf("got %#v", in.Tags)
	}
}

func TestAbsentMembersDifferFromEmptyOnes(t *testing.T) {
	in := new(iam.UpdateRoleInput)
	if err := decode(t, iam.Service, "RoleName=r&Description=", in); err != nil {
		t.Fatal(err)
	}
	if in.Description == nil || *in.Description != "" || in.MaxSessionDuration != nil {
		t.Errorf("got %+v", in)
	}
}

func TestAHugeIndexAllocatesNothing(t *testing.T) {
	c := codec(t, iam.Service)
	form, err := wire.ParseBody(ann + "Tags.member.999999999.Key=k")
	if err != nil {
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	refusal := c.Decode(form, new(iam.CreateUserInput))
	runtime.ReadMemStats(&after)
	if refusal == nil {
		t.Error("a huge index is taken")
	}
	allocated := after.TotalAlloc - before.TotalAlloc
	if allocated > 64<<10 {
		t.Errorf("the refusal allocated %d bytes", allocated)
	}
}

func TestARefusalDoesNotGrowWithItsRequestWithoutBound(t *testing.T) {
	var body strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&body, "PolicyInputList.member.%d=%%00&", i+1)
	}
	err := decode(t, iam.Service, body.String(), new(iam.SimulateCustomPolicyInput))
	if f := fault.Of(err); f.Code != "ValidationError" || len(f.Message) > 32<<10 {
		t.Errorf("%s with %d bytes", f.Code, len(f.Message))
	}
}

func TestADecoderRefusesAPlaceThatIsNoInput(t *testing.T) {
	for _, in := range []any{nil, iam.CreateUserInput{}, (*iam.CreateUserInput)(nil), new(sts.AssumeRoleInput), new(int)} {
		if err := decode(t, iam.Service, ann, in); err == nil {
			t.Errorf("%T is taken", in)
		}
	}
}

// rare holds the forms of members that no served operation takes today.
type rare struct {
	At      *time.Time       `wire:"At"`
	Blob    []byte           `wire:"Blob" rule:"blob"`
	Ratio   *float64         `wire:"Ratio"`
	Long    *int64           `wire:"Long"`
	Numbers map[string]int32 `wire:"Numbers" rule:"numbers"`
}

var rareService = &shape.Service{
	Name: "rare", Dialect: shape.Query,
	Operations: []shape.Operation{{Name: "Do", In: (*rare)(nil), Out: (*rare)(nil), Result: "DoResult"}},
	Rules: map[string]shape.Rule{
		"blob": {Max: new(int64(4))}, "numbers": {Max: new(int64(2)), Key: "word", Member: "small"},
		"word": {Pattern: "[a-z]+"}, "small": {Max: new(int64(9))},
	},
}

func TestRareMembersAreReadToo(t *testing.T) {
	in := new(rare)
	err := decode(t, rareService, "At=2026-01-02T03:04:05.5%2B01:00&Blob=AP8=&Ratio=0.5&Long=9000000000&"+
		"Numbers.entry.1.key=one&Numbers.entry.1.value=1&Numbers.entry.2.key=two&Numbers.entry.2.value=2", in)
	if err != nil {
		t.Fatal(err)
	}
	want := &rare{new(time.Date(2026, 1, 2, 2, 4, 5, 5e8, time.UTC)), []byte{0, 255}, new(0.5), new(int64(9e9)), map[string]int32{"one": 1, "two": 2}}
	if diff := cmp.Diff(want, in); diff != "" {
		t.Error(diff)
	}
	for body, want := range map[string]string{
		"At=yesterday":            "MalformedInput: The value of At must be a time such as 2006-01-02T15:04:05Z.",
		"Blob=%21":                "MalformedInput: The value of Blob must be base64.",
		"Ratio=NaN":               "MalformedInput: The value of Ratio must be a number.",
		"Ratio=1e999":             "MalformedInput: The value of Ratio must be a number.",
		"Blob=AAAAAAA=":           "ValidationError: 1 validation error detected: Value at 'blob' failed to satisfy constraint: Member must have length less than or equal to 4",
		"Numbers.entry.1.key=one": "ValidationError: 1 validation error detected: Value null at 'numbers.1.member' failed to satisfy constraint: Member must not be null",
		"Numbers.entry.1.key=ONE&Numbers.entry.1.value=1":  "ValidationError: 1 validation error detected: Value 'ONE' at 'numbers.1.member' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-z]+",
		"Numbers.entry.1.key=one&Numbers.entry.1.value=10": "ValidationError: 1 validation error detected: Value '10' at 'numbers.1.member' failed to satisfy constraint: Member must have value less than or equal to 9",
		"Numbers.entry.2.key=one":                          "ValidationError: The members of Numbers must be numbered from 1 without a gap.",
		"Numbers.entry.x.value=10":                         "MalformedQueryString: The query string contains a list index that is not a positive integer.",
	} {
		if err := decode(t, rareService, body, new(rare)); err == nil || err.Error() != want {
			t.Errorf("%s: got %v, want %s", body, err, want)
		}
	}
}

func TestEC2DoesNotRepeatASecretEither(t *testing.T) {
	type keeper struct {
		Secret *string `wire:"secret" rule:"secret"`
	}
	service := &shape.Service{
		Name: "keep", Dialect: shape.EC2,
		Operations: []shape.Operation{{Name: "Do", In: (*keeper)(nil), Out: (*keeper)(nil)}},
		Rules:      map[string]shape.Rule{"secret": {Max: new(int64(3)), Hidden: true}},
	}
	err := decode(t, service, "Secret=canary", new(keeper))
	const want = "InvalidParameterValue: The value for parameter Secret is invalid. Member must have length less than or equal to 3."
	if err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestACodecIsNotMadeForWhatItCannotCarry(t *testing.T) {
	type odd struct {
		Channel chan int `wire:"Channel"`
	}
	type fine struct{}
	for name, service := range map[string]*shape.Service{
		"a member": {Operations: []shape.Operation{{Name: "Do", In: (*odd)(nil), Out: (*fine)(nil)}}},
		"a rule":   {Rules: map[string]shape.Rule{"bad": {Pattern: "("}}},
	} {
		if _, err := wire.New(service); err == nil {
			t.Errorf("%s passes", name)
		}
	}
}

func TestACodecServesManyAtOnce(t *testing.T) {
	c := codec(t, iam.Service)
	var wait sync.WaitGroup
	for i := range 8 {
		wait.Go(func() {
			name := fmt.Sprintf("user%d", i)
			form, err := wire.ParseBody("UserName=" + name + "&Tags.member.1.Key=k&Tags.member.1.Value=v")
			if err != nil {
				t.Error(err)
			}
			for range 100 {
				in := new(iam.CreateUserInput)
				if err := c.Decode(form, in); err != nil || in.UserName != name {
					t.Errorf("%s: %+v, %v", name, in, err)
				}
				u := user()
				u.UserName = name
				answer, err := c.Encode(nil, "GetUser", name, &iam.GetUserOutput{User: u})
				if err != nil || strings.Count(string(answer), name) != 2 {
					t.Errorf("%s: %s, %v", name, answer, err)
				}
			}
		})
	}
	wait.Wait()
}
