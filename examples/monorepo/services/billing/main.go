// Command billing writes the invoices of a shop.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"strconv"
	"time"

	"github.com/gorilla/mux"
	"golang.org/x/text/language"

	"example.com/shop/money"
)

func main() {
	server := &http.Server{
		Addr:              ":8080",
		Handler:           newHandler(),
		ReadHeaderTimeout: 5 * time.Second,
	}
	log.Println("listening on", server.Addr)
	log.Fatal(server.ListenAndServe())
}

func newHandler() http.Handler {
	router := mux.NewRouter()
	router.HandleFunc("/invoices", func(w http.ResponseWriter, r *http.Request) {
		cents, err := strconv.ParseInt(r.FormValue("cents"), 10, 64)
		if err != nil {
			http.Error(w, "cents must be a whole number", http.StatusBadRequest)
			return
		}
		net := money.Amount{Cents: cents, Currency: r.FormValue("currency")}
		made, err := newInvoice(net, r.FormValue("country"), language.English)
		if err != nil {
			http.Error(w, err.Error(), http.StatusUnprocessableEntity)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(made)
	}).Methods(http.MethodPost)
	return router
}
