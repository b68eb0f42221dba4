package main

import (
	"encoding/json"
	"net/http"

	"github.com/gorilla/mux"
	"golang.org/x/sync/semaphore"
	"golang.org/x/text/cases"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// Scanners send in bursts; more than this many writes wait at the door.
const writers = 32

func newHandler(book *journal) http.Handler {
	door := semaphore.NewWeighted(writers)
	router := mux.NewRouter()
	router.HandleFunc("/parcels/{parcel}/scans", func(w http.ResponseWriter, r *http.Request) {
		scans, err := book.of(mux.Vars(r)["parcel"])
		if err != nil {
			http.Error(w, err.Error(), http.StatusNotFound)
			return
		}
		answer(w, http.StatusOK, scans)
	}).Methods(http.MethodGet)
	router.HandleFunc("/parcels/{parcel}/scans", func(w http.ResponseWriter, r *http.Request) {
		place := placeName(r.FormValue("place"))
		if place == "" {
			http.Error(w, "place is missing", http.StatusBadRequest)
			return
		}
		if err := door.Acquire(r.Context(), 1); err != nil {
			http.Error(w, "try again", http.StatusServiceUnavailable)
			return
		}
		defer door.Release(1)
		answer(w, http.StatusCreated, book.add(mux.Vars(r)["parcel"], place))
	}).Methods(http.MethodPost)
	return router
}

// placeName writes a depot's name in one way, however the scanner sent it.
func placeName(raw string) string {
	return cases.Title(language.Und).String(norm.NFC.String(raw))
}

func answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body)
}
