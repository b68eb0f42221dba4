module example.com/parcel/address-book

go 1.27.0

require (
	github.com/gorilla/mux v1.8.1
	github.com/spf13/pflag v1.0.10
	golang.org/x/text v0.40.0
)
