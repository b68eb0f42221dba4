/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

export const goNewerThanImageExamples: RuleExamples = {
  bad: [
    {
      name: 'A line behind',
      files: {
        Dockerfile: `FROM golang:1.22 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -o /app .

FROM gcr.io/distroless/static-debian13:nonroot
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
        'go.mod':
          'module example.com/app\n\ngo 1.25\n\nrequire example.com/lib v1.0.0\n',
        'go.sum': '',
        'main.go': '',
      },
      findings: ['Dockerfile:1'],
      fixed: {
        Dockerfile: `FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -o /app .

FROM gcr.io/distroless/static-debian13:nonroot
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
      },
    },
    {
      name: 'A patch behind, by argument',
      files: {
        Dockerfile: `ARG GO_VERSION=1.25.1
FROM golang:\${GO_VERSION}-alpine AS base
WORKDIR /src

FROM base AS build
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.25.3\n',
        'main.go': '',
      },
      findings: ['Dockerfile:2'],
      fixed: {
        Dockerfile: `ARG GO_VERSION=1.26.11
FROM golang:\${GO_VERSION}-alpine AS base
WORKDIR /src

FROM base AS build
COPY . .
RUN go build -o /app .
`,
      },
    },
    {
      name: 'An old distribution, over several lines',
      files: {
        Dockerfile:
          'FROM --platform=$BUILDPLATFORM \\\n  golang:1.23-alpine3.20 \\\n  AS build\nWORKDIR /src\nCOPY . .\nRUN go build \\\n  -o /app .\n',
        'go.mod': 'module example.com/app\n\ngo 1.27.0\n',
        'main.go': '',
      },
      findings: ['Dockerfile:1'],
      fixed: {
        Dockerfile:
          'FROM --platform=$BUILDPLATFORM \\\n  golang:1.27-alpine3.24 \\\n  AS build\nWORKDIR /src\nCOPY . .\nRUN go build \\\n  -o /app .\n',
      },
    },
    {
      name: 'A patch that no image of the line has',
      files: {
        Dockerfile: `FROM golang:1.27-trixie AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.27.9\n',
        'main.go': '',
      },
      findings: ['Dockerfile:1'],
    },
    {
      name: 'One of two modules',
      files: {
        Dockerfile: `FROM golang:1.26.2 AS build
COPY api/ /src/api/
COPY worker/ /src/worker/
WORKDIR /src/api
RUN go build -o /bin/api .
RUN cd ../worker && go build -o /bin/worker .
`,
        'api/go.mod': 'module example.com/api\n\ngo 1.25.0\n',
        'api/main.go': '',
        'worker/go.mod': 'module example.com/worker\n\ngo 1.27.0\n',
        'worker/main.go': '',
      },
      findings: ['Dockerfile:1'],
      fixed: {
        Dockerfile: `FROM golang:1.27.4 AS build
COPY api/ /src/api/
COPY worker/ /src/worker/
WORKDIR /src/api
RUN go build -o /bin/api .
RUN cd ../worker && go build -o /bin/worker .
`,
      },
    },
  ],
  good: [
    {
      name: 'The same version, or a newer one',
      files: {
        Dockerfile: `FROM golang:1.27.4-alpine@sha256:28bd5fe8b56d1bd048e5babf5b10710ebe0bae67db86916198a6eec434943f8b AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.27.4\n',
        'main.go': '',
      },
    },
    {
      name: 'A moving tag of the same line',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.26.5\n\ntoolchain go1.27.4\n',
        'main.go': '',
      },
    },
    {
      name: 'Go may fetch its toolchain',
      files: {
        Dockerfile: `FROM golang:1.24 AS build
ENV GOTOOLCHAIN=auto
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
    },
    {
      name: 'Tags that name no version, and versions from outside',
      files: {
        Dockerfile: `ARG GO_VERSION
FROM golang:\${GO_VERSION} AS one
WORKDIR /src
COPY . .
RUN go build -o /one .

FROM golang:alpine AS two
WORKDIR /src
COPY . .
RUN go build -o /two .

FROM scratch
COPY --from=one /one /
COPY --from=two /two /
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
    },
    {
      name: 'A module of the repository that this image does not build',
      files: {
        Dockerfile: `FROM golang:1.25 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.25.0\n',
        'main.go': '',
        'tools/go.mod': 'module example.com/tools\n\ngo 1.27.0\n',
        'tools/main.go': '',
      },
    },
    {
      name: 'A tool that is fetched before the module is there',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.20
RUN go get example.com/tool
WORKDIR /src
COPY . .
CMD ["tool"]
`,
        'go.mod': 'module example.com/app\n\ngo 1.26.0\n',
        'main.go': '',
      },
    },
    {
      name: 'A tool in a stage of its own',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.22 AS tool
RUN go install example.com/tools/gen@v1.0.0

FROM golang:1.27 AS build
COPY --from=tool /go/bin/gen /usr/local/bin/
WORKDIR /src
COPY . .
RUN gen && go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
    },
  ],
};
