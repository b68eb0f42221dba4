// Command customs-forms declares parcels that cross a border.
package main

import (
	"encoding/json"
	"log/slog"
	"net/http"
	"os"
	"time"

	"go.example.com/platform/log"
	"golang.org/x/text/language"

	"example.com/parcel/customs-forms/form"
)

func main() {
	logger := log.New(os.Stdout, "customs-forms")
	server := &http.Server{
		Addr:              ":8080",
		Handler:           newHandler(logger),
		ReadHeaderTimeout: 5 * time.Second,
	}
	logger.Info("listening", "on", server.Addr)
	logger.Error("stopped", "error", server.ListenAndServe())
	os.Exit(1)
}

func newHandler(logger *slog.Logger) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /forms", func(w http.ResponseWriter, r *http.Request) {
		var articles []form.Article
		if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 64<<10)).Decode(&articles); err != nil {
			http.Error(w, "a list of articles is needed", http.StatusBadRequest)
			return
		}
		reader, _, _ := language.ParseAcceptLanguage(r.Header.Get("Accept-Language"))
		filled, err := form.Fill(articles, reader...)
		if err != nil {
			http.Error(w, err.Error(), http.StatusUnprocessableEntity)
			return
		}
		logger.Info("form filled", "form", filled.ID.String(), "kind", filled.Kind)
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusCreated)
		_ = json.NewEncoder(w).Encode(filled)
	})
	return mux
}
