// Package rates collects the carriers' prices for a parcel.
package rates

import (
	"context"
	"fmt"

	"github.com/google/uuid"
	"golang.org/x/sync/errgroup"
	"golang.org/x/text/currency"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

// Quote is one carrier's price, written for the reader's language.
type Quote struct {
	ID      uuid.UUID `json:"id"`
	Carrier string    `json:"carrier"`
	Price   string    `json:"price"`
}

// Desk asks every carrier at once.
type Desk struct {
	carriers []Carrier
}

// NewDesk returns a desk for the given carriers.
func NewDesk(carriers ...Carrier) *Desk {
	return &Desk{carriers: carriers}
}

// Quotes returns one quote for each carrier, in the order of the carriers.
func (d *Desk) Quotes(ctx context.Context, parcel Parcel, reader language.Tag) ([]Quote, error) {
	if err := parcel.Validate(); err != nil {
		return nil, err
	}
	printer := message.NewPrinter(reader)
	quotes := make([]Quote, len(d.carriers))
	group, ctx := errgroup.WithContext(ctx)
	for i, carrier := range d.carriers {
		group.Go(func() error {
			price, err := carrier.Price(ctx, parcel)
			if err != nil {
				return fmt.Errorf("price of %s: %w", carrier.Name(), err)
			}
			quotes[i] = Quote{
				ID:      uuid.New(),
				Carrier: carrier.Name(),
				Price:   printer.Sprint(currency.ISO(price)),
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	return quotes, nil
}
