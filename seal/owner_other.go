//go:build !unix

package seal

import "io/fs"

// checkOwner knows no owners here.
func checkOwner(string, fs.FileInfo) error { return nil }
