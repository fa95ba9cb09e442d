package access

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
)

// IDToken tells a program whom it acts for. It proves that to nobody: only this server could check it.
type IDToken struct {
	Issuer    string `json:"iss"`
	Subject   string `json:"sub"` // ARN
	Audience  string `json:"aud"`
	IssuedAt  int64  `json:"iat"`
	ExpiresAt int64  `json:"exp"`
}

// SignIDToken makes the JSON Web Token. RFC 7519.
func (k *Keys) SignIDToken(token IDToken) (string, error) {
	key, err := k.Ring().SubkeyVersion(k.Ring().Current(), "ID token")
	if err != nil {
		return "", fmt.Errorf("sign an ID token: %w", err)
	}
	claims, err := json.Marshal(token)
	if err != nil {
		return "", fmt.Errorf("sign an ID token: %w", err)
	}
	text := base64.RawURLEncoding.EncodeToString
	signed := text([]byte(`{"typ":"JWT","alg":"HS256"}`)) + "." + text(claims)
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(signed))
	return signed + "." + text(mac.Sum(nil)), nil
}
