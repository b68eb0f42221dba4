package rates

import (
	"context"
	"errors"
	"testing"

	"golang.org/x/text/currency"
	"golang.org/x/text/language"
)

func TestQuotes(t *testing.T) {
	tests := map[string]struct {
		parcel Parcel
		price  string
		err    error
	}{
		"light and near":      {parcel: Parcel{Grams: 200, Kilometres: 40}, price: "EUR 7.45"},
		"every started kilo":  {parcel: Parcel{Grams: 2001, Kilometres: 100}, price: "EUR 9.85"},
		"nothing to send":     {parcel: Parcel{}, err: ErrWeight},
		"too heavy":           {parcel: Parcel{Grams: 40_000}, err: ErrWeight},
		"a negative distance": {parcel: Parcel{Grams: 1, Kilometres: -1}, err: ErrDistance},
	}
	desk := NewDesk(tariff{name: "swift", unit: currency.EUR, base: 590, kilogram: 120, hundredKilo: 35})
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			quotes, err := desk.Quotes(context.Background(), test.parcel, language.English)
			if !errors.Is(err, test.err) {
				t.Fatalf("error %v, want %v", err, test.err)
			}
			if err != nil {
				return
			}
			if len(quotes) != 1 || quotes[0].Price != test.price {
				t.Errorf("quotes %+v, want one at %s", quotes, test.price)
			}
		})
	}
}

type silent struct{ err error }

func (s silent) Name() string { return "silent" }

func (s silent) Price(context.Context, Parcel) (currency.Amount, error) {
	return currency.Amount{}, s.err
}

func TestQuotesReportTheCarrierThatFails(t *testing.T) {
	down := errors.New("no answer")
	desk := NewDesk(append(Carriers(), silent{err: down})...)
	_, err := desk.Quotes(context.Background(), Parcel{Grams: 1}, language.English)
	if !errors.Is(err, down) {
		t.Errorf("error %v, want %v", err, down)
	}
}
