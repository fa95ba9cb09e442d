package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"github.com/cardea-iam/cardea/identity"
)

// checkConsole checks the flags of the console.
func (f *serveFlags) checkConsole() error {
	host, port, err := net.SplitHostPort(f.consoleListen)
	if err == nil {
		_, err = strconv.ParseUint(port, 10, 16)
	}
	if err != nil {
		return fmt.Errorf("--console-listen %q is no address: give HOST:PORT, such as %s", f.consoleListen, defaultConsoleListen)
	}
	var wrong []error
	if !isLoopback(host) {
		if f.cert == "" && !f.plain {
			wrong = append(wrong, fmt.Errorf("--console-listen %s can be reached by others and speaks plain HTTP: give --tls-cert and --tls-key, or --insecure-http if a proxy in front of it ends TLS", f.consoleListen))
		}
		if f.publicURL == "" {
			wrong = append(wrong, fmt.Errorf("--console-listen %s can be reached by others: say with --public-url under which address, such as https://console.example.com", f.consoleListen))
		}
	}
	if f.publicURL != "" {
		_, err := parsePublic(f.publicURL)
		wrong = append(wrong, err)
	}
	return errors.Join(wrong...)
}

// leastIdleTime is longer than the grain in which the use of a session is noted.
const leastIdleTime = 15 * time.Minute

func (f *serveFlags) checkIdleTime() error {
	if idle := f.settings.BrowserIdleTime; idle < leastIdleTime || idle > identity.BrowserSessionTime {
		return fmt.Errorf("--console-idle-time %s is too short or too long: give 15m to 12h", idle)
	}
	return nil
}

// parsePublic reads the address of the console in browsers: a name, because nothing else can have security keys.
func parsePublic(text string) (*url.URL, error) {
	parsed, err := url.Parse(strings.TrimSuffix(text, "/"))
	if err != nil || parsed.Scheme != "http" && parsed.Scheme != "https" || parsed.Hostname() == "" || parsed.Path != "" || parsed.RawQuery != "" || parsed.User != nil {
		return nil, fmt.Errorf("--public-url %q is no address of a site: give one such as https://console.example.com", text)
	}
	if net.ParseIP(parsed.Hostname()) != nil {
		return nil, fmt.Errorf("--public-url %q has a number for a host, and security keys work with names only: give a name", text)
	}
	parsed.Host = strings.ToLower(parsed.Host)
	if parsed.Scheme == "http" && parsed.Hostname() != "localhost" && !strings.HasSuffix(parsed.Hostname(), ".localhost") {
		return nil, fmt.Errorf("--public-url %q is plain HTTP, and browsers keep the session's cookie for https only: give an https address", text)
	}
	if port := parsed.Port(); port == "443" && parsed.Scheme == "https" || port == "80" && parsed.Scheme == "http" {
		parsed.Host = parsed.Hostname()
	}
	return parsed, nil
}

// public is the console's address in browsers: that of --public-url, or else the name localhost with the port that it listens at.
func (f *serveFlags) public(listening net.Addr) (*url.URL, error) {
	if f.publicURL != "" {
		return parsePublic(f.publicURL)
	}
	_, port, err := net.SplitHostPort(listening.String())
	if err != nil {
		return nil, fmt.Errorf("read the address %s: %w", listening, err)
	}
	public := &url.URL{Scheme: "http", Host: net.JoinHostPort("localhost", port)}
	if f.cert != "" {
		public.Scheme = "https"
	}
	return public, nil
}

// openConsole listens where the console is to be. If nobody has chosen an address and the usual one is taken, as by a second server, any free port will do.
func openConsole(cmd *cobra.Command, flags *serveFlags) ([]net.Listener, error) {
	listeners, err := listenConsole(cmd.Context(), flags.consoleListen)
	if errors.Is(err, syscall.EADDRINUSE) && !cmd.Flags().Changed("console-listen") {
		return listenConsole(cmd.Context(), "localhost:0")
	}
	return listeners, err
}

// listenConsole listens at an address, and for the name localhost at both of its numbers: browsers try either.
func listenConsole(ctx context.Context, address string) ([]net.Listener, error) {
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		return nil, fmt.Errorf("read the address %s: %w", address, err)
	}
	if host != "localhost" {
		listener, err := listenAt(ctx, address)
		return []net.Listener{listener}, err
	}
	four, err := listenAt(ctx, net.JoinHostPort("127.0.0.1", port))
	if err != nil {
		return nil, err
	}
	_, port, _ = net.SplitHostPort(four.Addr().String()) // 0 has become a port
	six, err := (&net.ListenConfig{}).Listen(ctx, "tcp6", net.JoinHostPort("::1", port))
	if err != nil {
		if hasIPv6() {
			return nil, errors.Join(taken(net.JoinHostPort("::1", port), err), four.Close())
		}
		return []net.Listener{four}, nil
	}
	return []net.Listener{four, six}, nil
}

func listenAt(ctx context.Context, address string) (net.Listener, error) {
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", address)
	if err != nil {
		return nil, taken(address, err)
	}
	return listener, nil
}

func taken(address string, err error) error {
	return fmt.Errorf("listen at %s: %w: stop what listens there, or choose another address with --console-listen", address, err)
}

// hasIPv6 reports whether the machine has the address ::1.
func hasIPv6() bool {
	addresses, err := net.InterfaceAddrs()
	if err != nil {
		return false
	}
	for _, address := range addresses {
		if prefix, ok := address.(*net.IPNet); ok && prefix.IP.Equal(net.IPv6loopback) {
			return true
		}
	}
	return false
}

func closeListeners(listeners []net.Listener) error {
	var errs []error
	for _, listener := range listeners {
		errs = append(errs, listener.Close())
	}
	return errors.Join(errs...)
}
