// Package claim follows a customer's claim for a lost or damaged parcel.
package claim

import (
	"errors"
	"fmt"

	"github.com/google/uuid"
)

// State is how far a claim has come.
type State string

// The states of a claim.
const (
	Open     State = "open"
	Examined State = "examined"
	Paid     State = "paid"
	Refused  State = "refused"
)

// ErrStep says that a claim cannot go from one state to another.
var ErrStep = errors.New("step is not allowed")

var steps = map[State][]State{
	Open:     {Examined, Refused},
	Examined: {Paid, Refused},
}

// Claim is one customer's claim.
type Claim struct {
	ID     uuid.UUID `json:"id"`
	Parcel string    `json:"parcel"`
	State  State     `json:"state"`
}

// New opens a claim for a parcel.
func New(parcel string) Claim {
	return Claim{ID: uuid.New(), Parcel: parcel, State: Open}
}

// Step returns the claim in its next state.
func (c Claim) Step(next State) (Claim, error) {
	for _, allowed := range steps[c.State] {
		if allowed == next {
			c.State = next
			return c, nil
		}
	}
	return c, fmt.Errorf("from %s to %s: %w", c.State, next, ErrStep)
}
