package ec2

import (
	"context"
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

var keyPairOperations = []service.Operation{
	reads("DescribeKeyPairs", func(in *api.DescribeKeyPairsInput) *bool { return in.DryRun }, describeKeyPairs),
	writes("CreateKeyPair", service.Write, func(in *api.CreateKeyPairInput) *bool { return in.DryRun }, asksCreateKeyPair, createKeyPair, service.Prepare(prepareKeyPair)),
	writes("ImportKeyPair", service.Write, func(in *api.ImportKeyPairInput) *bool { return in.DryRun }, asksImportKeyPair, importKeyPair),
	writes("DeleteKeyPair", service.Write, func(in *api.DeleteKeyPairInput) *bool { return in.DryRun }, asksDeleteKeyPair, deleteKeyPair),
}

// KeyPair is the public half of a key pair. The private half of one that is created leaves in the answer and is kept nowhere.
type KeyPair struct {
	Account     string    `cbor:"1,keyasint"`
	Region      string    `cbor:"2,keyasint"`
	ID          string    `cbor:"3,keyasint"`
	Name        string    `cbor:"4,keyasint"`
	Type        string    `cbor:"5,keyasint"`
	Public      string    `cbor:"6,keyasint"` // a line of authorized_keys
	Fingerprint string    `cbor:"7,keyasint"`
	CreatedAt   time.Time `cbor:"8,keyasint"`
}

var (
	keyPairRows  = store.NewTable("ec2keypair", func(k *KeyPair) string { return row(k.Account, k.Region, k.Name) })
	keyPairsByID = keyPairRows.Index(func(k *KeyPair) []string { return []string{row(k.Account, k.Region, k.ID)} })

	// keyPairCount counts the key pairs of an account in a Region.
	keyPairCount = keyPairRows.CountBy(func(k *KeyPair) []string { return []string{row(k.Account, k.Region, "")} })
)

// maxKeyPairs is how many key pairs an account may have in a Region.
// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-key-pairs.html
const maxKeyPairs = 5000

func noKeyPair(name string) error { return aKeyPair.notFound(name) }

// keyPairKeys are the keys of a key pair that is or will be.
func keyPairKeys(name, keyType string) []access.Key {
	keys := []access.Key{access.One("ec2:KeyPairName", name)}
	if keyType != "" {
		keys = append(keys, access.One("ec2:KeyPairType", keyType))
	}
	return keys
}

// storedKeyPairKeys are the keys of a key pair by its name; one that does not exist has no more than that.
func storedKeyPairKeys(c *service.Call, name string) []access.Key {
	k, ok := keyPairRows.Get(c.Tx, here(c)+name)
	if !ok {
		return keyPairKeys(name, "")
	}
	return append(keyPairKeys(k.Name, k.Type), tagKeys(c, k.ID)...)
}

// keyPairAsks asks for a key pair that is to be: its ARN ends in its name.
func keyPairAsks(c *service.Call, action, name, keyType string, specs []api.TagSpecification) ([]access.Ask, error) {
	if name == "" || len(name) > 255 || !asciiText.MatchString(name) || strings.TrimSpace(name) != name {
		return nil, invalidValue("Value (%s) for parameter keyName is invalid. It must have 1 to 255 ASCII characters, and no space around them.", name)
	}
	tags, err := specified(specs, aKeyPair)
	if err != nil {
		return nil, err
	}
	of := tags[aKeyPair.name]
	asks := []access.Ask{ask(c, action, aKeyPair, name, append(keyPairKeys(name, keyType), newTagKeys(of)...)...)}
	for _, more := range tagging(c, action, aKeyPair, of, keyPairKeys(name, keyType)...) {
		more.Resource = aKeyPair.arn(c, name)
		asks = append(asks, more)
	}
	return asks, nil
}

func asksCreateKeyPair(c *service.Call, in *api.CreateKeyPairInput) ([]access.Ask, error) {
	return keyPairAsks(c, "CreateKeyPair", in.KeyName, or(in.KeyType, api.KeyTypeRsa), in.TagSpecifications)
}

// prepareKeyPair makes the keys, outside of the transaction: it takes long.
func prepareKeyPair(_ context.Context, c *service.Call, in *api.CreateKeyPairInput) (*newKeys, error) {
	if err := onlyDry(in.DryRun); err != nil {
		return nil, err
	}
	if _, taken := keyPairRows.Get(c.Tx, here(c)+in.KeyName); taken {
		return nil, duplicateKeyPair(in.KeyName)
	}
	return generateKeys(c.Chance, or(in.KeyType, api.KeyTypeRsa), or(in.KeyFormat, api.KeyFormatPem), in.KeyName)
}

func duplicateKeyPair(name string) error {
	return refuse("InvalidKeyPair.Duplicate", "The keypair already exists: %s", name)
}

func createKeyPair(c *service.Call, in *api.CreateKeyPairInput) (*api.CreateKeyPairOutput, error) {
	keys := service.Prepared[newKeys](c)
	k, err := storeKeyPair(c, in.KeyName, keys.publicKey, in.TagSpecifications)
	if err != nil {
		return nil, err
	}
	return &api.CreateKeyPairOutput{KeyName: &k.Name, KeyPairId: &k.ID, KeyFingerprint: &k.Fingerprint, KeyMaterial: &keys.material, Tags: showTags(c, k.ID)}, nil
}

func asksImportKeyPair(c *service.Call, in *api.ImportKeyPairInput) ([]access.Ask, error) {
	imported, err := parsePublicKey(in.PublicKeyMaterial)
	if err != nil {
		return nil, err
	}
	return keyPairAsks(c, "ImportKeyPair", in.KeyName, imported.keyType, in.TagSpecifications)
}

func importKeyPair(c *service.Call, in *api.ImportKeyPairInput) (*api.ImportKeyPairOutput, error) {
	imported, err := parsePublicKey(in.PublicKeyMaterial)
	if err != nil {
		return nil, err
	}
	k, err := storeKeyPair(c, in.KeyName, imported, in.TagSpecifications)
	if err != nil {
		return nil, err
	}
	return &api.ImportKeyPairOutput{KeyName: &k.Name, KeyPairId: &k.ID, KeyFingerprint: &k.Fingerprint, Tags: showTags(c, k.ID)}, nil
}

func storeKeyPair(c *service.Call, name string, key publicKey, specs []api.TagSpecification) (*KeyPair, error) {
	if _, taken := keyPairRows.Get(c.Tx, here(c)+name); taken {
		return nil, duplicateKeyPair(name)
	}
	if keyPairCount.Of(c.Tx, here(c)) >= maxKeyPairs {
		return nil, refuse("KeyPairLimitExceeded", "The maximum number of key pairs, %d, has been reached.", maxKeyPairs)
	}
	tags, err := specified(specs, aKeyPair)
	if err != nil {
		return nil, err
	}
	k := &KeyPair{
		Account: c.Account(), Region: regionOf(c), ID: newID(c, aKeyPair.prefix), Name: name, Type: key.keyType, Public: key.line, Fingerprint: key.fingerprint, CreatedAt: c.Now,
	}
	keyPairRows.Put(c.Tx, k)
	putTags(c, k.ID, tags[aKeyPair.name])
	return k, nil
}

// keyPairToDelete finds a key pair by name or identifier; nil if there is none.
func keyPairToDelete(c *service.Call, in *api.DeleteKeyPairInput) (*KeyPair, error) {
	switch {
	case text(in.KeyPairId) != "":
		k, _ := keyPairsByID.Get(c.Tx, here(c)+*in.KeyPairId)
		return k, nil
	case text(in.KeyName) != "":
		k, _ := keyPairRows.Get(c.Tx, here(c)+*in.KeyName)
		return k, nil
	}
	return nil, refuse("MissingParameter", "The request must contain the parameter KeyName or KeyPairId")
}

func asksDeleteKeyPair(c *service.Call, in *api.DeleteKeyPairInput) ([]access.Ask, error) {
	k, err := keyPairToDelete(c, in)
	if err != nil {
		return nil, err
	}
	name := or(in.KeyName, text(in.KeyPairId))
	if k != nil {
		name = k.Name
	}
	return []access.Ask{ask(c, "DeleteKeyPair", aKeyPair, name, storedKeyPairKeys(c, name)...)}, nil
}

// deleteKeyPair succeeds if there is none of that name, too.
// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteKeyPair.html
func deleteKeyPair(c *service.Call, in *api.DeleteKeyPairInput) (*api.DeleteKeyPairOutput, error) {
	k, err := keyPairToDelete(c, in)
	if err != nil {
		return nil, err
	}
	out := &api.DeleteKeyPairOutput{Return: new(true)}
	if k != nil {
		keyPairRows.Delete(c.Tx, here(c)+k.Name)
		putTags(c, k.ID, nil)
		out.KeyPairId = &k.ID
	}
	return out, nil
}

var keyPairNoun = noun[api.KeyPairInfo]{
	kind: aKeyPair,
	all: func(c *service.Call, after string) iter.Seq2[string, api.KeyPairInfo] {
		return shown(keyPairRows.After(c.Tx, here(c), after), func(k *KeyPair) (api.KeyPairInfo, bool) { return showKeyPair(c, k), true })
	},
	one: func(c *service.Call, name string) (api.KeyPairInfo, bool) {
		k, ok := keyPairRows.Get(c.Tx, here(c)+name)
		if !ok {
			return api.KeyPairInfo{}, false
		}
		return showKeyPair(c, k), true
	},
	tags: func(k *api.KeyPairInfo) []api.Tag { return k.Tags },
	fields: fields[api.KeyPairInfo]{
		"key-name":    field(func(k *api.KeyPairInfo) *string { return k.KeyName }),
		"key-pair-id": field(func(k *api.KeyPairInfo) *string { return k.KeyPairId }),
		"fingerprint": field(func(k *api.KeyPairInfo) *string { return k.KeyFingerprint }),
	},
}

func describeKeyPairs(c *service.Call, in *api.DescribeKeyPairsInput) (*api.DescribeKeyPairsOutput, error) {
	names := slices.Clone(in.KeyNames)
	for _, id := range in.KeyPairIds {
		k, ok := keyPairsByID.Get(c.Tx, here(c)+id)
		if !ok {
			return nil, refuse("InvalidKeyPair.NotFound", "The key pair ID '%s' does not exist", id)
		}
		names = append(names, k.Name)
	}
	q := query{ids: names, filters: in.Filters}
	out := &api.DescribeKeyPairsOutput{KeyPairs: []api.KeyPairInfo{}}
	for { // this operation has no pages
		found, next, err := keyPairNoun.find(c, q)
		if err != nil {
			return nil, err
		}
		out.KeyPairs = append(out.KeyPairs, found...)
		if q.token = next; next == nil {
			break
		}
	}
	if !yes(in.IncludePublicKey) {
		for i := range out.KeyPairs {
			out.KeyPairs[i].PublicKey = nil
		}
	}
	return out, nil
}

func showKeyPair(c *service.Call, k *KeyPair) api.KeyPairInfo {
	return api.KeyPairInfo{
		KeyName: &k.Name, KeyPairId: &k.ID, KeyType: &k.Type, KeyFingerprint: &k.Fingerprint, CreateTime: &k.CreatedAt, PublicKey: &k.Public, Tags: showTags(c, k.ID),
	}
}
