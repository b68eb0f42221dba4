// Package form fills in the customs declaration of a parcel (CN 22 and CN 23).
package form

import (
	"errors"

	"github.com/google/uuid"
	"golang.org/x/text/language"
)

// Article is one kind of goods in a parcel.
type Article struct {
	Description string `json:"description"`
	Cents       int    `json:"cents"`
	Grams       int    `json:"grams"`
}

// Form is a filled-in declaration.
type Form struct {
	ID       uuid.UUID `json:"id"`
	Kind     string    `json:"kind"`
	Cents    int       `json:"cents"`
	Grams    int       `json:"grams"`
	Language string    `json:"language"`
}

// The short form is allowed up to this value.
const shortFormCents = 40_000

// The languages that a declaration may be written in, the default first.
var languages = language.NewMatcher([]language.Tag{language.French, language.English})

// ErrArticle says that an article lacks its description, value or weight.
var ErrArticle = errors.New("every article needs a description, a value and a weight")

// Fill declares articles for a sender who reads the given languages.
func Fill(articles []Article, reader ...language.Tag) (Form, error) {
	if len(articles) == 0 {
		return Form{}, ErrArticle
	}
	filled := Form{ID: uuid.New(), Kind: "CN 22"}
	for _, article := range articles {
		if article.Description == "" || article.Cents < 1 || article.Grams < 1 {
			return Form{}, ErrArticle
		}
		filled.Cents += article.Cents
		filled.Grams += article.Grams
	}
	if filled.Cents > shortFormCents {
		filled.Kind = "CN 23"
	}
	tag, _, _ := languages.Match(reader...)
	base, _ := tag.Base()
	filled.Language = base.String()
	return filled, nil
}
