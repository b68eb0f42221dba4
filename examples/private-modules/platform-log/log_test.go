package log

import (
	"bytes"
	"encoding/json"
	"testing"
)

func TestNewLeavesOutPersonalData(t *testing.T) {
	var out bytes.Buffer
	New(&out, "label-printer").Info("label printed", "parcel", "P-1", "Name", "I. Huber")
	var line map[string]string
	if err := json.Unmarshal(out.Bytes(), &line); err != nil {
		t.Fatalf("not one JSON object: %v: %s", err, out.Bytes())
	}
	want := map[string]string{"service": "label-printer", "parcel": "P-1", "Name": Mask}
	for key, value := range want {
		if line[key] != value {
			t.Errorf("%s is %q, want %q", key, line[key], value)
		}
	}
}
