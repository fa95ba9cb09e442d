// Package cardeatest runs a whole server inside a Go test, on a loopback port, with the official SDK as its client.
//
//	s := cardeatest.Start(t, server.Options{})
//	out, err := s.IAM(s.Administrator()).ListUsers(t.Context(), nil)
package cardeatest

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/sts"

	"github.com/cardea-iam/cardea/server"
)

// Region is where the clients think they are.
const Region = "us-east-1"

// Server is a server that listens. It is closed when the test ends.
type Server struct {
	*server.Server
	URL        string
	ConsoleURL string        // its own origin: http://localhost and a port
	Facts      *server.Facts // of the account as it was made

	options server.Options
	served  chan error
	t       testing.TB
}

// Start opens a server and has it listen. Without a directory in the options everything is in memory.
func Start(t testing.TB, o server.Options) *Server {
	t.Helper()
	s := &Server{options: o, t: t}
	s.open()
	s.Facts = s.Server.Facts
	t.Cleanup(s.Stop)
	return s
}

// Restart closes the server and opens its data again, at another port. It needs a directory.
func (s *Server) Restart() {
	s.t.Helper()
	s.Stop()
	s.open()
}

func (s *Server) open() {
	s.t.Helper()
	console, err := (&net.ListenConfig{}).Listen(context.Background(), "tcp", "127.0.0.1:0")
	if err != nil {
		s.t.Fatal(err)
	}
	s.options.PublicURL = &url.URL{Scheme: "http", Host: fmt.Sprintf("localhost:%d", console.Addr().(*net.TCPAddr).Port)}
	s.ConsoleURL = s.options.PublicURL.String()
	if s.Server, err = server.Open(context.Background(), s.options); err != nil {
		s.t.Fatal(err)
	}
	listener, err := (&net.ListenConfig{}).Listen(context.Background(), "tcp", "127.0.0.1:0")
	if err != nil {
		s.t.Fatal(errors.Join(err, s.Close()))
	}
	s.URL, s.served = "http://"+listener.Addr().String(), make(chan error, 2)
	go func(running *server.Server) { s.served <- running.Serve(listener) }(s.Server)
	go func(running *server.Server) { s.served <- running.ServeConsole(console) }(s.Server)
}

// Stop drains and closes the server before the test ends, so that what it has written can be looked at. Stopping again does nothing.
func (s *Server) Stop() {
	s.t.Helper()
	if s.served == nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := errors.Join(s.Drain(ctx), <-s.served, <-s.served, s.Close()); err != nil {
		s.t.Error(err)
	}
	s.served = nil
}

// Administrator is the access key of the administrator.
func (s *Server) Administrator() aws.Credentials {
	a := s.Facts.Administrator
	return aws.Credentials{AccessKeyID: a.AccessKeyID, SecretAccessKey: a.SecretAccessKey}
}

// Config is a configuration for any client of the SDK: this server, these keys, no second tries.
func (s *Server) Config(keys aws.Credentials) aws.Config {
	return aws.Config{
		Region: Region, BaseEndpoint: aws.String(s.URL), RetryMaxAttempts: 1,
		Credentials: credentials.NewStaticCredentialsProvider(keys.AccessKeyID, keys.SecretAccessKey, keys.SessionToken),
	}
}

// IAM is a client of IAM.
func (s *Server) IAM(keys aws.Credentials) *iam.Client { return iam.NewFromConfig(s.Config(keys)) }

// STS is a client of STS.
func (s *Server) STS(keys aws.Credentials) *sts.Client { return sts.NewFromConfig(s.Config(keys)) }

// EC2 is a client of EC2.
func (s *Server) EC2(keys aws.Credentials) *ec2.Client { return ec2.NewFromConfig(s.Config(keys)) }
