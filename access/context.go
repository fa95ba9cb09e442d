package access

import (
	"strconv"

	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/policy"
)

// fillCaller writes who asks into a request: the principal and the keys of its kind of credential.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
func fillCaller(r *policy.Request, caller *identity.Caller, facts *Facts) {
	r.SetPrincipal(principalOf(caller))
	if caller.Kind == identity.WebIdentityUser {
		fillWeb(r, caller.Web)
		return
	}
	r.Set("aws:PrincipalAccount", caller.Account)
	r.Set("aws:userid", caller.ID())
	r.Set("aws:PrincipalIsAWSService", "false")
	switch caller.Kind {
	case identity.Root:
		r.Set("aws:PrincipalType", "Account")
		r.Set("aws:PrincipalArn", caller.ARN())
	case identity.IAMUser:
		r.Set("aws:PrincipalType", "User")
		r.Set("aws:PrincipalArn", caller.ARN())
		r.Set("aws:username", caller.User.Name)
	case identity.AssumedRole:
		r.Set("aws:PrincipalType", "AssumedRole")
		r.Set("aws:PrincipalArn", caller.Role.ARN())
	case identity.FederatedUser:
		r.Set("aws:PrincipalType", "FederatedUser")
		r.Set("aws:PrincipalArn", caller.ARN())
	}
	for _, tag := range principalTags(caller) {
		r.Set("aws:PrincipalTag/"+tag.Key, tag.Value)
	}
	if caller.Session != nil {
		fillSession(r, caller.Session)
	}
	fillMFA(r, caller, facts)
}

func fillSession(r *policy.Request, session *identity.Session) {
	r.SetTime("aws:TokenIssueTime", session.IssuedAt)
	if session.SourceIdentity != "" {
		r.Set("aws:SourceIdentity", session.SourceIdentity)
	}
	if session.Web != nil {
		fillWeb(r, session.Web)
	}
}

// fillWeb writes what an identity provider has said of somebody.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
func fillWeb(r *policy.Request, web *identity.WebIdentity) {
	r.Set("aws:FederatedProvider", web.Provider)
	r.Set(web.Issuer+":aud", web.Audience)
	r.Set(web.Issuer+":sub", web.Subject)
	if len(web.Methods) > 0 {
		r.SetList(web.Issuer+":amr", web.Methods)
	}
	if web.Original != "" {
		r.Set(web.Issuer+":oaud", web.Original)
	}
}

func fillMFA(r *policy.Request, caller *identity.Caller, facts *Facts) {
	if facts.MFAJustNow {
		r.Set("aws:MultiFactorAuthPresent", "true")
		r.Set("aws:MultiFactorAuthAge", "0")
		return
	}
	present, known, at := caller.MFA()
	if known {
		r.SetBool("aws:MultiFactorAuthPresent", present)
	}
	if present {
		r.SetInt("aws:MultiFactorAuthAge", int64(facts.Now.Sub(at).Seconds()))
	}
}

// principalTags are the tags of the user or role, overlaid by those of the session.
func principalTags(caller *identity.Caller) identity.Tags {
	var tags identity.Tags
	switch {
	case caller.Kind == identity.AssumedRole:
		tags = caller.Role.Tags
	case caller.User != nil:
		tags = caller.User.Tags
	}
	if caller.Session == nil || len(caller.Session.Tags) == 0 {
		return tags
	}
	return tags.With(caller.Session.Tags...)
}

// principalOf is the caller as policies name it.
func principalOf(caller *identity.Caller) policy.Principal {
	if caller.Kind == identity.WebIdentityUser {
		return policy.Principal{Kind: policy.Provider, Name: caller.Web.Provider}
	}
	p := policy.Principal{Account: caller.Account, ARN: caller.ARN(), ID: caller.PrincipalID()}
	switch caller.Kind {
	case identity.Root:
		p.Kind = policy.Root
	case identity.IAMUser:
		p.Kind = policy.User
	case identity.AssumedRole:
		p.Kind, p.Parent = policy.RoleSession, caller.Role.ARN()
	case identity.FederatedUser:
		p.Kind = policy.FederatedUser
		if caller.User != nil {
			p.Parent = caller.User.ARN()
		}
	}
	return p
}

// fillFacts writes what every request has.
func fillFacts(r *policy.Request, facts *Facts) {
	r.SetTime("aws:CurrentTime", facts.Now)
	r.Set("aws:EpochTime", strconv.FormatInt(facts.Now.Unix(), 10))
	r.SetBool("aws:SecureTransport", facts.Secure)
	r.Set("aws:ViaAWSService", "false")
	if facts.Region != "" {
		r.Set("aws:RequestedRegion", facts.Region)
	}
	if facts.SourceIP.IsValid() {
		r.Set("aws:SourceIp", facts.SourceIP.Unmap().String())
	}
	if facts.UserAgent != "" {
		r.Set("aws:UserAgent", facts.UserAgent)
	}
	if facts.Referer != "" {
		r.Set("aws:Referer", facts.Referer)
	}
}
