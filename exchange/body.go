package exchange

import (
	"errors"
	"io"
	"net/http"

	"github.com/cardea-iam/cardea/fault"
)

// maxBody is how large a request's body may be. Nothing of a larger one is hashed.
const maxBody = 1 << 20

// readBody reads the body whole: the signature covers all of it.
func (x *exchange) readBody(w http.ResponseWriter) error {
	if err := x.refuseEncoding(); err != nil {
		return err
	}
	if x.r.ContentLength > maxBody {
		return tooLarge()
	}
	if x.r.Body == nil || x.r.ContentLength == 0 {
		return nil
	}
	body, err := readAll(w, x.r)
	var over *http.MaxBytesError
	switch {
	case errors.As(err, &over):
		return tooLarge()
	case err != nil:
		return fault.New("IncompleteBody", fault.BadRequest, "The body of the request could not be read to its end.").Because(err)
	}
	x.body = body
	return nil
}

// readAll reads a body of a known length, or up to the limit.
func readAll(w http.ResponseWriter, r *http.Request) ([]byte, error) {
	if r.ContentLength < 0 {
		return io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	}
	body := make([]byte, r.ContentLength)
	_, err := io.ReadFull(r.Body, body)
	return body, err
}

// refuseEncoding refuses a body that is something else than what is signed and read. S3's clients say aws-chunked of an upload.
func (x *exchange) refuseEncoding() error {
	encoding := x.r.Header.Get("Content-Encoding")
	if encoding == "" || encoding == "aws-chunked" && x.target.isS3() {
		return nil
	}
	return fault.New("UnsupportedContentEncoding", fault.BadRequest, "Content-Encoding is not supported: send the body as it is.")
}

func tooLarge() error {
	return fault.New("RequestEntityTooLarge", fault.TooLarge, "The body of a request may have at most %d bytes.", maxBody)
}
