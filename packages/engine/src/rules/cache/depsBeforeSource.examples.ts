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
const moduleFiles = { 'go.mod': goMod, 'go.sum': goSum };

export const depsBeforeSourceExamples: RuleExamples = {
  bad: [
    {
      name: 'Everything is copied before the download',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go mod download
RUN go mod verify
RUN go build -o /app .

FROM gcr.io/distroless/static-debian13:nonroot
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
        ...moduleFiles,
        'main.go': '',
      },
      findings: ['Dockerfile:4'],
    },
    {
      name: 'The compile step downloads on its own',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
COPY . .
RUN CGO_ENABLED=0 \\
    go build -o /app .
`,
        ...moduleFiles,
        'main.go': '',
      },
      findings: ['Dockerfile:5'],
    },
    {
      name: 'A cache mount for the build cache only',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.cache/go-build go build -o /app .
`,
        ...moduleFiles,
        'main.go': '',
      },
      findings: ['Dockerfile:4'],
    },
    {
      name: 'In a stage that another one stands on',
      files: {
        Dockerfile: `FROM golang:1.27 AS sources
WORKDIR /src
COPY . .

FROM sources AS deps
RUN go mod download

FROM deps AS build
RUN go build -o /app .
`,
        ...moduleFiles,
        'main.go': '',
      },
      findings: ['Dockerfile:6'],
    },
  ],
  good: [
    {
      name: 'Module files first',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -o /app .
`,
        ...moduleFiles,
        'main.go': '',
      },
    },
    {
      name: 'Module files by wildcard',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.* ./
RUN go mod download
COPY . .
RUN go build -o /app .
`,
        ...moduleFiles,
        'main.go': '',
      },
    },
    {
      name: 'A cache mount for the module cache',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \\
    --mount=type=cache,target=/root/.cache/go-build \\
    go build -o /app .
`,
        ...moduleFiles,
        'main.go': '',
      },
    },
    {
      name: 'Bind mounts of the module files',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
RUN --mount=type=bind,source=go.mod,target=go.mod \\
    --mount=type=bind,source=go.sum,target=go.sum \\
    go mod download -x
RUN --mount=type=bind,target=. go build -o /app .
`,
        ...moduleFiles,
        'main.go': '',
      },
    },
    {
      name: 'A stage of its own for the modules',
      files: {
        Dockerfile: `FROM golang:1.27 AS deps
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download

FROM deps AS build
COPY . .
RUN go build -o /app .
`,
        ...moduleFiles,
        'main.go': '',
      },
    },
    {
      name: 'The module cache is copied from another stage',
      files: {
        Dockerfile: `FROM golang:1.27 AS deps
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download

FROM golang:1.27 AS build
WORKDIR /src
COPY --from=deps /go/pkg /go/pkg
COPY . .
RUN go build -o /app .
`,
        ...moduleFiles,
        'main.go': '',
      },
    },
    {
      name: 'Vendored modules',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -mod=vendor -o /app .
`,
        ...moduleFiles,
        'main.go': '',
        'vendor/modules.txt':
          '# example.com/lib v1.0.0\n## explicit; go 1.27\nexample.com/lib\n',
        'vendor/example.com/lib/lib.go': '',
      },
    },
    {
      name: 'A vendor folder that the pipeline makes',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ENV GOFLAGS=-mod=vendor
WORKDIR /src
COPY . .
RUN go vet ./... && go build -o /app .
`,
        ...moduleFiles,
        'main.go': '',
      },
    },
    {
      name: 'The compile step has no network',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN --network=none go build -o /app .
`,
        ...moduleFiles,
        'main.go': '',
      },
    },
    {
      name: 'A workspace, its module files first',
      files: {
        Dockerfile: `# syntax=docker/dockerfile:1
FROM golang:1.27 AS build
WORKDIR /src
COPY --parents go.work go.work.sum* **/go.mod **/go.sum ./
RUN go mod download
COPY . .
RUN go build -o /bin/api ./api
`,
        'go.work': 'go 1.27\n\nuse (\n\t./api\n\t./lib\n)\n',
        'api/go.mod':
          'module example.com/api\n\ngo 1.27\n\nrequire example.com/other v1.0.0\n',
        'api/go.sum': goSum.replace(/lib/g, 'other'),
        'api/main.go': '',
        'lib/go.mod': 'module example.com/lib\n\ngo 1.27\n',
        'lib/lib.go': '',
      },
    },
    {
      name: 'A module that requires nothing',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
    },
    {
      name: 'A tool that no source file enters',
      files: {
        Dockerfile: `FROM golang:1.27 AS tool
RUN go install example.com/tools/gen@v1.2.0

FROM golang:1.27 AS build
WORKDIR /src
COPY --from=tool /go/bin/gen /usr/local/bin/
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN gen && go build -o /app .
`,
        ...moduleFiles,
        'main.go': '',
      },
    },
  ],
};
