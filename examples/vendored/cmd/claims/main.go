// Command claims takes claims for lost and damaged parcels.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"sync"
	"time"

	"github.com/google/uuid"

	"example.com/parcel/claims/internal/claim"
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
	var claims sync.Map
	mux := http.NewServeMux()
	mux.HandleFunc("POST /claims", func(w http.ResponseWriter, r *http.Request) {
		opened := claim.New(r.FormValue("parcel"))
		claims.Store(opened.ID, opened)
		answer(w, http.StatusCreated, opened)
	})
	mux.HandleFunc("GET /claims/{id}", func(w http.ResponseWriter, r *http.Request) {
		id, err := uuid.Parse(r.PathValue("id"))
		if err != nil {
			http.Error(w, "not a claim's id", http.StatusBadRequest)
			return
		}
		found, known := claims.Load(id)
		if !known {
			http.NotFound(w, r)
			return
		}
		answer(w, http.StatusOK, found)
	})
	return mux
}

func answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body)
}
