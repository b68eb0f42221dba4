/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';
import { goSumLines } from './goSumLines';

const files = {
  'go.mod': 'module example.com/app\n\ngo 1.27\n',
  'main.go': '',
  '.dockerignore': '.git\n',
};
const withRequirement = {
  ...files,
  'go.mod':
    'module example.com/app\n\ngo 1.27\n\nrequire example.com/lib v1.0.0\n',
};

export const sumCopiedButAbsentExamples: RuleExamples = {
  bad: [
    {
      name: 'Copied with go.mod, in a module that requires nothing',
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
      findings: ['Dockerfile:3'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum* ./
RUN go mod download
COPY . .
RUN go build -o /app .
`,
      },
    },
    {
      name: 'As a list over several lines, in a folder',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY [ \\
  "app/go.mod", \\
  "app/go.sum", \\
  "./" ]
COPY app .
RUN go build -o /app .
`,
        'app/go.mod': files['go.mod'],
        'app/main.go': '',
        '.dockerignore': '.git\n',
      },
      findings: ['Dockerfile:3'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY [ \\
  "app/go.mod", \\
  "app/go.sum*", \\
  "./" ]
COPY app .
RUN go build -o /app .
`,
      },
    },
    {
      name: 'A bind mount, in a step of several lines',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
RUN --mount=type=cache,target=/go/pkg/mod \\
    --mount=type=bind,source=go.sum,target=go.sum \\
    --mount=type=bind,source=go.mod,target=go.mod \\
    go mod download
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod go build -o /app .
`,
        ...files,
      },
      findings: ['Dockerfile:3'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
RUN --mount=type=cache,target=/go/pkg/mod \\
    --mount=type=bind,source=go.mod,target=go.mod \\
    go mod download
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod go build -o /app .
`,
      },
    },
    {
      name: 'Named twice by one step',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum go.sum ./
RUN --mount=type=bind,source=go.sum,target=go.sum \\
    --mount=type=bind,source=go.sum,target=/tmp/go.sum \\
    go mod download
COPY . .
RUN go build -o /app .
`,
        ...files,
      },
      findings: ['Dockerfile:3', 'Dockerfile:4'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum* go.sum* ./
RUN go mod download
COPY . .
RUN go build -o /app .
`,
      },
    },
    {
      name: 'Requirements, and no go.sum in the repository',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod /src/go.mod
COPY go.sum /src/go.sum
RUN go mod download
COPY . .
RUN go build -o /app .
`,
        ...withRequirement,
      },
      findings: ['Dockerfile:4'],
    },
  ],
  good: [
    {
      name: 'A pattern, which may match nothing',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum* ./
COPY . .
RUN go build -o /app .
`,
        ...files,
      },
    },
    {
      name: 'go.sum is there',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -o /app .
`,
        ...withRequirement,
        'go.sum': goSumLines('example.com/lib', 'v1.0.0'),
      },
    },
    {
      name: 'An ignore file drops it, which another rule tells',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
`,
        ...withRequirement,
        'go.sum': goSumLines('example.com/lib', 'v1.0.0'),
        '.dockerignore': '*.sum\n',
      },
    },
    {
      name: 'A pipeline makes it before the image is built',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
`,
        ...withRequirement,
        Makefile: 'image:\n\tgo mod tidy\n\tdocker build -t app .\n',
      },
    },
    {
      name: 'From another stage',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS modules
WORKDIR /src
COPY go.mod ./
RUN go mod download

FROM golang:1.27 AS build
WORKDIR /src
COPY --from=modules /src/go.sum ./
COPY . .
RUN go build -o /app .
`,
        ...files,
      },
    },
    {
      name: 'A context in which there is no go.mod either',
      files: {
        'deploy/Dockerfile': `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
`,
        'one/go.mod': files['go.mod'],
        'two/go.mod': files['go.mod'],
      },
    },
  ],
};
