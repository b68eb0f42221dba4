// Package api answers questions about rates.
package api

import "example.com/parcel/shipping-rates/internal/rates"

// Print answers the only question there is.
func Print(version string) {
	println(version, rates.Cheapest(700))
}
