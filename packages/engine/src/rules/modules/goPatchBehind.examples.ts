/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

export const goPatchBehindExamples: RuleExamples = {
  bad: [
    {
      name: 'Some patches behind',
      files: {
        Dockerfile: `FROM golang:1.27.1-alpine AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.cache/go-build \\
    go build \\
      -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.27.0\n',
        'main.go': '',
      },
      findings: ['Dockerfile:1'],
      fixed: {
        Dockerfile: `FROM golang:1.27.4-alpine AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.cache/go-build \\
    go build \\
      -o /app .
`,
      },
    },
    {
      name: 'By argument, on a suite of its own',
      files: {
        Dockerfile: `ARG GO_VERSION=1.26.3
FROM golang:$GO_VERSION-bookworm AS build
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
      findings: ['Dockerfile:2'],
      fixed: {
        Dockerfile: `ARG GO_VERSION=1.26.11
FROM golang:$GO_VERSION-bookworm AS build
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
      name: 'A tag of the line that is not built any more',
      files: {
        Dockerfile: `FROM golang:1.26-alpine3.22 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.26.0\n',
        'main.go': '',
      },
      findings: ['Dockerfile:1'],
      fixed: {
        Dockerfile: `FROM golang:1.26-alpine3.24 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
      },
    },
    {
      name: 'A candidate for a release',
      files: {
        Dockerfile: `FROM golang:1.27rc1 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.26.0\n',
        'main.go': '',
      },
      findings: ['Dockerfile:1'],
      fixed: {
        Dockerfile: `FROM golang:1.27.4 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
      },
    },
    {
      name: 'An old line, not even its last patch',
      files: {
        Dockerfile: `FROM golang:1.24.1-bullseye AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.24\n',
        'main.go': '',
      },
      findings: ['Dockerfile:1'],
      fixed: {
        Dockerfile: `FROM golang:1.24.13-trixie AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
      },
    },
  ],
  good: [
    {
      name: 'The newest patches',
      files: {
        Dockerfile: `FROM golang:1.26.11 AS one
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM golang:1.27.4-alpine3.24 AS two
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
      name: 'A tag that moves with the line',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.26-alpine AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.26.0\n',
        'main.go': '',
      },
    },
    {
      name: 'A patch that is newer than those known',
      files: {
        Dockerfile: `FROM golang:1.27.9-trixie AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.26.0\n',
        'main.go': '',
      },
    },
    {
      name: 'The last patch without security fixes',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.25.13 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.25\n',
        'main.go': '',
      },
    },
    {
      name: 'A version from outside',
      files: {
        Dockerfile: `ARG GO_VERSION
FROM golang:\${GO_VERSION}-alpine AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.26.0\n',
        'main.go': '',
      },
    },
    {
      name: 'The go command fetches the newest patch',
      files: {
        Dockerfile: `FROM golang:1.27.1 AS build
ENV GOTOOLCHAIN=go1.27.4
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
