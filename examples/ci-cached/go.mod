module example.com/parcel/driver-routes

go 1.27.0

require (
	github.com/go-chi/chi/v5 v5.3.0
	github.com/google/uuid v1.6.0
	golang.org/x/sync v0.22.0
	golang.org/x/time v0.15.0
)
