/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** A small service with findings that have fixes. */
export const orders = {
  'go.mod': 'module example.com/orders\n\ngo 1.27\n',
  'main.go': 'package main\n\nfunc main() {}\n',
  Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /orders .

FROM alpine:3.22
COPY --from=build /orders /orders
ENTRYPOINT /orders
`,
};
