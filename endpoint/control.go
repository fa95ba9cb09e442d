package endpoint

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"time"
)

// reset is POST /_cardea/reset.
func (d *Door) reset(ctx context.Context, body []byte) (any, error) {
	var asked struct {
		AccountID string `json:"account_id"`
	}
	if err := read(body, &asked); err != nil {
		return nil, err
	}
	keyID, secret, err := d.controls.Reset(ctx, asked.AccountID)
	if err != nil {
		return nil, err
	}
	return struct{ AccessKeyId, SecretAccessKey string }{keyID, secret}, nil
}

// advance is POST /_cardea/clock.
func (d *Door) advance(_ context.Context, body []byte) (any, error) {
	var asked struct {
		Advance string `json:"advance"`
	}
	if err := read(body, &asked); err != nil {
		return nil, err
	}
	by, err := time.ParseDuration(asked.Advance)
	if err != nil {
		return nil, fmt.Errorf(`advance %q is no duration: write it as "30s" or "12h"`, asked.Advance)
	}
	now, err := d.controls.Advance(by)
	if err != nil {
		return nil, err
	}
	return struct {
		Now time.Time `json:"now"`
	}{now.UTC()}, nil
}

// read reads a body of JSON; an empty one asks for nothing in particular.
func read(body []byte, into any) error {
	if len(bytes.TrimSpace(body)) == 0 {
		return nil
	}
	decoder := json.NewDecoder(bytes.NewReader(body))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(into); err != nil {
		return fmt.Errorf("the body is not the JSON that is expected: %w", err)
	}
	return nil
}
