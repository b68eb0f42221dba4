package form

import (
	"errors"
	"testing"

	"golang.org/x/text/language"
)

func TestFill(t *testing.T) {
	tests := map[string]struct {
		articles []Article
		kind     string
		err      error
	}{
		"short form": {[]Article{{"book", 2500, 400}}, "CN 22", nil},
		"long form":  {[]Article{{"watch", 39_000, 200}, {"strap", 2000, 50}}, "CN 23", nil},
		"no weight":  {[]Article{{"balloon", 100, 0}}, "", ErrArticle},
		"nothing":    {nil, "", ErrArticle},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			filled, err := Fill(test.articles)
			if filled.Kind != test.kind || !errors.Is(err, test.err) {
				t.Errorf("%q, %v; want %q, %v", filled.Kind, err, test.kind, test.err)
			}
		})
	}
}

func TestFillInALanguageThatThePostReads(t *testing.T) {
	for reader, want := range map[string]string{"en-GB": "en", "fr-CA": "fr", "ja": "fr"} {
		filled, err := Fill([]Article{{"book", 1, 1}}, language.MustParse(reader))
		if err != nil || filled.Language != want {
			t.Errorf("%s: %q, %v; want %q", reader, filled.Language, err, want)
		}
	}
}
