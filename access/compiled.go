package access

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/cardea-iam/cardea/policy"
)

// maxCompiled bounds how many compiled policies are kept.
const maxCompiled = 20_000

// compiled keeps policies by their text, and layers by their policies, so that those who have the same ones share them and none is ever stale.
type compiled struct {
	mu     sync.RWMutex // guards the two maps
	byText map[string]*policy.Policy
	layers map[string]*policy.Layer
}

// layer puts identity policies together, or finds them put together: most principals of an account have what many others have.
func (c *compiled) layer(attached []policy.Attached) *policy.Layer {
	var name strings.Builder
	for i := range attached {
		fmt.Fprintf(&name, "%p\x00%s\x00%s\x00", attached[i].Policy, attached[i].Name, attached[i].Via)
	}
	key := name.String()
	c.mu.RLock()
	layer, ok := c.layers[key]
	c.mu.RUnlock()
	if ok {
		return layer
	}
	layer = policy.NewLayer(policy.Identity, attached...)
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.layers == nil || len(c.layers) >= maxCompiled {
		c.layers = map[string]*policy.Layer{}
	}
	c.layers[key] = layer // it holds its policies, so no other can come to have their addresses
	return layer
}

// get compiles a text, or finds it compiled. A text that was accepted once always compiles; if one does not, the caller must deny.
func (c *compiled) get(text string, principals map[string]string) (*policy.Policy, error) {
	key := keyOf(text, principals)
	c.mu.RLock()
	p, ok := c.byText[key]
	c.mu.RUnlock()
	if ok {
		return p, nil
	}
	document, err := policy.Parse(text)
	if err != nil {
		return nil, fmt.Errorf("parse a stored policy: %w", err)
	}
	p = policy.CompileResolved(document, principals)
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.byText) >= maxCompiled {
		c.byText = nil // rare, and what is in use comes back at once
	}
	if c.byText == nil {
		c.byText = map[string]*policy.Policy{}
	}
	c.byText[key] = p
	return p, nil
}

// keyOf tells apart one text with principals that stand for different unique IDs.
func keyOf(text string, principals map[string]string) string {
	if len(principals) == 0 {
		return text
	}
	var key strings.Builder
	key.WriteString(text)
	for _, name := range slices.Sorted(maps.Keys(principals)) {
		key.WriteString("\x00" + name + "\x00" + principals[name])
	}
	return key.String()
}
