// Package postcode reads postal codes of the countries that Parcel serves.
package postcode

import (
	"errors"
	"regexp"
	"strings"

	"golang.org/x/text/width"
)

// Code is a postal code in its official spelling.
type Code string

var (
	// ErrCountry says that Parcel does not deliver to a country.
	ErrCountry = errors.New("country is not served")
	// ErrShape says that a text is no postal code of its country.
	ErrShape = errors.New("not a postal code of this country")
)

var shapes = map[string]*regexp.Regexp{
	"AT": regexp.MustCompile(`^[1-9][0-9]{3}$`),
	"DE": regexp.MustCompile(`^[0-9]{5}$`),
	"JP": regexp.MustCompile(`^[0-9]{3}-[0-9]{4}$`),
	"NL": regexp.MustCompile(`^[1-9][0-9]{3} [A-Z]{2}$`),
}

// Parse reads a postal code as people type it: full-width digits, small
// letters and stray spaces are accepted.
func Parse(country, text string) (Code, error) {
	shape, served := shapes[country]
	if !served {
		return "", ErrCountry
	}
	code := strings.ToUpper(strings.TrimSpace(width.Narrow.String(text)))
	if !shape.MatchString(code) {
		return "", ErrShape
	}
	return Code(code), nil
}
