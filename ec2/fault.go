package ec2

import "github.com/cardea-iam/cardea/fault"

// The faults of EC2. All but denials and dry runs are 400.
// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html

func refuse(code, format string, args ...any) error {
	return fault.New(code, fault.BadRequest, format, args...)
}

func invalidValue(format string, args ...any) error {
	return refuse("InvalidParameterValue", format, args...)
}

func invalidCombination(format string, args ...any) error {
	return refuse("InvalidParameterCombination", format, args...)
}

func missing(parameter string) error {
	return refuse("MissingParameter", "The request must contain the parameter %s", parameter)
}

func incorrectState(format string, args ...any) error {
	return refuse("IncorrectInstanceState", format, args...)
}

// tokenMismatch is the answer to a client token that has been used with other parameters.
func tokenMismatch() error {
	return refuse("IdempotentParameterMismatch", "Arguments on this idempotent request are inconsistent with arguments used in previous request(s).")
}
