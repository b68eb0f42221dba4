package api

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"example.com/parcel/shipping-rates/internal/rates"
)

func TestHandler(t *testing.T) {
	tests := map[string]struct {
		target string
		status int
		body   string
	}{
		"health":       {"/healthz", http.StatusNoContent, ""},
		"quotes":       {"/quotes?grams=900&km=120", http.StatusOK, `"carrier":"meridian"`},
		"no weight":    {"/quotes?km=120", http.StatusBadRequest, "grams"},
		"too heavy":    {"/quotes?grams=99999&km=1", http.StatusUnprocessableEntity, "weight"},
		"unknown path": {"/prices", http.StatusNotFound, ""},
	}
	handler := NewHandler(rates.NewDesk(rates.Carriers()...))
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			recorder := httptest.NewRecorder()
			handler.ServeHTTP(recorder, httptest.NewRequest(http.MethodGet, test.target, nil))
			if recorder.Code != test.status {
				t.Errorf("status %d, want %d", recorder.Code, test.status)
			}
			if !strings.Contains(recorder.Body.String(), test.body) {
				t.Errorf("body %q does not hold %q", recorder.Body, test.body)
			}
		})
	}
}
