package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"text/tabwriter"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/spf13/cobra"

	"github.com/cardea-iam/cardea/policy"
)

func newPolicyExplain() *cobra.Command {
	return &cobra.Command{
		Use: "explain [FILE...]", Short: "Answer questions to the policy engine, for people",
		Long: "Read the same questions as evaluate, from files or standard input; here a question may have several lines. Print for each the policies that took part,\n" +
			"the statements that decided with the place where they stand, and, when the request is denied, the nearest statement that would have allowed it.",
		RunE: func(cmd *cobra.Command, files []string) error {
			if len(files) == 0 {
				files = []string{"-"}
			}
			bad := false
			for _, file := range files {
				ok, err := explainFile(cmd.InOrStdin(), file, cmd.OutOrStdout(), cmd.ErrOrStderr())
				if err != nil {
					return err
				}
				bad = bad || !ok
			}
			if bad {
				return errReported
			}
			return nil
		},
	}
}

// explainFile explains the questions of a file. ok is false when one of them could not be read; the others are answered.
func explainFile(stdin io.Reader, file string, out, errs io.Writer) (ok bool, err error) {
	in := stdin
	if file != "-" {
		opened, err := os.Open(file)
		if err != nil {
			return false, err
		}
		defer opened.Close()
		in = opened
	}
	questions := jsontext.NewDecoder(in, jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
	for ok = true; ; {
		text, err := questions.ReadValue()
		if errors.Is(err, io.EOF) {
			return ok, nil
		}
		if err != nil {
			fmt.Fprintf(errs, "%s: %v\n", file, err)
			return false, nil
		}
		q, err := policy.ParseQuestion(text)
		if err != nil {
			fmt.Fprintf(errs, "%s: question %s: %v\n", file, q.ID, err)
			ok = false
			continue
		}
		var page bytes.Buffer
		explanation{out: &page, q: q, Explanation: policy.Explain(q.Set, q.Request)}.print()
		if _, err := out.Write(page.Bytes()); err != nil {
			return false, fmt.Errorf("write an explanation: %w", err)
		}
	}
}

// explanation is what is printed of one question.
type explanation struct {
	policy.Explanation
	out *bytes.Buffer
	q   policy.Question
}

func (e explanation) print() {
	r := e.q.Request
	fmt.Fprintf(e.out, "Question %s: may %s do %s on %s?\n", e.q.ID, caller(r.Principal()), r.Action(), r.Resource())
	fmt.Fprintf(e.out, "%s\n", strings.TrimRight(e.Outcome.String()+" "+e.Phrase(r.Action()), " "))
	e.table()
	for _, reason := range e.Reasons {
		if t, ok := policy.Try(e.q.Set, r, reason); ok {
			e.deciding(&t)
		}
	}
	for _, reason := range e.Reasons {
		if reason.Statement < 0 {
			e.nearest(reason)
		}
	}
	fmt.Fprintln(e.out)
}

// caller is who asks, in one word.
func caller(p policy.Principal) string {
	for _, name := range []string{p.ARN, p.Parent, p.Name} {
		if name != "" {
			return name
		}
	}
	return "somebody anonymous"
}

// table lists the policies that took part and what each of them says.
func (e explanation) table() {
	fmt.Fprintln(e.out)
	w := tabwriter.NewWriter(e.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "  KIND\tPOLICY\tSTATEMENTS\tSAYS")
	for _, l := range e.layers() {
		_, concerned := policy.Opinion(e.q.Set, e.q.Request, l.Kind())
		if len(l.Policies()) == 0 {
			fmt.Fprintf(w, "  %s\t-\t0\tnothing\n", l.Kind())
		}
		for i, p := range l.Policies() {
			says := "does not count for this caller"
			if concerned {
				says = e.says(l, i)
			}
			fmt.Fprintf(w, "  %s\t%s\t%d\t%s\n", l.Kind(), p.Name, len(p.Policy.Rules), says)
		}
	}
	_ = w.Flush() // into memory
}

// leveled is a layer with its level in an organization.
type leveled struct {
	*policy.Layer
	level int
}

// layers are those of the question, in the order in which they are decided.
func (e explanation) layers() []leveled {
	set := e.q.Set
	var out []leveled
	for i, l := range set.SCPs {
		out = append(out, leveled{l, i})
	}
	for i, l := range set.RCPs {
		out = append(out, leveled{l, i})
	}
	for _, l := range []*policy.Layer{set.Endpoint, set.Resource, set.Identity, set.Boundary, set.Session} {
		if l != nil {
			out = append(out, leveled{l, -1})
		}
	}
	return out
}

// says tells which statements of a policy apply.
func (e explanation) says(l leveled, place int) string {
	var parts []string
	for _, effect := range []policy.Effect{policy.Deny, policy.Allow} {
		var numbers []string
		for j := range l.Policies()[place].Policy.Rules {
			t, _ := policy.Try(e.q.Set, e.q.Request, policy.Reason{Kind: l.Kind(), Level: l.level, Policy: place, Statement: j})
			if t.Effect == effect && t.Applies() {
				numbers = append(numbers, fmt.Sprint(j+1))
			}
		}
		if len(numbers) > 0 {
			parts = append(parts, effect.String()+" by statement "+strings.Join(numbers, ", "))
		}
	}
	if len(parts) == 0 {
		return "nothing"
	}
	return strings.Join(parts, "; ")
}

// deciding prints a statement that decided, and the conditions that it rests on.
func (e explanation) deciding(t *policy.Trial) {
	fmt.Fprintf(e.out, "\n%s by %s:\n", t.Effect, e.where(t))
	e.statement(t)
	for _, c := range t.Conditions {
		fmt.Fprintf(e.out, "  holds: %s\n", conditionText(&c))
	}
}

// nearest prints, for a kind of policy whose Allow is missing, the statement that came closest.
func (e explanation) nearest(missing policy.Reason) {
	kind := missing.Kind.String()
	if missing.Level >= 0 {
		kind += fmt.Sprintf(" (level %d)", missing.Level)
	}
	t, ok := policy.Nearest(e.q.Set, e.q.Request, missing)
	if !ok {
		fmt.Fprintf(e.out, "\nNo %s could allow it as it stands.\n", kind)
		return
	}
	fmt.Fprintf(e.out, "\nNo %s allows it. Nearest is %s:\n", kind, e.where(&t))
	e.statement(&t)
	for _, part := range []struct {
		name    string
		matches bool
	}{{"action", t.Action}, {"principal", t.Principal}, {"resource", t.Resource}} {
		if !part.matches {
			fmt.Fprintf(e.out, "  does not match: the %s\n", part.name)
		}
	}
	for _, c := range t.Unmet() {
		fmt.Fprintf(e.out, "  does not hold: %s\n", conditionText(&c))
	}
}

// where names a statement and the line and column of its policy's text.
func (e explanation) where(t *policy.Trial) string {
	at := e.document(t).Position(t.Span.Start)
	text := fmt.Sprintf("%s, statement %d", t.Name, t.Statement+1)
	if t.Sid != "" {
		text += fmt.Sprintf(" (%s)", t.Sid)
	}
	return fmt.Sprintf("%s, line %d, column %d", text, at.Line, at.Column)
}

func (e explanation) document(t *policy.Trial) *policy.Document {
	for _, l := range e.layers() {
		if l.Kind() == t.Kind && l.level == t.Level {
			return l.Policies()[t.Policy].Policy.Document
		}
	}
	return &policy.Document{} // of no statement
}

// statement prints the text of a statement as it is written.
func (e explanation) statement(t *policy.Trial) {
	text := e.document(t).Source[t.Span.Start:t.Span.End]
	for line := range strings.Lines(text) {
		fmt.Fprintf(e.out, "    %s\n", strings.TrimRight(line, "\r\n"))
	}
}

// conditionText is a condition with what the request has for its key.
func conditionText(c *policy.ConditionTrial) string {
	got := "the request does not have the key"
	switch {
	case len(c.Got) > 0:
		got = "the request has " + strings.Join(c.Got, ", ")
	case c.Present:
		got = "the request has the key in two spellings"
	}
	text := fmt.Sprintf("%s %s %s; %s", c.Operator, c.Key, strings.Join(c.Wanted, ", "), got)
	if c.Unclear {
		text += " (no comparison can be made)"
	}
	return text
}
