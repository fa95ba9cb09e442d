package iam_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/store"
)

const (
	allowsTwo = `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["iam:List*","sqs:*"],"Resource":"*"},{"Effect":"Deny","Action":"sqs:*","Resource":"*"}]}`
	ec2Full   = "arn:aws:iam::aws:policy/AmazonEC2FullAccess"
)

// report asks for a report on the entity of an ARN and reads it.
func report(h *host, of, granularity string) *api.GetServiceLastAccessedDetailsOutput {
	h.t.Helper()
	return call[api.GetServiceLastAccessedDetailsOutput](h, h.root, "GetServiceLastAccessedDetails", &api.GetServiceLastAccessedDetailsInput{
		JobId: startReport(h, h.root, of, granularity), MaxItems: new(int32(1000)),
	})
}

func startReport(h *host, who *access.Credential, of, granularity string) string {
	h.t.Helper()
	in := &api.GenerateServiceLastAccessedDetailsInput{Arn: of}
	if granularity != "" {
		in.Granularity = &granularity
	}
	return *call[api.GenerateServiceLastAccessedDetailsOutput](h, who, "GenerateServiceLastAccessedDetails", in).JobId
}

// lines writes the services of a report as "prefix minutes-ago by count".
func lines(h *host, r *api.GetServiceLastAccessedDetailsOutput) string {
	var shown []string
	for _, s := range r.ServicesLastAccessed {
		line := s.ServiceNamespace
		if s.LastAuthenticated != nil {
			line += fmt.Sprintf(" %s ago in %s by %s of %d", h.Now.Sub(*s.LastAuthenticated), *s.LastAuthenticatedRegion, (*s.LastAuthenticatedEntity)[26:], *s.TotalAuthenticatedEntities)
		}
		for _, a := range s.TrackedActionsLastAccessed {
			line += fmt.Sprintf(", %s %s ago", *a.ActionName, h.Now.Sub(*a.LastAccessedTime))
		}
		shown = append(shown, line)
	}
	return strings.Join(shown, "; ")
}

func wantLines(h *host, r *api.GetServiceLastAccessedDetailsOutput, want string) {
	h.t.Helper()
	if got := lines(h, r); got != want {
		h.t.Errorf("the report says\n  %s, want\n  %s", got, want)
	}
}

func TestAReportNamesTheServicesThatPoliciesAllowAndWhenTheyWereCalled(t *testing.T) {
	h := newHost(t)
	ann := h.User("ann", allowsTwo)
	r := report(h, arnOf("user", "ann"), "")
	wantLines(h, r, "iam; sqs")
	if r.JobStatus != "COMPLETED" || *r.JobType != "SERVICE_LEVEL" || !r.JobCreationDate.Equal(h.Now) || !r.JobCompletionDate.Equal(h.Now) || r.ServicesLastAccessed[0].ServiceName != "AWS Identity and Access Management (IAM)" {
		t.Errorf("the job is %+v", r)
	}
	call[api.ListUsersOutput](h, ann, "ListUsers", &api.ListUsersInput{})
	h.Now = h.Now.Add(10 * time.Minute)
	h.Fails(ann, "iam", "GetUser", &api.GetUserInput{}) // a denied call is one
	h.Now = h.Now.Add(5 * time.Minute)
	wantLines(h, report(h, arnOf("user", "ann"), "SERVICE_LEVEL"), "iam 5m0s ago in us-east-1 by user/ann of 1; sqs")
	wantLines(h, report(h, arnOf("user", "ann"), "ACTION_LEVEL"), "iam 5m0s ago in us-east-1 by user/ann of 1, GetUser 5m0s ago, ListUsers 15m0s ago; sqs")
}

func TestWhatWasCalledIsKeptByTheStoreToItsGrain(t *testing.T) {
	h := newHost(t)
	ann := h.User("ann", allowsTwo)
	flush := func() {
		t.Helper()
		if err := h.Uses.Flush(context.Background(), h.Store); err != nil {
			t.Fatal(err)
		}
	}
	called := func() (at time.Duration) {
		h.View(func(tx *store.Tx) {
			row, ok := store.ServiceUses.Get(tx, store.OwnedKey(h.userID("ann"), "iam"))
			if !ok {
				t.Fatal("no use is stored")
			}
			at = h.Now.Sub(row.At)
		})
		return at
	}
	call[api.ListUsersOutput](h, ann, "ListUsers", &api.ListUsersInput{})
	flush()
	h.Now = h.Now.Add(14 * time.Minute)
	call[api.ListUsersOutput](h, ann, "ListUsers", &api.ListUsersInput{})
	flush()
	if got := called(); got != 14*time.Minute {
		t.Errorf("a use within the grain was written: %v", got)
	}
	h.Now = h.Now.Add(time.Minute)
	call[api.ListUsersOutput](h, ann, "ListUsers", &api.ListUsersInput{})
	call[api.ListGroupsOutput](h, ann, "ListGroups", &api.ListGroupsInput{})
	flush()
	h.Now = h.Now.Add(time.Minute)
	if got := called(); got != time.Minute {
		t.Errorf("the last use is %v ago", got)
	}
	wantLines(h, report(h, arnOf("user", "ann"), "ACTION_LEVEL"), "iam 1m0s ago in us-east-1 by user/ann of 1, ListGroups 1m0s ago, ListUsers 1m0s ago; sqs")
	h.Now = h.Now.Add(400 * 24 * time.Hour)
	wantLines(h, report(h, arnOf("user", "ann"), "ACTION_LEVEL"), "iam; sqs")
}

func TestTheUsesOfADeletedUserAreForgotten(t *testing.T) {
	h := newHost(t)
	ann, id := h.User("ann"), ""
	h.Fails(ann, "iam", "ListUsers", &api.ListUsersInput{})
	id = h.userID("ann")
	if err := h.Uses.Flush(context.Background(), h.Store); err != nil {
		t.Fatal(err)
	}
	call[api.DeleteAccessKeyOutput](h, h.root, "DeleteAccessKey", &api.DeleteAccessKeyInput{UserName: new("ann"), AccessKeyId: ann.KeyID})
	call[api.DeleteUserOutput](h, h.root, "DeleteUser", &api.DeleteUserInput{UserName: "ann"})
	h.View(func(tx *store.Tx) {
		for row := range store.ServiceUses.Prefix(tx, store.OwnedKey(id, "")) {
			t.Errorf("%+v is kept", row)
		}
	})
}

// members makes a group with the EC2 policy, two members of it, and a role with that policy.
func members(h *host) (ann, bob *access.Credential) {
	ann, bob = h.User("ann"), h.User("bob")
	call[api.CreateGroupOutput](h, h.root, "CreateGroup", &api.CreateGroupInput{GroupName: "ops"})
	call[api.AttachGroupPolicyOutput](h, h.root, "AttachGroupPolicy", &api.AttachGroupPolicyInput{GroupName: "ops", PolicyArn: ec2Full})
	for _, name := range []string{"ann", "bob"} {
		call[api.AddUserToGroupOutput](h, h.root, "AddUserToGroup", &api.AddUserToGroupInput{GroupName: "ops", UserName: name})
	}
	call[api.AttachUserPolicyOutput](h, h.root, "AttachUserPolicy", &api.AttachUserPolicyInput{UserName: "bob", PolicyArn: ec2Full})
	call[api.CreateRoleOutput](h, h.root, "CreateRole", &api.CreateRoleInput{
		RoleName: "build", AssumeRolePolicyDocument: trustsAll,
	})
	call[api.AttachRolePolicyOutput](h, h.root, "AttachRolePolicy", &api.AttachRolePolicyInput{RoleName: "build", PolicyArn: ec2Full})
	return ann, bob
}

// used puts a use of EC2 into the store.
func used(h *host, principal string, ago time.Duration) {
	h.update(func(tx *store.Tx) {
		store.ServiceUses.Put(tx, &identity.ServiceUse{Principal: principal, Service: "ec2", At: h.Now.Add(-ago), Region: "eu-west-1"})
	})
}

func TestAReportOnAGroupOrPolicyNamesWhoCalledLast(t *testing.T) {
	h := newHost(t)
	members(h)
	used(h, h.userID("ann"), time.Hour)
	used(h, h.userID("bob"), 2*time.Hour)
	h.View(func(tx *store.Tx) {
		role, _ := store.Roles.Get(tx, identity.Key(account, "build"))
		defer used(h, role.ID, time.Minute)
	})
	ec2 := func(of string) string {
		for _, line := range strings.Split(lines(h, report(h, of, "")), "; ") {
			if strings.HasPrefix(line, "ec2 ") {
				return line
			}
		}
		return "nothing of ec2"
	}
	for of, want := range map[string]string{
		arnOf("group", "ops"):  "ec2 1h0m0s ago in eu-west-1 by user/ann of 2",
		arnOf("user", "bob"):   "ec2 2h0m0s ago in eu-west-1 by user/bob of 1",
		arnOf("role", "build"): "ec2 1m0s ago in eu-west-1 by role/build of 1",
		ec2Full:                "ec2 1m0s ago in eu-west-1 by role/build of 3",
	} {
		if got := ec2(of); got != want {
			t.Errorf("%s: %s, want %s", of, got, want)
		}
	}
}

func TestTheEntitiesOfAPolicyComeOnceAndInPages(t *testing.T) {
	h := newHost(t)
	members(h)
	used(h, h.userID("ann"), time.Hour)
	in := &api.GetServiceLastAccessedDetailsWithEntitiesInput{JobId: startReport(h, h.root, ec2Full, ""), ServiceNamespace: "ec2", MaxItems: new(int32(2))}
	var found []string
	for {
		out := call[api.GetServiceLastAccessedDetailsWithEntitiesOutput](h, h.root, "GetServiceLastAccessedDetailsWithEntities", in)
		for _, e := range out.EntityDetailsList {
			found = append(found, fmt.Sprint(e.EntityInfo.Type, " ", e.EntityInfo.Name, " ", e.LastAuthenticated != nil))
		}
		if in.Marker = out.Marker; !out.IsTruncated {
			break
		}
	}
	if got := strings.Join(found, ", "); got != "USER bob false, ROLE build false, USER ann true" {
		t.Errorf("found %s", got)
	}
	in.ServiceNamespace, in.Marker = "s3", nil
	if out := call[api.GetServiceLastAccessedDetailsWithEntitiesOutput](h, h.root, "GetServiceLastAccessedDetailsWithEntities", in); len(out.EntityDetailsList) > 0 {
		t.Errorf("who may use s3: %+v", out.EntityDetailsList)
	}
	in.ServiceNamespace = "nosuch"
	refused(h, h.root, "GetServiceLastAccessedDetailsWithEntities", in, "InvalidInput", 400, "Invalid Service Namespace: nosuch is not the prefix of a service.")
}

func TestAReportComesInPages(t *testing.T) {
	h := newHost(t)
	h.User("ann", `{"Version":"2012-10-17","Statement":{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}}`)
	in := &api.GetServiceLastAccessedDetailsInput{JobId: startReport(h, h.root, arnOf("user", "ann"), "")}
	seen := map[string]bool{}
	for {
		out := call[api.GetServiceLastAccessedDetailsOutput](h, h.root, "GetServiceLastAccessedDetails", in)
		for _, s := range out.ServicesLastAccessed {
			if seen[s.ServiceNamespace] {
				t.Fatalf("%s comes twice", s.ServiceNamespace)
			}
			seen[s.ServiceNamespace] = true
		}
		if in.Marker = out.Marker; !out.IsTruncated {
			break
		}
	}
	if len(seen) < 400 || seen["iam"] || !seen["ec2"] {
		t.Errorf("%d services, iam %v, ec2 %v", len(seen), seen["iam"], seen["ec2"])
	}
}

func TestAReportIsReadByWhoeverAskedForItWithinADay(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	job := &api.GetServiceLastAccessedDetailsInput{JobId: startReport(h, admin, arnOf("user", "administrator"), "")}
	absent := "The job with ID " + job.JobId + " cannot be found."
	call[api.GetServiceLastAccessedDetailsOutput](h, admin, "GetServiceLastAccessedDetails", job)
	refused(h, h.root, "GetServiceLastAccessedDetails", job, "NoSuchEntity", 404, absent)
	h.Now = h.Now.Add(24 * time.Hour)
	refused(h, admin, "GetServiceLastAccessedDetails", job, "NoSuchEntity", 404, absent)
}

func TestAReportOnWhatWasDeletedHasFailed(t *testing.T) {
	h := newHost(t)
	call[api.CreateUserOutput](h, h.root, "CreateUser", &api.CreateUserInput{UserName: "ann"})
	job := startReport(h, h.root, arnOf("user", "ann"), "")
	call[api.DeleteUserOutput](h, h.root, "DeleteUser", &api.DeleteUserInput{UserName: "ann"})
	call[api.CreateUserOutput](h, h.root, "CreateUser", &api.CreateUserInput{UserName: "ann"}) // another one
	out := call[api.GetServiceLastAccessedDetailsOutput](h, h.root, "GetServiceLastAccessedDetails", &api.GetServiceLastAccessedDetailsInput{JobId: job})
	if out.JobStatus != "FAILED" || out.Error == nil || out.Error.Code != "NoSuchEntity" || len(out.ServicesLastAccessed) > 0 {
		t.Errorf("answered %+v", out)
	}
}

func TestOldJobsMakeRoomForNewOnes(t *testing.T) {
	h := newHost(t)
	h.User("ann")
	first := startReport(h, h.root, arnOf("user", "ann"), "")
	h.update(func(tx *store.Tx) {
		for i := range 999 {
			store.AccessJobs.Put(tx, &identity.AccessJob{ID: fmt.Sprint(i), Account: account, CreatedAt: h.Now.Add(time.Second)})
		}
	})
	startReport(h, h.root, arnOf("user", "ann"), "")
	refused(h, h.root, "GetServiceLastAccessedDetails", &api.GetServiceLastAccessedDetailsInput{JobId: first}, "NoSuchEntity", 404, "The job with ID "+first+" cannot be found.")
	h.View(func(tx *store.Tx) {
		if n := store.AccessJobs.Len(tx); n != 1000 {
			t.Errorf("there are %d jobs", n)
		}
	})
}

func TestAReportIsAskedForOnTheEntityOfItsARN(t *testing.T) {
	h := newHost(t)
	ann := h.User("ann", `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:GenerateServiceLastAccessedDetails","Resource":"arn:aws:iam::*:user/${aws:username}"}}`)
	startReport(h, ann, arnOf("user", "ann"), "")
	for _, shown := range []string{"user nobody", "group nobody", "role nobody"} {
		kind, name, _ := strings.Cut(shown, " ")
		refused(h, ann, "GenerateServiceLastAccessedDetails", &api.GenerateServiceLastAccessedDetailsInput{Arn: arnOf(kind, name)},
			"AccessDenied", 403, denied("ann", "iam:GenerateServiceLastAccessedDetails", shown))
	}
	for of, want := range map[string]string{
		arnOf("user", "nobody"):               "The user with name nobody cannot be found.",
		arnOf("policy", "nothing"):            "Policy " + arnOf("policy", "nothing") + " was not found.",
		"arn:aws:iam::aws:policy/NoSuchThing": "Policy arn:aws:iam::aws:policy/NoSuchThing was not found.",
	} {
		refused(h, h.root, "GenerateServiceLastAccessedDetails", &api.GenerateServiceLastAccessedDetailsInput{Arn: of}, "NoSuchEntity", 404, want)
	}
	bucket := "arn:aws:s3:::a-bucket-of-mine"
	refused(h, h.root, "GenerateServiceLastAccessedDetails", &api.GenerateServiceLastAccessedDetailsInput{Arn: bucket},
		"InvalidInput", 400, "Invalid Entity Arn: "+bucket+" does not clearly define entity type and name.")
}
