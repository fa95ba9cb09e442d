package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// fromEnvironment sets the flags that were not given from their environment variables, and answers all that is wrong with those.
func fromEnvironment(cmd *cobra.Command) error {
	var wrong []error
	cmd.LocalFlags().VisitAll(func(flag *pflag.Flag) {
		value, ok := os.LookupEnv(variable(flag.Name))
		if !ok || flag.Changed || flag.Name == "help" {
			return
		}
		if err := cmd.Flags().Set(flag.Name, value); err != nil {
			wrong = append(wrong, fmt.Errorf("%s=%q: %w", variable(flag.Name), value, err))
		}
	})
	return errors.Join(wrong...)
}

// variable is the environment variable of a flag.
func variable(flag string) string {
	return "CARDEA_" + strings.ToUpper(strings.ReplaceAll(flag, "-", "_"))
}
