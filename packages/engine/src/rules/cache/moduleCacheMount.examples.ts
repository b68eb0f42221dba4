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

export const moduleCacheMountExamples: RuleExamples = {
  bad: [
    {
      name: 'The download has a layer of its own and no mount',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
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
RUN --mount=type=cache,target=/go/pkg/mod go mod download
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod go build -o /app .
`,
      },
    },
    {
      name: 'A mount for the build cache only',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/root/.cache/go-build go mod download
COPY . .
RUN --mount=type=cache,target=/root/.cache/go-build go build -o /app .
`,
        ...files,
      },
      findings: ['Dockerfile:4'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/root/.cache/go-build \\
    --mount=type=cache,target=/go/pkg/mod \\
    go mod download
COPY . .
RUN --mount=type=cache,target=/root/.cache/go-build \\
    --mount=type=cache,target=/go/pkg/mod \\
    go build -o /app .
`,
      },
    },
    {
      name: 'Bind mounts instead of COPY',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
RUN --mount=type=bind,source=go.mod,target=go.mod \\
    --mount=type=bind,source=go.sum,target=go.sum \\
    go mod download
COPY . .
RUN go build -o /app .
`,
        ...files,
      },
      findings: ['Dockerfile:3'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
RUN --mount=type=bind,source=go.mod,target=go.mod \\
    --mount=type=bind,source=go.sum,target=go.sum \\
    --mount=type=cache,target=/go/pkg/mod \\
    go mod download
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod go build -o /app .
`,
      },
    },
    {
      name: 'A stage of its own for the modules, with a check behind it',
      files: {
        Dockerfile: `FROM golang:1.27 AS modules
WORKDIR /src
COPY go.* ./
RUN go mod download
RUN go mod verify

FROM modules AS build
COPY . .
RUN go build -o /app .
`,
        ...files,
      },
      findings: ['Dockerfile:4'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS modules
WORKDIR /src
COPY go.* ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
RUN --mount=type=cache,target=/go/pkg/mod go mod verify

FROM modules AS build
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod go build -o /app .
`,
      },
    },
  ],
  good: [
    {
      name: 'A mount on download and compile step',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod go build -o /app .
`,
        ...files,
      },
    },
    {
      name: 'A mount above the module cache',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg go mod download
COPY . .
RUN --mount=type=cache,target=/go/pkg go build -o /app .
`,
        ...files,
      },
    },
    {
      name: 'A module cache of its own, by ENV',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ENV GOMODCACHE=/cache/modules
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/cache/modules go mod download
COPY . .
RUN --mount=type=cache,target=/cache/modules go build -o /app .
`,
        ...files,
      },
    },
    {
      name: 'The order is wrong, which another rule tells',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go mod download
RUN go build -o /app .
`,
        ...files,
      },
    },
    {
      name: 'Vendored modules',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        ...files,
        'vendor/modules.txt':
          '# example.com/lib v1.0.0\n## explicit\nexample.com/lib\n',
        'vendor/example.com/lib/lib.go': '',
      },
    },
    {
      name: 'A module that requires nothing',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
        '.dockerignore': '.git\n',
      },
    },
    {
      name: 'No Go at all',
      files: {
        Dockerfile: `FROM node:24
WORKDIR /src
COPY package.json ./
RUN npm install
`,
        'package.json': '{}\n',
      },
    },
  ],
};
