package endpoint_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/sts"
	"github.com/cardea-iam/cardea/endpoint"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/seal"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/service/hosttest"
	"github.com/cardea-iam/cardea/store"
)

func TestAPanicIsAnsweredAndLoggedAndTheServerGoesOn(t *testing.T) {
	asks := func(*service.Call, *api.GetCallerIdentityInput) ([]access.Ask, error) { return nil, nil }
	panics := service.Op("GetCallerIdentity", service.Read, asks, func(*service.Call, *api.GetCallerIdentityInput) (*api.GetCallerIdentityOutput, error) {
		panic("a mistake of the program")
	})
	h := hosttest.New(t, hosttest.Options{})
	var log bytes.Buffer
	h.Log = slog.New(slog.NewTextHandler(&log, nil))
	door, err := endpoint.New(endpoint.Options{Host: h.Host, Tables: []service.Table{{Service: "sts", Shapes: api.Service, Operations: []service.Operation{panics}}}})
	if err != nil {
		t.Fatal(err)
	}
	keys := longTermKey(t, h)
	for range 2 {
		answer := httptest.NewRecorder()
		door.ServeHTTP(answer, signed(t, keys, h))
		body := answer.Body.String()
		if answer.Code != http.StatusInternalServerError || between(body, "<Code>", "<") != "ServiceFailure" || strings.Contains(body, "mistake") {
			t.Errorf("%d %s", answer.Code, body)
		}
		id := answer.Header().Get("X-Amzn-Requestid")
		if id == "" || !strings.Contains(log.String(), id) || !strings.Contains(log.String(), "a mistake of the program") || !strings.Contains(log.String(), "accident_test.go") {
			t.Errorf("the log does not tell what happened: %s", log.String())
		}
	}
}

// longTermKey makes an access key of root whose secret is known.
func longTermKey(t *testing.T, h *hosttest.Host) aws.Credentials {
	t.Helper()
	keys := aws.Credentials{AccessKeyID: "AKIARZPUZDIKAAAAAAAA", SecretAccessKey: strings.Repeat("s", 40)}
	sealed, err := h.Keys.SealSecretKey(hosttest.Account, keys.AccessKeyID, seal.NewSecret(keys.SecretAccessKey))
	if err != nil {
		t.Fatal(err)
	}
	h.Update(func(tx *store.Tx) error {
		store.AccessKeys.Put(tx, &identity.AccessKey{
			ID: keys.AccessKeyID, Account: hosttest.Account, Owner: hosttest.Account, Secret: sealed, Status: identity.Active, CreatedAt: h.Now,
		})
		return nil
	})
	return keys
}

// signed is a request to STS, as a server gets it.
func signed(t *testing.T, keys aws.Credentials, h *hosttest.Host) *http.Request {
	t.Helper()
	text := form("sts", "GetCallerIdentity")
	r := httptest.NewRequest(http.MethodPost, "http://127.0.0.1/", strings.NewReader(text))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	sum := sha256.Sum256([]byte(text))
	if err := v4.NewSigner().SignHTTP(t.Context(), keys, r, hex.EncodeToString(sum[:]), "sts", "us-east-1", h.Now); err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Length", strconv.Itoa(len(text))) // net/http's server keeps it
	r.RequestURI = "/"
	r.Body = io.NopCloser(strings.NewReader(text))
	return r
}
