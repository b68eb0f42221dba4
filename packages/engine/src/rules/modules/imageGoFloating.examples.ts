/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

export const imageGoFloatingExamples: RuleExamples = {
  bad: [
    {
      name: 'A suite that gets no images any more',
      files: {
        Dockerfile: `FROM golang:1-bullseye AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.22\n',
        'main.go': '',
      },
      findings: ['Dockerfile:1'],
      fixed: {
        Dockerfile: `FROM golang:1.27-trixie AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
      },
    },
    {
      name: 'The newest of the day',
      files: {
        Dockerfile: `FROM golang:latest AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.cache/go-build \\
    go build \\
      -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.26.0\n',
        'main.go': '',
      },
      findings: ['Dockerfile:1'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.cache/go-build \\
    go build \\
      -o /app .
`,
      },
    },
    {
      name: 'Only the distribution',
      files: {
        Dockerfile: `FROM --platform=$BUILDPLATFORM golang:alpine3.23 AS base

FROM base AS build
WORKDIR /src
COPY . .
RUN <<EOF
set -e
go build -o /app .
EOF
`,
        'go.mod': 'module example.com/app\n\ngo 1.26.0\n',
        'main.go': '',
      },
      findings: ['Dockerfile:1'],
      fixed: {
        Dockerfile: `FROM --platform=$BUILDPLATFORM golang:1.27-alpine3.23 AS base

FROM base AS build
WORKDIR /src
COPY . .
RUN <<EOF
set -e
go build -o /app .
EOF
`,
      },
    },
    {
      name: 'Only the major version, and none at all, by argument',
      files: {
        Dockerfile: `ARG TAG=1-bookworm
FROM golang:\${TAG} AS one
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM golang AS two
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM scratch
COPY --from=one /app /one
COPY --from=two /app /two
`,
        'go.mod': 'module example.com/app\n\ngo 1.26.0\n',
        'main.go': '',
      },
      findings: ['Dockerfile:2', 'Dockerfile:7'],
      fixed: {
        Dockerfile: `ARG TAG=1.27-bookworm
FROM golang:\${TAG} AS one
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM golang:1.27 AS two
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM scratch
COPY --from=one /app /one
COPY --from=two /app /two
`,
      },
    },
  ],
  good: [
    {
      name: 'A line, or a patch of one',
      files: {
        Dockerfile: `FROM golang:1.26-alpine AS one
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM golang:1.27.4 AS two
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM scratch
COPY --from=one /app /one
COPY --from=two /app /two
`,
        'go.mod': 'module example.com/app\n\ngo 1.26.0\n',
        'main.go': '',
      },
    },
    {
      name: 'A digest, which does not move',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:latest@sha256:28bd5fe8b56d1bd048e5babf5b10710ebe0bae67db86916198a6eec434943f8b AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.26.0\n',
        'main.go': '',
      },
    },
    {
      name: 'A stage for tools that have versions of their own',
      files: {
        Dockerfile: `FROM golang:alpine AS tools
RUN go install example.com/tools/gen@v1.0.0

FROM golang:1.27-alpine AS build
COPY --from=tools /go/bin/gen /usr/local/bin/
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.26.0\n',
        'main.go': '',
      },
    },
    {
      name: 'A version from outside',
      files: {
        Dockerfile: `ARG GO_VERSION
FROM golang:\${GO_VERSION} AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.26.0\n',
        'main.go': '',
      },
    },
    {
      name: 'Images of another name',
      nearMiss: true,
      files: {
        Dockerfile: `FROM registry.example.com/team/golang:latest AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.26.0\n',
        'main.go': '',
      },
    },
  ],
};
