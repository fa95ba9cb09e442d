package audit_test

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/audit"
)

// newest are the names of the events before a line, as Newest reads them.
func newest(t *testing.T, l *audit.Log, before uint64) (names []string) {
	t.Helper()
	for line, err := range l.Newest(before) {
		must(t, err)
		var event struct{ EventName string }
		must(t, json.Unmarshal(line.Event, &event))
		names = append(names, event.EventName)
	}
	return names
}

func TestTheLogIsReadBackwardsOverAllItsFiles(t *testing.T) {
	l := open(t, t.TempDir()+"/audit.log", audit.Options{MaxBytes: 2000, Keep: 100})
	var want []string
	for i := range 40 {
		name := fmt.Sprintf("Call%d%s", i, strings.Repeat("x", i*20))
		must(t, l.Append(named(name), true))
		want = append([]string{name}, want...)
	}
	if got := newest(t, l, 0); strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("read\n%v, want\n%v", got, want)
	}
	if got := newest(t, l, 4); strings.Join(got, " ") != strings.Join(want[37:], " ") {
		t.Errorf("before line 4 are %v, want %v", got, want[37:])
	}
}

func TestALineLongerThanWhatIsReadAtOnceIsReadWhole(t *testing.T) {
	l, _ := newLog(t)
	long := strings.Repeat("y", 700<<10)
	must(t, l.Append(named("First", long, "Last"), true))
	if got := newest(t, l, 0); len(got) != 3 || got[0] != "Last" || got[1] != long || got[2] != "First" {
		t.Errorf("read %d lines", len(got))
	}
}

func TestAnEventIsReadAsItWasWrittenAndHalfALineIsNot(t *testing.T) {
	l, path := newLog(t)
	event := createUser().AppendJSON(nil)
	must(t, l.Append([][]byte{event}, true))
	f, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
	must(t, err)
	_, err = f.WriteString(`{"eventName":"Half`)
	must(t, err)
	must(t, f.Close())
	for line, err := range l.Newest(0) {
		must(t, err)
		if string(line.Event) != string(event) || line.Seq != 1 {
			t.Errorf("line %d is\n%s, want\n%s", line.Seq, line.Event, event)
		}
	}
	if got := newest(t, l, 0); len(got) != 1 {
		t.Errorf("read %v", got)
	}
}

func TestALogWithoutLinesHasNoNewest(t *testing.T) {
	l, _ := newLog(t)
	if got := newest(t, l, 0); got != nil {
		t.Errorf("read %v", got)
	}
}
