module example.com/shop/orders

go 1.27.0

require (
	example.com/shop/money v0.0.0
	github.com/go-chi/chi/v5 v5.3.0
	github.com/google/uuid v1.6.0
)

replace example.com/shop/money => ../../libraries/money
