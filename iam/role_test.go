package iam_test

import (
	"net/url"
	"strings"
	"testing"

	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/catalog"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/store"
)

const trustAccount = `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"sts:AssumeRole"}]}`

func newRole(h *host, name string) *api.Role {
	return call[api.CreateRoleOutput](h, h.root, "CreateRole", &api.CreateRoleInput{RoleName: name, AssumeRolePolicyDocument: trustAccount}).Role
}

func trustOf(t *testing.T, h *host, name string) string {
	t.Helper()
	role := call[api.GetRoleOutput](h, h.root, "GetRole", &api.GetRoleInput{RoleName: name}).Role
	text, err := url.PathUnescape(*role.AssumeRolePolicyDocument)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestARoleIsShownAsItWasMade(t *testing.T) {
	h := newHost(t)
	made := call[api.CreateRoleOutput](h, h.root, "CreateRole", &api.CreateRoleInput{
		RoleName: "Build", Path: new("/ci/"), AssumeRolePolicyDocument: trustAccount, Description: new("builds"), MaxSessionDuration: new(int32(7200)), Tags: []api.Tag{{Key: "team", Value: "red"}},
	}).Role
	if made.MaxSessionDuration != nil || made.RoleLastUsed != nil {
		t.Errorf("CreateRole answers MaxSessionDuration or RoleLastUsed: %+v", made)
	}
	got := call[api.GetRoleOutput](h, h.root, "GetRole", &api.GetRoleInput{RoleName: "build"}).Role
	if got.Arn != "arn:aws:iam::123456789012:role/ci/Build" || !strings.HasPrefix(got.RoleId, "AROA") || *got.Description != "builds" || *got.MaxSessionDuration != 7200 ||
		got.RoleLastUsed == nil || got.RoleLastUsed.LastUsedDate != nil || len(got.Tags) != 1 {
		t.Errorf("got %+v", got)
	}
	if text := trustOf(t, h, "Build"); text != trustAccount {
		t.Errorf("the trust policy came back as %s", text)
	}
	listed := call[api.ListRolesOutput](h, h.root, "ListRoles", &api.ListRolesInput{PathPrefix: new("/ci/")}).Roles
	if len(listed) != 1 || listed[0].Tags != nil {
		t.Errorf("listed %+v", listed)
	}
	refused(h, h.root, "CreateRole", &api.CreateRoleInput{RoleName: "BUILD", AssumeRolePolicyDocument: trustAccount}, "EntityAlreadyExists", 409, "Role with name BUILD already exists.")
	refused(h, h.root, "GetRole", &api.GetRoleInput{RoleName: "none"}, "NoSuchEntity", 404, "The role with name none cannot be found.")
}

func TestUpdateRoleKeepsTheDescriptionThatIsNotSent(t *testing.T) {
	h := newHost(t)
	call[api.CreateRoleOutput](h, h.root, "CreateRole", &api.CreateRoleInput{RoleName: "r", AssumeRolePolicyDocument: trustAccount, Description: new("kept"), MaxSessionDuration: new(int32(7200))})
	call[api.UpdateRoleOutput](h, h.root, "UpdateRole", &api.UpdateRoleInput{RoleName: "r"})
	got := call[api.GetRoleOutput](h, h.root, "GetRole", &api.GetRoleInput{RoleName: "r"}).Role
	if *got.Description != "kept" || *got.MaxSessionDuration != 3600 {
		t.Errorf("description %q, longest session %d", *got.Description, *got.MaxSessionDuration)
	}
}

func TestTrustPoliciesThatAreNone(t *testing.T) {
	h := newHost(t)
	for _, c := range []struct{ document, text string }{
		{"{", "This policy contains invalid Json"},
		{strings.Replace(trustAccount, `"Action"`, `"Resource":"*","Action"`, 1), "Has prohibited field Resource"},
		{strings.Replace(trustAccount, "123456789012", "arn:aws:iam::123456789012:user/nobody", 1), `Invalid principal in policy: "AWS":"arn:aws:iam::123456789012:user/nobody"`},
	} {
		refused(h, h.root, "CreateRole", &api.CreateRoleInput{RoleName: "r", AssumeRolePolicyDocument: c.document}, "MalformedPolicyDocument", 400, c.text)
	}
	long := strings.Replace(trustAccount, `"Action"`, `"Sid":"`+strings.Repeat("a", 2000)+`","Action"`, 1)
	refused(h, h.root, "CreateRole", &api.CreateRoleInput{RoleName: "r", AssumeRolePolicyDocument: long}, "LimitExceeded", 409, "Cannot exceed quota for ACLSizePerRole: 2048")
}

func TestATrustPolicyRemembersWhoWasMeant(t *testing.T) {
	h := newHost(t)
	ann := "arn:aws:iam::123456789012:user/ann"
	id := call[api.CreateUserOutput](h, h.root, "CreateUser", &api.CreateUserInput{UserName: "ann"}).User.UserId
	trust := strings.Replace(trustAccount, `"123456789012"`, `"`+ann+`"`, 1)
	call[api.CreateRoleOutput](h, h.root, "CreateRole", &api.CreateRoleInput{RoleName: "r", AssumeRolePolicyDocument: trust})
	if got := trustOf(t, h, "r"); got != trust {
		t.Errorf("shown as %s", got)
	}
	call[api.UpdateUserOutput](h, h.root, "UpdateUser", &api.UpdateUserInput{UserName: "ann", NewUserName: new("anne")})
	if got := trustOf(t, h, "r"); !strings.Contains(got, `"arn:aws:iam::123456789012:user/anne"`) {
		t.Errorf("after a new name shown as %s", got)
	}
	call[api.DeleteUserOutput](h, h.root, "DeleteUser", &api.DeleteUserInput{UserName: "anne"})
	call[api.CreateUserOutput](h, h.root, "CreateUser", &api.CreateUserInput{UserName: "ann"})
	if got := trustOf(t, h, "r"); !strings.Contains(got, `"`+id+`"`) {
		t.Errorf("after a namesake was made shown as %s", got)
	}
}

func TestARoleIsDeletedWhenNothingHangsOnIt(t *testing.T) {
	h := newHost(t)
	newRole(h, "r")
	call[api.CreateInstanceProfileOutput](h, h.root, "CreateInstanceProfile", &api.CreateInstanceProfileInput{InstanceProfileName: "p"})
	call[api.AddRoleToInstanceProfileOutput](h, h.root, "AddRoleToInstanceProfile", &api.AddRoleToInstanceProfileInput{InstanceProfileName: "p", RoleName: "r"})
	refused(h, h.root, "DeleteRole", &api.DeleteRoleInput{RoleName: "r"}, "DeleteConflict", 409, "Cannot delete entity, must remove roles from instance profile first.")
	refused(h, h.root, "DeleteInstanceProfile", &api.DeleteInstanceProfileInput{InstanceProfileName: "p"}, "DeleteConflict", 409, "Cannot delete entity, must remove roles from instance profile first.")
	refused(h, h.root, "AddRoleToInstanceProfile", &api.AddRoleToInstanceProfileInput{InstanceProfileName: "p", RoleName: "r"}, "LimitExceeded", 409, "Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1")
	profile := call[api.GetInstanceProfileOutput](h, h.root, "GetInstanceProfile", &api.GetInstanceProfileInput{InstanceProfileName: "p"}).InstanceProfile
	if len(profile.Roles) != 1 || profile.Roles[0].RoleName != "r" || !strings.HasPrefix(profile.InstanceProfileId, "AIPA") {
		t.Errorf("got %+v", profile)
	}
	ofRole := call[api.ListInstanceProfilesForRoleOutput](h, h.root, "ListInstanceProfilesForRole", &api.ListInstanceProfilesForRoleInput{RoleName: "r"}).InstanceProfiles
	if len(ofRole) != 1 {
		t.Errorf("profiles of the role: %+v", ofRole)
	}
	call[api.RemoveRoleFromInstanceProfileOutput](h, h.root, "RemoveRoleFromInstanceProfile", &api.RemoveRoleFromInstanceProfileInput{InstanceProfileName: "p", RoleName: "r"})
	h.update(func(tx *store.Tx) {
		role, _ := store.Roles.Get(tx, identity.Key(account, "r"))
		changed := role.Clone()
		changed.Grants.Inline = []identity.InlinePolicy{{Name: "i", Document: "{}"}}
		store.Roles.Put(tx, changed)
	})
	refused(h, h.root, "DeleteRole", &api.DeleteRoleInput{RoleName: "r"}, "DeleteConflict", 409, "Cannot delete entity, must delete policies first.")
	newRole(h, "s")
	call[api.DeleteRoleOutput](h, h.root, "DeleteRole", &api.DeleteRoleInput{RoleName: "s"})
	call[api.DeleteInstanceProfileOutput](h, h.root, "DeleteInstanceProfile", &api.DeleteInstanceProfileInput{InstanceProfileName: "p"})
}

func TestGivingARoleToAProfileNeedsPassRole(t *testing.T) {
	h := newHost(t)
	newRole(h, "r")
	call[api.CreateInstanceProfileOutput](h, h.root, "CreateInstanceProfile", &api.CreateInstanceProfileInput{InstanceProfileName: "p"})
	ann := h.User("ann", `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:AddRoleToInstanceProfile","Resource":"*"}}`)
	refused(h, ann, "AddRoleToInstanceProfile", &api.AddRoleToInstanceProfileInput{InstanceProfileName: "p", RoleName: "r"}, "AccessDenied", 403,
		"User: arn:aws:iam::123456789012:user/ann is not authorized to perform: iam:PassRole on resource: arn:aws:iam::123456789012:role/r because no identity-based policy allows the iam:PassRole action")
}

func TestRolesOfServicesAreNamedByTheirServices(t *testing.T) {
	h := newHost(t)
	role := call[api.CreateServiceLinkedRoleOutput](h, h.root, "CreateServiceLinkedRole", &api.CreateServiceLinkedRoleInput{AWSServiceName: "batch.amazonaws.com"}).Role
	if role.Arn != "arn:aws:iam::123456789012:role/aws-service-role/batch.amazonaws.com/AWSServiceRoleForBatch" || *role.MaxSessionDuration != 3600 {
		t.Errorf("got %+v", role)
	}
	if got, want := trustOf(t, h, "AWSServiceRoleForBatch"), `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"batch.amazonaws.com"},"Action":"sts:AssumeRole"}]}`; got != want {
		t.Errorf("trust %s", got)
	}
	refused(h, h.root, "CreateServiceLinkedRole", &api.CreateServiceLinkedRoleInput{AWSServiceName: "batch.amazonaws.com"}, "InvalidInput", 400,
		"Service role name AWSServiceRoleForBatch has been taken in this account, please try a different suffix.")
	refused(h, h.root, "CreateServiceLinkedRole", &api.CreateServiceLinkedRoleInput{AWSServiceName: "batch.amazonaws.com", CustomSuffix: new("x")}, "InvalidInput", 400, "Custom suffix is not allowed for batch.amazonaws.com")
	call[api.CreateServiceLinkedRoleOutput](h, h.root, "CreateServiceLinkedRole", &api.CreateServiceLinkedRoleInput{AWSServiceName: "autoscaling.amazonaws.com", CustomSuffix: new("x")})
	custom := call[api.CreateServiceLinkedRoleOutput](h, h.root, "CreateServiceLinkedRole", &api.CreateServiceLinkedRoleInput{AWSServiceName: "custom-resource.application-autoscaling.amazonaws.com"}).Role
	if custom.RoleName != "AWSServiceRoleForApplicationAutoScaling_CustomResource" {
		t.Errorf("got %s", custom.RoleName)
	}
	refused(h, h.root, "DeleteRole", &api.DeleteRoleInput{RoleName: "AWSServiceRoleForBatch"}, "UnmodifiableEntity", 400,
		"Cannot perform the operation on the protected role 'AWSServiceRoleForBatch' - this role is only modifiable by AWS")
	task := call[api.DeleteServiceLinkedRoleOutput](h, h.root, "DeleteServiceLinkedRole", &api.DeleteServiceLinkedRoleInput{RoleName: "AWSServiceRoleForBatch"}).DeletionTaskId
	status := call[api.GetServiceLinkedRoleDeletionStatusOutput](h, h.root, "GetServiceLinkedRoleDeletionStatus", &api.GetServiceLinkedRoleDeletionStatusInput{DeletionTaskId: task})
	if status.Status != "SUCCEEDED" {
		t.Errorf("status %s of %s", status.Status, task)
	}
	refused(h, h.root, "GetRole", &api.GetRoleInput{RoleName: "AWSServiceRoleForBatch"}, "NoSuchEntity", 404, "The role with name AWSServiceRoleForBatch cannot be found.")
}

func TestEveryServiceLinkedRoleHasItsManagedPolicy(t *testing.T) {
	h := newHost(t)
	services := 0
	for policy := range catalog.Policies() {
		if policy.Path == "/aws-service-role/" {
			services++
		}
	}
	if services == 0 {
		t.Fatal("the catalogue has no policies of service-linked roles")
	}
	names := []string{"acm", "autoscaling", "ecs", "eks", "elasticloadbalancing", "rds", "spot", "support", "organizations", "kafka"}
	for _, scaled := range []string{"appstream", "cassandra", "comprehend", "custom-resource", "dynamodb", "ec2", "ecs", "elasticache", "kafka", "lambda", "neptune", "rds", "sagemaker", "workspaces"} {
		names = append(names, scaled+".application-autoscaling")
	}
	for _, name := range names {
		role := call[api.CreateServiceLinkedRoleOutput](h, h.root, "CreateServiceLinkedRole", &api.CreateServiceLinkedRoleInput{AWSServiceName: name + ".amazonaws.com"}).Role
		h.View(func(tx *store.Tx) {
			row, _ := store.Roles.Get(tx, identity.Key(account, role.RoleName))
			if len(row.Grants.Attached) != 1 || !strings.HasPrefix(row.Grants.Attached[0], "arn:aws:iam::aws:policy/aws-service-role/") {
				t.Errorf("%s has %v", role.RoleName, row.Grants.Attached)
			}
		})
	}
}
