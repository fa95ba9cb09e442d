package main

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "cardea",
		Short: "An identity and access management server that speaks the AWS APIs",
		Long: "Cardea is a self-hosted identity and access management server. It speaks the AWS APIs of IAM and STS, checks every signature, and decides every\n" +
			"request by the policies in force.\n\nEvery flag can also be given in the environment: --key-file as CARDEA_KEY_FILE.",
		SilenceUsage: true, SilenceErrors: true, Version: version(),
		Args: cobra.NoArgs,
	}
	root.AddCommand(newServe(), newInit(), newTutorial(), newPolicy(), newVersion())
	return root
}

func newVersion() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "Print the version", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprintln(cmd.OutOrStdout(), "cardea "+version())
			return err
		},
	}
}

// version is that of the module, or of the commit that was built.
func version() string {
	build, ok := debug.ReadBuildInfo()
	if !ok || build.Main.Version == "" {
		return "(unknown)"
	}
	return build.Main.Version
}
