// Command shipping-rates quotes what each carrier asks for a parcel.
package main

import (
	"context"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.com/parcel/shipping-rates/internal/api"
	"example.com/parcel/shipping-rates/internal/rates"
)

const shutdownGrace = 10 * time.Second

func main() {
	if err := run(); err != nil {
		slog.Error("shipping-rates stopped", "error", err)
		os.Exit(1)
	}
}

func run() error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	server := &http.Server{
		Addr:              ":8080",
		Handler:           api.NewHandler(rates.NewDesk(rates.Carriers()...)),
		ReadHeaderTimeout: 5 * time.Second,
	}
	failed := make(chan error, 1)
	go func() {
		slog.Info("listening", "address", server.Addr)
		failed <- server.ListenAndServe()
	}()

	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.Background(), shutdownGrace)
	defer cancel()
	return server.Shutdown(grace)
}
