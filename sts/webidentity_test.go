package sts_test

import (
	"maps"
	"strings"
	"testing"
	"time"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/sts"
	"github.com/cardea-iam/cardea/factor/idtoken"
	"github.com/cardea-iam/cardea/factor/idtoken/idtokentest"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service/hosttest"
	"github.com/cardea-iam/cardea/store"
)

// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html

const providerARN = "arn:aws:iam::123456789012:oidc-provider/id.example.com/realm"

// federation is a host with a provider whose keys the operator has given, and a role that trusts it.
type federation struct {
	*hosttest.Host
	issuer *idtokentest.Issuer
	role   *identity.Role
	t      *testing.T
}

func trustProvider(condition string) string {
	return `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Federated":"` + providerARN + `"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{` + condition + `}}}`
}

func newFederation(t *testing.T, trust string) *federation {
	t.Helper()
	f := &federation{Host: newHost(t), issuer: idtokentest.New(t), t: t}
	f.IssuerKeys = map[string]*idtoken.Keys{"id.example.com/realm": f.issuer.Keys()}
	f.Update(func(tx *store.Tx) error {
		store.OIDCProviders.Put(tx, &identity.OIDCProvider{Account: hosttest.Account, URL: "id.example.com/realm", Clients: []string{"app", "other"}, CreatedAt: f.Now})
		return nil
	})
	f.role = role(f.Host, "web", trust, nil)
	return f
}

func (f *federation) token(changes ...map[string]any) string {
	claims := map[string]any{"iss": "https://id.example.com/realm", "sub": "system:serviceaccount:default:app", "aud": "app", "iat": f.Now.Unix(), "exp": f.Now.Add(time.Hour).Unix()}
	for _, change := range changes {
		maps.Copy(claims, change)
	}
	return f.issuer.Token("RS256", claims)
}

func (f *federation) input(token string) *api.AssumeRoleWithWebIdentityInput {
	return &api.AssumeRoleWithWebIdentityInput{RoleArn: f.role.ARN(), RoleSessionName: "app1", WebIdentityToken: token}
}

var stranger = &access.Credential{Anonymous: true}

func (f *federation) assume(token string) *api.AssumeRoleWithWebIdentityOutput {
	f.t.Helper()
	return hosttest.Must[api.AssumeRoleWithWebIdentityOutput](f.Host, stranger, "sts", "AssumeRoleWithWebIdentity", f.input(token))
}

func (f *federation) refused(token string) *fault.Error {
	f.t.Helper()
	return f.Fails(stranger, "sts", "AssumeRoleWithWebIdentity", f.input(token))
}

func TestATokenOfAnIssuerGivesASessionOfARoleThatTrustsIt(t *testing.T) {
	f := newFederation(t, trustProvider(`"StringEquals":{"id.example.com/realm:aud":"app"},"StringLike":{"id.example.com/realm:sub":"system:serviceaccount:default:*"}`))
	out := f.assume(f.token())
	if *out.Audience != "app" || *out.Provider != providerARN || *out.SubjectFromWebIdentityToken != "system:serviceaccount:default:app" || out.PackedPolicySize != nil || out.SourceIdentity != nil {
		t.Errorf("got %+v", out)
	}
	if user := out.AssumedRoleUser; user.Arn != "arn:aws:sts::123456789012:assumed-role/web/app1" || user.AssumedRoleId != f.role.ID+":app1" {
		t.Errorf("got %+v", user)
	}
	if got := out.Credentials.Expiration.Sub(f.Now); got != time.Hour {
		t.Errorf("the session lasts %s", got)
	}
	in := f.input(f.token())
	in.DurationSeconds = new(int32(7201))
	want(t, f.Fails(stranger, "sts", "AssumeRoleWithWebIdentity", in), "ValidationError", 400, "The requested DurationSeconds exceeds the MaxSessionDuration")
	in.DurationSeconds, in.Policy = new(int32(7200)), new(hosttest.Everything)
	if out := hosttest.Must[api.AssumeRoleWithWebIdentityOutput](f.Host, stranger, "sts", "AssumeRoleWithWebIdentity", in); out.Credentials.Expiration.Sub(f.Now) != 2*time.Hour || *out.PackedPolicySize == 0 {
		t.Errorf("got %+v", out)
	}
}

func TestATrustPolicySeesWhatTheTokenSays(t *testing.T) {
	const refusal = "Not authorized to perform sts:AssumeRoleWithWebIdentity"
	const key = `"id.example.com/realm:`
	for _, c := range []struct {
		name, trust string
		claims      map[string]any
		allowed     bool
	}{
		{"another subject", trustProvider(`"StringEquals":{` + key + `sub":"system:serviceaccount:default:other"}`), nil, false},
		{"another audience", trustProvider(`"StringEquals":{` + key + `aud":"other"}`), nil, false},
		{"the other audience", trustProvider(`"StringEquals":{` + key + `aud":"other"}`), map[string]any{"aud": []string{"other"}}, true},
		{"the party is the audience", trustProvider(`"StringEquals":{` + key + `aud":"other",` + key + `oaud":"api"}`), map[string]any{"aud": "api", "azp": "other"}, true},
		{"no original audience", trustProvider(`"Null":{` + key + `oaud":"false"}`), nil, false},
		{"methods", trustProvider(`"ForAnyValue:StringEquals":{` + key + `amr":"mfa"}`), map[string]any{"amr": []string{"pwd", "mfa"}}, true},
		{"other methods", trustProvider(`"ForAnyValue:StringEquals":{` + key + `amr":"mfa"}`), map[string]any{"amr": []string{"pwd"}}, false},
		{"the name of the session", trustProvider(`"StringEquals":{"sts:RoleSessionName":"app1"}`), nil, true},
		{"the provider", trustProvider(`"StringEquals":{"aws:FederatedProvider":"` + providerARN + `"}`), nil, true},
		{"another provider", strings.ReplaceAll(trustProvider(""), "/realm", ""), nil, false},
		{"everybody", strings.ReplaceAll(trustProvider(""), `{"Federated":"`+providerARN+`"}`, `"*"`), nil, true},
		{"the account", strings.ReplaceAll(trustProvider(""), `{"Federated":"`+providerARN+`"}`, `{"AWS":"123456789012"}`), nil, false},
		{"another action", strings.ReplaceAll(trustProvider(""), "sts:AssumeRoleWithWebIdentity", "sts:AssumeRole"), nil, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := newFederation(t, c.trust)
			if c.allowed {
				f.assume(f.token(c.claims))
				return
			}
			want(t, f.refused(f.token(c.claims)), "AccessDenied", 403, refusal)
		})
	}
	f := newFederation(t, trustProvider(""))
	in := f.input(f.token())
	in.RoleArn += "er"
	want(t, f.Fails(stranger, "sts", "AssumeRoleWithWebIdentity", in), "AccessDenied", 403, refusal)
}

func TestTokensThatAreRefused(t *testing.T) {
	f := newFederation(t, trustProvider(""))
	other := idtokentest.New(t)
	at := func(d time.Duration) int64 { return f.Now.Add(d).Unix() }
	unknown := func(issuer string) (string, string) {
		return f.token(map[string]any{"iss": issuer}), "No OpenIDConnect provider found in your account for " + issuer
	}
	const invalid, expired = "InvalidIdentityToken", "ExpiredTokenException"
	plain, plainText := unknown("http://id.example.com/realm")
	slash, slashText := unknown("https://id.example.com/realm/")
	bare, bareText := unknown("id.example.com/realm")
	for _, c := range []struct{ name, token, code, text string }{
		{"no token", "abcd", invalid, "The ID Token provided is not a valid JWT."},
		{"no subject", f.token(map[string]any{"sub": nil}), invalid, "Missing a required claim: sub"},
		{"an issuer without TLS", plain, invalid, plainText},
		{"an issuer with a slash more", slash, invalid, slashText},
		{"an issuer without its scheme", bare, invalid, bareText},
		{"a foreign signature", other.Token("ES256", map[string]any{"iss": "https://id.example.com/realm", "sub": "a", "aud": "app", "iat": at(0), "exp": at(time.Hour)}), invalid, "The signature of the ID Token is not valid."},
		{"a client that is not known", f.token(map[string]any{"aud": "third"}), invalid, "Incorrect token audience"},
		{"several clients", f.token(map[string]any{"aud": []string{"app", "other"}}), invalid, "Incorrect token audience"},
		{"a party that is not known", f.token(map[string]any{"azp": "third"}), invalid, "Incorrect token audience"},
		{"expired", f.token(map[string]any{"exp": at(-5 * time.Minute)}), expired, "Token expired: current date/time 1772366400 must be before the expiration date/time 1772366100"},
		{"too old", f.token(map[string]any{"iat": at(-24*time.Hour - time.Second)}), expired, "Token too old: 86401"},
		{"of the future", f.token(map[string]any{"iat": at(5*time.Minute + time.Second)}), invalid, "The ID Token is not valid yet."},
		{"not yet", f.token(map[string]any{"nbf": at(5*time.Minute + time.Second)}), invalid, "The ID Token is not valid yet."},
		{"a long subject", f.token(map[string]any{"sub": strings.Repeat("x", 256)}), "IDPRejectedClaim", "The token has a subject of more than"},
		{"session tags", f.token(map[string]any{"https://aws.amazon.com/tags": map[string]any{}}), "IDPRejectedClaim", "The token has a subject of more than"},
	} {
		refused := f.refused(c.token)
		if refused.Code != c.code || !strings.HasPrefix(refused.Message, c.text) || refused.Status/100 != 4 {
			t.Errorf("%s: got %s %d %q", c.name, refused.Code, refused.Status, refused.Message)
		}
	}
	f.assume(f.token(map[string]any{"exp": at(-5*time.Minute + time.Second), "iat": at(-24 * time.Hour), "nbf": at(5 * time.Minute)}))
	in := f.input(f.token())
	in.ProviderId = new("www.amazon.com")
	want(t, f.Fails(stranger, "sts", "AssumeRoleWithWebIdentity", in), "ValidationError", 400, "ProviderId is for OAuth 2.0 access tokens")
	in.ProviderId, in.RoleArn = nil, "arn:aws:iam::123456789012:user/ann"
	want(t, f.Fails(stranger, "sts", "AssumeRoleWithWebIdentity", in), "ValidationError", 400, "arn:aws:iam::123456789012:user/ann is invalid")
	clear(f.IssuerKeys)
	want(t, f.refused(f.token()), invalid, 400, "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements")
}

func TestAProviderOfAnotherAccountVouchesForNobodyHere(t *testing.T) {
	f := newFederation(t, trustProvider(""))
	f.Update(func(tx *store.Tx) error {
		store.OIDCProviders.Delete(tx, store.ProviderKey(hosttest.Account, "id.example.com/realm"))
		store.OIDCProviders.Put(tx, &identity.OIDCProvider{Account: "210987654321", URL: "id.example.com/realm", Clients: []string{"app"}, CreatedAt: f.Now})
		return nil
	})
	want(t, f.refused(f.token()), "InvalidIdentityToken", 400, "No OpenIDConnect provider found in your account for https://id.example.com/realm")
}

func TestStrangersCallNothingElseOfSTS(t *testing.T) {
	h := newHost(t)
	want(t, h.Fails(stranger, "sts", "AssumeRole", &api.AssumeRoleInput{RoleArn: "arn:aws:iam::123456789012:role/x", RoleSessionName: "xx"}), "MissingAuthenticationToken", 403, "Request is missing Authentication Token")
	want(t, h.Fails(stranger, "sts", "GetCallerIdentity", &api.GetCallerIdentityInput{}), "MissingAuthenticationToken", 403, "")
}
