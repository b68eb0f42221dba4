module example.com/parcel/shipping-rates

go 1.27.0

require golang.org/x/sync v0.22.0
