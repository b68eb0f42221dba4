package main

import (
	"errors"
	"sync"
	"time"

	"github.com/google/uuid"
)

// A scan is one sighting of a parcel on its way.
type scan struct {
	ID     uuid.UUID `json:"id"`
	Parcel string    `json:"parcel"`
	Place  string    `json:"place"`
	At     time.Time `json:"at"`
}

var errUnknownParcel = errors.New("no such parcel")

// A journal keeps the scans of every parcel, oldest first.
type journal struct {
	now   func() time.Time
	mutex sync.RWMutex
	scans map[string][]scan
}

func newJournal(now func() time.Time) *journal {
	return &journal{now: now, scans: map[string][]scan{}}
}

func (j *journal) add(parcel, place string) scan {
	seen := scan{ID: uuid.New(), Parcel: parcel, Place: place, At: j.now()}
	j.mutex.Lock()
	defer j.mutex.Unlock()
	j.scans[parcel] = append(j.scans[parcel], seen)
	return seen
}

func (j *journal) of(parcel string) ([]scan, error) {
	j.mutex.RLock()
	defer j.mutex.RUnlock()
	scans, known := j.scans[parcel]
	if !known {
		return nil, errUnknownParcel
	}
	return append([]scan(nil), scans...), nil
}
