package tutorial

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
)

// Keys are what a person signs with.
type Keys struct{ ID, Secret, Token string }

// client sends real signed requests. The signer is that of AWS's own client library, so a mistake of ours cannot hide on both sides.
type client struct {
	endpoint string
	now      func() time.Time
	http     *http.Client
	signer   *v4.Signer
}

// answer is what came back.
type answer struct {
	Status  int
	Code    string // empty: success
	Message string
	Body    []byte
}

// maxAnswer bounds what is read of an answer.
const maxAnswer = 8 << 20

var versions = map[string]string{"iam": "2010-05-08", "sts": "2011-06-15", "ec2": "2016-11-15"}

// query calls an operation of a Query service; parameters are names and values in turn.
func (c *client) query(ctx context.Context, keys Keys, service, action string, parameters ...string) (*answer, error) {
	form := url.Values{"Action": {action}, "Version": {versions[service]}}
	for i := 0; i+1 < len(parameters); i += 2 {
		form.Set(parameters[i], parameters[i+1])
	}
	return c.send(ctx, keys, service, http.MethodPost, "/", form.Encode(), http.Header{"Content-Type": {"application/x-www-form-urlencoded; charset=utf-8"}})
}

// json calls an operation of a JSON service.
func (c *client) json(ctx context.Context, keys Keys, service, target string) (*answer, error) {
	return c.send(ctx, keys, service, http.MethodPost, "/", "{}", http.Header{"Content-Type": {"application/x-amz-json-1.0"}, "X-Amz-Target": {target}})
}

func (c *client) send(ctx context.Context, keys Keys, service, method, path, body string, header http.Header) (*answer, error) {
	request, err := http.NewRequestWithContext(ctx, method, c.endpoint+path, strings.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("make a request: %w", err)
	}
	for name, values := range header {
		request.Header[name] = values
	}
	sum := sha256.Sum256([]byte(body))
	hash := hex.EncodeToString(sum[:])
	if service == "s3" {
		request.Header.Set("X-Amz-Content-Sha256", hash)
	}
	credentials := aws.Credentials{AccessKeyID: keys.ID, SecretAccessKey: keys.Secret, SessionToken: keys.Token}
	if err := c.signer.SignHTTP(ctx, credentials, request, hash, service, "us-east-1", c.now()); err != nil {
		return nil, fmt.Errorf("sign a request: %w", err)
	}
	response, err := c.http.Do(request)
	if err != nil {
		return nil, fmt.Errorf("send a request: %w", err)
	}
	defer response.Body.Close() //nolint:errcheck // only read
	read, err := io.ReadAll(io.LimitReader(response.Body, maxAnswer))
	if err != nil {
		return nil, fmt.Errorf("read an answer: %w", err)
	}
	a := &answer{Status: response.StatusCode, Body: read}
	if response.StatusCode >= http.StatusMultipleChoices {
		a.readFault(response.Header)
	}
	return a, nil
}

// readFault finds code and message in the protocol's own shape.
func (a *answer) readFault(header http.Header) {
	a.Code, a.Message = a.first("Code"), a.first("Message")
	if a.Code != "" {
		return
	}
	var body struct {
		Type    string `json:"__type"`
		Message string `json:"message"`
	}
	if err := json.Unmarshal(a.Body, &body); err == nil {
		a.Code, a.Message = body.Type, body.Message
	}
	if a.Code == "" {
		a.Code = header.Get("X-Amzn-Errortype")
	}
	if a.Code == "" {
		a.Code = fmt.Sprintf("HTTP %d", a.Status)
	}
}

// first is the text of the first element of a name.
func (a *answer) first(name string) string {
	if all := a.all(name); len(all) > 0 {
		return all[0]
	}
	return ""
}

// all are the texts of all elements of a name, in order.
func (a *answer) all(name string) (found []string) {
	decoder := xml.NewDecoder(bytes.NewReader(a.Body))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) || err != nil {
			return found
		}
		start, ok := token.(xml.StartElement)
		if !ok || start.Name.Local != name {
			continue
		}
		var text string
		if err := decoder.DecodeElement(&text, &start); err == nil {
			found = append(found, strings.TrimSpace(text))
		}
	}
}
