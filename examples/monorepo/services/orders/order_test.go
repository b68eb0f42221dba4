package main

import (
	"errors"
	"testing"

	"example.com/shop/money"
)

func TestNewOrder(t *testing.T) {
	euro := func(cents int64) money.Amount { return money.Amount{Cents: cents, Currency: "EUR"} }
	placed, err := newOrder([]line{
		{Article: "tea", Count: 2, Price: euro(450)},
		{Article: "pot", Count: 1, Price: euro(2900)},
	})
	if err != nil || placed.Total != euro(3800) {
		t.Errorf("total %v, %v; want 38 euro", placed.Total, err)
	}
	if _, err := newOrder(nil); !errors.Is(err, errEmpty) {
		t.Errorf("no lines: error %v, want %v", err, errEmpty)
	}
	_, err = newOrder([]line{
		{Article: "tea", Count: 1, Price: euro(450)},
		{Article: "pot", Count: 1, Price: money.Amount{Cents: 2900, Currency: "CHF"}},
	})
	if !errors.Is(err, money.ErrCurrency) {
		t.Errorf("two currencies: error %v, want %v", err, money.ErrCurrency)
	}
}
