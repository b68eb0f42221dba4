module example.com/parcel/claims

go 1.27.0

require github.com/google/uuid v1.6.0
