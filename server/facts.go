package server

// Facts are what a person needs to know of a new server, secrets included. They exist once: nothing of the secrets can be read again.
type Facts struct {
	AccountID     string        `json:"account_id"`
	Alias         string        `json:"alias"`
	Root          Root          `json:"root"`
	Administrator Administrator `json:"administrator"`
	APIURL        string        `json:"api_url"`
	ConsoleURL    string        `json:"console_url"`
}

// Name is the alias if there is one, else the account's number.
func (f *Facts) Name() string {
	if f.Alias != "" {
		return f.Alias
	}
	return f.AccountID
}

// Root is how the root user signs in. The access key is empty unless it was asked for.
type Root struct {
	Email           string `json:"email"`
	Password        string `json:"password"`
	AccessKeyID     string `json:"access_key_id,omitempty"`
	SecretAccessKey string `json:"secret_access_key,omitempty"`
}

// Administrator is the IAM user who may do everything.
type Administrator struct {
	UserName        string `json:"user_name"`
	Password        string `json:"password"`
	AccessKeyID     string `json:"access_key_id"`
	SecretAccessKey string `json:"secret_access_key"`
}
