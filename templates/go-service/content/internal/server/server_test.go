package server

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestNew(t *testing.T) {
	tests := map[string]struct {
		method, target string
		status         int
		body           string
	}{
		"health":         {http.MethodGet, "/healthz", http.StatusNoContent, ""},
		"the service":    {http.MethodGet, "/", http.StatusOK, `"service":"example"`},
		"unknown path":   {http.MethodGet, "/nowhere", http.StatusNotFound, ""},
		"unknown method": {http.MethodDelete, "/", http.StatusMethodNotAllowed, ""},
	}
	handler := New("example")
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			recorder := httptest.NewRecorder()
			handler.ServeHTTP(recorder, httptest.NewRequest(test.method, test.target, nil))
			if recorder.Code != test.status {
				t.Errorf("status %d, want %d", recorder.Code, test.status)
			}
			if !strings.Contains(recorder.Body.String(), test.body) {
				t.Errorf("body %q does not hold %q", recorder.Body, test.body)
			}
		})
	}
}
