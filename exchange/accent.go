package exchange

import (
	"errors"

	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/wire"
	"github.com/cardea-iam/cardea/wire/sigv4"
)

// said finds the fault in an error, in S3's words where they depend on more than a code: S3 has codes of its own for clocks and for tokens.
// https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
func (x *exchange) said(err error) *fault.Error {
	f := fault.Of(err)
	if x.target.protocol != wire.S3XML {
		return f
	}
	var refusal *sigv4.Error
	switch {
	case errors.As(err, &refusal) && (refusal.Kind == sigv4.Expired || refusal.Kind == sigv4.NotYetCurrent):
		return fault.New("RequestTimeTooSkewed", fault.Forbidden, "The difference between the request time and the current time is too large.")
	case f.Code == "InvalidClientTokenId" && x.proof != nil && x.proof.Temporary:
		return fault.New("InvalidToken", fault.BadRequest, "The provided token is malformed or otherwise invalid.")
	}
	return f
}
