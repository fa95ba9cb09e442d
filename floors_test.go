package cardea_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"strings"
	"testing"
)

const module = "github.com/cardea-iam/cardea"

// floors are the rooms of the house, lowest first. A room is a top-level package with its subpackages.
var floors = [][]string{
	{"arn", "fault", "shape", "factor", "journal", "seal"},
	{"policy", "wire", "api", "catalog"},
	{"identity"},
	{"store", "audit"},
	{"access"},
	{"service"},
	{"iam", "sts", "ec2", "signin", "admin", "trail", "analyzer"},
	{"exchange"},
	{"endpoint", "console", "gateway"},
	{"server"},
	{"cmd", "cardeatest"},
}

// generators may import what they need: nothing that is served depends on them.
func isGenerator(path string) bool { return strings.Contains("/"+path+"/", "/gen/") }

func TestPackagesImportOnlyFromLowerFloors(t *testing.T) {
	floorOf := map[string]int{}
	for i, rooms := range floors {
		for _, room := range rooms {
			floorOf[room] = i + 1
		}
	}
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", "./...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var pkg struct {
			ImportPath string
			Imports    []string
		}
		if err := dec.Decode(&pkg); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		path := strings.TrimPrefix(strings.TrimPrefix(pkg.ImportPath, module), "/")
		if path == "" || isGenerator(path) {
			continue
		}
		room, _, _ := strings.Cut(path, "/")
		floor, ok := floorOf[room]
		if !ok {
			t.Errorf("%s stands on no floor: give it a place in floors", path)
		}
		for _, imported := range pkg.Imports {
			other, ours := strings.CutPrefix(imported, module+"/")
			if !ours {
				continue
			}
			otherRoom, _, _ := strings.Cut(other, "/")
			if otherRoom != room && floorOf[otherRoom] >= floor {
				t.Errorf("%s (floor %d) imports %s (floor %d): packages import only from lower floors", path, floor, other, floorOf[otherRoom])
			}
		}
	}
}
