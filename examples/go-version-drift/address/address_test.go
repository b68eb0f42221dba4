package address

import "testing"

func TestSameDoor(t *testing.T) {
	home := Address{Name: "I. Huber", Street: "Höttinger Au 3", City: "Innsbruck"}
	tests := map[string]struct {
		other Address
		same  bool
	}{
		"another name":      {Address{Name: "P. Huber", Street: "Höttinger Au 3", City: "Innsbruck"}, true},
		"case and spaces":   {Address{Street: "HÖTTINGER  au 3 ", City: "innsbruck"}, true},
		"decomposed accent": {Address{Street: "Ho\u0308ttinger Au 3", City: "Innsbruck"}, true},
		"another number":    {Address{Street: "Höttinger Au 30", City: "Innsbruck"}, false},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if same := home.SameDoor(test.other); same != test.same {
				t.Errorf("same door: %t, want %t", same, test.same)
			}
		})
	}
}
