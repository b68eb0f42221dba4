package money

import (
	"errors"
	"testing"
)

func TestShare(t *testing.T) {
	tests := []struct{ cents, thousandths, want int64 }{
		{1000, 200, 200},
		{1, 500, 1},
		{-1, 500, -1},
		{1, 499, 0},
	}
	for _, test := range tests {
		amount := Amount{Cents: test.cents, Currency: "EUR"}
		if got := amount.Share(test.thousandths).Cents; got != test.want {
			t.Errorf("%d thousandths of %d: %d, want %d", test.thousandths, test.cents, got, test.want)
		}
	}
}

func TestPlusRefusesAnotherCurrency(t *testing.T) {
	_, err := Amount{1, "EUR"}.Plus(Amount{1, "CHF"})
	if !errors.Is(err, ErrCurrency) {
		t.Errorf("error %v, want %v", err, ErrCurrency)
	}
}
