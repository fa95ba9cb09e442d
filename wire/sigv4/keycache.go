package sigv4

import (
	"hash/maphash"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/cardea-iam/cardea/seal"
)

const (
	cacheShards   = 16
	shardCapacity = 625 // 10,000 keys in all
)

// KeyCache keeps signing keys that were derived, at most 10,000, so that a secret need not be unsealed and a key not be
// derived for every request. It holds no decision: who uses it has made sure that the access key is there and active.
// It may be used by many goroutines.
type KeyCache struct {
	seed   maphash.Seed
	shards [cacheShards]shard
}

// cacheKey is everything that a signing key is made from. The version stands for the secret.
type cacheKey struct {
	id, version, date, region, service string
}

// shard is one part of the cache, with a clock that passes over what was used since its last round.
type shard struct {
	mu    sync.RWMutex // guards all below
	slots map[cacheKey]*slot
	ring  []*slot
	hand  int
}

type slot struct {
	key    cacheKey
	signer SigningKey
	used   atomic.Bool
}

// NewKeyCache makes an empty cache.
func NewKeyCache() *KeyCache { return &KeyCache{seed: maphash.MakeSeed()} }

// Key answers the signing key for the scope of a request. The version names the secret that the access key has now, without
// giving it away: a key derived from another version is never answered. The secret is asked for only if the signing key
// must be derived; its error is handed on.
func (c *KeyCache) Key(s *Signed, version string, secret func() (seal.Secret, error)) (SigningKey, error) {
	key := cacheKey{s.AccessKeyID, version, s.ScopeDate, s.Region, s.Service}
	part := c.shardOf(key.id)
	if signer, ok := part.find(key); ok {
		return signer, nil
	}
	plain, err := secret()
	if err != nil {
		return SigningKey{}, err
	}
	signer := Derive(plain, s)
	if !signer.IsZero() {
		part.put(key, signer)
	}
	return signer, nil
}

// Drop forgets all signing keys of an access key: it was deleted, switched off, or has another secret.
func (c *KeyCache) Drop(accessKeyID string) { c.shardOf(accessKeyID).drop(accessKeyID) }

// Len is the number of keys that are kept.
func (c *KeyCache) Len() int {
	n := 0
	for i := range c.shards {
		c.shards[i].mu.RLock()
		n += len(c.shards[i].ring)
		c.shards[i].mu.RUnlock()
	}
	return n
}

func (c *KeyCache) shardOf(id string) *shard {
	return &c.shards[maphash.String(c.seed, id)%cacheShards]
}

func (p *shard) find(key cacheKey) (SigningKey, bool) {
	p.mu.RLock()
	defer p.mu.RUnlock()
	kept, ok := p.slots[key]
	if !ok {
		return SigningKey{}, false
	}
	kept.used.Store(true)
	return kept.signer, true
}

func (p *shard) put(key cacheKey, signer SigningKey) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if _, ok := p.slots[key]; ok {
		return
	}
	if p.slots == nil {
		p.slots = make(map[cacheKey]*slot)
	}
	fresh := &slot{key: key.clone(), signer: signer}
	p.slots[fresh.key] = fresh
	if len(p.ring) < shardCapacity {
		p.ring = append(p.ring, fresh)
		return
	}
	for p.ring[p.hand].used.Swap(false) {
		p.hand = (p.hand + 1) % len(p.ring)
	}
	delete(p.slots, p.ring[p.hand].key)
	p.ring[p.hand] = fresh
	p.hand = (p.hand + 1) % len(p.ring)
}

func (p *shard) drop(id string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	kept := p.ring[:0]
	for _, s := range p.ring {
		if s.key.id == id {
			delete(p.slots, s.key)
		} else {
			kept = append(kept, s)
		}
	}
	clear(p.ring[len(kept):])
	p.ring, p.hand = kept, 0
}

// clone copies the strings, which are parts of a request's header: they would keep all of it in memory.
func (k cacheKey) clone() cacheKey {
	return cacheKey{
		strings.Clone(k.id), strings.Clone(k.version), strings.Clone(k.date), strings.Clone(k.region), strings.Clone(k.service),
	}
}
