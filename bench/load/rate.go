package main

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
)

// signed is a whole signed request, as it goes over the wire.
func signed(address string, keys keys, service, form string) ([]byte, error) {
	request, err := http.NewRequest(http.MethodPost, "http://"+address+"/", strings.NewReader(form))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
	sum := sha256.Sum256([]byte(form))
	credentials := aws.Credentials{AccessKeyID: keys.ID, SecretAccessKey: keys.Secret}
	if err := v4.NewSigner().SignHTTP(context.Background(), credentials, request, hex.EncodeToString(sum[:]), service, "us-east-1", time.Now()); err != nil {
		return nil, err
	}
	var wire bytes.Buffer
	err = request.Write(&wire)
	return wire.Bytes(), err
}

// once sends a request and answers the body that comes back.
func once(address string, request []byte) ([]byte, error) {
	connection, err := net.Dial("tcp", address)
	if err != nil {
		return nil, err
	}
	defer connection.Close() //nolint:errcheck // done with it
	if _, err := connection.Write(request); err != nil {
		return nil, err
	}
	answer, err := http.ReadResponse(bufio.NewReader(connection), nil)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close() //nolint:errcheck // only read
	body, err := io.ReadAll(answer.Body)
	if err == nil && answer.StatusCode != http.StatusOK {
		err = fmt.Errorf("answered %s: %s", answer.Status, body)
	}
	return body, err
}

// rate sends requests over several connections, each waiting for its answer, and counts the answers a second.
func rate(address string, clients int, span time.Duration, next func(client, n int) ([]byte, error)) (float64, error) {
	var answered atomic.Int64
	var group sync.WaitGroup
	failed := make(chan error, clients)
	end := time.Now().Add(span)
	for client := range clients {
		group.Go(func() {
			n, err := drive(address, end, func(n int) ([]byte, error) { return next(client, n) })
			answered.Add(int64(n))
			if err != nil {
				failed <- err
			}
		})
	}
	began := time.Now()
	group.Wait()
	select {
	case err := <-failed:
		return 0, err
	default:
	}
	return float64(answered.Load()) / time.Since(began).Seconds(), nil
}

func drive(address string, end time.Time, next func(n int) ([]byte, error)) (answered int, err error) {
	connection, err := net.Dial("tcp", address)
	if err != nil {
		return 0, err
	}
	defer connection.Close() //nolint:errcheck // done with it
	reader := bufio.NewReader(connection)
	for time.Now().Before(end) {
		request, err := next(answered)
		if err != nil {
			return answered, err
		}
		if _, err := connection.Write(request); err != nil {
			return answered, err
		}
		if err := readAnswer(reader); err != nil {
			return answered, err
		}
		answered++
	}
	return answered, nil
}

// readAnswer reads an answer with as little work as can be: the client shares the machine with the server.
func readAnswer(reader *bufio.Reader) error {
	status, err := reader.ReadSlice('\n')
	if err != nil {
		return err
	}
	if !bytes.Contains(status, []byte(" 200 ")) {
		return fmt.Errorf("answered %s", bytes.TrimSpace(status))
	}
	length := -1
	for {
		line, err := reader.ReadSlice('\n')
		if err != nil {
			return err
		}
		if len(line) <= 2 {
			break
		}
		if rest, ok := bytes.CutPrefix(line, []byte("Content-Length: ")); ok {
			if _, err := fmt.Sscan(string(rest), &length); err != nil {
				return err
			}
		}
	}
	if length < 0 {
		return errors.New("an answer without a length")
	}
	_, err = reader.Discard(length)
	return err
}

// startBare runs this command as a bare handler, in a process of its own as the server is.
func startBare(work string, answer []byte) (*process, error) {
	file := filepath.Join(work, "answer")
	if err := os.WriteFile(file, answer, 0o600); err != nil {
		return nil, err
	}
	address, err := freeAddress()
	if err != nil {
		return nil, err
	}
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	command := exec.Command(self, "-bare", file, "-listen", address)
	stop, err := start(command)
	if err != nil {
		return nil, err
	}
	if err := waitFor("http://" + address + "/"); err != nil {
		stop()
		return nil, err
	}
	return &process{address, command.Process.Pid, stop}, nil
}

func serveBare(file, listen string) error {
	answer, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	return http.ListenAndServe(listen, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { //nolint:gosec // measured, not served
		_, _ = io.Copy(io.Discard, r.Body)
		w.Header().Set("Content-Type", "text/xml;charset=UTF-8")
		_, _ = w.Write(answer)
	}))
}
