// Package policy is the policy language: it parses, prints, checks, compiles, decides and explains. It reads no clock, no
// network and no store: whoever asks brings the request with everything that is known of it.
//
// # From text to decision
//
// Parse reads a document strictly and keeps where everything stands. Compile turns it into a Policy, which is immutable and may
// be shared by any number of principals. NewLayer puts the policies of one kind together and indexes them; a Set is the layers
// that apply to one caller and one resource. Decide answers a Request: it allocates nothing. Explain lists every statement that
// took part; it evaluates the same rules with the same code, without the index. Try judges one statement part by part, and Nearest
// finds the one that came closest to allowing what was denied: which part of it did not match, or which condition failed with which
// value. Neither costs a decision anything. Opinion is what one kind of policy says by itself.
//
// # What is decided where AWS leaves it open
//
//   - A comparison that cannot be made (a garbled value on either side, an unknown operator, two keys of the request that differ
//     by case only) is false in an Allow and true in a Deny. It is so for a whole set too: one value of it that does not parse
//     spoils ForAllValues and ForAnyValue.
//   - A variable without a value matches nothing: a positive operator is false, a negated one true.
//   - Matching has a budget of steps. Beyond it no Allow applies any more and every Deny does.
//   - A resource policy's statement without a principal never matches; in an endpoint policy it means everybody.
//   - Set operators take no notice of empty strings; every other operator takes them for values.
//   - IfExists on an absent key is true whatever stands before or behind it.
//   - A resource whose owner is not known belongs to another account.
//   - Resource control policies count for every service but IAM; one without a principal is for everybody.
//   - Several boundaries, or several endpoint policies, count as one layer, as session policies do.
//
// # Names
//
// Condition keys, actions and operators are compared without regard to the case of ASCII letters; resources, principals and
// values as their operators say. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
package policy
