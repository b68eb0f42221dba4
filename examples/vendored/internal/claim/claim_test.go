package claim

import (
	"errors"
	"testing"
)

func TestStep(t *testing.T) {
	tests := map[string]struct {
		path []State
		err  error
	}{
		"paid after examination": {[]State{Examined, Paid}, nil},
		"refused at once":        {[]State{Refused}, nil},
		"paid unexamined":        {[]State{Paid}, ErrStep},
		"opened again":           {[]State{Refused, Open}, ErrStep},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			followed, err := New("P-1"), error(nil)
			for _, next := range test.path {
				if followed, err = followed.Step(next); err != nil {
					break
				}
			}
			if !errors.Is(err, test.err) {
				t.Fatalf("error %v, want %v", err, test.err)
			}
			if last := test.path[len(test.path)-1]; err == nil && followed.State != last {
				t.Errorf("state %s, want %s", followed.State, last)
			}
		})
	}
}
