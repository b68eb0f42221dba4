// Package route puts the stops of a driver into a short order.
package route

import "math"

// Stop is a place that a driver visits, on a plane map in metres.
type Stop struct {
	Parcel string  `json:"parcel"`
	X      float64 `json:"x"`
	Y      float64 `json:"y"`
}

// Distance is the length of the straight line between two stops.
func (s Stop) Distance(other Stop) float64 {
	return math.Hypot(s.X-other.X, s.Y-other.Y)
}

// Length is the length of a tour that starts at the depot and visits the stops
// in the order given.
func Length(depot Stop, stops []Stop) float64 {
	metres, here := 0.0, depot
	for _, stop := range stops {
		metres += here.Distance(stop)
		here = stop
	}
	return metres
}

// Shorten returns the stops in a new order: always the nearest next, and then
// no two legs of the tour cross.
func Shorten(depot Stop, stops []Stop) []Stop {
	return uncross(depot, nearest(depot, stops))
}

func nearest(depot Stop, stops []Stop) []Stop {
	rest := append([]Stop(nil), stops...)
	tour := make([]Stop, 0, len(rest))
	here := depot
	for len(rest) > 0 {
		best := 0
		for i, stop := range rest {
			if here.Distance(stop) < here.Distance(rest[best]) {
				best = i
			}
		}
		here = rest[best]
		tour = append(tour, here)
		rest = append(rest[:best], rest[best+1:]...)
	}
	return tour
}

// uncross reverses parts of a tour as long as that makes it shorter (2-opt).
func uncross(depot Stop, tour []Stop) []Stop {
	for better := true; better; {
		better = false
		for i := range tour {
			for j := i + 1; j < len(tour); j++ {
				if gain(depot, tour, i, j) > 1e-9 {
					reverse(tour[i : j+1])
					better = true
				}
			}
		}
	}
	return tour
}

// gain is what reversing the stops from i to j saves, in metres.
func gain(depot Stop, tour []Stop, i, j int) float64 {
	before := depot
	if i > 0 {
		before = tour[i-1]
	}
	saved := before.Distance(tour[i]) - before.Distance(tour[j])
	if j+1 < len(tour) {
		saved += tour[j].Distance(tour[j+1]) - tour[i].Distance(tour[j+1])
	}
	return saved
}

func reverse(stops []Stop) {
	for left, right := 0, len(stops)-1; left < right; left, right = left+1, right-1 {
		stops[left], stops[right] = stops[right], stops[left]
	}
}
