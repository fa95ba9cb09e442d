package iam_test

import (
	"context"
	"fmt"
	"testing"

	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/fault"
)

// atOnce calls an operation fifty times at the same time and counts how many succeeded. The others must be refused with that code.
func atOnce(h *host, operation, refusal string, in func(i int) any) int {
	h.t.Helper()
	const callers = 50
	done := make(chan error, callers)
	inputs := make([]any, callers)
	for i := range inputs {
		inputs[i] = in(i)
	}
	for _, in := range inputs {
		go func() {
			_, err := h.Do(context.Background(), h.Directory.Find("iam", operation), h.root, h.Facts("iam"), in)
			done <- err
		}()
	}
	succeeded := 0
	for range callers {
		if err := <-done; err == nil {
			succeeded++
		} else if code := fault.Of(err).Code; code != refusal {
			h.t.Errorf("%s answered %v, want %s", operation, err, refusal)
		}
	}
	return succeeded
}

func TestFiftyAtOnceNeverExceedAQuota(t *testing.T) {
	h := newHost(t)
	h.User("ann") // has one access key
	for _, tc := range []struct {
		operation, refusal string
		in                 func(i int) any
		want               int
	}{
		{"CreateAccessKey", "LimitExceeded", func(int) any { return &api.CreateAccessKeyInput{UserName: new("ann")} }, 1},
		{"EnableMFADevice", "LimitExceeded", func(i int) any { return newDevice(h, fmt.Sprintf("device%d", i)).enable(h, "ann") }, 8},
		{"UploadSigningCertificate", "LimitExceeded", func(int) any { return uploadOf("ann", newCertificate(t)) }, 2},
		{"CreateServiceSpecificCredential", "LimitExceeded", func(int) any { return credentialFor("ann", codecommit) }, 2},
		{"CreateLoginProfile", "EntityAlreadyExists", func(int) any {
			return &api.CreateLoginProfileInput{UserName: new("ann"), Password: new(goodPassword)}
		}, 1},
		{"CreateVirtualMFADevice", "EntityAlreadyExists", func(int) any { return &api.CreateVirtualMFADeviceInput{VirtualMFADeviceName: "one"} }, 1},
	} {
		if got := atOnce(h, tc.operation, tc.refusal, tc.in); got != tc.want {
			t.Errorf("%d of fifty %s at once succeeded, want %d", got, tc.operation, tc.want)
		}
	}
}
