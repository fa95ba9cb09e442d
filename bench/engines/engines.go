// Package engines asks policy engines the same questions, so that their speed can be compared in one run on one machine. Before anything is
// timed, every engine has to answer right: Check asks it, and an engine that is wrong is named so instead of being timed.
//
// An engine that reads the JSON of AWS policies gets it as it is. For the others the policies are translated into what an expert in the
// engine would write; each engine's file says how. What an engine has no notion of is left out, never imitated by code around it.
package engines

// Engine is one policy engine. A question that it has no notion of is nil.
type Engine struct {
	Name  string // as the table prints it
	Reads string // how it came by the AWS policies: yes, translated, stand-in

	// Tutorial prepares a request of a user in a group with Force_MFA and AmazonEC2FullAccess.
	Tutorial func(Ask) (Decide, error)
	// Layers prepares the request that passes through every kind of policy.
	Layers func() (Decide, error)
	// Statements prepares the last of n statements of a shape.
	Statements func(shape Shape, n int) (Decide, error)
	// Principals makes a directory of n users, all in one group with the policies of the tutorial. The function that it answers
	// decides the tutorial's request, with MFA, for one of them.
	Principals func(n int) (func(user Name) bool, error)
}

// Decide decides one prepared request: true is Allow.
type Decide func() bool

// Ask is one request of the tutorial.
type Ask struct {
	User, Action, Resource string
	MFA                    MFA
}

// MFA is what a request says of multi-factor authentication.
type MFA uint8

// The three states.
const (
	Absent MFA = iota
	Without
	With
)

// mfaText is the value of the request's key; the empty text is none.
var mfaText = [...]string{Absent: "", Without: "false", With: "true"}

// All are the engines, ours first.
func All() []Engine {
	return []Engine{cardea(), minio(), ladon(), cedarGo(), casbinGo(), opaByHand(), opaInterpreter()}
}
