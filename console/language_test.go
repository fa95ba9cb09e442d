package console_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"html"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/signin"
)

// german is what the sign-in pages say for generic, in German.
const german = "Ihre Anmeldedaten sind nicht richtig. Bitte versuchen Sie es erneut."

func TestThePagesAreInTheLanguageThatTheBrowserWants(t *testing.T) {
	s, _ := start(t)
	for header, want := range map[string]string{
		"":                           "en",
		"de":                         "de",
		"de-AT,de;q=0.9,en;q=0.8":    "de",
		"en;q=0.5, de-CH;q=0.7":      "de",
		"fr-CH, fr;q=0.9, de;q=0.3":  "de",
		"en-GB,de;q=0.9":             "en",
		"de;q=0, en":                 "en",
		"fr":                         "en",
		"*":                          "en",
		"DE":                         "de",
		";;;,q=,de;q=x,-":            "en",
		strings.Repeat("xx,", 10000): "en",
	} {
		b := newBrowser(t, s)
		a := b.get("/signin", "Accept-Language", header)
		if got := languageOf(a); got != want {
			t.Errorf("%.40q: the page is in %q, want %q", header, got, want)
		}
		if len(b.cookies) > 0 {
			t.Errorf("%.40q: something is kept that nobody chose: %v", header, b.cookies)
		}
	}
}

func TestTheLanguageOfTheSignInPagesIsChosenByALinkAndKept(t *testing.T) {
	s, _ := start(t)
	b := newBrowser(t, s)
	a := b.get("/signin?return=%2Fconsole%2Fiam")
	link := regexp.MustCompile(`<a href="([^"]+)" lang="de" hreflang="de">Deutsch</a>`).FindStringSubmatch(a.body)
	if link == nil {
		t.Fatalf("no link to German:\n%s", a.body)
	}
	a = b.get(html.UnescapeString(link[1]))
	if languageOf(a) != "de" || !strings.Contains(a.body, `name="return" value="/console/iam"`) || b.cookies[languageCookie] != "de" {
		t.Errorf("after the link: %v\n%s", b.cookies, a.body)
	}
	if a := b.get("/nowhere", "Accept-Language", "en"); languageOf(a) != "de" || a.message() != "Diese Seite gibt es nicht." || strings.Contains(a.body, "hreflang") {
		t.Errorf("the choice is not kept: %s", a.body)
	}
	if a := b.get("/signin?lang=en"); languageOf(a) != "en" || b.cookies[languageCookie] != "en" {
		t.Errorf("English is not chosen again: %v", b.cookies)
	}
	if a := b.get("/signin?lang=%22%3E"); languageOf(a) != "en" || b.cookies[languageCookie] != "en" {
		t.Errorf("a language that there is not is kept: %v", b.cookies)
	}
	b.cookies[languageCookie] = "fr"
	if a := b.get("/signin", "Accept-Language", "de"); languageOf(a) != "de" {
		t.Errorf("a choice that is unknown here counts: %q", languageOf(a))
	}
}

func TestASignInIsRefusedWithOneTextInEveryLanguage(t *testing.T) {
	s, c := start(t)
	person(t, s, "ann", everything)
	enable(t, s, c, "ann")
	b := newBrowser(t, s)
	b.get("/signin?lang=de")
	for name, a := range map[string]answer{
		"a wrong password":   b.signIn("ann", "wrong"),
		"nobody of the name": b.signIn("nobody", password),
		"no such account":    b.post("/signin", "account", "nobodys", "username", "ann", "password", password),
		"root":               b.post("/signin/-/root", "email", "root@example.com", "password", "wrong"),
	} {
		if a.message() != german {
			t.Errorf("%s: %q", name, a.message())
		}
	}
	if a := b.signIn("ann", password); a.location() != mfaPage {
		t.Fatalf("%d %s", a.status, a.message())
	}
	if a := b.get(mfaPage); languageOf(a) != "de" || !strings.Contains(a.body, "MFA-Code") {
		t.Errorf("the second page:\n%s", a.body)
	}
	if a := b.post(mfaPage, "code", "000000"); a.message() != german || strings.Contains(a.body, `id="error" lang`) {
		t.Errorf("a wrong code: %q", a.message())
	}
}

func TestTheMadeUpLanguageIsSpokenAndNotOffered(t *testing.T) {
	s, _ := start(t)
	b := newBrowser(t, s)
	if a := b.get("/signin?lang=en"); strings.Contains(a.body, "pseudo") {
		t.Errorf("it is offered:\n%s", a.body)
	}
	b.cookies[languageCookie] = "pseudo" // as the console keeps it
	if a := b.get("/nowhere"); languageOf(a) != "pseudo" || a.message() != "[Théré~~ íš~ ñó~ šúçh~~ págé.~~]" {
		t.Errorf("%s %q", languageOf(a), a.message())
	}
}

func TestWhatIsNotTranslatedSaysSo(t *testing.T) {
	s, _ := start(t)
	person(t, s, "ann", everything)
	b := newBrowser(t, s)
	b.mustSignIn("ann")
	b.get("/sessions?lang=de")
	a := b.post("/federation", "Action", "login", "SigninToken", "x", "Destination", "https://example.com/")
	if a.status != http.StatusBadRequest || languageOf(a) != "de" || !strings.Contains(a.body, `id="error" lang="en">Destination must be`) {
		t.Errorf("%d\n%s", a.status, a.body)
	}
}

func languageOf(a answer) string {
	found := regexp.MustCompile(`<html lang="(\w+)">`).FindStringSubmatch(a.body)
	if found == nil {
		return ""
	}
	return found[1]
}

// What in the sources is a text that a person may read on a page: a text of a template, a text that the door gives to one, and an error of signin.
var (
	ofTemplates = regexp.MustCompile(`\bt "([^"]+)"`)
	ofDoor      = regexp.MustCompile(`(?:Title: |Error: |\.(?:Title|Error|Reason|Notice)(?:, \S+)* = |d\.fail\(.*, |Device, |const \w+ = |return )"([A-Z][^"]* [^"]*)"`)
	ofSignIn    = regexp.MustCompile(`(?:fault\.New\(\S+, \S+, |AccessDenied\(|incorrectText = )"([A-Z][^"]+)"`)
)

func TestEveryTextOfThePagesIsInGermanAndNothingElseIs(t *testing.T) {
	wanted := map[string]bool{"red": true, "orange": true, "yellow": true, "green": true, "blue": true}
	want := func(pattern *regexp.Regexp, names ...string) {
		for _, name := range names {
			for _, found := range pattern.FindAllStringSubmatch(read(t, name), -1) {
				wanted[found[1]] = true
			}
		}
	}
	want(ofTemplates, files(t, "pages/*.html")...)
	want(ofDoor, slices.DeleteFunc(files(t, "*.go"), func(name string) bool { return strings.HasSuffix(name, "_test.go") })...)
	// Not those that only programs and the console see.
	want(ofSignIn, "../signin/fault.go", "../signin/passkey.go", "../signin/role.go", "../signin/session.go")
	wanted[signin.TokenOver] = true
	delete(wanted, "Destination must be a page of this console, such as ") // for whoever makes the link
	delete(wanted, "The program asks for what it cannot have: ")           // for whoever makes the program

	has := germanTexts(t)
	for text := range wanted {
		if _, ok := has[text]; !ok {
			t.Errorf("there is no German for %q", text)
		}
	}
	for text, own := range has {
		if !wanted[text] {
			t.Errorf("no page says %q", text)
		}
		if strings.Count(text, "%s") != strings.Count(own, "%s") {
			t.Errorf("%q has other values than %q", own, text)
		}
	}
}

func TestNoPageHasATextThatCannotBeTranslated(t *testing.T) {
	for _, name := range files(t, "pages/*.html") {
		text := regexp.MustCompile(`(?s)\{\{.*?\}\}`).ReplaceAllString(read(t, name), "")
		for _, found := range regexp.MustCompile(`(?:aria-label|alt|placeholder|title)="([^"]*\pL[^"]*)"`).FindAllString(text, -1) {
			t.Errorf("%s: %s", name, found)
		}
		text = regexp.MustCompile(`(?s)<[^>]*>`).ReplaceAllString(text, "")
		words := slices.DeleteFunc(regexp.MustCompile(`\pL+`).FindAllString(text, -1), func(word string) bool { return word == "Cardea" })
		if len(words) > 0 {
			t.Errorf("%s: %q", name, words)
		}
	}
}

// germanTexts reads the catalogue from its source.
func germanTexts(t *testing.T) map[string]string {
	t.Helper()
	constants, texts := map[string]string{}, map[string]string{}
	for _, name := range []string{"password.go", "../signin/federation.go", "german.go"} {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		must(t, err)
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ValueSpec:
				if len(n.Values) == 1 {
					constants[n.Names[0].Name] = literal(n.Values[0])
				}
			case *ast.KeyValueExpr:
				key := literal(n.Key)
				switch k := n.Key.(type) {
				case *ast.Ident:
					key = constants[k.Name]
				case *ast.SelectorExpr:
					key = constants[k.Sel.Name]
				}
				if name == "german.go" {
					texts[key] = literal(n.Value)
				}
			}
			return true
		})
	}
	return texts
}

func literal(e ast.Expr) string {
	if l, ok := e.(*ast.BasicLit); ok {
		text, _ := strconv.Unquote(l.Value)
		return text
	}
	return ""
}

func files(t *testing.T, pattern string) []string {
	t.Helper()
	names, err := filepath.Glob(pattern)
	must(t, err)
	if len(names) == 0 {
		t.Fatalf("no files match %s", pattern)
	}
	return names
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	must(t, err)
	return string(text)
}
