package postcode

import (
	"errors"
	"testing"
)

func TestParse(t *testing.T) {
	tests := map[string]struct {
		country, text string
		code          Code
		err           error
	}{
		"plain":          {"AT", "6020", "6020", nil},
		"small letters":  {"NL", "1012 ab", "1012 AB", nil},
		"full width":     {"JP", "１００-０００１", "100-0001", nil},
		"stray spaces":   {"DE", " 10115\n", "10115", nil},
		"too short":      {"DE", "1011", "", ErrShape},
		"country closed": {"XX", "1011", "", ErrCountry},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			code, err := Parse(test.country, test.text)
			if code != test.code || !errors.Is(err, test.err) {
				t.Errorf("%q, %v; want %q, %v", code, err, test.code, test.err)
			}
		})
	}
}
