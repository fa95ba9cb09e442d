package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/cardea-iam/cardea/factor/idtoken"
)

// readIssuerKeys reads the files of --oidc-keys. The error tells of every mistake at once.
func readIssuerKeys(given []string) (map[string]*idtoken.Keys, error) {
	all, wrong := map[string]*idtoken.Keys{}, []error(nil)
	for _, flag := range given {
		at := strings.LastIndex(flag, "=")
		issuer, ok := strings.CutPrefix(flag[:max(at, 0)], "https://")
		if !ok || issuer == "" {
			wrong = append(wrong, fmt.Errorf("--oidc-keys %s: give https://ISSUER=FILE", flag))
			continue
		}
		if _, twice := all[issuer]; twice {
			wrong = append(wrong, fmt.Errorf("--oidc-keys gives the keys of https://%s twice: put them into one file", issuer))
			continue
		}
		text, err := os.ReadFile(flag[at+1:])
		if err == nil {
			all[issuer], err = idtoken.ParseKeys(text)
		}
		if err != nil {
			wrong = append(wrong, fmt.Errorf("--oidc-keys of https://%s: %w", issuer, err))
		}
	}
	return all, errors.Join(wrong...)
}
