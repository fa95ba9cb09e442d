package shape_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/api/sts"
	"github.com/cardea-iam/cardea/shape"
)

func compile(t *testing.T, rule shape.Rule) *shape.Check {
	t.Helper()
	check, err := shape.Compile(rule)
	if err != nil {
		t.Fatal(err)
	}
	return check
}

func say(found []shape.Violation, path string) []string {
	var said []string
	for _, violation := range found {
		said = append(said, violation.At(path))
	}
	return said
}

func TestEveryPublishedRuleCompilesAndNamesOnlyRulesThatExist(t *testing.T) {
	for _, service := range []*shape.Service{iam.Service, sts.Service, ec2.Service} {
		patterns := 0
		for name, rule := range service.Rules {
			compile(t, rule)
			if rule.Pattern != "" {
				patterns++
			}
			for _, other := range []string{rule.Key, rule.Member} {
				if _, ok := service.Rules[other]; other != "" && !ok {
					t.Errorf("%s: rule %s names %s, which is none", service.Name, name, other)
				}
			}
		}
		if service.Name == "iam" && patterns < 50 {
			t.Errorf("iam has only %d patterns", patterns)
		}
	}
}

// wrongName is what IAM says of a name with other characters.
// https://github.com/aws-cloudformation/cfn-lint/issues/996
const wrongName = "The specified value for x is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-"

func TestViolationsReadAsAWSWritesThem(t *testing.T) {
	userName := iam.Service.Rules["userNameType"]
	for _, c := range []struct {
		name  string
		rule  shape.Rule
		value string
		want  []string
	}{
		{"a good name", userName, "ann", nil},
		{"a name with a blank", userName, "an n", []string{wrongName}},
		{"a name with a line feed behind", userName, "ann\n", []string{wrongName}},
		{"an empty name", userName, "", []string{
			`Value at 'x' failed to satisfy constraint: Member must have length greater than or equal to 1`, wrongName,
		}},
		{"a long name", userName, strings.Repeat("a", 65), []string{
			`Value at 'x' failed to satisfy constraint: Member must have length less than or equal to 64`,
		}},
		{"a session's name", sts.Service.Rules["roleSessionNameType"], "Session1:2", []string{
			`Value 'Session1:2' at 'x' failed to satisfy constraint: Member must satisfy regular expression pattern: [\w+=,.@-]*`,
		}},
		{"an ordinary enum", shape.Rule{Enum: "One Two"}, "All", []string{
			`Value 'All' at 'x' failed to satisfy constraint: Member must satisfy enum value set: [One, Two]`,
		}},
		{"an enum is exact", iam.Service.Rules["assignmentStatusType"], "any", []string{
			`Value at 'x' failed to satisfy constraint: Member must satisfy enum value set`,
		}},
		{"a path that does not end with a slash", iam.Service.Rules["pathType"], "/a", []string{
			"The specified value for x is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.",
		}},
		{"status, as recorded", iam.Service.Rules["statusType"], "Unknown", []string{
			`Value at 'x' failed to satisfy constraint: Member must satisfy enum value set`,
		}},
		{"a credential's id, as recorded", iam.Service.Rules["serviceSpecificCredentialId"], strings.Repeat("-", 20), []string{
			`Value at 'x' failed to satisfy constraint: Member must satisfy regular expression pattern: [\w]+`,
		}},
		{"a password is not shown", iam.Service.Rules["passwordType"], strings.Repeat("p", 129), []string{
			`Value at 'x' failed to satisfy constraint: Member must have length less than or equal to 128`,
		}},
		{"a code is not shown", iam.Service.Rules["authenticationCodeType"], "12345x", []string{
			`Value at 'x' failed to satisfy constraint: Member must satisfy regular expression pattern: [\d]+`,
		}},
		{"only ASCII digits are digits", iam.Service.Rules["authenticationCodeType"], "12345٣", []string{
			`Value at 'x' failed to satisfy constraint: Member must satisfy regular expression pattern: [\d]+`,
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := say(compile(t, c.rule).Text(c.value), "x"); !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestAPathThatListsFilterByMayEndAnywhere(t *testing.T) {
	check := compile(t, iam.Service.Rules["policyPathType"])
	want := []string{"The specified value for pathPrefix is invalid. It must begin with the / character and contain only alphanumeric characters and/or / characters."}
	if got := say(check.Text("/foo"), "pathPrefix"); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestNumbersAreCheckedByValue(t *testing.T) {
	check := compile(t, sts.Service.Rules["durationSecondsType"])
	for value, want := range map[int64]string{
		129601: "Value '129601' at 'durationSeconds' failed to satisfy constraint: Member must have value less than or equal to 129600",
		899:    "Value '899' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900",
		900:    "", 129600: "",
	} {
		if got := strings.Join(say(check.Number(value), "durationSeconds"), "; "); got != want {
			t.Errorf("%d: got %q, want %q", value, got, want)
		}
	}
}

func TestListsAreCheckedByLengthWithoutShowingThem(t *testing.T) {
	check := compile(t, iam.Service.Rules["tagListType"])
	want := []string{"Value at 'tags' failed to satisfy constraint: Member must have length less than or equal to 50"}
	if got := say(check.Size(51), "tags"); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := check.Size(50); got != nil {
		t.Errorf("50 members: %v", got)
	}
}

func TestLengthCountsCharactersAndNotBytes(t *testing.T) {
	check := compile(t, iam.Service.Rules["tagValueType"])
	if found := check.Text(strings.Repeat("é", 256)); found != nil {
		t.Errorf("256 characters are refused: %v", found)
	}
	if found := check.Text(strings.Repeat("é", 257)); len(found) != 1 {
		t.Errorf("257 characters give %d violations, not one", len(found))
	}
}

func TestAccountAliasesAreAsTheLookaheadSays(t *testing.T) {
	check := compile(t, iam.Service.Rules["accountAliasType"])
	for alias, good := range map[string]bool{
		"mail-2": true, "a-b": true, "abc": true, "a-b-c-d": true, strings.Repeat("a", 63): true,
		"-mail": false, "mail-": false, "ma--il": false, "Mail": false, "ab": false, "a_b": false, strings.Repeat("a", 64): false,
	} {
		if found := check.Text(alias); (found == nil) != good {
			t.Errorf("%q: %v", alias, found)
		}
	}
}

func TestAValueOfNoRuleIsAlwaysAccepted(t *testing.T) {
	var none *shape.Check
	if none.Text("\x00") != nil || none.Number(-1) != nil || none.Size(1<<30) != nil || none.Hidden() {
		t.Error("a nil check refuses")
	}
}

func TestSentencesAreCountedAndJoined(t *testing.T) {
	one := shape.Missing().At("userName")
	if got, want := shape.Sentence([]string{one}), "1 validation error detected: Value null at 'userName' failed to satisfy constraint: Member must not be null"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := shape.Sentence([]string{"A", "B"}), "2 validation errors detected: A; B"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAPatternWithoutTranslationIsAnError(t *testing.T) {
	if _, err := shape.Compile(shape.Rule{Pattern: "a(?=b)"}); err == nil {
		t.Error("an unknown look-ahead compiles")
	}
}

func TestOperationsAreFoundByTheirExactNames(t *testing.T) {
	for _, service := range []*shape.Service{iam.Service, sts.Service, ec2.Service} {
		for _, op := range service.Operations {
			if found, ok := service.Operation(op.Name); !ok || found.Name != op.Name {
				t.Errorf("%s.%s is not found", service.Name, op.Name)
			}
		}
		for _, name := range []string{"", "A", "getUser", "GetUserX", "ZZZ"} {
			if _, ok := service.Operation(name); ok {
				t.Errorf("%s has an operation %q", service.Name, name)
			}
		}
	}
}
