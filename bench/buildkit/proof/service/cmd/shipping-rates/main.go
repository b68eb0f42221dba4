// Command shipping-rates prints what a parcel costs.
package main

import "example.com/parcel/shipping-rates/internal/api"

var version = "dev"

func main() {
	api.Print(version)
}
