package signin

import (
	"crypto/sha256"
	"encoding/hex"
	"net/netip"
	"regexp"
	"strings"
	"time"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/factor"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

// sourceFailures is how many failures of one source count before its tries are not looked at for a while: many people may share an address.
const sourceFailures = 100

// guess is what a password that somebody types counts against if it is wrong: the name, however it is written, and the source of the request. From a browser that the
// person has signed in with before it counts against that browser only, so nobody can lock another out.
type guess struct {
	person string
	source string // empty: does not count
}

func guessAt(c *service.Call, p *person, in *CheckPasswordInput) guess {
	if isKnown(c, p, in.Known) {
		return guess{person: access.PasswordGuess(p.ID()) + "/known/" + identity.CookieDigest(in.Known)}
	}
	g := guess{source: "signin-source/" + network(c.SourceIP)}
	if p != nil {
		g.person = access.PasswordGuess(p.ID())
	} else {
		g.person = access.PasswordGuess("nobody/" + nameDigest(c.Tx, in))
	}
	return g
}

var accountNumber = regexp.MustCompile(`^\d{12}$`)

// nameDigest is one for all ways to write a name that nobody has, as there is one ID for somebody's.
func nameDigest(tx *store.Tx, in *CheckPasswordInput) string {
	account := strings.TrimSpace(in.Account)
	if found, ok := findAccount(tx, account); ok {
		account = found.ID
	} else if number := strings.ReplaceAll(account, "-", ""); accountNumber.MatchString(number) {
		account = number // as a number that is somebody's: or else the hyphens would tell which are
	}
	text := strings.Join([]string{identity.Fold(account), identity.Fold(strings.TrimSpace(in.UserName)), identity.Fold(strings.TrimSpace(in.RootEmail))}, "\x00")
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:16])
}

// network is what one client can choose its address from: all of IPv4's, the upper half of IPv6's.
func network(address netip.Addr) string {
	bits := 32
	if address.Is6() {
		bits = 64
	}
	prefix, err := address.Prefix(bits)
	if err != nil {
		return "unknown"
	}
	return prefix.String()
}

// wait is how long it takes until a try is looked at; 0: it is now.
func (g guess) wait(c *service.Call) time.Duration {
	return max(failures(c.Tx, g.person).RetryAfter(c.Now), failures(c.Tx, g.source).RetryAfterMost(sourceFailures, c.Now))
}

// count remembers that a try was wrong.
func (g guess) count(c *service.Call) {
	access.CountFailure(c.Tx, g.person, c.Now)
	if g.source != "" {
		store.Throttles.Put(c.Tx, &identity.Throttle{Key: g.source, Failures: failures(c.Tx, g.source).FailMost(sourceFailures, c.Now)})
	}
}

func failures(tx *store.Tx, key string) factor.Attempts {
	row, ok := store.Throttles.Get(tx, key)
	if !ok {
		return nil
	}
	return row.Failures
}
