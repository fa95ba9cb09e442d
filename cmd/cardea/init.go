package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/cardea-iam/cardea/journal/sqlite"
	"github.com/cardea-iam/cardea/server"
)

// Where serve listens unless it is told otherwise.
const (
	defaultURL        = "http://" + defaultListen
	defaultConsoleURL = "http://" + defaultConsoleListen
)

func newInit() *cobra.Command {
	var (
		founding               foundingFlags
		data, keyFile, auditTo string
		asJSON                 bool
	)
	cmd := &cobra.Command{
		Use: "init", Short: "Make a data directory with its first account", Args: cobra.NoArgs,
		Long: "Make a data directory with its first account, and print the account, its root user and an administrator, once. A directory that is in use is refused.",
		RunE: func(cmd *cobra.Command, _ []string) error {
			wrong := []error{fromEnvironment(cmd), founding.founding().Check(), checkNew(data)}
			if err := mistakes(wrong...); err != nil {
				return err
			}
			facts, err := found(cmd, server.Options{Dir: data, KeyFile: keyFile, AuditLog: auditTo, Account: founding.founding()})
			if err != nil {
				return err
			}
			if asJSON {
				encoder := json.NewEncoder(cmd.OutOrStdout())
				encoder.SetEscapeHTML(false)
				return encoder.Encode(facts)
			}
			writeFacts(cmd.OutOrStdout(), facts, defaultURL, facts.ConsoleURL)
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "\nServe it with: cardea serve --data %s\n", data)
			return err
		},
	}
	founding.register(cmd.Flags())
	cmd.Flags().StringVar(&data, "data", "", "data directory (required)")
	cmd.Flags().StringVar(&keyFile, "key-file", "", "file with the key that seals secrets (default: DATA.key, beside the data directory)")
	cmd.Flags().StringVar(&auditTo, "audit-log", "", "file of the audit records (default: audit.log in the data directory)")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the account as one line of JSON")
	return cmd
}

func found(cmd *cobra.Command, options server.Options) (*server.Facts, error) {
	s, err := server.Open(cmd.Context(), options)
	if err != nil {
		return nil, err
	}
	if err := s.Close(); err != nil {
		return nil, err
	}
	if s.Facts == nil {
		return nil, inUse(options.Dir)
	}
	s.Facts.APIURL, s.Facts.ConsoleURL = defaultURL, defaultConsoleURL+"/signin/"+s.Facts.Name()
	return s.Facts, nil
}

// checkNew refuses a directory that holds something already.
func checkNew(data string) error {
	if data == "" {
		return errors.New("where is the data kept? Give --data DIRECTORY")
	}
	if _, err := os.Stat(filepath.Join(data, sqlite.FileName)); err == nil {
		return inUse(data)
	}
	return nil
}

func inUse(data string) error {
	return fmt.Errorf("--data %s is in use: serve it with cardea serve --data %s, or choose another directory", data, data)
}
