package wire_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/wire"
)

func TestRecordsShowParametersButNoSecrets(t *testing.T) {
	codec, err := wire.New(iam.Service)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		in   any
		want string
	}{
		{"plain and nested", &iam.CreateUserInput{UserName: "ann", Tags: []iam.Tag{{Key: "a\n", Value: `"x"`}}}, `{"tags":[{"key":"a\u000a","value":"\"x\""}],"userName":"ann"}`},
		{"a password", &iam.CreateLoginProfileInput{UserName: new("ann"), Password: new("correct horse")}, `{"password":"` + wire.Masked + `","passwordResetRequired":false,"userName":"ann"}`},
		{"a secret key", &iam.CreateAccessKeyOutput{AccessKey: &iam.AccessKey{UserName: "ann", AccessKeyId: "AKIA1", Status: "Active", SecretAccessKey: "s3cr3t"}}, ""},
		{"a seed", &iam.CreateVirtualMFADeviceOutput{VirtualMFADevice: &iam.VirtualMFADevice{SerialNumber: "arn", Base32StringSeed: []byte("SEED"), QRCodePNG: []byte("PNG")}}, ""},
		{"nothing", &iam.GetAccountSummaryInput{}, "null"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := string(codec.AppendRecord(nil, c.in))
			if !json.Valid([]byte(got)) {
				t.Fatalf("%s is not JSON", got)
			}
			if c.want != "" && got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			for _, secret := range []string{"s3cr3t", "U0VFRA==", "UE5H", "correct horse"} {
				if strings.Contains(got, secret) {
					t.Errorf("the record %s shows a secret", got)
				}
			}
		})
	}
}
