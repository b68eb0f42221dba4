package rates

import (
	"context"

	"golang.org/x/text/currency"
)

// Carrier asks a price for a parcel.
type Carrier interface {
	Name() string
	Price(ctx context.Context, parcel Parcel) (currency.Amount, error)
}

// tariff is a carrier with a base price and one for each started kilogram and
// hundred kilometres, in cents.
type tariff struct {
	name                        string
	unit                        currency.Unit
	base, kilogram, hundredKilo int
}

// Carriers returns the carriers with a contract.
func Carriers() []Carrier {
	return []Carrier{
		tariff{name: "swift", unit: currency.EUR, base: 590, kilogram: 120, hundredKilo: 35},
		tariff{name: "meridian", unit: currency.EUR, base: 410, kilogram: 160, hundredKilo: 60},
		tariff{name: "harbour", unit: currency.GBP, base: 380, kilogram: 95, hundredKilo: 80},
	}
}

func (t tariff) Name() string { return t.name }

func (t tariff) Price(ctx context.Context, parcel Parcel) (currency.Amount, error) {
	if err := ctx.Err(); err != nil {
		return currency.Amount{}, err
	}
	cents := t.base +
		t.kilogram*started(parcel.Grams, 1000) +
		t.hundredKilo*started(parcel.Kilometres, 100)
	return t.unit.Amount(float64(cents) / 100), nil
}

// started counts the units of a given size that an amount has begun.
func started(amount, size int) int {
	return (amount + size - 1) / size
}
