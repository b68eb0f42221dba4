// Package address writes postal addresses in one form, so that two spellings
// of the same door are found to be equal.
package address

import (
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// Address is where a parcel goes.
type Address struct {
	Name   string `json:"name"`
	Street string `json:"street"`
	City   string `json:"city"`
}

// Canonical returns the address without differences that a carrier ignores:
// case, composition of accents, and runs of white space.
func (a Address) Canonical() Address {
	return Address{
		Name:   canonical(a.Name),
		Street: canonical(a.Street),
		City:   canonical(a.City),
	}
}

// SameDoor tells whether two addresses differ by the name at most.
func (a Address) SameDoor(other Address) bool {
	left, right := a.Canonical(), other.Canonical()
	return left.Street == right.Street && left.City == right.City
}

func canonical(text string) string {
	words := strings.Fields(norm.NFC.String(text))
	return cases.Upper(language.Und).String(strings.Join(words, " "))
}
