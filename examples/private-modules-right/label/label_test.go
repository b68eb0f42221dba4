package label

import (
	"errors"
	"strings"
	"testing"
)

func TestZPL(t *testing.T) {
	tests := map[string]struct {
		label Label
		part  string
		err   error
	}{
		"an address":       {Label{"P1", []string{"I. Huber", "6020 Innsbruck"}}, "^FD6020 Innsbruck^FS", nil},
		"a bar code":       {Label{"P1", []string{"I. Huber"}}, "^BCN,90^FDP1^FS", nil},
		"no command":       {Label{"P1", []string{"^XZ~JA"}}, "^FD_5EXZ_7EJA^FS", nil},
		"one composed ö":   {Label{"P1", []string{"Ho\u0308tting"}}, "^FDHötting^FS", nil},
		"a number of none": {Label{"", []string{"I. Huber"}}, "", ErrParcel},
		"a number to hide": {Label{"P^1", []string{"I. Huber"}}, "", ErrParcel},
		"no address":       {Label{"P1", nil}, "", ErrLines},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			zpl, err := test.label.ZPL()
			if !errors.Is(err, test.err) || !strings.Contains(zpl, test.part) {
				t.Errorf("%q, %v; want %q in it, %v", zpl, err, test.part, test.err)
			}
		})
	}
}
