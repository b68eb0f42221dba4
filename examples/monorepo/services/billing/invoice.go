package main

import (
	"fmt"

	"golang.org/x/text/currency"
	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"example.com/shop/money"
)

// The value added tax by country, in thousandths.
var taxes = map[string]int64{"AT": 200, "DE": 190, "LU": 170}

// An invoice says what a customer pays and how much of it is tax.
type invoice struct {
	Net   string `json:"net"`
	Tax   string `json:"tax"`
	Gross string `json:"gross"`
}

func newInvoice(net money.Amount, country string, reader language.Tag) (invoice, error) {
	thousandths, known := taxes[country]
	if !known {
		return invoice{}, fmt.Errorf("no tax is known for %q", country)
	}
	unit, err := currency.ParseISO(net.Currency)
	if err != nil {
		return invoice{}, fmt.Errorf("currency of the order: %w", err)
	}
	tax := net.Share(thousandths)
	gross, err := net.Plus(tax)
	if err != nil {
		return invoice{}, err
	}
	printer := message.NewPrinter(reader)
	write := func(amount money.Amount) string {
		return printer.Sprint(currency.Symbol(unit.Amount(float64(amount.Cents) / 100)))
	}
	return invoice{Net: write(net), Tax: write(tax), Gross: write(gross)}, nil
}
