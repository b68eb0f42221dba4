// Package rates knows what parcels cost.
package rates

import "golang.org/x/sync/singleflight"

var asked singleflight.Group

// Cheapest is the least that a parcel of some grams costs, in cents.
func Cheapest(grams int) int {
	cents, _, _ := asked.Do("cheapest", func() (any, error) {
		return 290 + grams/2, nil
	})
	return cents.(int)
}
