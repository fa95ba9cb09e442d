package console

import (
	"encoding/json"
	"net/http"
	"time"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/store"
)

// who is who is signed in, as the console's pages need it.
type who struct {
	Account   account   `json:"account"`
	Kind      string    `json:"kind"` // user, root, role, federated user
	ARN       string    `json:"arn"`
	Name      string    `json:"name"` // the user's; of a role, the session's, after the role's where nobody has switched to it
	MFA       bool      `json:"mfa"`
	SignedIn  time.Time `json:"signedIn"`
	Expires   time.Time `json:"expires"`
	SignInURL string    `json:"signInUrl"`
	Role      *role     `json:"role,omitempty"`
	Regions   []string  `json:"regions"`
	Federated bool      `json:"federated,omitempty"` // nobody has signed in here: credentials were exchanged for the session

	PasswordExpires *time.Time `json:"passwordExpires,omitempty"` // when that is soon
}

type account struct {
	ID    string `json:"id"`
	Alias string `json:"alias,omitempty"`
}

type role struct {
	DisplayName string `json:"displayName"`
	Color       string `json:"color,omitempty"`
}

// showSession tells who is signed in: 401 if nobody is.
func (d *Door) showSession(w http.ResponseWriter, r *http.Request) {
	found := d.signedIn(r)
	if found == nil {
		tell(w, http.StatusUnauthorized, struct {
			Error string `json:"error"`
		}{"Nobody is signed in."})
		return
	}
	tell(w, http.StatusOK, found)
}

// signedIn is who is signed in now; nil: nobody.
func (d *Door) signedIn(r *http.Request) (found *who) {
	proof, ok := credential(r)
	if !ok {
		return nil
	}
	now := d.host.Clock()
	_ = d.view(r, func(tx *store.Tx) { // a store that cannot be read has nobody signed in
		if caller, err := d.host.Access.Lookup(tx, proof, now); err == nil {
			found = d.describe(tx, proof, caller)
		}
	})
	return found
}

func (d *Door) describe(tx *store.Tx, proof *access.Credential, caller *identity.Caller) *who {
	row, _ := store.BrowserSessions.Get(tx, proof.Browser)
	of, _ := store.Accounts.Get(tx, caller.Account)
	mfa, _, _ := caller.MFA()
	w := &who{
		Account: account{ID: of.ID, Alias: of.Alias}, ARN: caller.ARN(), MFA: mfa, SignedIn: row.CreatedAt, Expires: row.ExpiresAt,
		SignInURL: d.public.JoinPath("signin", of.Name()).String(), Regions: []string{region}, Federated: row.Federated != nil,
	}
	switch {
	case caller.Kind == identity.Root:
		w.Kind, w.Name = "root", "root"
	case caller.Kind == identity.FederatedUser:
		w.Kind, w.Name = "federated", row.Name
	case w.Federated:
		w.Kind, w.Name = "role", caller.Role.Name+"/"+row.Name
	case caller.Kind == identity.AssumedRole:
		w.Kind, w.Name = "role", row.Name
		w.Role = &role{DisplayName: row.DisplayName, Color: row.Color}
		if row.DisplayName == "" {
			w.Role.DisplayName = caller.Role.Name + " @ " + of.Name()
		}
	default:
		w.Kind, w.Name = "user", caller.UserName()
		w.PasswordExpires = expiresSoon(tx, of, caller.PrincipalID(), d.host.Clock())
	}
	return w
}

// expiryWarning is how long before its end people are told that their password expires.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html
const expiryWarning = 15 * 24 * time.Hour

// expiresSoon is when a user's password expires; nil: not soon, or never.
func expiresSoon(tx *store.Tx, of *identity.Account, user string, now time.Time) *time.Time {
	profile, ok := store.LoginProfiles.Get(tx, user)
	if !ok {
		return nil
	}
	at := of.Expiry(profile)
	if at.IsZero() || at.Sub(now) > expiryWarning {
		return nil
	}
	return &at
}

func tell(w http.ResponseWriter, status int, what any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(what) // a browser that went away needs no answer
}
