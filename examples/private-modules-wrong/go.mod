module example.com/parcel/customs-forms

go 1.27.0

require (
	github.com/google/uuid v1.6.0
	go.example.com/platform/log v1.2.0
	golang.org/x/text v0.40.0
)
