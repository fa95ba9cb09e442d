package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/cardea-iam/cardea/server"
)

// banner is what serve says on standard output, once, and never through the log: secrets stand in it.
type banner struct {
	out     io.Writer
	url     string
	console string
	signIn  string // of the new account
	flags   *serveFlags
	facts   *server.Facts // nil: the account was there
}

func (b banner) print() error {
	var text strings.Builder
	fmt.Fprintf(&text, "Cardea %s\n\n", version())
	fmt.Fprintf(&text, "  API            %s\n", b.url)
	fmt.Fprintf(&text, "  Console        %s\n", b.console)
	fmt.Fprintf(&text, "  Enforcement    on: every request is authenticated and authorized\n")
	if b.flags.ephemeral {
		fmt.Fprintf(&text, "  Data           in memory: gone when the server stops\n")
	} else {
		fmt.Fprintf(&text, "  Data           %s\n", b.flags.data)
	}
	if b.flags.allowReset {
		fmt.Fprintf(&text, "  Reset          POST %s/_cardea/reset empties the account\n", b.url)
	}
	if b.flags.testClock {
		fmt.Fprintf(&text, "  Test clock     POST %s/_cardea/clock {\"advance\":\"30s\"} moves the clock on\n", b.url)
	}
	if b.facts != nil {
		writeFacts(&text, b.facts, b.url, b.signIn)
	}
	text.WriteString("\nCtrl-C stops it.\n")
	_, err := io.WriteString(b.out, text.String())
	return err
}

// writeFacts prints a new account for a person.
func writeFacts(w io.Writer, f *server.Facts, url, signIn string) {
	fmt.Fprintf(w, "\nA new account. Its secrets are shown now and never again:\n\n")
	fmt.Fprintf(w, "  Account        %s\n", f.AccountID)
	if f.Alias != "" {
		fmt.Fprintf(w, "  Alias          %s\n", f.Alias)
	}
	fmt.Fprintf(w, "  Root user      %s\n", f.Root.Email)
	fmt.Fprintf(w, "    password     %s\n", f.Root.Password)
	if f.Root.AccessKeyID != "" {
		fmt.Fprintf(w, "    access key   %s\n    secret       %s\n", f.Root.AccessKeyID, f.Root.SecretAccessKey)
	}
	fmt.Fprintf(w, "  IAM user       %s\n", f.Administrator.UserName)
	fmt.Fprintf(w, "    password     %s\n", f.Administrator.Password)
	fmt.Fprintf(w, "    access key   %s\n", f.Administrator.AccessKeyID)
	fmt.Fprintf(w, "    secret       %s\n", f.Administrator.SecretAccessKey)
	fmt.Fprintf(w, "\nSign in at %s\n", signIn)
	fmt.Fprintf(w, "\nPaste this into a shell, and the AWS CLI speaks to this server as the administrator:\n\n")
	fmt.Fprintf(w, "  export AWS_ENDPOINT_URL=%s AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1 AWS_ACCESS_KEY_ID=%s AWS_SECRET_ACCESS_KEY=%s\n",
		url, f.Administrator.AccessKeyID, f.Administrator.SecretAccessKey)
	fmt.Fprintf(w, "  aws sts get-caller-identity\n")
}
