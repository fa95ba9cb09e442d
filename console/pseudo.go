package console

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// pseudo is a made-up language, which no page offers. Every text of the catalogue is in brackets, accented and a third longer, word by word, as the console
// has it too. A text on a page without brackets does not come from the catalogue; one that is cut off has no room to be translated.
var pseudo = &language{Tag: "pseudo", date: english.date, months: english.months, texts: stretched(german)}

// stretched are the texts that a catalogue translates, in the made-up language.
func stretched(catalogue map[string]string) map[string]string {
	texts := make(map[string]string, len(catalogue))
	for text := range catalogue {
		words := strings.Fields(text)
		for i, word := range words {
			words[i] = stretch(word)
		}
		texts[text] = "[" + strings.Join(words, " ") + "]"
	}
	return texts
}

var (
	letters = regexp.MustCompile(`%[a-z]|[^%]+|%`)
	accents = strings.NewReplacer(
		"a", "á", "e", "é", "i", "í", "o", "ó", "u", "ú", "y", "ý", "c", "ç", "n", "ñ", "s", "š",
		"A", "Á", "E", "É", "I", "Í", "O", "Ó", "U", "Ú", "Y", "Ý", "C", "Ç", "N", "Ñ", "S", "Š",
	)
)

// stretch is a word in the made-up language. The places of values stay as they are.
func stretch(word string) string {
	own := letters.ReplaceAllStringFunc(word, func(part string) string {
		if part[0] == '%' {
			return part
		}
		return accents.Replace(part)
	})
	return own + strings.Repeat("~", (utf8.RuneCountInString(word)+2)/3)
}
