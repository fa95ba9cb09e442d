package ec2

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"regexp"
	"strings"

	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/service"
)

// kind is a kind of resource: how it is called in ARNs, how its identifiers begin, and how EC2 says that there is none.
type kind struct {
	name      string // in ARNs and tag specifications
	prefix    string // of identifiers
	malformed string // code
	absent    string // code
	sentence  string // of absence
}

var (
	anInstance  = kind{"instance", "i", "InvalidInstanceID.Malformed", "InvalidInstanceID.NotFound", "The instance ID '%s' does not exist"}
	aVolume     = kind{"volume", "vol", "InvalidVolumeID.Malformed", "InvalidVolume.NotFound", "The volume '%s' does not exist."}
	aGroup      = kind{"security-group", "sg", "InvalidGroupId.Malformed", "InvalidGroup.NotFound", "The security group '%s' does not exist"}
	aRule       = kind{"security-group-rule", "sgr", "InvalidSecurityGroupRuleId.Malformed", "InvalidSecurityGroupRuleId.NotFound", "The security group rule ID '%s' does not exist"}
	aVpc        = kind{"vpc", "vpc", "InvalidVpcID.Malformed", "InvalidVpcID.NotFound", "The vpc ID '%s' does not exist"}
	aSubnet     = kind{"subnet", "subnet", "InvalidSubnetID.Malformed", "InvalidSubnetID.NotFound", "The subnet ID '%s' does not exist"}
	anInterface = kind{"network-interface", "eni", "InvalidNetworkInterfaceId.Malformed", "InvalidNetworkInterfaceID.NotFound", "The networkInterface ID '%s' does not exist"}
	aKeyPair    = kind{"key-pair", "key", "InvalidKeyPair.Format", "InvalidKeyPair.NotFound", "The key pair '%s' does not exist"}
	anImage     = kind{"image", "ami", "InvalidAMIID.Malformed", "InvalidAMIID.NotFound", "The image id '[%s]' does not exist"}
)

var kinds = []kind{anInstance, aVolume, aGroup, aRule, aVpc, aSubnet, anInterface, aKeyPair, anImage}

// kindOf tells the kind of a resource by its identifier.
func kindOf(id string) (kind, bool) {
	prefix, _, _ := strings.Cut(id, "-")
	for _, k := range kinds {
		if k.prefix == prefix {
			return k, true
		}
	}
	return kind{}, false
}

var idTail = regexp.MustCompile(`^-(?:[0-9a-f]{8}|[0-9a-f]{17})$`)

// check refuses what can be no identifier of the kind.
// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html
func (k kind) check(ids ...string) error {
	for _, id := range ids {
		tail, ok := strings.CutPrefix(id, k.prefix)
		if !ok || !strings.HasPrefix(tail, "-") {
			return refuse(k.malformed, `Invalid id: "%s" (expecting "%s-...")`, id, k.prefix)
		}
		if !idTail.MatchString(tail) {
			return refuse(k.malformed, `Invalid id: "%s"`, id)
		}
	}
	return nil
}

// notFound is the answer to identifiers of which there is nothing.
func (k kind) notFound(ids ...string) *fault.Error {
	sentence := k.sentence
	if len(ids) > 1 {
		sentence = strings.NewReplacer(" ID '", " IDs '", "does not", "do not").Replace(sentence)
	}
	return fault.New(k.absent, fault.BadRequest, sentence, strings.Join(ids, ", "))
}

// arn is the ARN of a resource of the kind, here: of the call's account and Region. Images belong to no account in it.
func (k kind) arn(c *service.Call, id string) string {
	account := c.Account()
	if k.name == anImage.name {
		account = ""
	}
	return "arn:aws:ec2:" + regionOf(c) + ":" + account + ":" + k.name + "/" + id
}

// given is the identifier of something that every account has from the start: it follows from where it is.
func (k kind) given(account, region, what string) string {
	sum := sha256.Sum256([]byte("ec2/" + account + "/" + region + "/" + k.name + "/" + what))
	return k.prefix + "-0" + hex.EncodeToString(sum[:])[:16]
}

// row is the key of a row.
func row(account, region, id string) string { return account + "/" + region + "/" + id }

// here is what the keys of all rows of the call's account and Region begin with.
func here(c *service.Call) string { return row(c.Account(), regionOf(c), "") }

// asciiText is what names of key pairs and client tokens are made of.
var asciiText = regexp.MustCompile(`^[ -~]*$`)

// checkToken refuses client tokens that are too long or no ASCII.
// https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-idempotency.html
func checkToken(token string) error {
	if len(token) > 64 || !asciiText.MatchString(token) {
		return invalidValue("Invalid value for clientToken: it must have at most 64 ASCII characters.")
	}
	return nil
}

// printOf is what tells the parameters of one request from those of another.
func printOf(in any) []byte {
	plain, _ := json.Marshal(in) // a generated shape: it cannot fail
	sum := sha256.Sum256(plain)
	return sum[:]
}
