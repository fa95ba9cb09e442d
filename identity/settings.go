package identity

import "time"

// Settings are what an operator may have otherwise than AWS has it. The zero value is AWS's way, but for the idle time.
type Settings struct {
	// SecondDeviceNeedsMFA lets somebody who has an MFA device get another one only from a session with MFA. With AWS a stolen access key may enable one.
	SecondDeviceNeedsMFA bool
	// ReplaceUnfinishedDevices lets CreateVirtualMFADevice replace an unassigned device of that name which the same principal has made.
	ReplaceUnfinishedDevices bool
	// BrowserIdleTime is how long a session of the console lives without a request; 0: BrowserIdleTime of this package. Sessions keep the one that they began with.
	BrowserIdleTime time.Duration
}
