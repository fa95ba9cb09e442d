package ec2

import (
	"bytes"
	"slices"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
)

var runOperations = []service.Operation{
	writes("RunInstances", service.Write, func(in *api.RunInstancesInput) *bool { return in.DryRun }, asksRunInstances, runInstances),
}

// asksRunInstances asks for each resource of a launch by itself.
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
func asksRunInstances(c *service.Call, in *api.RunInstancesInput) ([]access.Ask, error) {
	l, err := newLaunch(c, in)
	if err != nil {
		return nil, err
	}
	const action = "RunInstances"
	made := func(k kind, keys []access.Key) access.Ask {
		return ask(c, action, k, anyOf, append(slices.Clone(keys), newTagKeys(l.tags[k.name])...)...)
	}
	asks := []access.Ask{
		made(anInstance, l.instance.keys(c)), ask(c, action, anImage, l.instance.Image, imageKeys(c, l.instance.Image)...), made(anInterface, l.cardKeys(c)),
	}
	subnetAsk := ask(c, action, aSubnet, l.subnetID, access.One("ec2:SubnetID", l.subnetID))
	if s, ok := subnetNamed(c, l.subnetID); ok {
		subnetAsk = ask(c, action, aSubnet, s.ID, subnetKeys(c, s)...)
	}
	asks = append(asks, subnetAsk)
	for _, id := range append(slices.Clone(l.groups), l.byName...) {
		asks = append(asks, ask(c, action, aGroup, id, groupKeys(c, id)...))
	}
	for _, v := range l.volumes {
		asks = append(asks, made(aVolume, volumeKeys(v)))
	}
	if l.instance.KeyPair != "" {
		asks = append(asks, ask(c, action, aKeyPair, l.instance.KeyPair, storedKeyPairKeys(c, l.instance.KeyPair)...))
	}
	asks = append(asks, tagging(c, action, anInstance, l.tags[anInstance.name], l.instance.keys(c)...)...)
	asks = append(asks, tagging(c, action, anInterface, l.tags[anInterface.name], l.cardKeys(c)...)...)
	for _, v := range l.volumes {
		asks = append(asks, tagging(c, action, aVolume, l.tags[aVolume.name], volumeKeys(v)...)...)
	}
	if l.role != nil {
		asks = append(asks, passRole(l.role))
	}
	return asks, nil
}

// passRole asks whether the caller may hand a role to EC2.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
func passRole(role *identity.Role) access.Ask {
	return access.Ask{
		Action: "iam:PassRole", Resource: role.ARN(),
		Context: append(access.ResourceTags("iam", role.Tags), access.One("iam:PassedToService", "ec2.amazonaws.com")),
	}
}

func (l *launch) cardKeys(c *service.Call) []access.Key {
	keys := []access.Key{
		access.One("ec2:Subnet", aSubnet.arn(c, l.subnetID)), access.One("ec2:Vpc", aVpc.arn(c, defaultVpc(c))), access.One("ec2:AssociatePublicIpAddress", truth(l.card.WantsPublic)),
	}
	if s, ok := subnetNamed(c, l.subnetID); ok {
		keys = append(keys, access.One("ec2:AvailabilityZone", s.Zone))
	}
	return keys
}

func runInstances(c *service.Call, in *api.RunInstancesInput) (*api.RunInstancesOutput, error) {
	l, err := newLaunch(c, in)
	if err != nil {
		return nil, err
	}
	sweep(c)
	if l.instance.Token != "" {
		l.instance.Print = printOf(in)
		if before, err := l.again(c); before != nil || err != nil {
			return before, err
		}
	}
	if err := l.possible(c); err != nil {
		return nil, err
	}
	reservation := api.Reservation{ReservationId: new(newID(c, "r")), OwnerId: new(c.Account()), Groups: []api.GroupIdentifier{}, Instances: []api.Instance{}}
	for index := range l.count(c) {
		i := l.instance.Clone()
		i.ID, i.Reservation, i.Index = newID(c, anInstance.prefix), *reservation.ReservationId, int32(index)
		if err := l.start(c, i); err != nil {
			return nil, err
		}
		reservation.Instances = append(reservation.Instances, showInstance(c, i))
	}
	return &reservation, nil
}

// again answers the instances that the client token has made before; nil if it has not been used.
// https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-idempotency.html
func (l *launch) again(c *service.Call) (*api.Reservation, error) {
	var before []api.Reservation
	for i := range instancesByToken.All(c.Tx, here(c)+l.instance.Token) {
		if !bytes.Equal(i.Print, l.instance.Print) {
			return nil, tokenMismatch()
		}
		before = intoReservations(before, i, showInstance(c, i))
	}
	if before == nil {
		return nil, nil //nolint:nilnil // no launch with that token is no error
	}
	return &before[0], nil
}

// count is how many instances are started: as many as the limits allow, at most as many as were asked for.
func (l *launch) count(c *service.Call) int {
	return min(int(l.in.MaxCount), maxInstances-instanceCount.Of(c.Tx, here(c)))
}

// possible refuses a launch of what does not exist or does not go together.
func (l *launch) possible(c *service.Call) error {
	picture, ok := imageNamed(l.instance.Image)
	if !ok {
		return anImage.notFound(l.instance.Image)
	}
	size, ok := typeNamed(l.instance.Type)
	if !ok {
		return unknownType(l.instance.Type)
	}
	if size.architecture != picture.architecture {
		return invalidValue("The architecture '%s' of the specified instance type does not match the architecture '%s' of the specified AMI. "+
			"Specify an instance type and an AMI that have matching architectures, and try again. You can use 'describe-instance-types' or 'describe-images' "+
			"to discover the architecture of the instance type or AMI.", size.architecture, picture.architecture)
	}
	if _, ok := subnetNamed(c, l.subnetID); !ok {
		return aSubnet.notFound(l.subnetID)
	}
	if _, ok := keyPairRows.Get(c.Tx, here(c)+l.instance.KeyPair); l.instance.KeyPair != "" && !ok {
		return noKeyPair(l.instance.KeyPair)
	}
	for _, id := range l.groups {
		if _, ok := groupNamed(c, id); !ok {
			return aGroup.notFound(id)
		}
	}
	if len(l.byName) > 0 {
		return noGroupCalled(c, l.byName[0])
	}
	if len(l.groups) > maxGroupsOfInterface {
		return refuse("SecurityGroupsPerInterfaceLimitExceeded", "The maximum number of security groups per interface has been reached.")
	}
	if (l.address != "" || len(l.secondary)+l.others > 0) && l.in.MaxCount > 1 {
		return invalidCombination("A private address may be specified for a single instance only")
	}
	if l.count(c) < int(l.in.MinCount) {
		return refuse("InstanceLimitExceeded", "You have requested more instances (%d) than your current instance limit of %d allows for the specified instance type.", l.in.MinCount, maxInstances)
	}
	return l.profiled()
}

// profiled refuses an instance profile that does not exist or carries no role.
func (l *launch) profiled() error {
	wish := l.in.IamInstanceProfile
	switch {
	case wish == nil:
		return nil
	case l.profile == nil && text(wish.Arn) != "":
		return invalidValue("Value (%s) for parameter iamInstanceProfile.arn is invalid. Invalid IAM Instance Profile ARN", *wish.Arn)
	case l.profile == nil:
		return invalidValue("Value (%s) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name", text(wish.Name))
	case l.role == nil:
		return invalidValue("IAM Instance Profile %q has no associated IAM Roles", l.profile.ARN())
	}
	return nil
}

// start stores an instance with its interface, its volumes and their tags.
func (l *launch) start(c *service.Call, i *Instance) error {
	s, _ := subnetNamed(c, i.Subnet)
	addresses, err := l.findAddresses(c, s)
	if err != nil {
		return err
	}
	if i.Profile != nil {
		i.Profile = new(*i.Profile)
		i.Profile.Association = newID(c, "iip-assoc")
	}
	if data := text(l.in.UserData); data != "" {
		if i.UserData, err = sealUserData(c, i, data); err != nil {
			return err
		}
	}
	card := l.card.Clone()
	card.ID, card.Instance, card.MAC, card.Groups, card.Attachment = newID(c, anInterface.prefix), i.ID, newMAC(c), l.groups, newID(c, "eni-attach")
	card.Private, card.Secondary = addresses[0], addresses[1:]
	if card.WantsPublic {
		card.Public = publicAddress(c)
	}
	interfaceRows.Put(c.Tx, card)
	putTags(c, card.ID, l.tags[anInterface.name])
	for _, like := range l.volumes {
		v := like.Clone()
		v.ID, v.Attachment.Instance = newID(c, aVolume.prefix), i.ID
		volumeRows.Put(c.Tx, v)
		putTags(c, v.ID, l.tags[aVolume.name])
	}
	instanceRows.Put(c.Tx, i)
	putTags(c, i.ID, l.tags[anInstance.name])
	return nil
}

// findAddresses are the private addresses of an instance, the primary one first: those that the caller wants, and others that are free.
func (l *launch) findAddresses(c *service.Call, s subnet) ([]string, error) {
	var found []string
	for i, wish := range append([]string{l.address}, l.secondary...) {
		if i == 0 && wish == "" {
			found = append(found, "") // whatever the others leave
			continue
		}
		address, err := wishedAddress(c, s, wish)
		if err != nil {
			return nil, err
		}
		if slices.Contains(found, address) {
			return nil, invalidValue("Address %s is specified more than once", wish)
		}
		found = append(found, address)
	}
	for range l.others {
		found = append(found, "")
	}
	for i, address := range found {
		if address != "" {
			continue
		}
		var err error
		if found[i], err = freeAddress(c, s, found); err != nil {
			return nil, err
		}
	}
	return found, nil
}
