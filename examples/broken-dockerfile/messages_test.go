package main

import (
	"errors"
	"testing"
)

func TestWrite(t *testing.T) {
	text, err := write("delivered", "P-1")
	if want := "Your parcel P-1 is at your door."; err != nil || text != want {
		t.Errorf("%q, %v; want %q", text, err, want)
	}
	if _, err := write("eaten by a dog", "P-1"); !errors.Is(err, errUnknownEvent) {
		t.Errorf("error %v, want %v", err, errUnknownEvent)
	}
}
