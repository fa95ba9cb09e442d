package main

import "github.com/spf13/cobra"

func newPolicy() *cobra.Command {
	cmd := &cobra.Command{Use: "policy", Short: "Check and evaluate policies, without a server", Args: cobra.NoArgs}
	cmd.AddCommand(newPolicyCheck(), newPolicyEvaluate())
	return cmd
}
