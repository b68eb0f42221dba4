// Package label writes parcel labels in ZPL, the language of label printers.
package label

import (
	"errors"
	"fmt"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Label is what stands on a parcel.
type Label struct {
	Parcel string   `json:"parcel"`
	Lines  []string `json:"lines"`
}

const (
	maxLines   = 5
	lineHeight = 40
	barcodeTop = 260
)

var (
	// ErrParcel says that the parcel's number cannot be a bar code.
	ErrParcel = errors.New("parcel number must be 1 to 20 letters and digits")
	// ErrLines says that the address does not fit on a label.
	ErrLines = fmt.Errorf("an address has 1 to %d lines", maxLines)
)

// ZPL returns the commands that print the label.
func (l Label) ZPL() (string, error) {
	if !isBarcode(l.Parcel) {
		return "", ErrParcel
	}
	if len(l.Lines) == 0 || len(l.Lines) > maxLines {
		return "", ErrLines
	}
	var out strings.Builder
	out.WriteString("^XA^CI28\n")
	for i, line := range l.Lines {
		fmt.Fprintf(&out, "^FO30,%d^A0N,32^FH^FD%s^FS\n", 30+i*lineHeight, escape(line))
	}
	fmt.Fprintf(&out, "^FO30,%d^BCN,90^FD%s^FS\n^XZ\n", barcodeTop, l.Parcel)
	return out.String(), nil
}

// escape writes the printer's own signs as hexadecimal, so that no address can
// hold a command.
func escape(line string) string {
	var out strings.Builder
	for _, sign := range norm.NFC.String(line) {
		switch {
		case sign == '^' || sign == '~' || sign == '_':
			fmt.Fprintf(&out, "_%02X", sign)
		case sign < ' ':
			out.WriteByte(' ')
		default:
			out.WriteRune(sign)
		}
	}
	return out.String()
}

func isBarcode(text string) bool {
	if text == "" || len(text) > 20 {
		return false
	}
	for _, sign := range text {
		if (sign < '0' || sign > '9') && (sign < 'A' || sign > 'Z') {
			return false
		}
	}
	return true
}
