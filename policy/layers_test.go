package policy_test

import (
	"testing"

	"github.com/cardea-iam/cardea/policy"
)

const (
	object  = "arn:aws:s3:::b/x"
	key     = "arn:aws:kms:eu-west-1:" + here + ":key/k"
	aRole   = "arn:aws:iam::" + here + ":role/app/r"
	onlyEC2 = `{"Effect":"Allow","Action":"ec2:*","Resource":"*"}`
	denyS3  = `{"Effect":"Deny","Action":"s3:*","Resource":"*"}`
)

// to is a resource policy's Allow of everything to a principal.
func to(principal string) string {
	return doc(`{"Effect":"Allow","Principal":` + principal + `,"Action":"*","Resource":"*"}`)
}

func aws(arn string) string { return `{"AWS":"` + arn + `"}` }

// outcome is a decision and the kind that a message names.
type outcome struct {
	is   policy.Outcome
	kind policy.Kind
}

// row is a question with its answer.
type row struct {
	name string
	q    question
	want outcome
}

func runOutcomes(t *testing.T, rows []row) {
	t.Helper()
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			if d := row.q.decide(t); d.Outcome != row.want.is || d.Kind != row.want.kind {
				t.Errorf("decided %v, naming the %v; want %v, naming the %v", d.Outcome, d.Kind, row.want.is, row.want.kind)
			}
		})
	}
}

func TestWhatMustAllowInOneAccount(t *testing.T) {
	all := ids(allowAll)
	runOutcomes(t, []row{
		{"nothing allows", question{}, outcome{isImplicit, policy.Identity}},
		{"identity allows", question{identity: all}, outcome{isAllowed, policy.Identity}},
		{"one of several policies allows", question{identity: append(ids(onlyEC2), all...)}, outcome{isAllowed, policy.Identity}},
		{"the boundary does not", question{identity: all, boundary: doc(onlyEC2)}, outcome{isImplicit, policy.Boundary}},
		{"a boundary grants nothing", question{boundary: doc(allowAll)}, outcome{isImplicit, policy.Identity}},
		{"the session policy does not", question{who: roleSession, identity: all, session: doc(onlyEC2)}, outcome{isImplicit, policy.Session}},
		{"a session policy grants nothing", question{who: roleSession, session: doc(allowAll)}, outcome{isImplicit, policy.Identity}},
		{"a session policy does not touch plain users", question{identity: all, session: doc(denyAll)}, outcome{isAllowed, policy.Identity}},
		{"a federated session without policy", question{who: federated, identity: all}, outcome{isImplicit, policy.Session}},
		{"a federated session with policy", question{who: federated, identity: all, session: doc(allowAll)}, outcome{isAllowed, policy.Identity}},
		{"a federated session with a direct grant", question{who: federated, resource: object, policy: to(aws(federated.ARN))}, outcome{isAllowed, policy.Resource}},
		{"a federated session with its user's grant", question{who: federated, resource: object, policy: to(aws(ann.ARN))}, outcome{isImplicit, policy.Session}},
		{"root", question{who: root}, outcome{isAllowed, policy.Identity}},
		{"root is not limited by identity policies", question{who: root, identity: ids(denyAll), boundary: doc(denyAll)}, outcome{isAllowed, policy.Identity}},
		{"root with a task policy", question{who: root, session: doc(onlyEC2)}, outcome{isImplicit, policy.Session}},
		{"root is bound by the resource", question{who: root, policy: doc(`{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}`)}, outcome{isDenied, policy.Resource}},

		{"a direct grant alone", question{resource: object, policy: to(aws(ann.ARN))}, outcome{isAllowed, policy.Resource}},
		{"a direct grant past boundary and session", question{who: roleSession, resource: object, boundary: doc(onlyEC2), session: doc(onlyEC2), policy: to(aws(roleSession.ARN))}, outcome{isAllowed, policy.Resource}},
		{"a direct grant does not pass a Deny", question{who: roleSession, resource: object, session: doc(denyS3), policy: to(aws(roleSession.ARN))}, outcome{isDenied, policy.Session}},
		{"a parent grant alone", question{who: roleSession, resource: object, policy: to(aws(aRole))}, outcome{isAllowed, policy.Resource}},
		{"a parent grant within boundary and session", question{who: roleSession, resource: object, boundary: doc(allowAll), session: doc(allowAll), policy: to(aws(aRole))}, outcome{isAllowed, policy.Resource}},
		{"a parent grant against the boundary", question{who: roleSession, resource: object, boundary: doc(onlyEC2), policy: to(aws(aRole))}, outcome{isImplicit, policy.Boundary}},
		{"a parent grant against the session policy", question{who: roleSession, resource: object, session: doc(onlyEC2), policy: to(aws(aRole))}, outcome{isImplicit, policy.Session}},
		{"an account grant", question{resource: object, policy: to(aws(here))}, outcome{isImplicit, policy.Identity}},
		{"an account grant with identity", question{resource: object, identity: all, policy: to(aws(here))}, outcome{isAllowed, policy.Identity}},
		{"a Deny for the account", question{resource: object, identity: all, policy: doc(`{"Effect":"Deny","Principal":{"AWS":"` + here + `"},"Action":"*","Resource":"*"}`)}, outcome{isDenied, policy.Resource}},
		{"a Deny for a session's role", question{who: roleSession, resource: object, identity: all, policy: doc(`{"Effect":"Deny","Principal":{"AWS":"` + aRole + `"},"Action":"*","Resource":"*"}`)}, outcome{isDenied, policy.Resource}},
		{"the best grant counts", question{resource: object, policy: doc(
			`{"Effect":"Allow","Principal":{"AWS":"`+here+`"},"Action":"*","Resource":"*"}`, `{"Effect":"Allow","Principal":{"AWS":"`+ann.ARN+`"},"Action":"*","Resource":"*"}`)}, outcome{isAllowed, policy.Resource}},
	})
}

func TestWhatMustAllowAcrossAccounts(t *testing.T) {
	all := ids(allowAll)
	runOutcomes(t, []row{
		{"both sides", question{resource: object, owner: there, identity: all, policy: to(aws(ann.ARN))}, outcome{isAllowed, policy.Identity}},
		{"the account is trusted", question{resource: object, owner: there, identity: all, policy: to(aws(here))}, outcome{isAllowed, policy.Identity}},
		{"no grant", question{resource: object, owner: there, identity: all}, outcome{isImplicit, policy.Resource}},
		{"no identity", question{resource: object, owner: there, policy: to(aws(ann.ARN))}, outcome{isImplicit, policy.Identity}},
		{"a parent grant needs identity", question{who: roleSession, resource: object, owner: there, policy: to(aws(aRole))}, outcome{isImplicit, policy.Identity}},
		{"the boundary limits a direct grant", question{resource: object, owner: there, identity: all, boundary: doc(onlyEC2), policy: to(aws(ann.ARN))}, outcome{isImplicit, policy.Boundary}},
		{"the session policy limits a direct grant", question{who: roleSession, resource: object, owner: there, identity: all, session: doc(onlyEC2), policy: to(aws(roleSession.ARN))}, outcome{isImplicit, policy.Session}},
		{"root of a trusted account", question{who: root, resource: object, owner: there, policy: to(aws(here))}, outcome{isAllowed, policy.Identity}},
		{"root of another", question{who: root, resource: object, owner: there}, outcome{isImplicit, policy.Resource}},
	})
	nobody := question{resource: object, owner: there, policy: to(`"*"`)}
	set, r := nobody.set(t), nobody.request()
	r.SetPrincipal(policy.Principal{})
	if d := policy.Decide(set, r); d.Outcome != isAllowed {
		t.Errorf("anonymous with a grant to everybody: %v", d.Outcome)
	}
	set.Resource = nil
	if d := policy.Decide(set, r); d.Outcome != isImplicit || d.Kind != policy.Resource {
		t.Errorf("anonymous without a grant: %v, %v", d.Outcome, d.Kind)
	}
	r.ResourceAccount = "" // nobody's resource is not everybody's
	if d := policy.Decide(set, r); d.Outcome != isImplicit {
		t.Errorf("anonymous on a resource of nobody: %v", d.Outcome)
	}
}

func TestServicesAndProvidersNeedToBeNamed(t *testing.T) {
	provider := policy.Principal{Kind: policy.Provider, Name: "accounts.google.com"}
	trust := func(principal, action string) string {
		return doc(`{"Effect":"Allow","Principal":` + principal + `,"Action":"` + action + `"}`)
	}
	runOutcomes(t, []row{
		{"a service that is named", question{who: service, action: "sts:AssumeRole", resource: aRole, trust: trust(`{"Service":"ec2.amazonaws.com"}`, "sts:AssumeRole")}, outcome{isAllowed, policy.Trust}},
		{"a service that is not", question{who: service, action: "sts:AssumeRole", resource: aRole, identity: ids(allowAll), trust: trust(`{"Service":"s3.amazonaws.com"}`, "sts:AssumeRole")}, outcome{isImplicit, policy.Trust}},
		{"everybody is named", question{who: service, resource: object, policy: to(`"*"`)}, outcome{isAllowed, policy.Resource}},
		{"a provider that is named", question{who: provider, action: "sts:AssumeRoleWithWebIdentity", resource: aRole, trust: trust(`{"Federated":"accounts.google.com"}`, "sts:AssumeRoleWithWebIdentity")}, outcome{isAllowed, policy.Trust}},
		{"SCPs say nothing to services", question{who: service, resource: object, policy: to(`"*"`), scps: [][]string{{doc(denyAll)}}}, outcome{isAllowed, policy.Resource}},
		{"RCPs do", question{who: service, resource: object, policy: to(`"*"`), rcps: [][]string{{doc(`{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}`)}}}, outcome{isDenied, policy.RCP}},
	})
}

func TestTrustAndKeyPoliciesMustGrantByThemselves(t *testing.T) {
	trust := func(principal string) string {
		return doc(`{"Effect":"Allow","Principal":` + principal + `,"Action":"sts:AssumeRole"}`)
	}
	assume := func(q question) question {
		q.action, q.resource = "sts:AssumeRole", aRole
		return q
	}
	all := ids(allowAll)
	runOutcomes(t, []row{
		{"no grant", assume(question{identity: all, trust: trust(`{"Service":"ec2.amazonaws.com"}`)}), outcome{isImplicit, policy.Trust}},
		{"no trust policy at all", assume(question{identity: all}), outcome{isImplicit, policy.Trust}},
		{"neither side", assume(question{trust: trust(`{"Service":"ec2.amazonaws.com"}`)}), outcome{isImplicit, policy.Identity}},
		{"the user", assume(question{trust: trust(aws(ann.ARN))}), outcome{isAllowed, policy.Trust}},
		{"the account alone", assume(question{trust: trust(aws(here))}), outcome{isImplicit, policy.Identity}},
		{"the account and identity", assume(question{identity: all, trust: trust(aws(here))}), outcome{isAllowed, policy.Identity}},
		{"a role for its own sessions", assume(question{who: roleSession, identity: all, trust: trust(`{"Service":"ec2.amazonaws.com"}`)}), outcome{isImplicit, policy.Trust}},
		{"a Deny in it", assume(question{identity: all, trust: doc(`{"Effect":"Deny","Principal":"*","Action":"sts:AssumeRole"}`)}), outcome{isDenied, policy.Trust}},
		{"root may not", assume(question{who: root, trust: trust(aws(here))}), outcome{isImplicit, policy.Trust}},
		{"tags need the trust policy too", question{action: "sts:TagSession", resource: aRole, identity: all}, outcome{isImplicit, policy.Trust}},
		{"PassRole does not ask it", question{action: "iam:PassRole", resource: aRole, identity: all}, outcome{isAllowed, policy.Identity}},
		{"GetFederationToken has none", question{action: "sts:GetFederationToken", resource: "arn:aws:sts::" + here + ":federated-user/x", identity: all}, outcome{isAllowed, policy.Identity}},

		{"a key without grant", question{action: "kms:Decrypt", resource: key, identity: all}, outcome{isImplicit, policy.Resource}},
		{"a key that delegates", question{action: "kms:Decrypt", resource: key, identity: all, policy: to(aws(here))}, outcome{isAllowed, policy.Identity}},
		{"a key that delegates to nothing", question{action: "kms:Decrypt", resource: key, policy: to(aws(here))}, outcome{isImplicit, policy.Identity}},
		{"a key with a parent grant", question{who: roleSession, action: "kms:Decrypt", resource: key, policy: to(aws(aRole))}, outcome{isAllowed, policy.Resource}},
		{"an alias follows the ordinary table", question{action: "kms:DeleteAlias", resource: "arn:aws:kms:eu-west-1:" + here + ":alias/mine", identity: all}, outcome{isAllowed, policy.Identity}},
		{"so does a call on no key", question{action: "kms:ListKeys", identity: all}, outcome{isAllowed, policy.Identity}},
	})
}

func TestOrganizationsAndEndpointsMustAllowAtEveryLevel(t *testing.T) {
	all, full := ids(allowAll), []string{doc(allowAll)}
	rcp := []string{doc(`{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}`)}
	linked := roleSession
	linked.Parent = "arn:aws:iam::" + here + ":role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX"
	denyRCP := [][]string{{doc(`{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}`)}}
	runOutcomes(t, []row{
		{"all levels", question{identity: all, scps: [][]string{full, full}, rcps: [][]string{rcp, rcp}}, outcome{isAllowed, policy.Identity}},
		{"an SCP level that allows something else", question{identity: all, scps: [][]string{full, {doc(onlyEC2)}}}, outcome{isImplicit, policy.SCP}},
		{"two policies of a level", question{identity: all, scps: [][]string{{doc(onlyEC2), doc(allowAll)}}}, outcome{isAllowed, policy.Identity}},
		{"an empty RCP level", question{identity: all, rcps: [][]string{rcp, {}}}, outcome{isImplicit, policy.RCP}},
		{"SCPs bind root", question{who: root, scps: [][]string{{doc(denyAll)}}}, outcome{isDenied, policy.SCP}},
		{"SCPs bind a direct grant", question{resource: object, policy: to(aws(ann.ARN)), scps: [][]string{{}}}, outcome{isImplicit, policy.SCP}},
		{"SCPs and RCPs do not bind service-linked roles", question{who: linked, identity: all, scps: [][]string{{}}, rcps: denyRCP}, outcome{isAllowed, policy.Identity}},
		{"RCPs do not bind IAM", question{action: "iam:GetUser", identity: all, rcps: denyRCP}, outcome{isAllowed, policy.Identity}},
		{"nor kms:RetireGrant", question{action: "kms:RetireGrant", identity: all, rcps: denyRCP}, outcome{isAllowed, policy.Identity}},
		{"nor the trust of service-linked roles", question{
			action: "sts:AssumeRole", resource: linked.Parent, rcps: denyRCP, trust: doc(`{"Effect":"Allow","Principal":{"AWS":"` + ann.ARN + `"},"Action":"sts:AssumeRole"}`),
		}, outcome{isAllowed, policy.Trust}},
		{"an RCP for somebody else", question{identity: all, rcps: [][]string{{to(`"*"`), doc(`{"Effect":"Deny","Principal":{"AWS":"` + there + `"},"Action":"*","Resource":"*"}`)}}}, outcome{isAllowed, policy.Identity}},
		{"an RCP without a principal is for everybody", question{identity: all, rcps: [][]string{{to(`"*"`), doc(denyAll)}}}, outcome{isDenied, policy.RCP}},
		{"RCPs bind root", question{who: root, rcps: denyRCP}, outcome{isDenied, policy.RCP}},
		{"the endpoint", question{identity: all, endpoint: doc(onlyEC2)}, outcome{isImplicit, policy.Endpoint}},
		{"the endpoint's principal", question{identity: all, endpoint: to(aws("arn:aws:iam::" + here + ":user/bob"))}, outcome{isImplicit, policy.Endpoint}},
		{"the endpoint's Deny", question{identity: all, endpoint: doc(allowAll, denyS3)}, outcome{isDenied, policy.Endpoint}},
	})
}

func TestMessagesNameOneKindInAFixedOrder(t *testing.T) {
	all := ids(allowAll)
	everybody := func(effect string) string {
		return doc(`{"Effect":"` + effect + `","Principal":"*","Action":"*","Resource":"*"}`)
	}
	q := question{
		who: roleSession, identity: ids(denyAll), boundary: doc(denyAll), session: doc(denyAll), policy: everybody("Deny"), endpoint: everybody("Deny"),
		scps: [][]string{{doc(denyAll)}}, rcps: [][]string{{everybody("Deny")}},
	}
	for _, next := range []struct {
		kind policy.Kind
		mend func()
		text string
	}{
		{policy.SCP, func() { q.scps = [][]string{{doc(allowAll)}} }, "with an explicit deny in a service control policy"},
		{policy.RCP, func() { q.rcps = [][]string{{everybody("Allow")}} }, "with an explicit deny in a resource control policy"},
		{policy.Endpoint, func() { q.endpoint = everybody("Allow") }, "with an explicit deny in a VPC endpoint policy"},
		{policy.Resource, func() { q.policy = to(aws(here)) }, "with an explicit deny in a resource-based policy"},
		{policy.Identity, func() { q.identity = all }, "with an explicit deny in an identity-based policy"},
		{policy.Boundary, func() { q.boundary = doc(allowAll) }, "with an explicit deny in a permissions boundary"},
		{policy.Session, func() { q.session = doc(allowAll) }, "with an explicit deny in a session policy"},
	} {
		if d := q.decide(t); d.Outcome != isDenied || d.Kind != next.kind || d.Phrase("s3:GetObject") != next.text {
			t.Errorf("decided %v: %q, want %q", d.Outcome, d.Phrase("s3:GetObject"), next.text)
		}
		next.mend()
	}
	if d := q.decide(t); d.Outcome != isAllowed || d.Phrase("s3:GetObject") != "" {
		t.Errorf("with everything mended: %v", d.Outcome)
	}
}

func TestPhrasesOfWhatIsMissing(t *testing.T) {
	for kind, want := range map[policy.Kind]string{
		policy.Identity: "because no identity-based policy allows the ec2:X action",
		policy.Boundary: "because no permissions boundary allows the ec2:X action",
		policy.Session:  "because no session policy allows the ec2:X action",
		policy.Resource: "because no resource-based policy allows the ec2:X action",
		policy.Trust:    "because no role trust policy allows the ec2:X action",
		policy.SCP:      "because no service control policy allows the ec2:X action",
		policy.RCP:      "because no resource control policy allows the ec2:X action",
		policy.Endpoint: "because no VPC endpoint policy allows the ec2:X action",
	} {
		if got := (policy.Decision{Kind: kind}).Phrase("ec2:X"); got != want {
			t.Errorf("%v: %q", kind, got)
		}
	}
	if got := (policy.Decision{Outcome: isDenied, Kind: policy.Trust}).Phrase("sts:AssumeRole"); got != "with an explicit deny in the role trust policy" {
		t.Errorf("trust: %q", got)
	}
}

func TestWhatNoPolicyCanChange(t *testing.T) {
	all, none := ids(allowAll), ids(denyAll)
	managed, own := "arn:aws:iam::aws:policy/AdministratorAccess", "arn:aws:iam::"+here+":policy/mine"
	reserved := "arn:aws:iam::" + here + ":role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_x"
	alias := "arn:aws:kms:eu-west-1:" + here + ":alias/aws/s3"
	runOutcomes(t, []row{
		{"GetCallerIdentity", question{action: "sts:GetCallerIdentity", identity: none, scps: [][]string{{doc(denyAll)}}}, outcome{isAllowed, policy.Identity}},
		{"GetSessionToken", question{action: "sts:getsessiontoken", identity: none}, outcome{isAllowed, policy.Identity}},
		{"GetAccessKeyInfo is ordinary", question{action: "sts:GetAccessKeyInfo"}, outcome{isImplicit, policy.Identity}},
		{"a write on an AWS managed policy", question{action: "iam:CreatePolicyVersion", resource: managed, owner: "aws", identity: all}, outcome{isImplicit, policy.Identity}},
		{"even for root", question{who: root, action: "iam:DeletePolicy", resource: managed}, outcome{isImplicit, policy.Identity}},
		{"a read of one", question{action: "iam:GetPolicy", resource: managed, identity: all}, outcome{isAllowed, policy.Identity}},
		{"a write on one's own", question{action: "iam:CreatePolicyVersion", resource: own, identity: all}, outcome{isAllowed, policy.Identity}},
		{"a write on a reserved role", question{action: "iam:DeleteRole", resource: reserved, identity: all}, outcome{isImplicit, policy.Identity}},
		{"a read of one", question{action: "iam:GetRole", resource: reserved, identity: all}, outcome{isAllowed, policy.Identity}},
		{"an alias of AWS", question{action: "kms:DeleteAlias", resource: alias, identity: all}, outcome{isImplicit, policy.Identity}},
		{"an alias of AWS that is denied", question{action: "kms:DeleteAlias", resource: alias, identity: ids(allowAll, denyAll)}, outcome{isDenied, policy.Identity}},
	})
	q := question{action: "sts:GetCallerIdentity"}
	r := q.request()
	r.SetPrincipal(policy.Principal{})
	if d := policy.Decide(q.set(t), r); d.Outcome != isImplicit {
		t.Errorf("GetCallerIdentity of nobody: %v", d.Outcome)
	}
}

func TestTheAccountMayLetUsersChangeTheirPasswords(t *testing.T) {
	bob := "arn:aws:iam::" + here + ":user/bob"
	runOutcomes(t, []row{
		{"on", question{passwords: true, action: "iam:ChangePassword", resource: ann.ARN}, outcome{isAllowed, policy.Identity}},
		{"off", question{action: "iam:ChangePassword", resource: ann.ARN}, outcome{isImplicit, policy.Identity}},
		{"somebody else's", question{passwords: true, action: "iam:ChangePassword", resource: bob}, outcome{isImplicit, policy.Identity}},
		{"the password policy", question{passwords: true, action: "iam:GetAccountPasswordPolicy"}, outcome{isAllowed, policy.Identity}},
		{"nothing else", question{passwords: true, action: "iam:GetUser", resource: ann.ARN}, outcome{isImplicit, policy.Identity}},
		{"a Deny still wins", question{passwords: true, action: "iam:ChangePassword", resource: ann.ARN, identity: ids(denyAll)}, outcome{isDenied, policy.Identity}},
		{"a boundary still limits", question{passwords: true, action: "iam:ChangePassword", resource: ann.ARN, boundary: doc(onlyEC2)}, outcome{isImplicit, policy.Boundary}},
		{"not for roles", question{passwords: true, who: roleSession, action: "iam:GetAccountPasswordPolicy"}, outcome{isImplicit, policy.Identity}},
	})
}

func TestTwoUnknownAccountsAreNotOneAccount(t *testing.T) {
	q := question{identity: ids(allowAll)}
	r := q.request()
	r.SetPrincipal(policy.Principal{Kind: policy.User, ARN: "x"})
	r.ResourceAccount = ""
	if d := policy.Decide(q.set(t), r); d.Outcome != isImplicit {
		t.Errorf("a caller of no account on a resource of no account: %v", d.Outcome)
	}
}
