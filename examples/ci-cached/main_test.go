package main

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"golang.org/x/time/rate"
)

func TestTours(t *testing.T) {
	handler := newHandler(rate.NewLimiter(0, 2))
	tests := []struct {
		name, body string
		status     int
	}{
		{"one driver", `[[{"parcel":"P-1","x":3,"y":4}]]`, http.StatusOK},
		{"no list", `{}`, http.StatusBadRequest},
		{"over the limit", `[]`, http.StatusTooManyRequests},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			recorder := httptest.NewRecorder()
			request := httptest.NewRequest(http.MethodPost, "/tours", strings.NewReader(test.body))
			handler.ServeHTTP(recorder, request)
			if recorder.Code != test.status {
				t.Errorf("status %d, want %d", recorder.Code, test.status)
			}
			if test.status == http.StatusOK && !strings.Contains(recorder.Body.String(), `"metres":5`) {
				t.Errorf("body %s, want a tour of 5 metres", recorder.Body)
			}
		})
	}
}
