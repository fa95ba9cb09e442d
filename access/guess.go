package access

// PasswordGuess is what a guess at a password counts against: the password of the user with that unique ID, or of the account's root user. Sign-in and
// ChangePassword share it, so that neither is the better place to guess.
func PasswordGuess(owner string) string { return "password/" + owner }
