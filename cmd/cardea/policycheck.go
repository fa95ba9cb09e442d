package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/cardea-iam/cardea/policy"
)

func newPolicyCheck() *cobra.Command {
	var kind string
	cmd := &cobra.Command{
		Use: "check FILE...", Short: "Check policy documents", Args: cobra.MinimumNArgs(1),
		Long: "Check the syntax and grammar of policy documents, and print file:line:column of what is wrong. A file named - is standard input.\n\n" +
			"A document with a Principal is checked as far as the grammar of all policies goes, unless --kind says what it is; one without is checked as an identity-based policy.",
		RunE: func(cmd *cobra.Command, files []string) error {
			check, ok := checks[kind]
			if !ok {
				return fmt.Errorf("--kind %q is not known: choose identity, session or trust", kind)
			}
			bad := 0
			for _, file := range files {
				if err := checkFile(cmd.InOrStdin(), file, check); err != nil {
					bad++
					fmt.Fprintln(cmd.ErrOrStderr(), err)
				}
			}
			if bad > 0 {
				return errReported
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&kind, "kind", "", "what the documents are: identity, session or trust")
	return cmd
}

var checks = map[string]func(text string) error{
	"": checkByShape, "identity": policy.CheckIdentity, "session": policy.CheckSession, "trust": policy.CheckTrust,
}

// checkByShape checks a document as what it looks like.
func checkByShape(text string) error {
	document, err := policy.Parse(text)
	if err != nil {
		return err
	}
	for _, statement := range document.Statements {
		if statement.Principal != nil || statement.NotPrincipal != nil {
			return nil
		}
	}
	return policy.CheckIdentity(text)
}

// checkFile answers what is wrong with a file, beginning with the place.
func checkFile(stdin io.Reader, file string, check func(string) error) error {
	text, err := readText(stdin, file)
	if err != nil {
		return err
	}
	// The parser's words say more than the service's of what it cannot read.
	if _, err := policy.Parse(text); err != nil {
		var syntax *policy.SyntaxError
		if errors.As(err, &syntax) {
			return fmt.Errorf("%s:%d:%d: %s", file, syntax.Line, syntax.Column, syntax.Message)
		}
		return fmt.Errorf("%s: %w", file, err)
	}
	err = check(text)
	var malformed *policy.Malformed
	if errors.As(err, &malformed) && malformed.Line > 0 {
		return fmt.Errorf("%s:%d:%d: %s", file, malformed.Line, malformed.Column, malformed.Text)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
}

func readText(stdin io.Reader, file string) (string, error) {
	if file == "-" {
		text, err := io.ReadAll(stdin)
		return string(text), err
	}
	text, err := os.ReadFile(file)
	return string(text), err
}
