// Command ${{ values.name }} serves HTTP on port 8080, or on the one in PORT.
package main

import (
	"cmp"
	"context"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"${{ values.modulePath }}/internal/server"
)

// What requests get to finish before the service stops.
const shutdownGrace = 10 * time.Second

func main() {
	slog.SetDefault(slog.New(slog.NewJSONHandler(os.Stdout, nil)))
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := serve(ctx, cmp.Or(os.Getenv("PORT"), "8080")); err != nil {
		slog.Error("stopped", "error", err)
		os.Exit(1)
	}
}

func serve(ctx context.Context, port string) error {
	httpServer := &http.Server{
		Addr:              net.JoinHostPort("", port),
		Handler:           server.New("${{ values.name }}"),
		ReadHeaderTimeout: 5 * time.Second,
	}
	failed := make(chan error, 1)
	go func() { failed <- httpServer.ListenAndServe() }()
	slog.Info("listening", "address", httpServer.Addr)

	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.Background(), shutdownGrace)
	defer cancel()
	return httpServer.Shutdown(grace)
}
