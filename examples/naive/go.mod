module example.com/parcel/parcel-tracking

go 1.27.0

require (
	github.com/google/uuid v1.6.0
	github.com/gorilla/mux v1.8.1
	golang.org/x/sync v0.22.0
	golang.org/x/text v0.40.0
)
