package main

import (
	"fmt"
	"strings"
)

// dated is a source with the day of its newest data, and the text of its licence.
type dated struct {
	source
	Date    string
	Licence []byte
}

// sourcesText writes the SOURCES file: where the data comes from, what it must hash to, and the licences that come with it.
func sourcesText(sums string, sources ...dated) string {
	var b strings.Builder
	b.WriteString("The files of this directory's data are made by `go generate ./catalog/...` from these npm packages.\n")
	b.WriteString("They hold names, dates and rules; the descriptions are left out. Do not edit them or this file.\n\n")
	for _, s := range sources {
		fmt.Fprintf(&b, "package    %s\nversion    %s\nlicence    %s\ndata of    %s\nintegrity  %s\n\n", s.Name, s.Version, s.source.Licence, s.Date, s.Integrity)
	}
	b.WriteString("SHA-256 of the files:\n\n")
	b.WriteString(sums)
	for _, s := range sources {
		fmt.Fprintf(&b, "\nLicence of %s:\n\n%s\n", s.Name, strings.TrimSpace(string(s.Licence)))
	}
	return b.String()
}
