package wire_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdkec2 "github.com/aws/aws-sdk-go-v2/service/ec2"
	sdkiam "github.com/aws/aws-sdk-go-v2/service/iam"
	sdksts "github.com/aws/aws-sdk-go-v2/service/sts"
	"github.com/aws/smithy-go"
	"github.com/google/go-cmp/cmp"

	"github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/api/sts"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/shape"
	"github.com/cardea-iam/cardea/wire"
)

// services pairs each description with the official client.
var services = []struct {
	*shape.Service
	client     func(aws.Config) any
	operations int
	protocol   wire.Protocol
}{
	{iam.Service, func(c aws.Config) any { return sdkiam.NewFromConfig(c) }, 176, wire.QueryXML},
	{sts.Service, func(c aws.Config) any { return sdksts.NewFromConfig(c) }, 11, wire.QueryXML},
	{ec2.Service, func(c aws.Config) any { return sdkec2.NewFromConfig(c) }, 46, wire.EC2XML},
}

// A door is a server that decodes one request and answers as it is told.
type door struct {
	*httptest.Server
	codec   *wire.Codec
	service *shape.Service
	in      any                               // where the request goes
	answer  func(action string) ([]byte, int) // what goes back
	err     error                             // what decoding said
}

func openDoor(t *testing.T, service *shape.Service) *door {
	t.Helper()
	codec, err := wire.New(service)
	if err != nil {
		t.Fatal(err)
	}
	d := &door{codec: codec, service: service}
	d.Server = httptest.NewServer(http.HandlerFunc(d.serve))
	t.Cleanup(d.Close)
	return d
}

func (d *door) serve(w http.ResponseWriter, r *http.Request) {
	raw, _ := io.ReadAll(r.Body)
	body, err := wire.ParseBody(string(raw))
	if err == nil {
		err = d.codec.Decode(body, d.in)
	}
	d.err = err
	action, _ := body.Get("Action")
	answer, status := d.answer(action)
	w.Header().Set("Content-Type", wire.AnswerType)
	w.WriteHeader(status)
	_, _ = w.Write(answer)
}

func (d *door) config() aws.Config {
	return aws.Config{
		Region:       "us-east-1",
		HTTPClient:   &http.Client{Transport: plainBody{http.DefaultTransport}},
		BaseEndpoint: aws.String(d.URL),
		Credentials: aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
			return aws.Credentials{AccessKeyID: "AKIDEXAMPLE", SecretAccessKey: "example"}, nil
		}),
		Retryer: func() aws.Retryer { return aws.NopRetryer{} },
	}
}

// plainBody hides WriteTo of the SDK's request body. In smithy-go 1.28 that method answers io.EOF once the body is closed, which the SDK
// does as soon as it has an answer's head; net/http takes the EOF for a failed write and cuts the answer off. A server that answers
// within microseconds meets it.
type plainBody struct{ http.RoundTripper }

func (p plainBody) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.Body != nil {
		r = r.WithContext(r.Context())
		r.Body = struct{ io.ReadCloser }{r.Body}
	}
	return p.RoundTripper.RoundTrip(r)
}

// call calls a method of an SDK client by its name.
func call(client any, operation string, in reflect.Value) (reflect.Value, error) {
	out := reflect.ValueOf(client).MethodByName(operation).Call([]reflect.Value{reflect.ValueOf(context.Background()), in})
	err, _ := out[1].Interface().(error)
	return out[0], err
}

func fresh(typed any) reflect.Value { return reflect.New(reflect.TypeOf(typed).Elem()) }

func sdkInput(t *testing.T, client any, operation string) reflect.Value {
	t.Helper()
	method := reflect.ValueOf(client).MethodByName(operation)
	if !method.IsValid() {
		t.Fatalf("the SDK has no operation %s", operation)
	}
	return reflect.New(method.Type().In(1).Elem())
}

func TestEveryOperationTravelsBothWaysAsTheSDKWritesAndReadsIt(t *testing.T) {
	for _, service := range services {
		if len(service.Operations) != service.operations {
			t.Errorf("%s has %d operations, not %d", service.Name, len(service.Operations), service.operations)
		}
		d := openDoor(t, service.Service)
		client := service.client(d.config())
		for _, op := range service.Operations {
			t.Run(service.Name+"."+op.Name, func(t *testing.T) {
				sent, answered := fresh(op.In), fresh(op.Out)
				(&inventor{t: t, service: service.Service, obeys: true}).fill(sent.Elem())
				(&inventor{t: t, service: service.Service}).fill(answered.Elem())

				d.in = fresh(op.In).Interface()
				d.answer = func(action string) ([]byte, int) {
					if action != op.Name {
						t.Errorf("the server saw the action %q", action)
					}
					answer, err := d.codec.Encode(nil, op.Name, "request-1", answered.Interface())
					if err != nil {
						t.Error(err)
					}
					return answer, http.StatusOK
				}
				in := sdkInput(t, client, op.Name)
				transfer(t, in.Elem(), sent.Elem(), op.Name+"Input")
				out, err := call(client, op.Name, in)
				if err != nil {
					t.Fatal(err)
				}
				if d.err != nil {
					t.Errorf("decode: %v", d.err)
				}
				if diff := cmp.Diff(sent.Interface(), d.in); diff != "" {
					t.Errorf("the input changed on the way (-sent +decoded):\n%s", diff)
				}
				got := fresh(op.Out)
				transfer(t, got.Elem(), out, op.Name+"Output")
				if diff := cmp.Diff(answered.Interface(), got.Interface()); diff != "" {
					t.Errorf("the output changed on the way (-answered +parsed):\n%s", diff)
				}
			})
		}
	}
}

func TestEveryPublishedErrorReachesTheSDKWithItsCodeAndMessage(t *testing.T) {
	const message = "The user with name <&\"'> cannot be found."
	for _, service := range services {
		d := openDoor(t, service.Service)
		client := service.client(d.config())
		for _, op := range service.Operations {
			for _, code := range op.Errors {
				status, ok := service.Errors[code]
				if !ok {
					t.Errorf("%s answers %s, which has no status", op.Name, code)
				}
				d.in = fresh(op.In).Interface()
				d.answer = func(string) ([]byte, int) {
					reply := wire.EncodeFault(service.protocol, service.Namespace, "request-2", fault.New(code, status, message))
					return reply.Body, reply.Status
				}
				in, made := sdkInput(t, client, op.Name), fresh(op.In)
				(&inventor{t: t, service: service.Service, obeys: true}).fill(made.Elem())
				transfer(t, in.Elem(), made.Elem(), op.Name)
				_, err := call(client, op.Name, in)
				var said smithy.APIError
				if !errors.As(err, &said) || said.ErrorCode() != code || said.ErrorMessage() != message {
					t.Errorf("%s: %s arrived as %v", op.Name, code, err)
				}
				if !strings.Contains(err.Error(), "request-2") {
					t.Errorf("%s: the request id did not arrive: %v", op.Name, err)
				}
			}
		}
	}
}
