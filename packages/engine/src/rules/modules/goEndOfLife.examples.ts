/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

export const goEndOfLifeExamples: RuleExamples = {
  bad: [
    {
      name: 'Together with the pipeline',
      files: {
        Dockerfile: `FROM golang:1.25 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.25.0\n',
        'main.go': '',
        '.github/workflows/test.yml': `on: push
jobs:
  test:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: actions/setup-go@v6
        with:
          go-version: "1.25.7" # as the image
      - run: go test ./...
`,
      },
      findings: ['Dockerfile:1'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        '.github/workflows/test.yml': `on: push
jobs:
  test:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: actions/setup-go@v6
        with:
          go-version: "1.27.4" # as the image
      - run: go test ./...
`,
      },
    },
    {
      name: 'A line out of support',
      files: {
        Dockerfile: `FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.cache/go-build \\
    go build \\
      -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.22\n',
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
      name: 'Pinned to a patch, on Alpine, by argument',
      files: {
        Dockerfile: `ARG GO_VERSION="1.25.3"
ARG ALPINE=3.22
FROM golang:\${GO_VERSION}-alpine\${ALPINE} AS build
WORKDIR /src
COPY . .
RUN <<EOF
set -e
go build -o /app .
EOF
`,
        'go.mod': 'module example.com/app\n\ngo 1.25.0\n',
        'main.go': '',
      },
      findings: ['Dockerfile:3'],
      fixed: {
        Dockerfile: `ARG GO_VERSION="1.27.4"
ARG ALPINE=3.24
FROM golang:\${GO_VERSION}-alpine\${ALPINE} AS build
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
      name: 'Two stages, one of them with tools',
      files: {
        Dockerfile: `FROM golang:1.19-bullseye AS tools
RUN go install example.com/tools/gen@v1.0.0

FROM public.ecr.aws/docker/library/golang:1.24-bookworm AS build
COPY --from=tools /go/bin/gen /usr/local/bin/
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.24\n',
        'main.go': '',
      },
      findings: ['Dockerfile:1', 'Dockerfile:4'],
      fixed: {
        Dockerfile: `FROM golang:1.27-trixie AS tools
RUN go install example.com/tools/gen@v1.0.0

FROM public.ecr.aws/docker/library/golang:1.27-bookworm AS build
COPY --from=tools /go/bin/gen /usr/local/bin/
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
      },
    },
    {
      name: 'Older than all lines that are listed',
      files: {
        Dockerfile: `FROM golang:1.9 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.9\n',
        'main.go': '',
      },
      findings: ['Dockerfile:1'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
      },
    },
    {
      name: 'A build in the GOPATH, which a newer Go does not do',
      files: {
        Dockerfile: `FROM golang:1.8-alpine
COPY . /go/src/app
RUN go install app
ENTRYPOINT ["app"]
`,
        'main.go': '',
      },
      findings: ['Dockerfile:1'],
    },
    {
      name: 'With a digest, which only people can renew',
      files: {
        Dockerfile: `FROM golang:1.23@sha256:28bd5fe8b56d1bd048e5babf5b10710ebe0bae67db86916198a6eec434943f8b AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.23\n',
        'main.go': '',
      },
      findings: ['Dockerfile:1'],
    },
  ],
  good: [
    {
      name: 'The two newest lines',
      files: {
        Dockerfile: `FROM golang:1.26.11-alpine3.23 AS one
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
        'go.mod': 'module example.com/app\n\ngo 1.26.0\n',
        'main.go': '',
      },
    },
    {
      name: 'A module that also works with an old Go',
      files: {
        Dockerfile: `FROM golang:1.27-trixie AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.21\n',
        'main.go': '',
      },
    },
    {
      name: 'A stage that is not built',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.20 AS old
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.26.0\n',
        'main.go': '',
      },
    },
    {
      name: 'The image only starts the Go that go.mod asks for',
      files: {
        Dockerfile: `FROM golang:1.24 AS build
ENV GOTOOLCHAIN=auto
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.27.4\n',
        'main.go': '',
      },
    },
    {
      name: 'A line that is not known yet, versions from outside, and other images',
      files: {
        Dockerfile: `ARG GO
FROM golang:1.99 AS a
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM golang:\${GO}-alpine AS b
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM registry.example.com/team/golang:1.18 AS c
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM scratch
COPY --from=a /app /a
COPY --from=b /app /b
COPY --from=c /app /c
`,
        'go.mod': 'module example.com/app\n\ngo 1.26.0\n',
        'main.go': '',
      },
    },
    {
      name: 'Old versions in comments and other images',
      nearMiss: true,
      files: {
        Dockerfile: `# Was golang:1.18 before.
FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM node:1.18 AS assets
RUN echo "FROM golang:1.18" > /note

FROM scratch
COPY --from=build /app /app
COPY --from=assets /note /note
`,
        'go.mod': 'module example.com/app\n\ngo 1.26.0\n',
        'main.go': '',
      },
    },
  ],
};
