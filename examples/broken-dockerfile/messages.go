package main

import (
	"bytes"
	"errors"
	"text/template"
)

var errUnknownEvent = errors.New("there is no message for this event")

var messages = map[string]*template.Template{
	"accepted":  template.Must(template.New("accepted").Parse("We have taken in your parcel {{.}}.")),
	"delayed":   template.Must(template.New("delayed").Parse("Your parcel {{.}} arrives one day later.")),
	"delivered": template.Must(template.New("delivered").Parse("Your parcel {{.}} is at your door.")),
}

func write(event, parcel string) (string, error) {
	message, known := messages[event]
	if !known {
		return "", errUnknownEvent
	}
	var text bytes.Buffer
	if err := message.Execute(&text, parcel); err != nil {
		return "", err
	}
	return text.String(), nil
}
