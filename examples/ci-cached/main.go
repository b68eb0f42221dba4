// Command driver-routes plans the tours of a depot's drivers.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
	"github.com/google/uuid"
	"golang.org/x/sync/errgroup"
	"golang.org/x/time/rate"

	"example.com/parcel/driver-routes/internal/route"
)

const plansASecond = 20

type tour struct {
	ID     uuid.UUID    `json:"id"`
	Metres float64      `json:"metres"`
	Stops  []route.Stop `json:"stops"`
}

func main() {
	server := &http.Server{
		Addr:              ":8080",
		Handler:           newHandler(rate.NewLimiter(plansASecond, plansASecond)),
		ReadHeaderTimeout: 5 * time.Second,
	}
	log.Println("listening on", server.Addr)
	log.Fatal(server.ListenAndServe())
}

func newHandler(limit *rate.Limiter) http.Handler {
	router := chi.NewRouter()
	router.Use(middleware.Recoverer)
	router.Post("/tours", func(w http.ResponseWriter, r *http.Request) {
		if !limit.Allow() {
			http.Error(w, "too many plans at once", http.StatusTooManyRequests)
			return
		}
		var drivers [][]route.Stop
		body := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<20))
		if err := body.Decode(&drivers); err != nil {
			http.Error(w, "a list of stops for each driver is needed", http.StatusBadRequest)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(plan(drivers))
	})
	return router
}

func plan(drivers [][]route.Stop) []tour {
	var depot route.Stop
	tours := make([]tour, len(drivers))
	var group errgroup.Group
	for i, stops := range drivers {
		group.Go(func() error {
			short := route.Shorten(depot, stops)
			tours[i] = tour{ID: uuid.New(), Metres: route.Length(depot, short), Stops: short}
			return nil
		})
	}
	_ = group.Wait() // No tour returns an error.
	return tours
}
