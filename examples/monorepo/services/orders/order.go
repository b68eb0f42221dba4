package main

import (
	"errors"

	"github.com/google/uuid"

	"example.com/shop/money"
)

// A line is one article of an order.
type line struct {
	Article string       `json:"article"`
	Count   int64        `json:"count"`
	Price   money.Amount `json:"price"`
}

// An order is what a customer buys at once.
type order struct {
	ID    uuid.UUID    `json:"id"`
	Lines []line       `json:"lines"`
	Total money.Amount `json:"total"`
}

var errEmpty = errors.New("an order has one line at least")

func newOrder(lines []line) (order, error) {
	if len(lines) == 0 {
		return order{}, errEmpty
	}
	total := money.Amount{Currency: lines[0].Price.Currency}
	for _, each := range lines {
		if each.Count < 1 {
			return order{}, errors.New("a count is one at least")
		}
		sum, err := total.Plus(each.Price.Times(each.Count))
		if err != nil {
			return order{}, err
		}
		total = sum
	}
	return order{ID: uuid.New(), Lines: lines, Total: total}, nil
}
