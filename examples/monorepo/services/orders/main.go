// Command orders takes the orders of a shop.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"time"

	"github.com/go-chi/chi/v5"
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
	router := chi.NewRouter()
	router.Post("/orders", func(w http.ResponseWriter, r *http.Request) {
		var lines []line
		if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<20)).Decode(&lines); err != nil {
			http.Error(w, "a list of lines is needed", http.StatusBadRequest)
			return
		}
		placed, err := newOrder(lines)
		if err != nil {
			http.Error(w, err.Error(), http.StatusUnprocessableEntity)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusCreated)
		_ = json.NewEncoder(w).Encode(placed)
	})
	return router
}
