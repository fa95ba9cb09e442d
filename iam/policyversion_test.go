package iam_test

import (
	"strings"
	"testing"
	"time"

	api "github.com/cardea-iam/cardea/api/iam"
)

func addVersion(h *host, arn, document string, inForce bool) string {
	h.t.Helper()
	return *call[api.CreatePolicyVersionOutput](h, h.root, "CreatePolicyVersion", &api.CreatePolicyVersionInput{PolicyArn: arn, PolicyDocument: document, SetAsDefault: inForce}).PolicyVersion.VersionId
}

// versions are the names of a policy's versions, in the order of the list; the default one has a star.
func versions(h *host, arn string) string {
	h.t.Helper()
	var names []string
	for _, v := range call[api.ListPolicyVersionsOutput](h, h.root, "ListPolicyVersions", &api.ListPolicyVersionsInput{PolicyArn: arn}).Versions {
		if v.Document != nil {
			h.t.Error("a list shows documents")
		}
		name := *v.VersionId
		if v.IsDefaultVersion {
			name += "*"
		}
		names = append(names, name)
	}
	return strings.Join(names, " ")
}

func TestNumbersOfVersionsAreNeverUsedAgain(t *testing.T) {
	h := newHost(t)
	p := *newPolicy(h, "p").Arn
	addVersion(h, p, allowing("iam:GetRole"), false)
	call[api.DeletePolicyVersionOutput](h, h.root, "DeletePolicyVersion", &api.DeletePolicyVersionInput{PolicyArn: p, VersionId: "v2"})
	if got := addVersion(h, p, allowing("iam:GetRole"), true); got != "v3" {
		t.Errorf("after v2 was deleted the next is %s", got)
	}
	if got := versions(h, p); got != "v3* v1" {
		t.Errorf("versions %s", got)
	}
}

func TestTheSixthVersionIsRefused(t *testing.T) {
	h := newHost(t)
	p := *newPolicy(h, "p").Arn
	for range 4 {
		addVersion(h, p, allowing("iam:GetRole"), false)
	}
	refused(h, h.root, "CreatePolicyVersion", &api.CreatePolicyVersionInput{PolicyArn: p, PolicyDocument: allowing("iam:GetRole")}, "LimitExceeded", 409,
		"A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.")
	first := call[api.ListPolicyVersionsOutput](h, h.root, "ListPolicyVersions", &api.ListPolicyVersionsInput{PolicyArn: p, MaxItems: new(int32(3))})
	rest := call[api.ListPolicyVersionsOutput](h, h.root, "ListPolicyVersions", &api.ListPolicyVersionsInput{PolicyArn: p, Marker: first.Marker})
	if len(first.Versions) != 3 || !first.IsTruncated || len(rest.Versions) != 2 || *rest.Versions[1].VersionId != "v1" || rest.IsTruncated {
		t.Errorf("first %+v, rest %+v", first, rest)
	}
}

func TestTheVersionInForceIsTheOneThatCounts(t *testing.T) {
	h := newHost(t)
	ann := h.User("ann")
	p := *newPolicy(h, "p").Arn // iam:GetUser
	call[api.AttachUserPolicyOutput](h, h.root, "AttachUserPolicy", &api.AttachUserPolicyInput{UserName: "ann", PolicyArn: p})
	addVersion(h, p, allowing("iam:ListUsers"), false)
	call[api.GetUserOutput](h, ann, "GetUser", &api.GetUserInput{})
	call[api.SetDefaultPolicyVersionOutput](h, h.root, "SetDefaultPolicyVersion", &api.SetDefaultPolicyVersionInput{PolicyArn: p, VersionId: "v2"})
	refused(h, ann, "GetUser", &api.GetUserInput{}, "AccessDenied", 403, denied("ann", "iam:GetUser", "user ann"))
	call[api.ListUsersOutput](h, ann, "ListUsers", &api.ListUsersInput{})
	if got := versions(h, p); got != "v2* v1" {
		t.Errorf("versions %s", got)
	}
	refused(h, h.root, "DeletePolicyVersion", &api.DeletePolicyVersionInput{PolicyArn: p, VersionId: "v2"}, "DeleteConflict", 409, "Cannot delete the default version of a policy.")
}

func TestVersionsThatAreNotThere(t *testing.T) {
	h := newHost(t)
	p := *newPolicy(h, "p").Arn
	text := "Policy " + p + " version v7 does not exist or is not attachable."
	refused(h, h.root, "GetPolicyVersion", &api.GetPolicyVersionInput{PolicyArn: p, VersionId: "v7"}, "NoSuchEntity", 404, text)
	refused(h, h.root, "DeletePolicyVersion", &api.DeletePolicyVersionInput{PolicyArn: p, VersionId: "v7"}, "NoSuchEntity", 404, text)
	refused(h, h.root, "SetDefaultPolicyVersion", &api.SetDefaultPolicyVersionInput{PolicyArn: p, VersionId: "v7"}, "NoSuchEntity", 404, text)
	none := policyARN("none")
	refused(h, h.root, "CreatePolicyVersion", &api.CreatePolicyVersionInput{PolicyArn: none, PolicyDocument: allowing("iam:GetRole")}, "NoSuchEntity", 404, "Policy "+none+" was not found.")
	refused(h, h.root, "DeletePolicyVersion", &api.DeletePolicyVersionInput{PolicyArn: none, VersionId: "v1"}, "NoSuchEntity", 404, "Policy "+none+" version v1 does not exist or is not attachable.")
	refused(h, h.root, "SetDefaultPolicyVersion", &api.SetDefaultPolicyVersionInput{PolicyArn: none, VersionId: "v1"}, "NoSuchEntity", 404, "Policy "+none+" version v1 does not exist or is not attachable.")
}

func TestAPolicyIsAsOldAsItsNewestVersion(t *testing.T) {
	h := newHost(t)
	p := *newPolicy(h, "p").Arn
	made := h.Now
	h.Now = h.Now.Add(time.Hour)
	addVersion(h, p, allowing("iam:GetRole"), false)
	changed := h.Now
	h.Now = h.Now.Add(time.Hour)
	call[api.SetDefaultPolicyVersionOutput](h, h.root, "SetDefaultPolicyVersion", &api.SetDefaultPolicyVersionInput{PolicyArn: p, VersionId: "v2"})
	got := call[api.GetPolicyOutput](h, h.root, "GetPolicy", &api.GetPolicyInput{PolicyArn: p}).Policy
	if !got.CreateDate.Equal(made) || !got.UpdateDate.Equal(changed) || *got.DefaultVersionId != "v2" {
		t.Errorf("made %v, updated %v, default %s", got.CreateDate, got.UpdateDate, *got.DefaultVersionId)
	}
}

// Blanks, escapes, what looks like an encoding already, letters beyond ASCII: all of it is part of the text.
func TestADocumentComesBackByteForByte(t *testing.T) {
	h := newHost(t)
	h.User("ann")
	document := "{ \"Version\":\t\"2012-10-17\",\r\n \"Statement\": {\"Effect\":\"Allow\", \"Action\":\"s3:GetObject\", \"Resource\":\"arn:aws:s3:::b/%3A+\u00e9 ~\\u0041*\"} }\n"
	p := *call[api.CreatePolicyOutput](h, h.root, "CreatePolicy", &api.CreatePolicyInput{PolicyName: "p", PolicyDocument: document}).Policy.Arn
	got := call[api.GetPolicyVersionOutput](h, h.root, "GetPolicyVersion", &api.GetPolicyVersionInput{PolicyArn: p, VersionId: "v1"}).PolicyVersion
	if unescaped(t, *got.Document) != document || !got.IsDefaultVersion || !strings.Contains(*got.Document, "%20") || !strings.Contains(*got.Document, "%253A%2B%C3%A9%20~") {
		t.Errorf("managed: %s", *got.Document)
	}
	call[api.PutUserPolicyOutput](h, h.root, "PutUserPolicy", &api.PutUserPolicyInput{UserName: "ann", PolicyName: "p", PolicyDocument: document})
	inline := call[api.GetUserPolicyOutput](h, h.root, "GetUserPolicy", &api.GetUserPolicyInput{UserName: "ann", PolicyName: "p"})
	if unescaped(t, inline.PolicyDocument) != document {
		t.Errorf("inline: %s", inline.PolicyDocument)
	}
}
