package policy

import (
	"slices"
	"strings"
)

// partitions are the partitions that IAM knows. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
var partitions = []string{"*", "aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-eusc"}

// iamPrefixes are how the resource part of an IAM ARN may begin, in the order of AWS's sentence.
var iamPrefixes = []string{
	"user/", "federated-user/", "role/", "group/", "instance-profile/", "mfa/", "server-certificate/", "policy/", "sms-mfa/",
	"saml-provider/", "oidc-provider/", "report/", "access-report/",
}

// checkResources looks at all Resource elements and then at all NotResource elements. now is a finding that answers at once; kept is
// the first of those that wait until actions have been looked at.
func (d *Document) checkResources() (kept, now *Malformed) {
	for _, pick := range []func(s *Statement) *List{
		func(s *Statement) *List { return s.Resource },
		func(s *Statement) *List { return s.NotResource },
	} {
		for i := range d.Statements {
			list := pick(&d.Statements[i])
			if list == nil {
				continue
			}
			found, now := d.checkResourceList(list)
			if now != nil {
				return nil, now
			}
			if kept == nil {
				kept = found
			}
		}
	}
	return kept, nil
}

// checkResourceList reports of several faulty entries the one that sorts first.
func (d *Document) checkResourceList(list *List) (found, now *Malformed) {
	sorted := slices.SortedFunc(slices.Values(list.Values), func(a, b Value) int { return strings.Compare(a.Text, b.Text) })
	for _, v := range sorted {
		if v.Text != "*" && !legacyARN(v.Text) {
			return nil, d.malformed(v.Span, textLegacy)
		}
	}
	for _, v := range sorted {
		if text := resourceFault(v.Text); text != "" {
			return d.malformed(v.Span, text), nil
		}
	}
	return nil, nil
}

// legacyARN is false for what AWS's older parser cannot read: an empty service, or too few parts of which one is empty. An unknown partition has a sentence of its own.
func legacyARN(text string) bool {
	parts := cutPattern(text, true)
	if len(parts) > 1 && !slices.Contains(partitions, parts[1]) {
		return true
	}
	short := len(parts) < arnParts && strings.Contains(text, "::")
	return !short && (len(parts) < 3 || parts[2] != "")
}

// resourceFault is AWS's sentence about a resource, or "".
func resourceFault(text string) string {
	if text == "*" {
		return ""
	}
	if !strings.Contains(text, ":") {
		return "Resource " + text + ` must be in ARN format or "*".`
	}
	given := cutPattern(text, true)
	parts := slices.Clone(given)
	for len(parts) < arnParts {
		parts = append(parts, "*")
	}
	service, region, rest := parts[2], parts[3], parts[5]
	switch {
	case !slices.Contains(partitions, parts[1]):
		return `Partition "` + parts[1] + `" is not valid for resource "arn:` + strings.Join(parts[1:], ":") + `".`
	case len(given) < 3 || strings.ContainsAny(service, "*?"):
		return "Resource vendor must be fully qualified and cannot contain regexes."
	case len(given) > 3 && service == "iam" && region != "":
		return "IAM resource " + text + " cannot contain region information."
	case len(given) > 3 && service == "s3" && region != "" && !strings.HasPrefix(rest, "accesspoint/"):
		return "Resource " + text + " can not contain region information."
	case service == "iam" && rest != "*" && rest != "root" && !slices.ContainsFunc(iamPrefixes, func(p string) bool { return strings.HasPrefix(rest, p) }):
		return `IAM resource path must either be "*", root, or start with ` + strings.Join(iamPrefixes, ", ") + "."
	}
	return ""
}
