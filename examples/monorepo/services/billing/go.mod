module example.com/shop/billing

go 1.27.0

require (
	example.com/shop/money v0.0.0
	github.com/gorilla/mux v1.8.1
	golang.org/x/text v0.40.0
)

replace example.com/shop/money => ../../libraries/money
