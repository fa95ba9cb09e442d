package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTheGeneratedPackagesAreWhatTheModelsGive(t *testing.T) {
	for _, service := range []string{"iam", "sts", "ec2", "cardea"} {
		model, err := readModel(filepath.Join("..", "models", service+".json"))
		if err != nil {
			t.Fatal(err)
		}
		dir := filepath.Join(t.TempDir(), service)
		if err := os.Mkdir(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := generate(model, "models/"+service+".json", dir); err != nil {
			t.Fatal(err)
		}
		committed := filepath.Join("..", service)
		if got, want := fileNames(t, dir), fileNames(t, committed); got != want {
			t.Errorf("%s: the files are %s, not %s", service, got, want)
		}
		files, _ := filepath.Glob(filepath.Join(dir, "*.go"))
		for _, file := range files {
			fresh, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			old, err := os.ReadFile(filepath.Join(committed, filepath.Base(file)))
			if err != nil || !bytes.Equal(fresh, old) {
				t.Errorf("%s/%s is not what its model gives: run go generate ./api/... (%v)", service, filepath.Base(file), err)
			}
		}
	}
}

func fileNames(t *testing.T, dir string) string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, file := range files {
		names = append(names, filepath.Base(file))
	}
	return strings.Join(names, " ")
}

func TestAModelThatDeclaresOneNameTwiceIsRefused(t *testing.T) {
	twice := &model{
		Operations: map[string]*operation{"Get": {Name: "Get", Input: &ref{Shape: "GetRequest"}}},
		Shapes: map[string]*shape{
			"GetRequest": {Type: "structure", Members: map[string]ref{"A": {Shape: "tag"}, "B": {Shape: "Tag"}}},
			"tag":        {Type: "structure"},
			"Tag":        {Type: "structure"},
		},
	}
	if err := generate(twice, "twice.json", t.TempDir()); err == nil {
		t.Error("two shapes share the name Tag")
	}
}

func TestEnumValuesBecomeGoNames(t *testing.T) {
	for value, want := range map[string]string{
		"Active": "Active", "IN_PROGRESS": "InProgress", "SSH": "Ssh", "text/csv": "TextCsv", "t3.micro": "T3Micro", "aws-managed": "AwsManaged",
	} {
		if got := constant(value); got != want {
			t.Errorf("%s becomes %s, not %s", value, got, want)
		}
	}
}
