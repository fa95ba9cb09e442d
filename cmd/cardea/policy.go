package main

import "github.com/spf13/cobra"

func newPolicy() *cobra.Command {
	cmd := &cobra.Command{Use: "policy", Short: "Check, evaluate and explain policies, without a server", Args: cobra.NoArgs}
	cmd.AddCommand(newPolicyCheck(), newPolicyEvaluate(), newPolicyExplain())
	return cmd
}
