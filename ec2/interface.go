package ec2

import (
	"encoding/binary"
	"fmt"
	"io"
	"iter"
	"net/netip"
	"slices"
	"strings"
	"time"

	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

var interfaceOperations = []service.Operation{
	reads("DescribeNetworkInterfaces", func(in *api.DescribeNetworkInterfacesInput) *bool { return in.DryRun }, describeInterfaces),
}

// maxGroupsOfInterface is how many security groups an interface may be in.
// https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html
const maxGroupsOfInterface = 5

// maxAddresses is how many private addresses an interface may have. With AWS it is up to the type of the instance, and never more.
// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AvailableIpPerENI.html
const maxAddresses = 50

// NetworkInterface is the interface of an instance: it comes and goes with it.
type NetworkInterface struct {
	Account     string    `cbor:"1,keyasint"`
	Region      string    `cbor:"2,keyasint"`
	ID          string    `cbor:"3,keyasint"`
	Instance    string    `cbor:"4,keyasint"`
	Subnet      string    `cbor:"5,keyasint"`
	Private     string    `cbor:"6,keyasint"`           // address
	Public      string    `cbor:"7,keyasint,omitempty"` // address, while the instance has one
	WantsPublic bool      `cbor:"8,keyasint,omitempty"`
	MAC         string    `cbor:"9,keyasint"`
	Groups      []string  `cbor:"10,keyasint"` // identifiers
	Description string    `cbor:"11,keyasint,omitempty"`
	AttachedAt  time.Time `cbor:"12,keyasint"`
	Attachment  string    `cbor:"13,keyasint"`
	Unchecked   bool      `cbor:"14,keyasint,omitempty"` // no check of source and destination
	Secondary   []string  `cbor:"15,keyasint,omitempty"` // addresses beside the private one
}

// Clone is a copy to change.
func (n *NetworkInterface) Clone() *NetworkInterface {
	copied := *n
	copied.Groups, copied.Secondary = slices.Clone(n.Groups), slices.Clone(n.Secondary)
	return &copied
}

var (
	interfaceRows = store.NewTable("ec2interface", func(n *NetworkInterface) string { return row(n.Account, n.Region, n.ID) })

	interfacesByInstance = interfaceRows.Index(func(n *NetworkInterface) []string { return []string{row(n.Account, n.Region, n.Instance)} })
	interfacesByAddress  = interfaceRows.Index(func(n *NetworkInterface) []string {
		keys := make([]string, 0, 1+len(n.Secondary))
		for _, address := range n.addresses() {
			keys = append(keys, row(n.Account, n.Region, address))
		}
		return keys
	})
	interfacesByGroup = interfaceRows.Index(func(n *NetworkInterface) []string {
		keys := make([]string, 0, len(n.Groups))
		for _, group := range n.Groups {
			keys = append(keys, row(n.Account, n.Region, group))
		}
		return keys
	})

	// addressCount counts the private addresses in a subnet that are taken.
	addressCount = interfaceRows.CountBy(func(n *NetworkInterface) []string {
		return slices.Repeat([]string{row(n.Account, n.Region, n.Subnet)}, 1+len(n.Secondary))
	})
)

// addresses are the private addresses of an interface, the primary one first.
func (n *NetworkInterface) addresses() []string { return append([]string{n.Private}, n.Secondary...) }

// freeAddress draws a free address of a subnet that is none of some others.
func freeAddress(c *service.Call, s subnet, others []string) (string, error) {
	first := chanceOf(c, subnetSize)
	for i := range subnetSize {
		n := (first + i) % subnetSize
		if n < reserved-1 || n == subnetSize-1 {
			continue
		}
		address := s.address(n).String()
		if _, taken := interfacesByAddress.Get(c.Tx, here(c)+address); !taken && !slices.Contains(others, address) {
			return address, nil
		}
	}
	return "", refuse("InsufficientFreeAddressesInSubnet", "The specified subnet does not have enough free addresses to satisfy the request.")
}

// wishedAddress checks the address that a caller wants for an interface.
func wishedAddress(c *service.Call, s subnet, wish string) (string, error) {
	address, err := netip.ParseAddr(wish)
	if err != nil || !address.Is4() {
		return "", invalidValue("Value (%s) for parameter privateIpAddress is invalid. Invalid IP address", wish)
	}
	if !s.Block.Contains(address) {
		return "", invalidValue("Address %s does not fall within the subnet's address range", wish)
	}
	four := address.As4()
	if n := int(four[2]-s.Block.Addr().As4()[2])<<8 | int(four[3]); n < reserved-1 || n == subnetSize-1 {
		return "", invalidValue("Address %s is in subnet's reserved address range", wish)
	}
	if _, taken := interfacesByAddress.Get(c.Tx, here(c)+address.String()); taken {
		return "", refuse("InvalidIPAddress.InUse", "Address %s is in use.", wish)
	}
	return address.String(), nil
}

// publicAddress draws an address of the block that is kept for benchmarks and routed nowhere: it can be shown, and nothing answers under it. RFC 2544.
func publicAddress(c *service.Call) string {
	n := chanceOf(c, 1<<17)
	return netip.AddrFrom4([4]byte{198, 18 + byte(n>>16), byte(n >> 8), byte(n)}).String()
}

// chanceOf draws a number below n, evenly where n is a power of two.
func chanceOf(c *service.Call, n int) int { return int(binary.BigEndian.Uint32(draw(c.Chance, 4))) % n }

func draw(chance io.Reader, n int) []byte {
	raw := make([]byte, n)
	if _, err := io.ReadFull(chance, raw); err != nil {
		panic(fmt.Errorf("read random bytes: %w", err)) // as identity.NewHexID: an identifier that repeats is worse
	}
	return raw
}

// newMAC makes a locally administered hardware address.
func newMAC(c *service.Call) string {
	raw := draw(c.Chance, 5)
	return fmt.Sprintf("02:%02x:%02x:%02x:%02x:%02x", raw[0], raw[1], raw[2], raw[3], raw[4])
}

// interfaceOf is the interface of an instance; nil once it is terminated.
func interfaceOf(c *service.Call, instance string) *NetworkInterface {
	found, ok := interfacesByInstance.Get(c.Tx, here(c)+instance)
	if !ok {
		return nil
	}
	return found
}

var interfaceNoun = noun[api.NetworkInterface]{
	kind: anInterface,
	all: func(c *service.Call, after string) iter.Seq2[string, api.NetworkInterface] {
		return shown(interfaceRows.After(c.Tx, here(c), after), func(n *NetworkInterface) (api.NetworkInterface, bool) { return showInterface(c, n), true })
	},
	one: func(c *service.Call, id string) (api.NetworkInterface, bool) {
		n, ok := interfaceRows.Get(c.Tx, here(c)+id)
		if !ok {
			return api.NetworkInterface{}, false
		}
		return showInterface(c, n), true
	},
	tags: func(n *api.NetworkInterface) []api.Tag { return n.TagSet },
	fields: joined(fields[api.NetworkInterface]{
		"network-interface-id":             field(func(n *api.NetworkInterface) *string { return n.NetworkInterfaceId }),
		"attachment.instance-id":           field(func(n *api.NetworkInterface) *string { return n.Attachment.InstanceId }),
		"attachment.instance-owner-id":     field(func(n *api.NetworkInterface) *string { return n.Attachment.InstanceOwnerId }),
		"attachment.attachment-id":         field(func(n *api.NetworkInterface) *string { return n.Attachment.AttachmentId }),
		"attachment.status":                field(func(n *api.NetworkInterface) *string { return n.Attachment.Status }),
		"attachment.attach-time":           moment(func(n *api.NetworkInterface) *time.Time { return n.Attachment.AttachTime }),
		"attachment.delete-on-termination": flag(func(n *api.NetworkInterface) *bool { return n.Attachment.DeleteOnTermination }),
		"attachment.device-index":          field(func(n *api.NetworkInterface) *string { return spelled(n.Attachment.DeviceIndex) }),
		"availability-zone":                field(func(n *api.NetworkInterface) *string { return n.AvailabilityZone }),
		"availability-zone-id":             field(func(n *api.NetworkInterface) *string { return n.AvailabilityZoneId }),
		"description":                      field(func(n *api.NetworkInterface) *string { return n.Description }),
		"mac-address":                      field(func(n *api.NetworkInterface) *string { return n.MacAddress }),
		"owner-id":                         field(func(n *api.NetworkInterface) *string { return n.OwnerId }),
		"private-ip-address":               field(func(n *api.NetworkInterface) *string { return n.PrivateIpAddress }),
		"private-dns-name":                 field(func(n *api.NetworkInterface) *string { return n.PrivateDnsName }),
		"status":                           field(func(n *api.NetworkInterface) *string { return n.Status }),
		"subnet-id":                        field(func(n *api.NetworkInterface) *string { return n.SubnetId }),
		"vpc-id":                           field(func(n *api.NetworkInterface) *string { return n.VpcId }),
		"interface-type":                   field(func(n *api.NetworkInterface) *string { return n.InterfaceType }),
		"group-id":                         each(groupsOfInterface, func(g *api.GroupIdentifier) *string { return g.GroupId }),
		"group-name":                       each(groupsOfInterface, func(g *api.GroupIdentifier) *string { return g.GroupName }),
		"source-dest-check":                flag(func(n *api.NetworkInterface) *bool { return n.SourceDestCheck }),
		"requester-managed":                flag(func(n *api.NetworkInterface) *bool { return n.RequesterManaged }),
		"addresses.private-ip-address":     each(addressesOf, func(a *api.NetworkInterfacePrivateIpAddress) *string { return a.PrivateIpAddress }),
		"addresses.primary":                all(addressesOf, flag(func(a *api.NetworkInterfacePrivateIpAddress) *bool { return a.Primary })),
		"addresses.association.owner-id":   field(func(n *api.NetworkInterface) *string { return orEmpty(n.Association).IpOwnerId }),
		"addresses.association.public-ip":  field(func(n *api.NetworkInterface) *string { return orEmpty(n.Association).PublicIp }),
		"association.ip-owner-id":          field(func(n *api.NetworkInterface) *string { return orEmpty(n.Association).IpOwnerId }),
		"association.public-ip":            field(func(n *api.NetworkInterface) *string { return orEmpty(n.Association).PublicIp }),
		"association.public-dns-name":      field(func(n *api.NetworkInterface) *string { return orEmpty(n.Association).PublicDnsName }),
	}, never[api.NetworkInterface]("operator.managed"), nothing[api.NetworkInterface]("association.allocation-id", "association.association-id", "ipv6-addresses.ipv6-address", "operator.principal", "requester-id")),
}

func addressesOf(n *api.NetworkInterface) []api.NetworkInterfacePrivateIpAddress {
	return n.PrivateIpAddresses
}

func groupsOfInterface(n *api.NetworkInterface) []api.GroupIdentifier { return n.Groups }

func describeInterfaces(c *service.Call, in *api.DescribeNetworkInterfacesInput) (*api.DescribeNetworkInterfacesOutput, error) {
	if err := anInterface.check(in.NetworkInterfaceIds...); err != nil {
		return nil, err
	}
	found, next, err := interfaceNoun.find(c, query{in.NetworkInterfaceIds, in.Filters, in.MaxResults, in.NextToken})
	if err != nil {
		return nil, err
	}
	return &api.DescribeNetworkInterfacesOutput{NetworkInterfaces: found, NextToken: next}, nil
}

func showInterface(c *service.Call, n *NetworkInterface) api.NetworkInterface {
	s, _ := subnetNamed(c, n.Subnet)
	shown := api.NetworkInterface{
		NetworkInterfaceId: &n.ID, SubnetId: &n.Subnet, VpcId: new(defaultVpc(c)), OwnerId: &n.Account, AvailabilityZone: &s.Zone, AvailabilityZoneId: new(zoneID(s.Zone)),
		Description: &n.Description, MacAddress: &n.MAC, PrivateIpAddress: &n.Private, PrivateDnsName: new(n.privateName(n.Private)), Status: new("in-use"), InterfaceType: new("interface"),
		SourceDestCheck: new(!n.Unchecked), RequesterManaged: new(false), Groups: showGroups(c, n.Groups), TagSet: showTags(c, n.ID), Ipv6Addresses: []api.NetworkInterfaceIpv6Address{},
		Attachment: &api.NetworkInterfaceAttachment{
			AttachTime: &n.AttachedAt, AttachmentId: &n.Attachment, DeleteOnTermination: new(true), DeviceIndex: new(int32(0)), NetworkCardIndex: new(int32(0)),
			InstanceId: &n.Instance, InstanceOwnerId: &n.Account, Status: new("attached"),
		},
	}
	for i, address := range n.addresses() {
		shown.PrivateIpAddresses = append(shown.PrivateIpAddresses, api.NetworkInterfacePrivateIpAddress{
			Primary: new(i == 0), PrivateIpAddress: &address, PrivateDnsName: new(n.privateName(address)),
		})
	}
	if n.Public != "" {
		association := &api.NetworkInterfaceAssociation{IpOwnerId: new("amazon"), PublicIp: &n.Public, PublicDnsName: new(publicName(n))}
		shown.Association, shown.PrivateIpAddresses[0].Association = association, association
	}
	return shown
}

// privateName is the host name that belongs to an address of an interface inside of its network.
// https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html
func (n *NetworkInterface) privateName(address string) string {
	name := "ip-" + strings.ReplaceAll(address, ".", "-")
	if n.Region == home {
		return name + ".ec2.internal"
	}
	return name + "." + n.Region + ".compute.internal"
}

func publicName(n *NetworkInterface) string {
	if n.Public == "" {
		return ""
	}
	name := "ec2-" + strings.ReplaceAll(n.Public, ".", "-")
	if n.Region == home {
		return name + ".compute-1.amazonaws.com"
	}
	return name + "." + n.Region + ".compute.amazonaws.com"
}

// newID makes the identifier of something new.
func newID(c *service.Call, prefix string) string {
	return identity.NewHexID(c.Chance, prefix)
}
