package store

import (
	"bytes"
	"fmt"
	"sync"

	"github.com/fxamacker/cbor/v2"
)

// rowVersion is the first byte of every stored row: the encoding of the rest. Version 1 is CBOR with the numbered fields of the row's
// type; fields that are not known are passed over, so that rows of a newer release can be read by an older one.
const rowVersion = 1

// modes are the encoding of rows: deterministic (RFC 8949 §4.2.1), times with all of their digits.
var modes = sync.OnceValue(func() (m struct {
	enc cbor.UserBufferEncMode
	dec cbor.DecMode
},
) {
	options := cbor.CoreDetEncOptions()
	options.Time, options.TimeTag = cbor.TimeRFC3339NanoUTC, cbor.EncTagNone
	enc, err := options.UserBufferEncMode()
	if err != nil {
		panic(fmt.Errorf("store: encoding of rows: %w", err)) // constant options: found by the first test
	}
	dec, err := cbor.DecOptions{DupMapKey: cbor.DupMapKeyEnforcedAPF}.DecMode()
	if err != nil {
		panic(fmt.Errorf("store: decoding of rows: %w", err))
	}
	m.enc, m.dec = enc, dec
	return m
})

// encode is a row as a journal keeps it.
func encode(row any) ([]byte, error) {
	buf := bytes.NewBuffer(make([]byte, 0, 256))
	buf.WriteByte(rowVersion)
	if err := modes().enc.MarshalToBuffer(row, buf); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}

func decode(value []byte, row any) error {
	if len(value) == 0 {
		return fmt.Errorf("it is empty")
	}
	if value[0] != rowVersion {
		return fmt.Errorf("its encoding is version %d and this release reads version %d: use a newer release", value[0], rowVersion)
	}
	return modes().dec.Unmarshal(value[1:], row)
}
