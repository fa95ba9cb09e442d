package main

import (
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"strconv"

	"github.com/spf13/pflag"

	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/server"
)

const (
	defaultListen        = "127.0.0.1:4566"
	defaultConsoleListen = "localhost:4567"
)

// foundingFlags are those of the first account.
type foundingFlags struct {
	account, alias string
	rootKey        bool
}

func (f *foundingFlags) register(flags *pflag.FlagSet) {
	flags.StringVar(&f.account, "account-id", "", "number of the first account, 12 digits (default: drawn)")
	flags.StringVar(&f.alias, "alias", "", "alias of the first account")
	flags.BoolVar(&f.rootKey, "root-access-key", false, "give the root user an access key")
}

func (f *foundingFlags) founding() server.Founding {
	return server.Founding{ID: f.account, Alias: f.alias, RootAccessKey: f.rootKey}
}

// serveFlags are those of serve.
type serveFlags struct {
	foundingFlags
	data, listen, cert, key, keyFile, auditLog string
	consoleListen, publicURL                   string
	quotas, issuerKeys                         []string
	ephemeral, allowReset, testClock, plain    bool
	settings                                   identity.Settings
}

func (f *serveFlags) register(flags *pflag.FlagSet) {
	f.foundingFlags.register(flags)
	flags.StringVar(&f.data, "data", "", "data directory")
	flags.StringVar(&f.listen, "listen", defaultListen, "address of the API")
	flags.StringVar(&f.consoleListen, "console-listen", defaultConsoleListen, "address of the console and its sign-in pages")
	flags.StringVar(&f.publicURL, "public-url", "", "the one address of the console in browsers, to whose host security keys are bound (default: that of --console-listen)")
	flags.StringVar(&f.cert, "tls-cert", "", "certificate chain of API and console, PEM")
	flags.StringVar(&f.key, "tls-key", "", "private key of the certificate, PEM")
	flags.BoolVar(&f.plain, "insecure-http", false, "allow plain HTTP on an address that others can reach, such as behind a proxy that ends TLS")
	flags.StringVar(&f.keyFile, "key-file", "", "file with the key that seals secrets (default: DATA.key, beside the data directory)")
	flags.StringVar(&f.auditLog, "audit-log", "", "file of the audit records (default: audit.log in the data directory)")
	flags.StringArrayVar(&f.quotas, "quota", nil, "raise or lower a limit of GetAccountSummary: UsersQuota=100000; may be repeated")
	flags.StringArrayVar(&f.issuerKeys, "oidc-keys", nil, "public keys of an OpenID Connect issuer for AssumeRoleWithWebIdentity, a JSON Web Key Set: https://ISSUER=FILE; may be repeated; nothing is fetched")
	flags.DurationVar(&f.settings.BrowserIdleTime, "console-idle-time", identity.BrowserIdleTime, "how long a session of the console lives without a request, from 15m to 12h")
	flags.BoolVar(&f.settings.SecondDeviceNeedsMFA, "second-device-needs-mfa", false, "who has an MFA device gets another one only from a session with MFA; with AWS any session or access key that may enable one will do")
	flags.BoolVar(&f.settings.ReplaceUnfinishedDevices, "replace-unfinished-devices", false, "a new virtual MFA device replaces an unassigned one of its name that the same user has made; with AWS an administrator deletes it")
	flags.BoolVar(&f.ephemeral, "ephemeral", false, "keep everything in memory, for test suites")
	flags.BoolVar(&f.allowReset, "allow-reset", false, "add POST /_cardea/reset, which empties the account; loopback only")
	flags.BoolVar(&f.testClock, "test-clock", false, "add POST /_cardea/clock, which moves the clock on; loopback only")
}

// options checks the flags and turns them into those of a server. The error tells of every mistake at once.
func (f *serveFlags) options() (server.Options, error) {
	o := server.Options{
		Dir: f.data, KeyFile: f.keyFile, AuditLog: f.auditLog, Account: f.founding(), AllowReset: f.allowReset, TestClock: f.testClock,
		Quotas: identity.DefaultQuotas(), Settings: f.settings,
	}
	wrong := []error{f.checkData(), o.Account.Check(), f.checkListen(), f.checkConsole(), f.checkIdleTime()}
	for _, quota := range f.quotas {
		wrong = append(wrong, o.Quotas.Set(quota))
	}
	keys, err := readIssuerKeys(f.issuerKeys)
	wrong, o.IssuerKeys = append(wrong, err), keys
	secure, err := f.secure()
	o.TLS = secure
	return o, errors.Join(append(wrong, err)...)
}

func (f *serveFlags) checkData() error {
	switch {
	case f.ephemeral && f.data != "":
		return errors.New("--ephemeral keeps nothing, and --data names a directory: give one of them")
	case !f.ephemeral && f.data == "":
		return errors.New("where is the data kept? Give --data DIRECTORY, or --ephemeral to keep everything in memory")
	case f.ephemeral && f.keyFile != "":
		return errors.New("--key-file seals what is kept, and --ephemeral keeps nothing: leave one of them out")
	}
	return nil
}

func (f *serveFlags) checkListen() error {
	host, port, err := net.SplitHostPort(f.listen)
	if err == nil {
		_, err = strconv.ParseUint(port, 10, 16)
	}
	if err != nil {
		return fmt.Errorf("--listen %q is no address: give HOST:PORT, such as %s", f.listen, defaultListen)
	}
	if isLoopback(host) {
		return nil
	}
	var wrong []error
	if f.cert == "" && !f.plain {
		wrong = append(wrong, fmt.Errorf("--listen %s can be reached by others and speaks plain HTTP: give --tls-cert and --tls-key, or --insecure-http if a proxy in front of it ends TLS", f.listen))
	}
	for flag, given := range map[string]bool{"--allow-reset": f.allowReset, "--test-clock": f.testClock} {
		if given {
			wrong = append(wrong, fmt.Errorf("%s is for test suites, and --listen %s can be reached by others: listen at 127.0.0.1, or leave it out", flag, f.listen))
		}
	}
	return errors.Join(wrong...)
}

func isLoopback(host string) bool {
	if host == "localhost" {
		return true
	}
	address, err := netip.ParseAddr(host)
	return err == nil && address.IsLoopback()
}

// secure reads certificate and key. nil: plain HTTP.
func (f *serveFlags) secure() (*tls.Config, error) {
	switch {
	case f.cert == "" && f.key == "":
		return nil, nil //nolint:nilnil // no TLS is asked for
	case f.cert == "" || f.key == "":
		return nil, errors.New("--tls-cert and --tls-key belong together: give both")
	}
	pair, err := tls.LoadX509KeyPair(f.cert, f.key)
	if err != nil {
		return nil, fmt.Errorf("read --tls-cert %s and --tls-key %s: %w", f.cert, f.key, err)
	}
	return &tls.Config{Certificates: []tls.Certificate{pair}, MinVersion: tls.VersionTLS12, NextProtos: []string{"http/1.1"}}, nil
}
