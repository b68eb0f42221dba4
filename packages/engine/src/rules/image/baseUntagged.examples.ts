/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

export const baseUntaggedExamples: RuleExamples = {
  bad: [
    {
      name: 'No tag',
      files: {
        Dockerfile: `FROM golang AS build
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM gcr.io/distroless/static-debian13:nonroot
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
      findings: ['Dockerfile:1'],
      fixed: {
        Dockerfile: `FROM golang:1.27.4 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM gcr.io/distroless/static-debian13:nonroot
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
      },
    },
    {
      name: 'latest in both stages',
      files: {
        Dockerfile: `FROM golang:latest AS build
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM alpine:latest
COPY --from=build /app /app
USER 65532
ENTRYPOINT ["/app"]
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
      findings: ['Dockerfile:1', 'Dockerfile:6'],
      fixed: {
        Dockerfile: `FROM golang:1.27.4 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM alpine:3.24
COPY --from=build /app /app
USER 65532
ENTRYPOINT ["/app"]
`,
      },
    },
    {
      name: 'By argument, and with a comment',
      files: {
        Dockerfile: `ARG BASE=debian
# where everything starts
FROM \${BASE} AS base
USER 65532

FROM base
CMD ["/bin/true"]
`,
      },
      findings: ['Dockerfile:3'],
      fixed: {
        Dockerfile: `ARG BASE=debian:13
# where everything starts
FROM \${BASE} AS base
USER 65532

FROM base
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'latest as the default of an argument',
      files: {
        Dockerfile: `ARG BASE=registry.example/base:latest
FROM \${BASE}
CMD ["/bin/app"]
`,
      },
      findings: ['Dockerfile:2'],
    },
    {
      name: 'A registry with a port is no tag',
      files: {
        Dockerfile: `FROM --platform=linux/amd64 registry.example:5000/team/base
CMD ["/bin/app"]
`,
      },
      findings: ['Dockerfile:1'],
    },
  ],
  good: [
    {
      name: 'An image that the caller has to name',
      files: {
        Dockerfile: `ARG RUNTIME_IMAGE=placeholder
FROM \${RUNTIME_IMAGE}
USER 65532
CMD ["/app"]
`,
      },
    },
    {
      name: 'Images that the repository builds itself',
      nearMiss: true,
      files: {
        Dockerfile: `FROM app-base
CMD ["/app"]
`,
        'images/Dockerfile.agent': 'FROM alpine:3.24\nCMD ["/agent"]\n',
        'images/Dockerfile.probe': 'FROM team/agent\nCMD ["/probe"]\n',
      },
    },
    {
      name: 'A default in whose place the Makefile hands in a version',
      nearMiss: true,
      files: {
        Dockerfile: `ARG GO_VERSION
FROM golang:\${GO_VERSION:-latest}
CMD ["go", "version"]
`,
        Makefile:
          'image:\n\tdocker build --build-arg GO_VERSION=$(GO_VERSION) .\n',
      },
    },
    {
      name: 'Tags, also from arguments',
      files: {
        Dockerfile: `ARG GO_VERSION=1.27
FROM golang:\${GO_VERSION}-alpine AS build
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM build AS test
RUN go test ./...

FROM scratch
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
    },
    {
      name: 'A digest says more than any tag',
      nearMiss: true,
      files: {
        Dockerfile: `FROM alpine:latest@sha256:28bd5fe8b56d1bd048e5babf5b10710ebe0bae67db86916198a6eec434943f8b
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'A version that only the build knows',
      files: {
        Dockerfile: `ARG BASE
ARG TAG
FROM \${BASE} AS one
FROM alpine:\${TAG}
COPY --from=one /etc/os-release /
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'A named context in the place of an image',
      nearMiss: true,
      files: {
        Dockerfile: `FROM base AS files

FROM alpine:3.24
COPY --from=files /a /a
CMD ["/bin/true"]
`,
        'compose.yaml': `services:
  app:
    build:
      context: .
      additional_contexts:
        base: ./base
`,
        'base/a': '',
      },
    },
    {
      name: 'Stages that nothing uses are not built',
      files: {
        Dockerfile: `FROM alpine AS unused
RUN true

FROM alpine:3.24
CMD ["/bin/true"]
`,
      },
    },
  ],
};
