package sqlite

// OnDisk answers options that reach the disk through a VFS and checkpoint often, so that a short test meets every kind of
// write.
func OnDisk(vfs string) Options { return Options{vfs: vfs, pages: 24} }
