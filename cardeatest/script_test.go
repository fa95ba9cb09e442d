package cardeatest_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	"github.com/rogpeppe/go-internal/testscript"

	"github.com/cardea-iam/cardea/cardeatest"
	"github.com/cardea-iam/cardea/factor/totp"
	"github.com/cardea-iam/cardea/server"
)

// The scripts in testdata are what users do: each is one story, told against a server of its own with data on a disk. Their commands:
//
//	call WHO SERVICE ACTION [NAME=VALUE ...]  a signed request; the answer on standard output, a refusal on standard error. VALUE @FILE is a file's text
//	keep NAME ELEMENT                         remember the first such element of the last answer as $NAME
//	keys WHO                                  remember the access key in the last answer as somebody's
//	seed                                      put the seed of the last answer into the authenticator
//	code NAME STEPS                           the code that is shown so many steps from now, as $NAME
//	clock DURATION                            move the server's clock on
//	restart                                   close the server and open its data again
func TestScripts(t *testing.T) {
	for _, dir := range []string{"iam", "sts", "ec2", "regress"} {
		t.Run(dir, func(t *testing.T) {
			testscript.Run(t, testscript.Params{
				Dir: filepath.Join("..", "testdata", dir), Setup: setUp, RequireUniqueNames: true,
				Cmds: map[string]func(*testscript.TestScript, bool, []string){
					"call": callCommand, "keep": keepCommand, "keys": keysCommand, "seed": seedCommand, "code": codeCommand, "clock": clockCommand, "restart": restartCommand,
				},
			})
		})
	}
}

// story is the server of one script and what its client remembers.
type story struct {
	server *server.Server
	url    string
	served chan error
	dir    string
	ahead  atomic.Int64
	keys   map[string]aws.Credentials
	last   []byte
	seed   totp.Seed
}

func setUp(env *testscript.Env) error {
	s := &story{dir: filepath.Join(env.WorkDir, "data"), keys: map[string]aws.Credentials{}}
	if err := s.open(); err != nil {
		return err
	}
	admin, root := s.server.Facts.Administrator, s.server.Facts.Root
	s.keys["administrator"] = aws.Credentials{AccessKeyID: admin.AccessKeyID, SecretAccessKey: admin.SecretAccessKey}
	s.keys["root"] = aws.Credentials{AccessKeyID: root.AccessKeyID, SecretAccessKey: root.SecretAccessKey}
	env.Setenv("ACCOUNT", s.server.Facts.AccountID)
	env.Values["story"] = s
	env.Defer(func() {
		if err := s.close(); err != nil {
			panic(err) // a server that does not close is a failure of whatever script it was
		}
	})
	return nil
}

func (s *story) now() time.Time { return time.Now().Add(time.Duration(s.ahead.Load())) }

func (s *story) open() (err error) {
	if s.server, err = server.Open(context.Background(), server.Options{Dir: s.dir, Clock: s.now, Account: server.Founding{RootAccessKey: true}}); err != nil {
		return err
	}
	listener, err := (&net.ListenConfig{}).Listen(context.Background(), "tcp", "127.0.0.1:0")
	if err != nil {
		return errors.Join(err, s.server.Close())
	}
	s.url, s.served = "http://"+listener.Addr().String(), make(chan error, 1)
	go func(running *server.Server) { s.served <- running.Serve(listener) }(s.server)
	return nil
}

func (s *story) close() error {
	ctx, stop := context.WithTimeout(context.Background(), 10*time.Second)
	defer stop()
	return errors.Join(s.server.Drain(ctx), <-s.served, s.server.Close())
}

func of(ts *testscript.TestScript) *story { return ts.Value("story").(*story) }

var apiVersions = map[string]string{"iam": "2010-05-08", "sts": "2011-06-15", "ec2": "2016-11-15", "cardea": "2026-01-01"}

func callCommand(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) < 3 {
		ts.Fatalf("usage: call WHO SERVICE ACTION [NAME=VALUE ...]")
	}
	s, form := of(ts), url.Values{"Action": {args[2]}, "Version": {apiVersions[args[1]]}}
	for _, arg := range args[3:] {
		name, value, ok := strings.Cut(arg, "=")
		if !ok {
			ts.Fatalf("%s is no NAME=VALUE", arg)
		}
		if file, ok := strings.CutPrefix(value, "@"); ok {
			value = ts.ReadFile(file)
		}
		form.Set(name, value)
	}
	keys, ok := s.keys[args[0]]
	if !ok {
		ts.Fatalf("nobody is called %s", args[0])
	}
	status, err := s.send(keys, args[1], form.Encode())
	ts.Check(err)
	if status == http.StatusOK {
		_, _ = ts.Stdout().Write(append(s.last, '\n'))
	} else {
		_, _ = fmt.Fprintf(ts.Stderr(), "%d %s: %s\n", status, s.first("Code"), s.first("Message"))
	}
	switch {
	case neg && status == http.StatusOK:
		ts.Fatalf("it should have been refused")
	case !neg && status != http.StatusOK:
		ts.Fatalf("refused: %d %s: %s", status, s.first("Code"), s.first("Message"))
	}
}

// send signs with the SDK's signer, at the time that the server's clock shows.
func (s *story) send(keys aws.Credentials, service, body string) (status int, err error) {
	request, err := http.NewRequestWithContext(context.Background(), http.MethodPost, s.url+"/", strings.NewReader(body))
	if err != nil {
		return 0, err
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
	sum := sha256.Sum256([]byte(body))
	if err := v4.NewSigner().SignHTTP(context.Background(), keys, request, hex.EncodeToString(sum[:]), service, cardeatest.Region, s.now()); err != nil {
		return 0, err
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return 0, err
	}
	defer answer.Body.Close() //nolint:errcheck // only read
	s.last, err = io.ReadAll(answer.Body)
	return answer.StatusCode, err
}

// first is the text of the first element of a name in the last answer.
func (s *story) first(name string) string {
	decoder := xml.NewDecoder(bytes.NewReader(s.last))
	for {
		token, err := decoder.Token()
		if err != nil {
			return ""
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == name {
			var text string
			if err := decoder.DecodeElement(&text, &start); err != nil {
				return ""
			}
			return text
		}
	}
}

func (s *story) mustFirst(ts *testscript.TestScript, name string) string {
	text := s.first(name)
	if text == "" {
		ts.Fatalf("the last answer has no %s", name)
	}
	return text
}

func keepCommand(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: keep NAME ELEMENT")
	}
	ts.Setenv(args[0], of(ts).mustFirst(ts, args[1]))
}

func keysCommand(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 1 {
		ts.Fatalf("usage: keys WHO")
	}
	s := of(ts)
	s.keys[args[0]] = aws.Credentials{AccessKeyID: s.mustFirst(ts, "AccessKeyId"), SecretAccessKey: s.mustFirst(ts, "SecretAccessKey"), SessionToken: s.first("SessionToken")}
}

func seedCommand(ts *testscript.TestScript, _ bool, _ []string) {
	s := of(ts)
	text, err := base64.StdEncoding.DecodeString(s.mustFirst(ts, "Base32StringSeed"))
	ts.Check(err)
	s.seed, err = totp.ParseSeed(string(text))
	ts.Check(err)
}

func codeCommand(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: code NAME STEPS")
	}
	steps, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	s := of(ts)
	ts.Setenv(args[0], totp.Generator{Seed: s.seed}.Code(totp.Step(s.now())+steps))
}

func clockCommand(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 1 {
		ts.Fatalf("usage: clock DURATION")
	}
	by, err := time.ParseDuration(args[0])
	ts.Check(err)
	of(ts).ahead.Add(int64(by))
}

func restartCommand(ts *testscript.TestScript, _ bool, _ []string) {
	s := of(ts)
	ts.Check(s.close())
	ts.Check(s.open())
}

// TestEveryScriptIsRun finds a directory of scripts that TestScripts does not know.
func TestEveryScriptIsRun(t *testing.T) {
	dirs, err := os.ReadDir(filepath.Join("..", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{"iam": true, "sts": true, "ec2": true, "regress": true}
	for _, dir := range dirs {
		if !known[dir.Name()] {
			t.Errorf("testdata/%s is run by nobody", dir.Name())
		}
	}
}
