package main

import (
	"testing"

	"golang.org/x/text/language"

	"example.com/shop/money"
)

func TestNewInvoice(t *testing.T) {
	made, err := newInvoice(money.Amount{Cents: 10_000, Currency: "EUR"}, "AT", language.English)
	if want := (invoice{Net: "€ 100.00", Tax: "€ 20.00", Gross: "€ 120.00"}); err != nil || made != want {
		t.Errorf("%+v, %v; want %+v", made, err, want)
	}
}

func TestNewInvoiceRefuses(t *testing.T) {
	tests := map[string]struct {
		currency, country string
	}{
		"an unknown country":  {"EUR", "XX"},
		"an unknown currency": {"XX", "AT"},
	}
	for name, test := range tests {
		net := money.Amount{Cents: 1, Currency: test.currency}
		if _, err := newInvoice(net, test.country, language.English); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
