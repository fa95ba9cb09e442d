package passkey

import (
	"bytes"
	"errors"
	"io"

	"github.com/go-json-experiment/json/jsontext"
)

// What a browser answers is a few kilobytes and three objects deep.
const (
	maxResponse = 64 << 10
	maxDepth    = 16
)

// readable refuses an answer that is large or deep, has a name twice, or goes on after its end, before anything else looks at it.
func readable(response []byte) error {
	if len(response) > maxResponse {
		return refuse("it is larger than 64 KiB")
	}
	d := jsontext.NewDecoder(bytes.NewReader(response))
	for values := 0; ; {
		_, err := d.ReadToken()
		switch {
		case errors.Is(err, io.EOF) && values == 1:
			return nil
		case err != nil, values == 1:
			return refuse("it is not one JSON object without double names")
		case d.StackDepth() > maxDepth:
			return refuse("it is nested too deeply")
		case d.StackDepth() == 0:
			values++
		}
	}
}

// strictClientData refuses client data with a name twice, of which one reader might see the first and another the last.
func strictClientData(clientData []byte) error {
	if !jsontext.Value(clientData).IsValid() {
		return refuse("its client data are not JSON without double names")
	}
	return nil
}
