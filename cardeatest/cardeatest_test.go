package cardeatest_test

import (
	"path/filepath"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/sts"

	"github.com/cardea-iam/cardea/cardeatest"
	"github.com/cardea-iam/cardea/server"
)

func TestTheAdministratorOfANewServerCallsTheAPI(t *testing.T) {
	s := cardeatest.Start(t, server.Options{Account: server.Founding{ID: "123456789012"}})
	who, err := s.STS(s.Administrator()).GetCallerIdentity(t.Context(), &sts.GetCallerIdentityInput{})
	if err != nil {
		t.Fatal(err)
	}
	if got := aws.ToString(who.Arn); got != "arn:aws:iam::123456789012:user/administrator" {
		t.Errorf("the caller is %s", got)
	}
}

func TestUsersAndKeysAreThereAfterARestart(t *testing.T) {
	s := cardeatest.Start(t, server.Options{Dir: filepath.Join(t.TempDir(), "data")})
	if _, err := s.IAM(s.Administrator()).CreateUser(t.Context(), &iam.CreateUserInput{UserName: aws.String("ann")}); err != nil {
		t.Fatal(err)
	}
	key, err := s.IAM(s.Administrator()).CreateAccessKey(t.Context(), &iam.CreateAccessKeyInput{UserName: aws.String("ann")})
	if err != nil {
		t.Fatal(err)
	}
	s.Restart()
	if s.Server.Facts != nil {
		t.Error("a restart made another account")
	}
	anns := aws.Credentials{AccessKeyID: *key.AccessKey.AccessKeyId, SecretAccessKey: *key.AccessKey.SecretAccessKey}
	who, err := s.STS(anns).GetCallerIdentity(t.Context(), &sts.GetCallerIdentityInput{})
	if err != nil || aws.ToString(who.Arn) != "arn:aws:iam::"+s.Facts.AccountID+":user/ann" {
		t.Errorf("ann's key: %v, %v", who, err)
	}
}
