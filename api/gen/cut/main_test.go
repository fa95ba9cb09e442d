package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const whole = `{"version": "2.0", "documentation": "prose",
"metadata": {"apiVersion": "1", "protocol": "ec2", "serviceAbbreviation": "x"},
"operations": {
  "Get": {"name": "Get", "documentation": "prose", "input": {"shape": "GetRequest"}, "errors": [{"shape": "Gone"}]},
  "Put": {"name": "Put", "input": {"shape": "PutRequest"}}},
"shapes": {
  "GetRequest": {"type": "structure", "members": {"documentation": {"shape": "Text", "documentation": "prose", "locationName": "d"}}},
  "PutRequest": {"type": "structure", "members": {"Things": {"shape": "Things"}}},
  "Things": {"type": "list", "member": {"shape": "Text", "locationName": "item"}},
  "Gone": {"type": "structure", "members": {}, "exception": true, "error": {"code": "Gone", "httpStatusCode": 410}},
  "Text": {"type": "string", "documentation": "prose", "pattern": "<a>&"}}}`

func TestACutHoldsWhatItsOperationsReachAndNoProse(t *testing.T) {
	full, out := filepath.Join(t.TempDir(), "full.json"), filepath.Join(t.TempDir(), "out.json")
	if err := os.WriteFile(full, []byte(whole), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := cut(full, out, []string{"Get"}); err != nil {
		t.Fatal(err)
	}
	const want = `{"metadata":
{"apiVersion":"1","protocol":"ec2"}
,"operations": {
"Get": {"errors":[{"shape":"Gone"}],"input":{"shape":"GetRequest"},"name":"Get"}
}
,"shapes": {
"GetRequest": {"members":{"documentation":{"locationName":"d","shape":"Text"}},"type":"structure"}
,"Gone": {"error":{"code":"Gone","httpStatusCode":410},"exception":true,"members":{},"type":"structure"}
,"Text": {"pattern":"<a>&","type":"string"}
}
}
`
	if got := text(t, out); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if err := cut(full, out, []string{"Put"}); err != nil {
		t.Fatal(err)
	}
	added := text(t, out)
	if !strings.Contains(added, `"Get": {`) || !strings.Contains(added, `,"Things": {"member":{"locationName":"item","shape":"Text"},"type":"list"}`) {
		t.Errorf("adding Put gives\n%s", added)
	}
	if err := cut(out, out, nil); err != nil || text(t, out) != added {
		t.Errorf("cutting a cut changes it (%v):\n%s", err, text(t, out))
	}
	if err := cut(full, out, []string{"Post"}); err == nil {
		t.Error("an operation that does not exist is cut")
	}
}

func text(t *testing.T, path string) string {
	t.Helper()
	read, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(read)
}
