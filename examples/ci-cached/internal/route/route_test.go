package route

import (
	"math/rand/v2"
	"testing"
)

func TestShortenFindsTheWayRoundASquare(t *testing.T) {
	corners := []Stop{{"a", 1, 1}, {"b", 0, 1}, {"c", 1, 0}}
	tour := Shorten(Stop{}, corners)
	if length := Length(Stop{}, tour); length != 3 {
		t.Errorf("tour %v is %.1f long, want 3", tour, length)
	}
}

func TestShortenKeepsEveryStopAndNeverGetsLonger(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 5))
	for range 50 {
		stops := make([]Stop, random.IntN(30))
		wanted := map[Stop]int{}
		for i := range stops {
			stops[i] = Stop{X: random.Float64(), Y: random.Float64()}
			wanted[stops[i]]++
		}
		tour := Shorten(Stop{}, stops)
		if Length(Stop{}, tour) > Length(Stop{}, nearest(Stop{}, stops)) {
			t.Errorf("tour of %v got longer", stops)
		}
		for _, stop := range tour {
			wanted[stop]--
		}
		for stop, left := range wanted {
			if left != 0 {
				t.Errorf("stop %v: %d left over", stop, left)
			}
		}
	}
}
