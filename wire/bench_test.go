package wire_test

import (
	"testing"

	"github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/api/sts"
	"github.com/cardea-iam/cardea/wire"
)

func BenchmarkDecodeCreateUser(b *testing.B) {
	c := codec(b, iam.Service)
	const body = "Action=CreateUser&Version=2010-05-08&UserName=ann&Path=%2Fstaff%2F&Tags.member.1.Key=team&Tags.member.1.Value=red&Tags.member.2.Key=cost&Tags.member.2.Value=42"
	b.ReportAllocs()
	for b.Loop() {
		form, err := wire.ParseBody(body)
		if err != nil {
			b.Fatal(err)
		}
		if err := c.Decode(form, new(iam.CreateUserInput)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEncodeGetUser(b *testing.B) {
	c, out := codec(b, iam.Service), &iam.GetUserOutput{User: user()}
	benchmarkEncode(b, c, "GetUser", out)
}

func BenchmarkEncodeGetCallerIdentity(b *testing.B) {
	c, out := codec(b, sts.Service), &sts.GetCallerIdentityOutput{Account: new("123456789012"), Arn: new("arn:aws:iam::123456789012:user/ann"), UserId: new("AIDA1")}
	benchmarkEncode(b, c, "GetCallerIdentity", out)
}

func benchmarkEncode(b *testing.B, c *wire.Codec, operation string, out any) {
	b.Helper()
	b.ReportAllocs()
	buffer := make([]byte, 0, 4096)
	for b.Loop() {
		if _, err := c.Encode(buffer, operation, "11111111-2222-3333-4444-555555555555", out); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkNewIAM(b *testing.B) {
	for b.Loop() {
		codec(b, iam.Service)
	}
}
