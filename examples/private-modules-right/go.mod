module example.com/parcel/label-printer

go 1.27.0

require (
	github.com/go-chi/chi/v5 v5.3.0
	go.example.com/platform/log v1.2.0
	golang.org/x/text v0.40.0
)
