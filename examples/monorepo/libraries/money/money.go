// Package money counts in cents, so that no amount is ever rounded by chance.
package money

import (
	"errors"
	"fmt"
)

// Amount is an amount of money in one currency.
type Amount struct {
	Cents    int64  `json:"cents"`
	Currency string `json:"currency"`
}

// ErrCurrency says that two amounts are of different currencies.
var ErrCurrency = errors.New("currencies differ")

// Plus adds an amount of the same currency.
func (a Amount) Plus(other Amount) (Amount, error) {
	if a.Currency != other.Currency {
		return Amount{}, fmt.Errorf("%s and %s: %w", a.Currency, other.Currency, ErrCurrency)
	}
	return Amount{Cents: a.Cents + other.Cents, Currency: a.Currency}, nil
}

// Times multiplies an amount.
func (a Amount) Times(n int64) Amount {
	return Amount{Cents: a.Cents * n, Currency: a.Currency}
}

// Share returns a part in thousandths, rounded half away from zero.
func (a Amount) Share(thousandths int64) Amount {
	product := a.Cents * thousandths
	half := int64(500)
	if product < 0 {
		half = -half
	}
	return Amount{Cents: (product + half) / 1000, Currency: a.Currency}
}
