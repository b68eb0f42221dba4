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

export const cleanedInBuildExamples: RuleExamples = {
  bad: [
    {
      name: 'Before the download',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go clean -modcache && go mod download
COPY . .
RUN go build -o /app .
`,
        ...files,
      },
      findings: ['Dockerfile:4'],
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
      name: 'A mounted module cache',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \\
    go build -o /app . && \\
    go clean -modcache
`,
        ...files,
      },
      findings: ['Dockerfile:6'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \\
    go build -o /app .
`,
      },
    },
    {
      name: 'A mounted build cache, by rm',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.cache/go-build \\
    go build -o /app . && rm -rf /root/.cache/*
`,
        ...files,
      },
      findings: ['Dockerfile:5'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.cache/go-build \\
    go build -o /app .
`,
      },
    },
    {
      name: 'Lists of packages in a mount',
      files: {
        Dockerfile: `FROM debian:trixie-slim
RUN --mount=type=cache,target=/var/lib/apt/lists \\
    apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
`,
        ...files,
      },
      findings: ['Dockerfile:3'],
      fixed: {
        Dockerfile: `FROM debian:trixie-slim
RUN --mount=type=cache,target=/var/lib/apt/lists \\
    apt-get update && apt-get install -y curl
`,
      },
    },
    {
      name: 'Between two steps',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app . && go clean -cache
RUN go build -o /tool ./cmd/tool
`,
        ...files,
      },
      findings: ['Dockerfile:4'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
RUN go build -o /tool ./cmd/tool
`,
      },
    },
  ],
  good: [
    {
      name: 'Nothing is deleted',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod go build -o /app .
`,
        ...files,
      },
    },
    {
      name: 'A single stage that keeps its layer small',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27
WORKDIR /src
COPY . .
RUN go build -o /app . && go clean -cache -modcache
CMD ["/app"]
`,
        ...files,
      },
    },
    {
      name: 'Lists of packages in a layer',
      files: {
        Dockerfile: `FROM debian:trixie-slim
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
`,
        ...files,
      },
    },
    {
      name: 'Files beside a mount',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \\
    rm -rf dist /tmp/* && go build -o dist/app .
`,
        ...files,
      },
    },
    {
      name: 'Test results are cleaned',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.cache/go-build \\
    go clean -testcache && go test ./...
`,
        ...files,
      },
    },
    {
      name: 'No commands',
      files: {
        Dockerfile: `FROM scratch
COPY app /app
ENTRYPOINT ["/app"]
`,
        ...files,
        app: '',
      },
    },
  ],
};
