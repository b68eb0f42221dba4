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

export const futileCopyExamples: RuleExamples = {
  bad: [
    {
      name: 'The build cache is saved before anything is built',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download && cp -r /root/.cache /go-cache
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
      name: 'The build cache of a stage that has only downloaded',
      files: {
        Dockerfile: `FROM golang:1.27 AS modules
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download

FROM golang:1.27 AS build
COPY --from=modules /go/pkg/mod /go/pkg/mod
COPY --from=modules /root/.cache /root/.cache
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        ...files,
      },
      findings: ['Dockerfile:8'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS modules
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download

FROM golang:1.27 AS build
COPY --from=modules /go/pkg/mod /go/pkg/mod
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
      },
    },
    {
      name: 'Out of a cache mount of another stage',
      files: {
        Dockerfile: `FROM golang:1.27 AS modules
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download

FROM golang:1.27 AS build
COPY --from=modules /go/pkg/mod /go/pkg/mod
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        ...files,
      },
      findings: ['Dockerfile:7'],
      // Nothing is left that uses the stage, and the modules need another place.
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
      name: 'The program is left in a cache mount',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \\
    --mount=type=cache,target=/out \\
    go build -o /out/app .

FROM scratch
COPY --from=build /out/app /app
ENTRYPOINT ["/app"]
`,
        ...files,
      },
      findings: ['Dockerfile:9'],
    },
    {
      name: 'Module files first, and nothing that needs them',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod go build -o /app .
`,
        ...files,
      },
      findings: ['Dockerfile:3'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod go build -o /app .
`,
      },
    },
  ],
  good: [
    {
      name: 'Module files, download, sources',
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
      name: 'The module cache is in a layer of the other stage',
      files: {
        Dockerfile: `FROM golang:1.27 AS modules
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download

FROM golang:1.27 AS build
COPY --from=modules /go/pkg/mod /go/pkg/mod
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        ...files,
      },
    },
    {
      name: 'The build cache is saved behind a build',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app . && cp -r /root/.cache /go-cache
`,
        ...files,
      },
    },
    {
      name: 'The order is wrong, which another rule tells',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
COPY . .
RUN go build -o /app .
`,
        ...files,
      },
    },
    {
      name: 'Module files and sources by name',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
COPY main.go ./
RUN --mount=type=cache,target=/go/pkg/mod go build -o /app .
`,
        ...files,
      },
    },
    {
      name: 'The program goes beside the mounts',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod go build -o /out/app .

FROM scratch
COPY --from=build /out/app /app
ENTRYPOINT ["/app"]
`,
        ...files,
      },
    },
    {
      name: 'No Go at all',
      files: {
        Dockerfile: `FROM node:24
WORKDIR /src
COPY package.json ./
COPY . .
RUN npm install
`,
        'package.json': '{}\n',
      },
    },
  ],
};
