package rates

import "testing"

func TestCheapest(t *testing.T) {
	if got := Cheapest(700); got != 640 {
		t.Errorf("Cheapest(700) = %d, want 640", got)
	}
}
