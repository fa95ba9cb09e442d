package main_test

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/sts"

	"github.com/cardea-iam/cardea/server"
)

// binary is the command, built once for all tests of the package.
var binary string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "cardea-test-")
	if err != nil {
		panic(err)
	}
	binary = filepath.Join(dir, "cardea")
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		panic(string(out))
	}
	code := m.Run()
	_ = os.RemoveAll(dir)
	os.Exit(code)
}

// cardea runs the command to its end.
func cardea(t *testing.T, stdin string, args ...string) (stdout, stderr string, err error) {
	t.Helper()
	var out, errs strings.Builder
	cmd := exec.CommandContext(t.Context(), binary, args...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(stdin), &out, &errs
	cmd.Env = environment()
	err = cmd.Run()
	return out.String(), errs.String(), err
}

// environment is that of the test without what would be read as flags.
func environment(more ...string) []string {
	var env []string
	for _, v := range os.Environ() {
		if !strings.HasPrefix(v, "CARDEA_") {
			env = append(env, v)
		}
	}
	return append(env, more...)
}

// process is a server that runs as a process of its own.
type process struct {
	cmd    *exec.Cmd
	url    string
	banner string
	log    string // its file
}

// serve starts a server and waits until it says where it listens.
func serve(t *testing.T, args ...string) *process {
	t.Helper()
	p := &process{log: filepath.Join(t.TempDir(), "log")}
	log, err := os.Create(p.log)
	must(t, err)
	defer log.Close()
	p.cmd = exec.Command(binary, append([]string{"serve", "--listen", "127.0.0.1:0", "--console-listen", "localhost:0"}, args...)...)
	p.cmd.Stderr, p.cmd.Env = log, environment()
	stdout, err := p.cmd.StdoutPipe()
	must(t, err)
	must(t, p.cmd.Start())
	t.Cleanup(func() { p.kill() })
	p.read(t, stdout)
	return p
}

// read reads the banner, whose last line says how to stop the server.
func (p *process) read(t *testing.T, stdout io.Reader) {
	t.Helper()
	scanner := bufio.NewScanner(stdout)
	for scanner.Scan() {
		p.banner += scanner.Text() + "\n"
		if _, url, ok := strings.Cut(scanner.Text(), "API            "); ok {
			p.url = url
		}
		if strings.HasPrefix(scanner.Text(), "Ctrl-C") {
			break
		}
	}
	if p.url == "" || !answers(t.Context(), p.url) {
		log, _ := os.ReadFile(p.log)
		t.Fatalf("the server does not answer:\n%s%s", p.banner, log)
	}
	go func() { _, _ = io.Copy(io.Discard, stdout) }()
}

func answers(ctx context.Context, url string) bool {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, url+"/healthz", nil)
	if err != nil {
		return false
	}
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		return false
	}
	return response.Body.Close() == nil && response.StatusCode == http.StatusOK
}

// kill is kill -9.
func (p *process) kill() {
	if p.cmd.ProcessState == nil {
		_ = p.cmd.Process.Kill()
		_ = p.cmd.Wait()
	}
}

// terminate is SIGTERM, and answers how the process ended.
func (p *process) terminate(t *testing.T) error {
	t.Helper()
	must(t, p.cmd.Process.Signal(syscall.SIGTERM))
	return p.cmd.Wait()
}

func (p *process) config(keys aws.Credentials) aws.Config {
	return aws.Config{
		Region: "us-east-1", BaseEndpoint: aws.String(p.url), RetryMaxAttempts: 1,
		Credentials: credentials.NewStaticCredentialsProvider(keys.AccessKeyID, keys.SecretAccessKey, ""),
	}
}

// initialised makes a data directory.
func initialised(t *testing.T, args ...string) (dir string, facts server.Facts) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "data")
	out, errs, err := cardea(t, "", append([]string{"init", "--json", "--data", dir}, args...)...)
	if err != nil {
		t.Fatal(errs)
	}
	must(t, json.Unmarshal([]byte(out), &facts))
	return dir, facts
}

func keysOf(f server.Facts) aws.Credentials {
	return aws.Credentials{AccessKeyID: f.Administrator.AccessKeyID, SecretAccessKey: f.Administrator.SecretAccessKey}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestWhatWasAcknowledgedIsThereAfterAKill(t *testing.T) {
	dir, facts := initialised(t)
	var made []aws.Credentials
	for range 3 {
		p := serve(t, "--data", dir)
		client := iam.NewFromConfig(p.config(keysOf(facts)))
		name := aws.String("user" + strings.Repeat("x", len(made)))
		_, err := client.CreateUser(t.Context(), &iam.CreateUserInput{UserName: name})
		must(t, err)
		key, err := client.CreateAccessKey(t.Context(), &iam.CreateAccessKeyInput{UserName: name})
		must(t, err)
		made = append(made, aws.Credentials{AccessKeyID: *key.AccessKey.AccessKeyId, SecretAccessKey: *key.AccessKey.SecretAccessKey})
		p.kill()
	}
	p := serve(t, "--data", dir)
	for i, key := range made {
		who, err := sts.NewFromConfig(p.config(key)).GetCallerIdentity(t.Context(), nil)
		if err != nil || !strings.HasSuffix(aws.ToString(who.Arn), ":user/user"+strings.Repeat("x", i)) {
			t.Errorf("key %d after the kill: %v, %v", i, who, err)
		}
	}
}

func TestSIGTERMEndsTheServerWithoutAnError(t *testing.T) {
	p := serve(t, "--ephemeral")
	ended := make(chan error, 1)
	go func() { ended <- p.terminate(t) }()
	select {
	case err := <-ended:
		if err != nil {
			t.Errorf("the server ended with %v", err)
		}
	case <-time.After(10 * time.Second):
		t.Error("the server did not end within 10 seconds")
	}
}

func TestAnInitialisedServerAnswersSoonAndIsSmall(t *testing.T) {
	dir, _ := initialised(t)
	started := time.Now()
	p := serve(t, "--data", dir)
	took := time.Since(started)
	// 100 ms is what it takes on an idle machine; one that also runs other tests gets time.
	if took > time.Second {
		t.Errorf("the server took %s to answer", took)
	}
	status, err := os.ReadFile("/proc/" + strconv.Itoa(p.cmd.Process.Pid) + "/status")
	if errors.Is(err, os.ErrNotExist) {
		t.Logf("no /proc on this system: memory is measured on Linux")
		return
	}
	must(t, err)
	t.Logf("answered after %s; %s", took, regexp.MustCompile(`VmRSS:.*`).FindString(string(status)))
	kilobytes, err := strconv.Atoi(regexp.MustCompile(`VmRSS:\s+(\d+)`).FindStringSubmatch(string(status))[1])
	must(t, err)
	if kilobytes > 60<<10 {
		t.Errorf("the idle server takes %d kB", kilobytes)
	}
}
