module example.com/parcel/notifications

go 1.27.0

require github.com/google/uuid v1.6.0
