package main

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

func TestScansComeBackInOrder(t *testing.T) {
	noon := time.Date(2026, time.May, 4, 12, 0, 0, 0, time.UTC)
	handler := newHandler(newJournal(func() time.Time { return noon }))
	for _, place := range []string{"GRAZ+SUD", "linz"} {
		target := "/parcels/P-1/scans?place=" + place
		if status, body := serve(handler, http.MethodPost, target); status != http.StatusCreated {
			t.Fatalf("scan at %s: status %d: %s", place, status, body)
		}
	}
	status, body := serve(handler, http.MethodGet, "/parcels/P-1/scans")
	if status != http.StatusOK {
		t.Fatalf("status %d, want 200", status)
	}
	first, second := strings.Index(body, "Graz Sud"), strings.Index(body, "Linz")
	if first < 0 || second < first {
		t.Errorf("body %s, want Graz Sud and then Linz", body)
	}
}

func TestBadRequests(t *testing.T) {
	handler := newHandler(newJournal(time.Now))
	if status, _ := serve(handler, http.MethodGet, "/parcels/P-2/scans"); status != http.StatusNotFound {
		t.Errorf("unknown parcel: status %d, want 404", status)
	}
	if status, _ := serve(handler, http.MethodPost, "/parcels/P-2/scans"); status != http.StatusBadRequest {
		t.Errorf("no place: status %d, want 400", status)
	}
}

func serve(handler http.Handler, method, target string) (int, string) {
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, httptest.NewRequest(method, target, nil))
	return recorder.Code, recorder.Body.String()
}
