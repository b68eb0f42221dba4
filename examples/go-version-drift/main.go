// Command address-book compares postal addresses.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"time"

	"github.com/gorilla/mux"
	"github.com/spf13/pflag"

	"example.com/parcel/address-book/address"
)

func main() {
	listen := pflag.String("listen", ":8080", "address to listen on")
	pflag.Parse()
	server := &http.Server{
		Addr:              *listen,
		Handler:           newHandler(),
		ReadHeaderTimeout: 5 * time.Second,
	}
	log.Println("listening on", server.Addr)
	log.Fatal(server.ListenAndServe())
}

func newHandler() http.Handler {
	router := mux.NewRouter()
	router.HandleFunc("/compare", compare).Methods(http.MethodPost)
	return router
}

func compare(w http.ResponseWriter, r *http.Request) {
	var doors [2]address.Address
	body := json.NewDecoder(http.MaxBytesReader(w, r.Body, 64<<10))
	if err := body.Decode(&doors); err != nil {
		http.Error(w, "two addresses are needed", http.StatusBadRequest)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(map[string]bool{
		"sameDoor": doors[0].SameDoor(doors[1]),
	})
}
