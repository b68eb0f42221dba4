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

export const unrelatedChangeBustsExamples: RuleExamples = {
  bad: [
    {
      name: 'The README comes along',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -o /app .
`,
        ...files,
        'README.md': '',
      },
      findings: ['Dockerfile:5'],
      fixed: {
        '.dockerignore': `.git
*.md
`,
      },
    },
    {
      name: 'Workflows and tests come along',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -o /app .
`,
        ...files,
        '.github/workflows/ci.yaml': '',
        'main_test.go': '',
        'README.md': '',
        '.dockerignore': '.git\n*.md\n',
      },
      findings: ['Dockerfile:5'],
      fixed: {
        '.dockerignore': `.git
*.md
.github
**/*_test.go
`,
      },
    },
    {
      name: 'Through a stage that only copies',
      files: {
        Dockerfile: `FROM scratch AS source
COPY . /src

FROM golang:1.27 AS build
WORKDIR /src
COPY --from=source /src .
RUN go build -o /app .
`,
        ...files,
        'README.md': '',
      },
      findings: ['Dockerfile:2'],
    },
    {
      name: 'Cache mounts make it cheaper, not free',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \\
    --mount=type=cache,target=/root/.cache/go-build \\
    go build -o /app .
`,
        ...files,
        'README.md': '',
      },
      findings: ['Dockerfile:3'],
      fixed: {
        '.dockerignore': `.git
*.md
`,
      },
    },
    {
      name: 'A folder with documents and tests',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY internal ./internal
COPY go.mod go.sum main.go ./
RUN go build -o /app .

FROM scratch
COPY --from=build /app /app
`,
        ...files,
        'internal/rates/README.md': '',
        'internal/rates/rates.go': '',
        'internal/rates/rates_test.go': '',
      },
      findings: ['Dockerfile:3'],
      fixed: {
        '.dockerignore': `.git
**/*_test.go
internal/**/*.md
`,
      },
    },
    {
      name: 'A folder whose documents another stage takes',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY internal ./internal
COPY go.mod go.sum main.go ./
RUN go build -o /app .

FROM scratch
COPY --from=build /app /app
COPY --from=build /src/internal/rates /rates
`,
        ...files,
        'internal/rates/README.md': '',
        'internal/rates/rates.go': '',
      },
      findings: ['Dockerfile:3'],
    },
  ],
  good: [
    {
      name: 'An ignore file for all of it',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -o /app .
`,
        ...files,
        'README.md': '',
        'main_test.go': '',
        '.github/workflows/ci.yaml': '',
        '.dockerignore': '.git\n.github\n**/*.md\n**/*_test.go\n',
      },
    },
    {
      name: 'Only what is needed is let in',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -o /app .
`,
        ...files,
        'README.md': '',
        'main_test.go': '',
        '.dockerignore': '*\n!go.mod\n!go.sum\n!main.go\n',
      },
    },
    {
      name: 'Named files are copied',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY main.go ./
RUN go build -o /app .
`,
        ...files,
        'README.md': '',
        'main_test.go': '',
      },
    },
    {
      name: 'Tests are run, so they belong to it',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go test ./... && go build -o /app .
`,
        ...files,
        'main_test.go': '',
      },
    },
    {
      name: 'Every commit is stamped anyway',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
ARG GIT_SHA
RUN --mount=type=cache,target=/root/.cache/go-build \\
    go build -ldflags "-X main.commit=$GIT_SHA" -o /app .
`,
        ...files,
        'README.md': '',
      },
    },
    {
      name: 'There is no ignore file, which another rule tells',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -o /app .
`,
        'go.mod': goMod,
        'go.sum': goSum,
        'main.go': '',
        'README.md': '',
      },
    },
    {
      name: 'The repository has no such file',
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
    },
    {
      name: 'No Go at all',
      files: {
        Dockerfile: `FROM node:24
WORKDIR /src
COPY . .
RUN npm install
`,
        'package.json': '{}\n',
        'README.md': '',
        '.dockerignore': '.git\n',
      },
    },
  ],
};
