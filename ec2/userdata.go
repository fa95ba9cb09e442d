package ec2

import (
	"encoding/base64"
	"fmt"

	"github.com/cardea-iam/cardea/seal"
	"github.com/cardea-iam/cardea/service"
)

// maxUserData is how long user data may be before it is put into base64.
// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html
const maxUserData = 16 << 10

func checkUserData(data string) error {
	raw, err := base64.StdEncoding.DecodeString(data)
	switch {
	case err != nil:
		return invalidValue("Invalid BASE64 encoding of user data.")
	case len(raw) > maxUserData:
		return invalidValue("User data is limited to %d bytes", maxUserData)
	}
	return nil
}

func sealUserData(c *service.Call, i *Instance, data string) ([]byte, error) {
	sealed, err := c.Keys.Ring().Seal(i.userDataPlace(), []byte(data))
	if err != nil {
		return nil, fmt.Errorf("seal the user data of an instance: %w", err)
	}
	return sealed, nil
}

// userDataOf opens the user data of an instance: base64, as it came.
func userDataOf(c *service.Call, i *Instance) (string, error) {
	if len(i.UserData) == 0 {
		return "", nil
	}
	plain, err := c.Keys.Ring().Open(i.userDataPlace(), i.UserData)
	if err != nil {
		return "", fmt.Errorf("open the user data of %s: %w", i.ID, err)
	}
	return string(plain), nil
}

// userDataPlace is where the user data of an instance is sealed: it often holds secrets.
func (i *Instance) userDataPlace() seal.Place {
	return seal.Place{Cell: i.Account, Key: "ec2instance/" + i.ID, Field: "user-data"}
}
