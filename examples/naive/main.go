// Command parcel-tracking tells where a parcel is.
package main

import (
	"log"
	"net/http"
	"time"
)

func main() {
	server := &http.Server{
		Addr:              ":8080",
		Handler:           newHandler(newJournal(time.Now)),
		ReadHeaderTimeout: 5 * time.Second,
	}
	log.Println("listening on", server.Addr)
	log.Fatal(server.ListenAndServe())
}
