package wire_test

import (
	"encoding/xml"
	"strings"
	"testing"
	"time"

	"github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/api/sts"
	"github.com/cardea-iam/cardea/shape"
)

var created = time.Date(2026, 1, 2, 3, 4, 5, 6e8, time.FixedZone("", 3600))

func user() *iam.User {
	return &iam.User{Path: "/", UserName: "ann", UserId: "AIDA1", Arn: "arn:aws:iam::123456789012:user/ann", CreateDate: created}
}

func TestAnswersHaveTheFormOfTheirDialect(t *testing.T) {
	const iamOpen, iamClose = `xmlns="https://iam.amazonaws.com/doc/2010-05-08/">`, `<ResponseMetadata><RequestId>id</RequestId></ResponseMetadata>`
	for _, c := range []struct {
		service   *shape.Service
		operation string
		out       any
		want      string
	}{
		{iam.Service, "GetUser", &iam.GetUserOutput{User: user()}, `<GetUserResponse ` + iamOpen +
			`<GetUserResult><User><Arn>arn:aws:iam::123456789012:user/ann</Arn><CreateDate>2026-01-02T02:04:05Z</CreateDate><Path>/</Path>` +
			`<UserId>AIDA1</UserId><UserName>ann</UserName></User></GetUserResult>` + iamClose + `</GetUserResponse>`},
		{iam.Service, "DeleteUser", &iam.DeleteUserOutput{}, `<DeleteUserResponse ` + iamOpen + iamClose + `</DeleteUserResponse>`},
		{iam.Service, "DeleteGroup", (*iam.DeleteGroupOutput)(nil), `<DeleteGroupResponse ` + iamOpen + iamClose + `</DeleteGroupResponse>`},
		{iam.Service, "ListUsers", &iam.ListUsersOutput{}, `<ListUsersResponse ` + iamOpen +
			`<ListUsersResult><IsTruncated>false</IsTruncated><Users></Users></ListUsersResult>` + iamClose + `</ListUsersResponse>`},
		{iam.Service, "ListAccountAliases", &iam.ListAccountAliasesOutput{AccountAliases: []string{"a", "b"}}, `<ListAccountAliasesResponse ` + iamOpen +
			`<ListAccountAliasesResult><AccountAliases><member>a</member><member>b</member></AccountAliases><IsTruncated>false</IsTruncated></ListAccountAliasesResult>` +
			iamClose + `</ListAccountAliasesResponse>`},
		{iam.Service, "GetAccountSummary", &iam.GetAccountSummaryOutput{SummaryMap: map[string]int32{"b": 2, "a": 1}}, `<GetAccountSummaryResponse ` + iamOpen +
			`<GetAccountSummaryResult><SummaryMap><entry><key>a</key><value>1</value></entry><entry><key>b</key><value>2</value></entry></SummaryMap></GetAccountSummaryResult>` +
			iamClose + `</GetAccountSummaryResponse>`},
		{ec2.Service, "CreateVolume", &ec2.CreateVolumeOutput{VolumeId: new("vol-1"), CreateTime: &created, Tags: []ec2.Tag{{Key: new("k"), Value: new("v")}}}, `<CreateVolumeResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15">` +
			`<requestId>id</requestId><attachmentSet></attachmentSet><createTime>2026-01-02T02:04:05.600Z</createTime>` +
			`<tagSet><item><key>k</key><value>v</value></item></tagSet><volumeId>vol-1</volumeId></CreateVolumeResponse>`},
		{ec2.Service, "DeleteVolume", &ec2.DeleteVolumeOutput{}, `<DeleteVolumeResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15"><requestId>id</requestId><return>true</return></DeleteVolumeResponse>`},
	} {
		t.Run(c.operation, func(t *testing.T) {
			got, err := codec(t, c.service).Encode([]byte("before"), c.operation, "id", c.out)
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != "before"+c.want {
				t.Errorf("got  %s\nwant before%s", got, c.want)
			}
		})
	}
}

func TestAnAnswerOfAnotherOperationIsNotWritten(t *testing.T) {
	c := codec(t, iam.Service)
	for operation, out := range map[string]any{"GetUser": &iam.GetRoleOutput{}, "GetCallerIdentity": &sts.GetCallerIdentityOutput{}, "": nil} {
		if got, err := c.Encode(nil, operation, "id", out); err == nil {
			t.Errorf("%s with %T: %s", operation, out, got)
		}
	}
	if got, err := c.Encode(nil, "GetUser", "id", nil); err == nil {
		t.Errorf("nil: %s", got)
	}
}

// carried is what of a text XML can carry: everything else becomes U+FFFD.
func carried(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
			return 0xFFFD
		}
		return r
	}, s)
}

func TestAnyTextLeavesAnAnswerThatParses(t *testing.T) {
	c := codec(t, iam.Service)
	for _, text := range []string{
		"", "]]>", "<!--", "</UserName><Admin/>", "&amp;", "a\x00b", "\x1b[31m", "\r\n", "\u0085\u2028", "\ufffe\uffff", "\xff\xc0\x80", "😀", "\x7f",
	} {
		checkText(t, text, func() ([]byte, error) {
			u := user()
			u.UserName = text
			return c.Encode(nil, "GetUser", text, &iam.GetUserOutput{User: u})
		})
	}
}

func checkText(t *testing.T, text string, encode func() ([]byte, error)) {
	t.Helper()
	answer, err := encode()
	if err != nil {
		t.Fatal(err)
	}
	var parsed struct {
		UserName  string `xml:"GetUserResult>User>UserName"`
		RequestID string `xml:"ResponseMetadata>RequestId"`
	}
	if err := xml.Unmarshal(answer, &parsed); err != nil {
		t.Fatalf("%q: %v in %s", text, err, answer)
	}
	if want := carried(text); parsed.UserName != want || parsed.RequestID != want {
		t.Errorf("%q arrived as %q and %q", text, parsed.UserName, parsed.RequestID)
	}
}
