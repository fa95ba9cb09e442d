package iam_test

import (
	"testing"

	"github.com/cardea-iam/cardea/catalog"
	"github.com/cardea-iam/cardea/iam"
)

func TestAccessLevelsAreThePublishedOnes(t *testing.T) {
	for _, o := range iam.Table().Operations {
		action, ok := catalog.ActionByName("iam:" + o.Name)
		if !ok {
			t.Errorf("%s is no published action of IAM", o.Name)
			continue
		}
		if string(o.Level) != string(action.Level) {
			t.Errorf("%s is of level %q, published is %q", o.Name, o.Level, action.Level)
		}
	}
}
