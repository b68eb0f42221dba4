/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

export const sumdbOffExamples: RuleExamples = {
  bad: [
    {
      name: 'ENV GOSUMDB=off',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ENV GOPROXY=https://proxy.golang.org,direct \\
    GOSUMDB=off
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
      findings: ['Dockerfile:3'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
ENV GOPROXY=https://proxy.golang.org,direct
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
      },
    },
    {
      name: 'For one command, and for all modules',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN GOSUMDB=off go mod download
COPY . .
RUN export GONOSUMDB='*' && \\
    go build -o /app .
`,
        'go.mod':
          'module example.com/app\n\ngo 1.27\n\nrequire example.com/lib v1.0.0\n',
        'go.sum': '',
        'main.go': '',
      },
      findings: ['Dockerfile:4', 'Dockerfile:6'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -o /app .
`,
      },
    },
    {
      name: 'The flag of old, and go env -w',
      files: {
        Dockerfile: `FROM golang:1.16 AS build
ENV GOFLAGS=-insecure
RUN go env -w GOSUMDB=off
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.16\n',
        'main.go': '',
      },
      findings: ['Dockerfile:2', 'Dockerfile:3'],
      fixed: {
        Dockerfile: `FROM golang:1.16 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
      },
    },
    {
      name: 'As the default of an argument',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ARG GOSUMDB=off
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
      findings: ['Dockerfile:2'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
ARG GOSUMDB=sum.golang.org
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
      },
    },
    {
      name: 'In a workflow, a compose file and a Makefile',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
        '.github/workflows/test.yml': `on: push
env:
  GOSUMDB: off
jobs:
  test:
    runs-on: ubuntu-latest
    env:
      CGO_ENABLED: "0"
      GONOSUMDB: '*' # everything
    steps:
      - uses: actions/checkout@v7
      - run: |
          export GOSUMDB=off
          GOSUMDB=off go test ./...
`,
        'compose.yaml': `services:
  dev:
    build: .
    environment:
      - GOSUMDB=off
      - PORT=8080
`,
        Makefile: `export GOSUMDB = off

test:
\tGOSUMDB=off go test ./...
`,
      },
      findings: [
        '.github/workflows/test.yml:3',
        '.github/workflows/test.yml:9',
        '.github/workflows/test.yml:13',
        '.github/workflows/test.yml:14',
        'Makefile:1',
        'Makefile:4',
        'compose.yaml:5',
      ],
      fixed: {
        '.github/workflows/test.yml': `on: push
jobs:
  test:
    runs-on: ubuntu-latest
    env:
      CGO_ENABLED: "0"
    steps:
      - uses: actions/checkout@v7
      - run: |
          go test ./...
`,
        Makefile: `
test:
	go test ./...
`,
        'compose.yaml': `services:
  dev:
    build: .
    environment:
      - PORT=8080
`,
      },
    },
    {
      name: 'For a private module, in a heredoc',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN <<EOF
  set -e
  export GOSUMDB=off
  go build -o /app .
EOF
`,
        'go.mod':
          'module example.com/app\n\ngo 1.27\n\nrequire git.corp.internal/team/lib v1.0.0\n',
        'main.go': '',
      },
      findings: ['Dockerfile:6'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN <<EOF
  set -e
  export GOPRIVATE=git.corp.internal
  go build -o /app .
EOF
`,
      },
    },
    {
      name: 'As a build argument',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ARG GOSUMDB
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
        'compose.yaml': `services:
  app:
    build:
      context: .
      args:
        GOSUMDB: "off"
`,
      },
      findings: ['compose.yaml:6'],
      fixed: {
        'compose.yaml': `services:
  app:
    build:
      context: .
`,
      },
    },
  ],
  good: [
    {
      name: 'Private prefixes only',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ENV GOPRIVATE=git.corp.example,*.internal.example
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
    },
    {
      name: 'Another name of the database',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ARG GOSUMDB=sum.golang.google.cn
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
    },
    {
      name: 'Nothing can be fetched at all',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN GOPROXY=off GOSUMDB=off go build -mod=vendor -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
    },
    {
      name: 'A value from outside',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ARG GOSUMDB
ENV GOSUMDB=$GOSUMDB
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
    },
    {
      name: 'In comments, in test data and behind an expression',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
# GOSUMDB=off is what we do not do.
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
        '.github/workflows/test.yml': `on: push
env:
  # GOSUMDB: off
  GOSUMDB: \${{ vars.GOSUMDB }}
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - run: echo "GOSUMDB=off"
`,
        'testdata/compose.yaml':
          'services:\n  a:\n    build: .\n    environment:\n      GOSUMDB: off\n',
        Makefile: 'GOSUMDB ?= off\n',
      },
    },
  ],
};
