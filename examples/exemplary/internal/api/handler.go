// Package api serves the quotes over HTTP.
package api

import (
	"encoding/json"
	"errors"
	"net/http"
	"strconv"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
	"golang.org/x/text/language"

	"example.com/parcel/shipping-rates/internal/rates"
)

// NewHandler routes the requests of the service.
func NewHandler(desk *rates.Desk) http.Handler {
	router := chi.NewRouter()
	router.Use(middleware.RequestID, middleware.Recoverer)
	router.Get("/healthz", func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusNoContent)
	})
	router.Get("/quotes", quotes(desk))
	return router
}

func quotes(desk *rates.Desk) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		parcel, err := readParcel(r)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		found, err := desk.Quotes(r.Context(), parcel, readLanguage(r))
		switch {
		case errors.Is(err, rates.ErrWeight), errors.Is(err, rates.ErrDistance):
			http.Error(w, err.Error(), http.StatusUnprocessableEntity)
		case err != nil:
			http.Error(w, "no quotes at the moment", http.StatusBadGateway)
		default:
			w.Header().Set("Content-Type", "application/json")
			_ = json.NewEncoder(w).Encode(found)
		}
	}
}

func readParcel(r *http.Request) (rates.Parcel, error) {
	grams, err := strconv.Atoi(r.FormValue("grams"))
	if err != nil {
		return rates.Parcel{}, errors.New("grams must be a whole number")
	}
	kilometres, err := strconv.Atoi(r.FormValue("km"))
	if err != nil {
		return rates.Parcel{}, errors.New("km must be a whole number")
	}
	return rates.Parcel{Grams: grams, Kilometres: kilometres}, nil
}

func readLanguage(r *http.Request) language.Tag {
	tags, _, err := language.ParseAcceptLanguage(r.Header.Get("Accept-Language"))
	if err != nil || len(tags) == 0 {
		return language.English
	}
	return tags[0]
}
