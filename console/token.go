package console

import (
	"errors"
	"io"
	"mime"
	"net/http"
	"time"

	"github.com/go-json-experiment/json"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/factor/dpop"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/signin"
)

const tokenPath = "/v1/token"

// tokenRequest and tokenReply are the shapes of the service signin. https://docs.aws.amazon.com/signin/latest/APIReference/API_Operations.html
type tokenRequest struct {
	ClientID     string `json:"clientId"`
	GrantType    string `json:"grantType"`
	Code         string `json:"code"`
	CodeVerifier string `json:"codeVerifier"`
	RedirectURI  string `json:"redirectUri"`
	RefreshToken string `json:"refreshToken"`
}

type tokenReply struct {
	AccessToken  accessToken `json:"accessToken"`
	TokenType    string      `json:"tokenType"`
	ExpiresIn    int         `json:"expiresIn"`
	RefreshToken string      `json:"refreshToken"`
	IDToken      string      `json:"idToken,omitempty"`
}

type accessToken struct {
	KeyID  string `json:"accessKeyId"`
	Secret string `json:"secretAccessKey"`
	Token  string `json:"sessionToken"`
}

// createToken gives a program credentials. No cookie counts here: the proof is the code or the refresh token, with a proof of the program's key.
func (d *Door) createToken(w http.ResponseWriter, r *http.Request) {
	in, err := d.tokenInput(w, r)
	if err != nil {
		refuseToken(w, err)
		return
	}
	out, err := callSignIn[signin.TokenOutput](d, r, stranger, "CreateOAuth2Token", in)
	if err != nil {
		refuseToken(w, err)
		return
	}
	tell(w, http.StatusOK, tokenReply{
		AccessToken: accessToken{out.Credentials.KeyID, out.Credentials.Secret.Reveal(), out.Credentials.Token},
		TokenType:   "aws_sigv4", ExpiresIn: out.ExpiresIn, RefreshToken: out.RefreshToken, IDToken: out.IDToken,
	})
}

func (d *Door) tokenInput(w http.ResponseWriter, r *http.Request) (*signin.TokenInput, error) {
	const most = 16 << 10
	if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != "application/json" {
		return nil, invalid("The body must be JSON.")
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, most))
	if err != nil {
		return nil, invalid("The body could not be read.")
	}
	var request tokenRequest
	if err := json.Unmarshal(body, &request); err != nil { // the cause would repeat what came
		return nil, invalid("The body must be one JSON object with texts in it.")
	}
	proof, err := d.proofOf(r, d.host.Clock())
	if err != nil {
		return nil, err
	}
	return &signin.TokenInput{
		ClientID: request.ClientID, GrantType: request.GrantType, Code: request.Code, CodeVerifier: request.CodeVerifier, RedirectURI: request.RedirectURI,
		RefreshToken: request.RefreshToken, Proof: proof, Issuer: d.public.String(),
	}, nil
}

// proofOf reads the proof of the program's key that is for this very request.
func (d *Door) proofOf(r *http.Request, now time.Time) (*dpop.Proof, error) {
	texts := r.Header.Values("Dpop")
	if len(texts) != 1 {
		return nil, invalid("The request must have one header DPoP.")
	}
	proof, err := dpop.Verify(texts[0], r.Method, d.public.JoinPath(tokenPath).String(), now)
	if errors.Is(err, dpop.ErrProof) {
		return nil, invalid("The header DPoP is %s.", err.Error())
	}
	return proof, err
}

func invalid(format string, args ...any) error {
	return fault.New("INVALID_REQUEST", fault.BadRequest, format, args...)
}

// refuseToken says no in the shapes of that service.
func refuseToken(w http.ResponseWriter, err error) {
	f := fault.Of(err)
	var denial *access.Denial
	kind, code, text, status := "AccessDeniedException", f.Code, f.Message, f.Status
	switch {
	case errors.As(err, &denial):
		code = "INSUFFICIENT_PERMISSIONS"
	case status == fault.BadRequest:
		kind = "ValidationException"
	case status == fault.TooMany:
		kind = "TooManyRequestsError"
	case status >= fault.Failure:
		kind, code, text, status = "InternalServerException", "server_error", words(err), fault.Failure
	}
	w.Header().Set("X-Amzn-Errortype", kind)
	tell(w, status, struct {
		Error   string `json:"error"`
		Message string `json:"message"`
	}{code, text})
}
