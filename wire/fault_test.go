package wire_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"testing"

	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/wire"
)

func TestEachProtocolSaysNoInItsOwnShape(t *testing.T) {
	denied := fault.AccessDenied("User: <arn> is not authorized").Because(errors.New("canary"))
	const declaration = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"
	for _, c := range []struct {
		name      string
		protocol  wire.Protocol
		fault     *fault.Error
		status    int
		media     string
		errorType string
		body      string
	}{
		{"iam", wire.QueryXML, denied, 403, wire.AnswerType, "", `<ErrorResponse xmlns="ns"><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>User: &lt;arn&gt; is not authorized</Message></Error><RequestId>id</RequestId></ErrorResponse>`},
		{"iam's accident", wire.QueryXML, fault.New("ServiceFailure", 500, "x"), 500, wire.AnswerType, "", `<ErrorResponse xmlns="ns"><Error><Type>Receiver</Type><Code>ServiceFailure</Code><Message>x</Message></Error><RequestId>id</RequestId></ErrorResponse>`},
		{"route 53", wire.RESTXML, denied, 403, wire.AnswerType, "", `<ErrorResponse xmlns="ns"><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>User: &lt;arn&gt; is not authorized</Message></Error><RequestId>id</RequestId></ErrorResponse>`},
		{"ec2", wire.EC2XML, denied, 403, wire.AnswerType, "", declaration + `<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>User: &lt;arn&gt; is not authorized</Message></Error></Errors><RequestID>id</RequestID></Response>`},
		{"ec2's own", wire.EC2XML, fault.New("DryRunOperation", 412, "x"), 412, wire.AnswerType, "", declaration + `<Response><Errors><Error><Code>DryRunOperation</Code><Message>x</Message></Error></Errors><RequestID>id</RequestID></Response>`},
		{"s3", wire.S3XML, denied, 403, "application/xml", "", declaration + `<Error><Code>AccessDenied</Code><Message>User: &lt;arn&gt; is not authorized</Message><RequestId>id</RequestId></Error>`},
		{"dynamodb", wire.JSON10, denied, 400, "application/x-amz-json-1.0", "AccessDeniedException", `{"__type":"AccessDeniedException","message":"User: \u003carn\u003e is not authorized"}`},
		{"kms", wire.JSON11, denied, 400, "application/x-amz-json-1.1", "AccessDeniedException", `{"__type":"AccessDeniedException","message":"User: \u003carn\u003e is not authorized"}`},
		{"lambda", wire.RESTJSON, denied, 403, "application/json", "AccessDeniedException", `{"message":"User: \u003carn\u003e is not authorized"}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := wire.EncodeFault(c.protocol, "ns", "id", c.fault)
			if got.Status != c.status || got.ContentType != c.media || got.ErrorType != c.errorType || string(got.Body) != c.body {
				t.Errorf("got  %d %s %s %s\nwant %d %s %s %s", got.Status, got.ContentType, got.ErrorType, got.Body, c.status, c.media, c.errorType, c.body)
			}
			if bytes.Contains(got.Body, []byte("canary")) {
				t.Error("the detail reaches the client")
			}
		})
	}
}

func TestCallersAreRefusedWithEachProtocolsCode(t *testing.T) {
	for code, want := range map[string]map[wire.Protocol]struct {
		code   string
		status int
	}{
		"InvalidClientTokenId": {
			wire.QueryXML: {"InvalidClientTokenId", 403}, wire.JSON10: {"UnrecognizedClientException", 400}, wire.JSON11: {"UnrecognizedClientException", 400},
			wire.RESTJSON: {"UnrecognizedClientException", 403}, wire.S3XML: {"InvalidAccessKeyId", 403}, wire.EC2XML: {"AuthFailure", 401},
		},
		"SignatureDoesNotMatch": {
			wire.QueryXML: {"SignatureDoesNotMatch", 403}, wire.JSON10: {"InvalidSignatureException", 400},
			wire.RESTJSON: {"InvalidSignatureException", 403}, wire.S3XML: {"SignatureDoesNotMatch", 403}, wire.EC2XML: {"AuthFailure", 401},
		},
		"ExpiredToken": {
			wire.QueryXML: {"ExpiredToken", 403}, wire.JSON10: {"ExpiredTokenException", 400},
			wire.RESTJSON: {"ExpiredTokenException", 403}, wire.S3XML: {"ExpiredToken", 400}, wire.EC2XML: {"RequestExpired", 400},
		},
		"MissingAuthenticationToken": {
			wire.QueryXML: {"MissingAuthenticationToken", 403}, wire.JSON10: {"MissingAuthenticationTokenException", 400},
			wire.RESTJSON: {"MissingAuthenticationTokenException", 403}, wire.S3XML: {"AccessDenied", 403}, wire.EC2XML: {"AuthFailure", 401},
		},
	} {
		for protocol, said := range want {
			got := wire.EncodeFault(protocol, "ns", "id", fault.New(code, fault.Forbidden, "x"))
			if got.Status != said.status || codeIn(t, got) != said.code {
				t.Errorf("%s in protocol %d: %d %s", code, protocol, got.Status, got.Body)
			}
		}
	}
}

func codeIn(t *testing.T, reply wire.Reply) string {
	t.Helper()
	if reply.ErrorType != "" {
		if !json.Valid(reply.Body) {
			t.Errorf("no JSON: %s", reply.Body)
		}
		return reply.ErrorType
	}
	var parsed struct {
		Own   string `xml:"Code"`
		Query string `xml:"Error>Code"`
		EC2   string `xml:"Errors>Error>Code"`
	}
	if err := xml.Unmarshal(reply.Body, &parsed); err != nil {
		t.Error(err)
	}
	return parsed.Own + parsed.Query + parsed.EC2
}
