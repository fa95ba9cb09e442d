// Command load measures a server as its clients see it: requests a second of a signed GetCallerIdentity beside a bare HTTP handler that answers the same bytes, durable
// writes a second, the time from start to the first answer, and the memory of an idle server. Everything runs on loopback, in one go, in turns, because machines are noisy.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

func main() {
	bare := flag.String("bare", "", "answer every request with the text in this file (used by the command itself)")
	listen := flag.String("listen", "", "where -bare listens")
	span := flag.Duration("for", 3*time.Second, "how long each turn is")
	turns := flag.Int("turns", 3, "how many turns")
	clients := flag.Int("clients", 16, "connections that read")
	writers := flag.Int("writers", 64, "connections that write")
	flag.Parse()
	if err := run(*bare, *listen, plan{*span, *turns, *clients, *writers}); err != nil {
		fmt.Fprintln(os.Stderr, "load:", err)
		os.Exit(1)
	}
}

// plan is how much is measured.
type plan struct {
	span             time.Duration
	turns            int
	clients, writers int
}

func run(bare, listen string, p plan) error {
	if bare != "" {
		return serveBare(bare, listen)
	}
	work, err := os.MkdirTemp("", "cardea-load-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work) //nolint:errcheck // a temporary directory
	binary := filepath.Join(work, "cardea")
	if out, err := exec.Command("go", "build", "-C", "..", "-o", binary, "./cmd/cardea").CombinedOutput(); err != nil {
		return fmt.Errorf("build the server: %w\n%s", err, out)
	}
	return measure(work, binary, p)
}

func measure(work, binary string, p plan) error {
	keys, err := initialise(binary, filepath.Join(work, "data"))
	if err != nil {
		return err
	}
	server, started, err := startServer(binary, filepath.Join(work, "data"))
	if err != nil {
		return err
	}
	defer server.stop()
	time.Sleep(time.Second) // let it come to rest before its memory is read
	memory, err := residentMB(server.pid)
	if err != nil {
		return err
	}
	fmt.Printf("start of an initialised server to its first answer   %8.1f ms\n", float64(started.Microseconds())/1000)
	fmt.Printf("memory of the idle server                            %8.1f MB\n", memory)
	if err := compare(work, server, keys, p); err != nil {
		return err
	}
	return writes(server.address, keys, p)
}

// compare lets the server and a bare handler answer in turns.
func compare(work string, server *process, keys keys, p plan) error {
	request, err := signed(server.address, keys, "sts", "Action=GetCallerIdentity&Version=2011-06-15")
	if err != nil {
		return err
	}
	answer, err := once(server.address, request)
	if err != nil {
		return err
	}
	bare, err := startBare(work, answer)
	if err != nil {
		return err
	}
	defer bare.stop()
	var ratios []float64
	repeat := func(int, int) ([]byte, error) { return request, nil }
	for range p.turns {
		plain, plainCPU, err := rateAndCPU(bare, p.clients, p.span, repeat)
		if err != nil {
			return err
		}
		ours, oursCPU, err := rateAndCPU(server, p.clients, p.span, repeat)
		if err != nil {
			return err
		}
		ratios = append(ratios, ours/plain)
		fmt.Printf("GetCallerIdentity  %9.0f/s (%5.1f µs of CPU)   bare handler  %9.0f/s (%5.1f µs of CPU)   %5.1f %%\n", ours, oursCPU, plain, plainCPU, 100*ours/plain)
	}
	slices.Sort(ratios)
	fmt.Printf("GetCallerIdentity at the median                      %8.1f %% of the bare handler\n", 100*ratios[len(ratios)/2])
	return nil
}

func writes(address string, keys keys, p plan) error {
	run := strconv.FormatInt(time.Now().UnixNano(), 36)
	made, err := rate(address, p.writers, p.span, func(client, n int) ([]byte, error) {
		return signed(address, keys, "iam", fmt.Sprintf("Action=CreateUser&Version=2010-05-08&UserName=u%s-%d-%d", run, client, n))
	})
	if err != nil {
		return err
	}
	fmt.Printf("durable CreateUser with %d clients                    %8.0f /s\n", p.writers, made)
	return nil
}

// keys sign the requests.
type keys struct{ ID, Secret string }

func initialise(binary, dir string) (keys, error) {
	out, err := exec.Command(binary, "init", "--data", dir, "--json").Output()
	if err != nil {
		return keys{}, fmt.Errorf("initialise: %w", err)
	}
	var facts struct {
		Administrator struct {
			ID     string `json:"access_key_id"`
			Secret string `json:"secret_access_key"`
		} `json:"administrator"`
	}
	if err := json.Unmarshal(out, &facts); err != nil {
		return keys{}, fmt.Errorf("read the facts: %w", err)
	}
	return keys{facts.Administrator.ID, facts.Administrator.Secret}, nil
}

// process is a server that runs.
type process struct {
	address string
	pid     int
	stop    func()
}

func startServer(binary, dir string) (*process, time.Duration, error) {
	address, err := freeAddress()
	if err != nil {
		return nil, 0, err
	}
	command := exec.Command(binary, "serve", "--data", dir, "--listen", address, "--quota", "UsersQuota=100000000")
	stop, err := start(command)
	if err != nil {
		return nil, 0, err
	}
	began := time.Now()
	if err := waitFor("http://" + address + "/readyz"); err != nil {
		stop()
		return nil, 0, err
	}
	return &process{address, command.Process.Pid, stop}, time.Since(began), nil
}

func start(command *exec.Cmd) (stop func(), err error) {
	if err := command.Start(); err != nil {
		return nil, err
	}
	return func() {
		_ = command.Process.Signal(os.Interrupt)
		_ = command.Wait()
	}, nil
}

func freeAddress() (string, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	return listener.Addr().String(), listener.Close()
}

// waitFor asks until it gets an answer.
func waitFor(url string) error {
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	for {
		request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
		if err != nil {
			return err
		}
		if answer, err := http.DefaultClient.Do(request); err == nil {
			_ = answer.Body.Close()
			if answer.StatusCode == http.StatusOK {
				return nil
			}
		}
		if ctx.Err() != nil {
			return fmt.Errorf("%s did not answer within 30 s", url)
		}
		time.Sleep(time.Millisecond)
	}
}

// rateAndCPU is the rate, and the processor time that the server takes for one request, in microseconds: the steadier figure on a busy machine.
func rateAndCPU(server *process, clients int, span time.Duration, next func(client, n int) ([]byte, error)) (perSecond, cpu float64, err error) {
	before, err := processorTime(server.pid)
	if err != nil {
		return 0, 0, err
	}
	if perSecond, err = rate(server.address, clients, span, next); err != nil {
		return 0, 0, err
	}
	after, err := processorTime(server.pid)
	return perSecond, float64((after - before).Microseconds()) / (perSecond * span.Seconds()), err
}

// processorTime is what a process has used of the processors.
func processorTime(pid int) (time.Duration, error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0, fmt.Errorf("read the processor time of the server (needs Linux): %w", err)
	}
	fields := strings.Fields(string(text[strings.LastIndexByte(string(text), ')')+1:]))
	user, err := strconv.Atoi(fields[11])
	if err != nil {
		return 0, err
	}
	system, err := strconv.Atoi(fields[12])
	return time.Duration(user+system) * time.Second / 100, err // the kernel counts in hundredths of a second
}

// residentMB is the resident memory of a process.
func residentMB(pid int) (float64, error) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, fmt.Errorf("read the memory of the server (needs Linux): %w", err)
	}
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kB, err := strconv.ParseFloat(strings.Fields(rest)[0], 64)
			return kB / 1024, err
		}
	}
	return 0, fmt.Errorf("process %d has no VmRSS", pid)
}
