package policy

// Key is the name of a condition key as a policy refers to it, folded and ready to be looked up in a request.
type Key struct {
	Name string // folded
	slot int    // place in the request's record; -1 for keys that are kept by name
	hash uint64
}

// KeyOf prepares the name of a condition key, in whatever case.
func KeyOf(name string) Key {
	if k, ok := prepared[name]; ok {
		return k
	}
	return prepare(name)
}

// prepared are the keys that every request has, by their published names: they are set for each request, and not to be folded each time.
var prepared = func() map[string]Key {
	keys := map[string]Key{}
	for _, name := range []string{
		"aws:CurrentTime", "aws:EpochTime", "aws:MultiFactorAuthAge", "aws:MultiFactorAuthPresent", "aws:PrincipalAccount", "aws:PrincipalArn",
		"aws:PrincipalIsAWSService", "aws:PrincipalType", "aws:Referer", "aws:RequestedRegion", "aws:ResourceAccount", "aws:SecureTransport", "aws:SourceIp",
		"aws:TokenIssueTime", "aws:UserAgent", "aws:ViaAWSService", "aws:userid", "aws:username",
	} {
		keys[name] = prepare(name)
	}
	return keys
}()

func prepare(name string) Key {
	k := Key{Name: fold(name), slot: -1}
	if slot, ok := slotOf[k.Name]; ok {
		k.slot = slot
	}
	k.hash = hash(k.Name)
	return k
}

// wellKnown are the keys that have a place of their own in every request: the global ones and the most asked-for of services.
// All others (tags, keys of further services) are found by name.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
var wellKnown = [...]string{
	"aws:multifactorauthpresent", "aws:multifactorauthage", "aws:username", "aws:userid", "aws:principaltype", "aws:principalarn",
	"aws:principalaccount", "aws:principalorgid", "aws:principalorgpaths", "aws:principalisawsservice", "aws:principalservicename",
	"aws:principalservicenameslist", "aws:tokenissuetime", "aws:sourceidentity", "aws:federatedprovider", "aws:assumedroot",
	"aws:currenttime", "aws:epochtime", "aws:securetransport", "aws:requestedregion", "aws:viaawsservice", "aws:calledvia",
	"aws:calledviafirst", "aws:calledvialast", "aws:sourceip", "aws:vpcsourceip", "aws:sourcevpc", "aws:sourcevpce", "aws:sourcevpcarn",
	"aws:useragent", "aws:referer", "aws:resourceaccount", "aws:resourceorgid", "aws:resourceorgpaths", "aws:tagkeys", "aws:sourcearn",
	"aws:sourceaccount", "aws:sourceorgid", "aws:sourceorgpaths", "iam:policyarn", "iam:permissionsboundary", "iam:passedtoservice",
	"iam:associatedresourcearn", "iam:awsservicename", "sts:externalid", "sts:rolesessionname", "sts:sourceidentity",
	"sts:transitivetagkeys", "ec2:instancetype", "ec2:region", "ec2:vpc", "ec2:subnet", "ec2:createaction", "ec2:owner",
}

// slotOf finds the place of a well-known key by its folded name.
var slotOf = func() map[string]int {
	m := make(map[string]int, len(wellKnown))
	for i, name := range wellKnown {
		m[name] = i
	}
	return m
}()
