// Package factor holds what the factors of a sign-in share: the rule that limits guessing. The factors themselves are its
// subpackages: password, totp, passkey. Each verifies a proof, given a secret, and is pure: it reads no clock and keeps no state.
package factor
