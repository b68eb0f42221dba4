/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

const goMod =
  'module example.com/app\n\ngo 1.27\n\nrequire example.com/lib v1.0.0\n';
const goSum =
  'example.com/lib v1.0.0 h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nexample.com/lib v1.0.0/go.mod h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n';
const files = {
  'go.mod': goMod,
  'go.sum': goSum,
  'main.go': '',
  '.dockerignore': '.git\n',
};

export const mountTargetExamples: RuleExamples = {
  bad: [
    {
      name: 'The module cache of another GOPATH',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/root/go/pkg/mod go mod download
COPY . .
RUN --mount=type=cache,target=/root/go/pkg/mod go build -o /app .
`,
        ...files,
      },
      findings: ['Dockerfile:4', 'Dockerfile:6'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod go build -o /app .
`,
      },
    },
    {
      name: 'The build cache of root, for another user',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
RUN useradd --create-home app
USER app
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \\
    --mount=type=cache,target=/root/.cache/go-build \\
    go build -o /tmp/app .
`,
        ...files,
      },
      findings: ['Dockerfile:6'],
    },
    {
      name: 'ENV moves the build cache away',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ENV GOCACHE=/cache/build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \\
    --mount=type=cache,target=/root/.cache/go-build \\
    go build -o /app .
`,
        ...files,
      },
      findings: ['Dockerfile:5'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
ENV GOCACHE=/cache/build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \\
    --mount=type=cache,target=/cache/build \\
    go build -o /app .
`,
      },
    },
    {
      name: 'Go from a package, with the folder of the Go image',
      files: {
        Dockerfile: `FROM alpine:3.24 AS build
RUN apk add --no-cache go
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \\
    --mount=type=cache,target=/root/.cache/go-build \\
    go build -o /app .
`,
        ...files,
      },
      findings: ['Dockerfile:5'],
      fixed: {
        Dockerfile: `FROM alpine:3.24 AS build
RUN apk add --no-cache go
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/go/pkg/mod \\
    --mount=type=cache,target=/root/.cache/go-build \\
    go build -o /app .
`,
      },
    },
    {
      name: 'A tilde, which the builder does not expand',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \\
    --mount=type=cache,target=~/.cache/go-build \\
    go build -o /app .
`,
        ...files,
      },
      findings: ['Dockerfile:4'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \\
    --mount=type=cache,target=/root/.cache/go-build \\
    go build -o /app .
`,
      },
    },
  ],
  good: [
    {
      name: 'Where the Go image keeps them',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \\
    --mount=type=cache,target=/root/.cache/go-build \\
    go build -o /app .
`,
        ...files,
      },
    },
    {
      name: 'Folders by ENV',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ENV GOMODCACHE=/cache/modules GOCACHE=/cache/build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=$GOMODCACHE \\
    --mount=type=cache,target=$GOCACHE \\
    go build -o /app .
`,
        ...files,
      },
    },
    {
      name: 'A folder for one command',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \\
    --mount=type=cache,target=/tmp/go-build \\
    GOCACHE=/tmp/go-build go build -o /app .
`,
        ...files,
      },
    },
    {
      name: 'The folder is exported first',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \\
    --mount=type=cache,target=/tmp/go-build \\
    export GOCACHE=/tmp/go-build && go build -o /app .
`,
        ...files,
      },
    },
    {
      name: 'An image that is not known',
      files: {
        Dockerfile: `FROM registry.example.com/go-builder:1 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/home/builder/go/pkg/mod \\
    --mount=type=cache,target=/home/builder/.cache/go-build \\
    go build -o /app .
`,
        ...files,
      },
    },
    {
      name: 'The home folder of a user',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
RUN useradd --create-home app
USER app
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod,uid=1000 \\
    --mount=type=cache,target=/home/app/.cache/go-build,uid=1000 \\
    go build -o /tmp/app .
`,
        ...files,
      },
    },
    {
      name: 'Only the downloads inside the module cache',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod/cache go mod download
COPY . .
RUN go build -o /app .
`,
        ...files,
      },
    },
    {
      name: 'A mount for something else',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
RUN --mount=type=cache,target=/var/cache/apt apt-get update
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod go build -o /app .
`,
        ...files,
      },
    },
    {
      name: 'No mounts',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        ...files,
      },
    },
  ],
};
