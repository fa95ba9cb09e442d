package sqlite_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"unsafe"

	"modernc.org/libc"
	lib "modernc.org/sqlite/lib"

	"github.com/cardea-iam/cardea/journal/sqlite"
)

// disk stands between SQLite and the real files (https://www.sqlite.org/vfs.html). It can fail calls, and it remembers what was
// synced, so that it can say what a power cut would leave.
type disk struct {
	// before is asked before every call that changes a file; a code other than SQLITE_OK fails the call.
	before func(call, file string) int32

	mu      sync.Mutex
	durable map[string][]byte   // the files as they were when they were last synced
	pending map[string][]change // what was written since
	deleted []string            // files whose names are gone, but not yet in a synced directory
}

// change is a write, or a truncation if data is nil.
type change struct {
	at   int64
	data []byte
}

// diskVFS is the name under which SQLite knows disks. There is one at a time.
const diskVFS = "cardea-test-disk"

var theDisk struct {
	once    sync.Once
	open    func(*libc.TLS, uintptr, uintptr, uintptr, int32, uintptr) int32 // of the system's VFS
	remove  func(*libc.TLS, uintptr, uintptr, int32) int32                   // of the system's VFS
	mu      sync.Mutex
	current *disk
	names   map[uintptr]string                   // of open files
	real    map[uintptr]*lib.Tsqlite3_io_methods // what a changed method table was before
	changed map[uintptr]uintptr                  // and the other way round
}

// newDisk makes a disk that works, and puts it under SQLite until the test ends.
func newDisk(t *testing.T) *disk {
	t.Helper()
	theDisk.once.Do(registerDisk)
	d := &disk{
		before:  func(string, string) int32 { return lib.SQLITE_OK },
		durable: map[string][]byte{},
		pending: map[string][]change{},
	}
	theDisk.mu.Lock()
	defer theDisk.mu.Unlock()
	theDisk.current = d
	return d
}

// at reads memory of SQLite, which the garbage collector does not know.
func at[T any](p uintptr) *T { return *(**T)(unsafe.Pointer(&p)) }

// callee turns a C function pointer into a function, and pointer the other way round, as generated code does.
func callee[F any](p uintptr) F { return *(*F)(unsafe.Pointer(&struct{ p uintptr }{p})) }

func pointer[F any](f F) uintptr { return *(*uintptr)(unsafe.Pointer(&f)) }

func registerDisk() {
	tls := libc.NewTLS()
	lib.Xsqlite3_initialize(tls)
	size := libc.Tsize_t(unsafe.Sizeof(lib.Tsqlite3_vfs{}))
	copied := libc.Xmalloc(tls, size)
	vfs := at[lib.Tsqlite3_vfs](copied)
	*vfs = *at[lib.Tsqlite3_vfs](lib.Xsqlite3_vfs_find(tls, 0))
	theDisk.open = callee[func(*libc.TLS, uintptr, uintptr, uintptr, int32, uintptr) int32](vfs.FxOpen)
	theDisk.remove = callee[func(*libc.TLS, uintptr, uintptr, int32) int32](vfs.FxDelete)
	theDisk.names = map[uintptr]string{}
	theDisk.real = map[uintptr]*lib.Tsqlite3_io_methods{}
	theDisk.changed = map[uintptr]uintptr{}
	name, err := libc.CString(diskVFS)
	if err != nil {
		panic(err)
	}
	vfs.FzName, vfs.FxOpen, vfs.FxDelete = name, pointer(diskOpen), pointer(diskDelete)
	if rc := lib.Xsqlite3_vfs_register(tls, copied, 0); rc != lib.SQLITE_OK {
		panic(rc)
	}
}

func diskOpen(tls *libc.TLS, vfs, name, file uintptr, flags int32, outFlags uintptr) int32 {
	rc := theDisk.open(tls, vfs, name, file, flags, outFlags)
	methods := at[lib.Tsqlite3_file](file)
	if rc != lib.SQLITE_OK || methods.FpMethods == 0 || name == 0 {
		return rc
	}
	theDisk.mu.Lock()
	defer theDisk.mu.Unlock()
	theDisk.names[file] = filepath.Base(libc.GoString(name))
	ours, ok := theDisk.changed[methods.FpMethods]
	if !ok {
		ours = libc.Xmalloc(tls, libc.Tsize_t(unsafe.Sizeof(lib.Tsqlite3_io_methods{})))
		table := at[lib.Tsqlite3_io_methods](ours)
		*table = *at[lib.Tsqlite3_io_methods](methods.FpMethods)
		table.FxWrite, table.FxSync, table.FxTruncate = pointer(diskWrite), pointer(diskSync), pointer(diskTruncate)
		theDisk.changed[methods.FpMethods] = ours
		theDisk.real[ours] = at[lib.Tsqlite3_io_methods](methods.FpMethods)
	}
	methods.FpMethods = ours
	return rc
}

func diskDelete(tls *libc.TLS, vfs, name uintptr, syncDir int32) int32 {
	theDisk.mu.Lock()
	d := theDisk.current
	theDisk.mu.Unlock()
	d.mu.Lock()
	defer d.mu.Unlock()
	d.deleted = append(d.deleted, filepath.Base(libc.GoString(name)))
	if syncDir != 0 {
		d.syncDirectory()
	}
	return theDisk.remove(tls, vfs, name, syncDir)
}

// syncDirectory makes deletions durable. The caller holds mu.
func (d *disk) syncDirectory() {
	for _, name := range d.deleted {
		delete(d.durable, name)
		delete(d.pending, name)
	}
	d.deleted = nil
}

// place answers the disk, the name of a file, and how the system treats it.
func place(file uintptr) (*disk, string, *lib.Tsqlite3_io_methods) {
	theDisk.mu.Lock()
	defer theDisk.mu.Unlock()
	return theDisk.current, theDisk.names[file], theDisk.real[at[lib.Tsqlite3_file](file).FpMethods]
}

func diskWrite(tls *libc.TLS, file, buffer uintptr, amount int32, offset int64) int32 {
	d, name, real := place(file)
	write := callee[func(*libc.TLS, uintptr, uintptr, int32, int64) int32](real.FxWrite)
	failure := d.before("write", name)
	if failure != lib.SQLITE_OK {
		amount /= 2 // what fails has written a part
	}
	if rc := write(tls, file, buffer, amount, offset); rc != lib.SQLITE_OK {
		return rc
	}
	d.note(name, change{offset, append([]byte{}, unsafe.Slice(at[byte](buffer), amount)...)})
	return failure
}

func diskTruncate(tls *libc.TLS, file uintptr, size int64) int32 {
	d, name, real := place(file)
	if failure := d.before("truncate", name); failure != lib.SQLITE_OK {
		return failure
	}
	d.note(name, change{size, nil})
	return callee[func(*libc.TLS, uintptr, int64) int32](real.FxTruncate)(tls, file, size)
}

func diskSync(tls *libc.TLS, file uintptr, _ int32) int32 {
	d, name, _ := place(file)
	if failure := d.before("sync", name); failure != lib.SQLITE_OK {
		return failure
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if _, old := d.durable[name]; !old && name != sqlite.FileName {
		d.syncDirectory() // SQLite syncs the directory with the first sync of a journal or WAL that it has made
	}
	for _, c := range d.pending[name] {
		d.durable[name] = c.apply(d.durable[name])
	}
	d.pending[name] = nil
	return lib.SQLITE_OK // the real disk need not be waited for
}

func (d *disk) note(file string, c change) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.pending[file] = append(d.pending[file], c)
}

func (c change) apply(content []byte) []byte {
	if c.data == nil {
		return append(content[:min(int64(len(content)), c.at)], make([]byte, max(0, c.at-int64(len(content))))...)
	}
	if end := c.at + int64(len(c.data)); end > int64(len(content)) {
		content = append(content, make([]byte, end-int64(len(content)))...)
	}
	copy(content[c.at:], c.data)
	return content
}

// cutPower writes into a directory what a power cut at this moment may leave: everything that was synced and, of what was
// written since, any part.
func (d *disk) cutPower(t *testing.T, chance *rand.Rand, dir string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	files := map[string][]byte{}
	for name, content := range d.durable {
		files[name] = append([]byte{}, content...)
	}
	for name, changes := range d.pending {
		keep := chance.Float64()
		for _, c := range changes {
			if chance.Float64() < keep {
				files[name] = c.apply(files[name])
			}
		}
	}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
			t.Error(err)
		}
	}
}
