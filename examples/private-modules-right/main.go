// Command label-printer writes the labels that go on parcels.
package main

import (
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"os"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
	"go.example.com/platform/log"

	"example.com/parcel/label-printer/label"
)

func main() {
	logger := log.New(os.Stdout, "label-printer")
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
	router := chi.NewRouter()
	router.Use(middleware.Recoverer)
	router.Post("/labels", func(w http.ResponseWriter, r *http.Request) {
		var wanted label.Label
		if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 16<<10)).Decode(&wanted); err != nil {
			http.Error(w, "a parcel and its address are needed", http.StatusBadRequest)
			return
		}
		zpl, err := wanted.ZPL()
		if err != nil {
			http.Error(w, err.Error(), http.StatusUnprocessableEntity)
			return
		}
		logger.Info("label printed", "parcel", wanted.Parcel)
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		_, _ = io.WriteString(w, zpl)
	})
	return router
}
