package main_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/sts"
)

func TestNoSecretIsInTheDataOrTheLogs(t *testing.T) {
	dir, facts := initialised(t, "--root-access-key")
	p := serve(t, "--data", dir)
	const password = "Canary-Passw0rd-Canary"
	client := iam.NewFromConfig(p.config(keysOf(facts)))
	_, err := client.CreateUser(t.Context(), &iam.CreateUserInput{UserName: aws.String("ann")})
	must(t, err)
	_, err = client.CreateLoginProfile(t.Context(), &iam.CreateLoginProfileInput{UserName: aws.String("ann"), Password: aws.String(password)})
	must(t, err)
	key, err := client.CreateAccessKey(t.Context(), &iam.CreateAccessKeyInput{UserName: aws.String("ann")})
	must(t, err)
	device, err := client.CreateVirtualMFADevice(t.Context(), &iam.CreateVirtualMFADeviceInput{VirtualMFADeviceName: aws.String("ann")})
	must(t, err)
	session, err := sts.NewFromConfig(p.config(keysOf(facts))).GetSessionToken(t.Context(), nil)
	must(t, err)
	// Wrong calls too: errors must not give away what was sent.
	_, _ = client.ChangePassword(t.Context(), &iam.ChangePasswordInput{OldPassword: aws.String(password), NewPassword: aws.String("New-" + password)})
	must(t, p.terminate(t))

	secrets := map[string]string{
		"root's password": facts.Root.Password, "root's secret": facts.Root.SecretAccessKey,
		"the administrator's password": facts.Administrator.Password, "the administrator's secret": facts.Administrator.SecretAccessKey,
		"ann's password": password, "ann's secret": *key.AccessKey.SecretAccessKey, "the seed of ann's device": string(device.VirtualMFADevice.Base32StringSeed),
		"the session's secret": *session.Credentials.SecretAccessKey, "the session's token": *session.Credentials.SessionToken,
	}
	scanned := scan(t, dir, secrets) + scan(t, p.log, secrets)
	if scanned < 4 {
		t.Errorf("only %d files were looked at", scanned)
	}
}

// scan looks for secrets in all files of a directory.
func scan(t *testing.T, root string, secrets map[string]string) (files int) {
	t.Helper()
	must(t, filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		files++
		content, err := os.ReadFile(path)
		for what, secret := range secrets {
			if len(secret) < 8 || bytes.Contains(content, []byte(secret)) {
				t.Errorf("%s is in %s", what, path)
			}
		}
		return err
	}))
	return files
}
