package signin

import (
	"errors"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

var codeOperations = []service.Operation{
	service.Op("CheckCode", service.Write, asksNothing[CheckCodeInput], checkCode),
	service.Op("ResyncDevice", service.Write, asksNothing[ResyncDeviceInput], resyncDevice),
}

// maxWrongCodes is how many codes of one pending sign-in may be wrong before the password is asked for again.
const maxWrongCodes = 5

// CheckCodeInput is what is typed into the second page.
type CheckCodeInput struct {
	Pending string // cookie
	Serial  string // of the device
	Code    string
	Known   string // cookie of a browser that the person may have signed in with before
}

// checkCode is the second step, with a device that makes codes. The code is used up before the person is in.
func checkCode(c *service.Call, in *CheckCodeInput) (*Step, error) {
	row, p := pendingOf(c, in.Pending)
	if p == nil || row.Proven {
		return nil, tooLate()
	}
	record := login{call: c, person: p, to: row.Next, device: in.Serial, mfa: true}
	c.Describe(record.describe)
	device, err := c.Access.UseCode(c.Tx, row.Account, row.Person, in.Serial, in.Code, c.Now)
	if err != nil {
		return nil, refuseCode(c, row, record, err)
	}
	return prove(c, row, p, device, in.Known)
}

// prove goes on with a sign-in whose second factor was right.
func prove(c *service.Call, row *identity.PendingSignIn, p *person, device *identity.MFADevice, known string) (*Step, error) {
	record := login{call: c, person: p, to: row.Next, device: device.Serial, mfa: true}
	c.Describe(record.describe)
	c.Tx.Audit(record.checkMFA(true))
	proven := *row
	proven.MFAAt, proven.Device = c.Now, device.Serial
	return proceed(c, p, &proven, known)
}

// refuseCode counts a wrong code. What the device's own limit refuses counts as well: nobody learns which it was.
func refuseCode(c *service.Call, row *identity.PendingSignIn, record login, err error) error {
	if !errors.Is(err, access.ErrCode) && !errors.Is(err, access.ErrDevice) {
		return err
	}
	return countWrong(c, row, record, err)
}

// countWrong counts a wrong proof. After too many the password is asked for again.
func countWrong(c *service.Call, row *identity.PendingSignIn, record login, err error) error {
	c.Tx.Audit(record.checkMFA(false))
	failed := *row
	failed.Failures++
	if failed.Failures >= maxWrongCodes {
		store.PendingSignIns.Delete(c.Tx, row.ID)
		return tooOften().Because(err).Kept()
	}
	store.PendingSignIns.Put(c.Tx, &failed)
	return incorrect().Because(err).Kept()
}

// ResyncDeviceInput is what is typed into the page that mends a device whose clock has drifted.
type ResyncDeviceInput struct {
	Pending      string // cookie
	Serial       string
	Code1, Code2 string
}

// ResyncDeviceOutput is empty.
type ResyncDeviceOutput struct{}

// resyncDevice learns how far a device's clock is off from two consecutive codes. Both are used up; the next one signs in.
func resyncDevice(c *service.Call, in *ResyncDeviceInput) (*ResyncDeviceOutput, error) {
	row, p := pendingOf(c, in.Pending)
	if p == nil || row.Proven {
		return nil, tooLate()
	}
	record := login{call: c, person: p, to: row.Next, device: in.Serial, mfa: true}
	c.Describe(func(e *service.Event, done bool) { record.outcome(e, "ResyncMFADevice", done) })
	device, ok := store.MFADevices.Get(c.Tx, store.MFADeviceKey(row.Account, in.Serial))
	if !ok || device.Owner != row.Person || len(device.Seed) == 0 {
		return nil, refuseCode(c, row, record, access.ErrDevice)
	}
	synced, err := c.Access.LearnClock(c.Tx, device, row.Person, in.Code1, in.Code2, c.Now)
	if err != nil {
		return nil, refuseCode(c, row, record, err)
	}
	store.MFADevices.Put(c.Tx, synced)
	return &ResyncDeviceOutput{}, nil
}
