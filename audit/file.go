package audit

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
)

// prepare makes the file ready to be written to: mended after a failure, begun anew if somebody moved it away or it is full.
func (l *Log) prepare() error {
	if l.failed != nil || l.file == nil || l.moved() {
		if err := l.open(); err != nil {
			return err
		}
		l.failed = nil
	}
	if l.mark.size < l.options.MaxBytes {
		return nil
	}
	if err := l.rotate(); err != nil {
		return fmt.Errorf("begin a new file: %w", err)
	}
	return nil
}

// moved reports whether the file is not at its path any more.
func (l *Log) moved() bool {
	open, err := l.file.Stat()
	if err != nil {
		return true
	}
	there, err := os.Stat(l.path)
	return err != nil || !os.SameFile(open, there)
}

// open opens the file, or creates it, and cuts off what is not known to be durable. After an fsync that failed, nobody knows what the disk holds after the mark:
// it is cut off and written again.
func (l *Log) open() error {
	if l.file != nil {
		l.file.Close()
		l.file = nil
	}
	f, err := os.OpenFile(l.path, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return err
	}
	size, err := l.trim(f)
	if err != nil {
		return errors.Join(err, f.Close())
	}
	l.file, l.mark.size = f, size
	return nil
}

// trim cuts a file off at the mark. In place of the file that was written to, only an empty one is taken.
func (l *Log) trim(f *os.File) (size int64, err error) {
	info, err := f.Stat()
	if err != nil {
		return 0, err
	}
	known := l.known == nil || os.SameFile(l.known, info)
	switch {
	case info.Size() == 0:
		l.known = info
		return 0, syncDirectory(l.path)
	case !known, info.Size() < l.mark.size:
		return 0, fmt.Errorf("%s is not the file that was written to: move it away to go on in a new file", l.path)
	}
	l.known = info
	if err := f.Truncate(l.mark.size); err != nil {
		return 0, err
	}
	return l.mark.size, f.Sync()
}

// rotate begins a new file and numbers the old ones, the newest 1.
func (l *Log) rotate() error {
	if err := l.put(nil, true); err != nil { // what is not synced yet
		return err
	}
	for n := l.options.Keep; n > 0; n-- {
		from := numbered(l.path, n-1)
		if err := os.Rename(from, numbered(l.path, n)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	l.mark.size = 0
	return l.open()
}

// numbered is the path of the nth file before the one at path.
func numbered(path string, n int) string {
	if n == 0 {
		return path
	}
	return path + "." + strconv.Itoa(n)
}

func syncDirectory(path string) error {
	dir, err := os.Open(filepath.Dir(path))
	if err != nil {
		return err
	}
	defer dir.Close()
	return dir.Sync()
}
