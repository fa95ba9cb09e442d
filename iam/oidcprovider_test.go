package iam_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	api "github.com/cardea-iam/cardea/api/iam"
)

func oidcARN(issuer string) string { return "arn:aws:iam::" + account + ":oidc-provider/" + issuer }

func newOIDC(h *host, issuer string, clients ...string) string {
	return *call[api.CreateOpenIDConnectProviderOutput](h, h.root, "CreateOpenIDConnectProvider",
		&api.CreateOpenIDConnectProviderInput{Url: "https://" + issuer, ClientIDList: clients}).OpenIDConnectProviderArn
}

func oidcOf(h *host, issuer string) *api.GetOpenIDConnectProviderOutput {
	return call[api.GetOpenIDConnectProviderOutput](h, h.root, "GetOpenIDConnectProvider", &api.GetOpenIDConnectProviderInput{OpenIDConnectProviderArn: oidcARN(issuer)})
}

func TestAnOIDCProviderIsKeptChangedAndDeleted(t *testing.T) {
	h := newHost(t)
	made := call[api.CreateOpenIDConnectProviderOutput](h, h.root, "CreateOpenIDConnectProvider", &api.CreateOpenIDConnectProviderInput{
		Url: "https://idp.example.com/realms/Main", ClientIDList: []string{"web", "cli", "web"}, ThumbprintList: []string{strings.Repeat("a", 40)}, Tags: tag("team", "red"),
	})
	if *made.OpenIDConnectProviderArn != oidcARN("idp.example.com/realms/Main") || len(made.Tags) != 1 {
		t.Errorf("made %s, tags %v", *made.OpenIDConnectProviderArn, made.Tags)
	}
	got := oidcOf(h, "idp.example.com/realms/Main")
	if *got.Url != "idp.example.com/realms/Main" || !slices.Equal(got.ClientIDList, []string{"web", "cli"}) || len(got.ThumbprintList) != 1 || !got.CreateDate.Equal(h.Now) || len(got.Tags) != 1 {
		t.Errorf("got %+v", got)
	}
	provider := made.OpenIDConnectProviderArn
	h.done("AddClientIDToOpenIDConnectProvider", &api.AddClientIDToOpenIDConnectProviderInput{OpenIDConnectProviderArn: *provider, ClientID: "app"})
	h.done("AddClientIDToOpenIDConnectProvider", &api.AddClientIDToOpenIDConnectProviderInput{OpenIDConnectProviderArn: *provider, ClientID: "app"}) // twice is no error
	h.done("RemoveClientIDFromOpenIDConnectProvider", &api.RemoveClientIDFromOpenIDConnectProviderInput{OpenIDConnectProviderArn: *provider, ClientID: "web"})
	h.done("RemoveClientIDFromOpenIDConnectProvider", &api.RemoveClientIDFromOpenIDConnectProviderInput{OpenIDConnectProviderArn: *provider, ClientID: "web"}) // nor here
	h.done("UpdateOpenIDConnectProviderThumbprint", &api.UpdateOpenIDConnectProviderThumbprintInput{
		OpenIDConnectProviderArn: *provider, ThumbprintList: []string{strings.Repeat("c", 40), strings.Repeat("d", 40)},
	})
	got = oidcOf(h, "idp.example.com/realms/Main")
	if !slices.Equal(got.ClientIDList, []string{"cli", "app"}) || len(got.ThumbprintList) != 2 || got.ThumbprintList[0][0] != 'c' {
		t.Errorf("changed to %+v", got)
	}
	newOIDC(h, "other.example.com")
	list := call[api.ListOpenIDConnectProvidersOutput](h, h.root, "ListOpenIDConnectProviders", &api.ListOpenIDConnectProvidersInput{}).OpenIDConnectProviderList
	if len(list) != 2 || *list[0].Arn != *provider || *list[1].Arn != oidcARN("other.example.com") {
		t.Errorf("listed %+v", list)
	}
	h.done("DeleteOpenIDConnectProvider", &api.DeleteOpenIDConnectProviderInput{OpenIDConnectProviderArn: *provider})
	refused(h, h.root, "DeleteOpenIDConnectProvider", &api.DeleteOpenIDConnectProviderInput{OpenIDConnectProviderArn: *provider}, "NoSuchEntity", 404, "OpenId connect Provider "+*provider+" cannot be found.")
}

func TestAnOIDCProviderWithoutListsAnswersEmptyOnes(t *testing.T) {
	h := newHost(t)
	newOIDC(h, "idp.example.com")
	got := oidcOf(h, "idp.example.com")
	if got.ClientIDList == nil || got.ThumbprintList == nil || got.Tags == nil || len(got.ClientIDList)+len(got.ThumbprintList)+len(got.Tags) != 0 {
		t.Errorf("got %+v", got)
	}
}

func TestOIDCProvidersThatAreNotThere(t *testing.T) {
	h := newHost(t)
	newOIDC(h, "idp.example.com")
	for _, none := range []string{oidcARN("none.example.com"), oidcARN("IDP.example.com"), "arn:aws:iam::999999999999:oidc-provider/idp.example.com", "arn:aws:iam::" + account + ":role/idp.example.com"} {
		for operation, in := range map[string]any{
			"GetOpenIDConnectProvider":                &api.GetOpenIDConnectProviderInput{OpenIDConnectProviderArn: none},
			"AddClientIDToOpenIDConnectProvider":      &api.AddClientIDToOpenIDConnectProviderInput{OpenIDConnectProviderArn: none, ClientID: "x"},
			"RemoveClientIDFromOpenIDConnectProvider": &api.RemoveClientIDFromOpenIDConnectProviderInput{OpenIDConnectProviderArn: none, ClientID: "x"},
			"UpdateOpenIDConnectProviderThumbprint":   &api.UpdateOpenIDConnectProviderThumbprintInput{OpenIDConnectProviderArn: none},
		} {
			refused(h, h.root, operation, in, "NoSuchEntity", 404, "OpenIDConnect Provider not found for arn "+none)
		}
	}
	refused(h, h.User("eve"), "GetOpenIDConnectProvider", &api.GetOpenIDConnectProviderInput{OpenIDConnectProviderArn: "idp.example.com/not-an-arn"}, "ValidationError", 400, "Invalid ARN:  Could not be parsed!")
}

func TestOIDCProvidersThatAreRefused(t *testing.T) {
	h := newHost(t)
	newOIDC(h, "idp.example.com")
	refused(h, h.root, "CreateOpenIDConnectProvider", &api.CreateOpenIDConnectProviderInput{Url: "https://idp.example.com"}, "EntityAlreadyExists", 409, "Provider with url https://idp.example.com already exists.")
	for _, url := range []string{"example.org", "http://example.org", "https://", "https://example.org:8443", "https://example.org:", "https://ann@example.org", "https://example.org?x=y", "https://example.org/#x", "https://exa mple.org", "ftp://example.org"} {
		refused(h, h.root, "CreateOpenIDConnectProvider", &api.CreateOpenIDConnectProviderInput{Url: url}, "ValidationError", 400, "Invalid Open ID Connect Provider URL")
	}
	var six, many []string
	for i := range 101 {
		many = append(many, fmt.Sprint(i))
	}
	for i := range 6 {
		six = append(six, strings.Repeat(fmt.Sprint(i), 40))
	}
	const tooMany, tooManyClients = "Thumbprint list must contain fewer than 5 entries.", "Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: 100"
	refused(h, h.root, "CreateOpenIDConnectProvider", &api.CreateOpenIDConnectProviderInput{Url: "https://x.example.com", ThumbprintList: six}, "InvalidInput", 400, tooMany)
	refused(h, h.root, "UpdateOpenIDConnectProviderThumbprint", &api.UpdateOpenIDConnectProviderThumbprintInput{OpenIDConnectProviderArn: oidcARN("idp.example.com"), ThumbprintList: six}, "InvalidInput", 400, tooMany)
	refused(h, h.root, "CreateOpenIDConnectProvider", &api.CreateOpenIDConnectProviderInput{Url: "https://x.example.com", ClientIDList: many}, "LimitExceeded", 409, tooManyClients)
	full := newOIDC(h, "full.example.com", many[:100]...)
	refused(h, h.root, "AddClientIDToOpenIDConnectProvider", &api.AddClientIDToOpenIDConnectProviderInput{OpenIDConnectProviderArn: full, ClientID: "x"}, "LimitExceeded", 409, tooManyClients)
	h.done("AddClientIDToOpenIDConnectProvider", &api.AddClientIDToOpenIDConnectProviderInput{OpenIDConnectProviderArn: full, ClientID: "7"}) // is there already
}

func TestProvidersAreCountedAndLimited(t *testing.T) {
	h := newHost(t)
	h.Quotas["OpenIDConnectProvidersQuota"], h.Quotas["SAMLProvidersQuota"] = 2, 1
	newOIDC(h, "a.example.com")
	newOIDC(h, "b.example.com")
	newSAML(h, "corp")
	refused(h, h.root, "CreateOpenIDConnectProvider", &api.CreateOpenIDConnectProviderInput{Url: "https://c.example.com"}, "LimitExceeded", 409, "Cannot exceed quota for OpenIDConnectProvidersPerAccount: 2")
	refused(h, h.root, "CreateSAMLProvider", samlOf("other"), "LimitExceeded", 409, "Cannot exceed quota for SAMLProvidersPerAccount: 1")
	if got := call[api.GetAccountSummaryOutput](h, h.root, "GetAccountSummary", &api.GetAccountSummaryInput{}).SummaryMap["Providers"]; got != 3 {
		t.Errorf("%d providers", got)
	}
}

func TestProvidersAreAskedForByTheirARNs(t *testing.T) {
	h := newHost(t)
	newOIDC(h, "idp.example.com")
	ann := h.User("ann", `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:*","Resource":["`+oidcARN("mine.example.com*")+`","`+samlARN("mine*")+`"]}}`)
	call[api.CreateOpenIDConnectProviderOutput](h, ann, "CreateOpenIDConnectProvider", &api.CreateOpenIDConnectProviderInput{Url: "https://mine.example.com/x"})
	call[api.CreateSAMLProviderOutput](h, ann, "CreateSAMLProvider", samlOf("mine"))
	refused(h, ann, "CreateOpenIDConnectProvider", &api.CreateOpenIDConnectProviderInput{Url: "https://idp.example.com"}, "AccessDenied", 403, denied("ann", "iam:CreateOpenIDConnectProvider", oidcARN("idp.example.com")))
	refused(h, ann, "GetOpenIDConnectProvider", &api.GetOpenIDConnectProviderInput{OpenIDConnectProviderArn: oidcARN("none")}, "AccessDenied", 403, denied("ann", "iam:GetOpenIDConnectProvider", oidcARN("none")))
	refused(h, ann, "DeleteSAMLProvider", &api.DeleteSAMLProviderInput{SAMLProviderArn: samlARN("corp")}, "AccessDenied", 403, denied("ann", "iam:DeleteSAMLProvider", samlARN("corp")))
}
