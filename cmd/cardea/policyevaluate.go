package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/cardea-iam/cardea/policy"
)

func newPolicyEvaluate() *cobra.Command {
	return &cobra.Command{
		Use: "evaluate", Short: "Answer questions to the policy engine", Args: cobra.NoArgs,
		Long: "Read one question a line as JSON on standard input, and write one answer a line on standard output, in the same order. A question brings the request,\n" +
			"with everything that its context holds, and the policies.",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return evaluate(cmd.InOrStdin(), cmd.OutOrStdout())
		},
	}
}

// evaluate answers line by line. An answer is written before the next question is read, so that a program can ask and listen in turn.
func evaluate(in io.Reader, out io.Writer) error {
	questions, answers := bufio.NewReaderSize(in, 64<<10), bufio.NewWriter(out)
	for {
		line, err := questions.ReadBytes('\n')
		if len(line) > 0 {
			_, _ = answers.Write(append(policy.Answer(bytes.TrimSpace(line)), '\n')) // Flush tells of the error
			if err := answers.Flush(); err != nil {
				return fmt.Errorf("write an answer: %w", err)
			}
		}
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("read a question: %w", err)
		}
	}
}
