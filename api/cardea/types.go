// Code generated from models/cardea.json by api/gen; DO NOT EDIT.

package cardea

import (
	"time"
)

// HardwareMFADevice is a published structure.
type HardwareMFADevice struct {
	EnableDate   *time.Time `wire:"EnableDate"`
	ImportDate   time.Time  `wire:"ImportDate,required"`
	SerialNumber string     `wire:"SerialNumber,required" rule:"hardwareSerialNumberType"`
	UserName     *string    `wire:"UserName" rule:"userNameType"`
}

// HardwareMFADeviceSeed is a published structure.
type HardwareMFADeviceSeed struct {
	Base32Seed   *string `wire:"Base32Seed" rule:"base32SeedType"`
	HexSeed      *string `wire:"HexSeed" rule:"hexSeedType"`
	SerialNumber string  `wire:"SerialNumber,required" rule:"hardwareSerialNumberType"`
}
