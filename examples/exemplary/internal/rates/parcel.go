package rates

import "errors"

// Parcel is what a sender wants to have delivered.
type Parcel struct {
	Grams      int
	Kilometres int
}

const maxGrams = 31_500

var (
	// ErrWeight says that no carrier takes a parcel of that weight.
	ErrWeight = errors.New("weight must be between 1 and 31500 grams")
	// ErrDistance says that the distance makes no sense.
	ErrDistance = errors.New("distance must not be negative")
)

// Validate tells why a parcel cannot be sent.
func (p Parcel) Validate() error {
	if p.Grams < 1 || p.Grams > maxGrams {
		return ErrWeight
	}
	if p.Kilometres < 0 {
		return ErrDistance
	}
	return nil
}
