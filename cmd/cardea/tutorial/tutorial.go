// Package tutorial plays AWS's tutorial "Enable your users to configure their own credentials and MFA settings" against a server, step by step, with a software
// authenticator and real signed requests, and says of each step what was asked, what was expected and what was answered.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/tutorial_users-self-manage-mfa-and-creds.html
package tutorial

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"

	"github.com/cardea-iam/cardea/factor/totp"
)

// forceMFA is the policy of the tutorial, as AWS prints it.
//
//go:embed force_mfa.json
var forceMFA string

// Options say which server is played against.
type Options struct {
	Endpoint      string           // http://127.0.0.1:4566
	Administrator Keys             // of an IAM user who may do everything
	Now           func() time.Time // the server's clock
	Advance       func(time.Duration) error
	Out           io.Writer
	Verbose       bool // print what held, too; else only the steps and what did not hold
}

// ErrFailed means that something was not answered as it should be.
var ErrFailed = errors.New("the tutorial did not go as it should")

// Run plays the tutorial. It goes on after a check that fails, so that everything that is wrong is seen, and answers ErrFailed then.
func Run(ctx context.Context, o Options) error {
	p := &play{
		Options: o, ctx: ctx, keys: map[string]Keys{administrator: o.Administrator}, said: map[string]string{},
		client: &client{endpoint: o.Endpoint, now: o.Now, http: &http.Client{Timeout: 30 * time.Second}, signer: v4.NewSigner()},
	}
	for _, s := range steps() {
		if err := p.step(s); err != nil {
			return err
		}
	}
	p.printf("\n%d checks, %d as expected, %d not.\n", p.held+p.failed, p.held, p.failed)
	if p.failed > 0 {
		return ErrFailed
	}
	return nil
}

// step is a step of the tutorial.
type step struct {
	number string // as the tutorial counts
	title  string
	checks []check
}

// check is one call, or one thing to see, in a step.
type check struct {
	who    string // whose keys sign
	asks   string // in words
	call   func(*play, Keys) (*answer, error)
	denied string // the error code that is expected; empty: success
	says   string // what the message must contain
	then   func(*play, *answer) error
}

// play is one run.
type play struct {
	Options
	ctx    context.Context //nolint:containedctx // one run, one context
	client *client
	keys   map[string]Keys
	said   map[string]string // what earlier answers said: account, serial number, instance
	seed   totp.Seed

	held, failed int
}

func (p *play) printf(format string, args ...any) { _, _ = fmt.Fprintf(p.Out, format, args...) }

func (p *play) step(s step) error {
	p.printf("\nStep %s  %s\n", s.number, s.title)
	for _, c := range s.checks {
		if err := p.ctx.Err(); err != nil {
			return err
		}
		a, err := c.call(p, p.keys[c.who])
		if err != nil {
			return fmt.Errorf("step %s, %s: %w", s.number, c.asks, err)
		}
		p.report(c, a, c.judge(p, a))
	}
	return nil
}

// judge says what is wrong with an answer; nil: nothing.
func (c check) judge(p *play, a *answer) error {
	switch {
	case a.Code != c.denied && c.denied == "":
		return errors.New("it should have been allowed")
	case a.Code != c.denied:
		return fmt.Errorf("it should have been refused with %s", c.denied)
	case !strings.Contains(a.Message, c.says):
		return fmt.Errorf("the message should contain %q", c.says)
	case c.then != nil:
		return c.then(p, a)
	}
	return nil
}

func (p *play) report(c check, a *answer, wrong error) {
	mark := "ok  "
	if wrong != nil {
		mark = "FAIL"
		p.failed++
	} else {
		p.held++
	}
	expected := "allowed"
	if c.denied != "" {
		expected = c.denied
		if c.says != "" {
			expected += " (… " + c.says + " …)"
		}
	}
	answered := "allowed"
	if a.Code != "" {
		answered = fmt.Sprintf("%d %s: %s", a.Status, a.Code, strings.TrimSpace(a.Message))
	}
	p.printf("  %s %s: %s\n", mark, c.who, p.filled([]string{c.asks})[0])
	if p.Verbose || wrong != nil {
		p.printf("         expected %s\n         answered %s\n", expected, answered)
	}
	if wrong != nil {
		p.printf("         wrong: %v\n", wrong)
	}
}

// code is what the authenticator shows, so many steps away from now.
func (p *play) code(ahead int64) string {
	return totp.Generator{Seed: p.seed}.Code(totp.Step(p.Now()) + ahead)
}

// wait moves the clock on to a new code. Nothing sleeps.
func (p *play) wait(codes int) error {
	return p.Advance(time.Duration(codes) * totp.Period)
}
