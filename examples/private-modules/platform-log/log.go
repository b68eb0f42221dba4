// Package log is how every service of Parcel writes its log: one JSON object a
// line, with the service's name, and without what customers entrusted to us.
package log

import (
	"io"
	"log/slog"
	"strings"
)

// Mask stands where a value was left out.
const Mask = "(left out)"

// The attributes that hold personal data, in small letters.
var personal = map[string]bool{"address": true, "email": true, "name": true, "phone": true}

// New returns a logger for a service.
func New(out io.Writer, service string) *slog.Logger {
	handler := slog.NewJSONHandler(out, &slog.HandlerOptions{ReplaceAttr: mask})
	return slog.New(handler).With("service", service)
}

func mask(_ []string, attribute slog.Attr) slog.Attr {
	if personal[strings.ToLower(attribute.Key)] {
		return slog.String(attribute.Key, Mask)
	}
	return attribute
}
