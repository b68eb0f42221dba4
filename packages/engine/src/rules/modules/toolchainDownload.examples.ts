/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

export const toolchainDownloadExamples: RuleExamples = {
  bad: [
    {
      name: 'A newer go line than the image has',
      files: {
        Dockerfile: `FROM golang:1.26.11 AS build
ENV CGO_ENABLED=0 \\
    GOTOOLCHAIN=auto
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': `module example.com/app

go 1.27.0
`,
        'main.go': '',
      },
      findings: ['Dockerfile:3'],
    },
    {
      name: 'A toolchain line, in the command',
      files: {
        Dockerfile: `FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN go vet . && \\
    GOTOOLCHAIN=local+auto go build -o /app .
`,
        'go.mod': `module example.com/app

go 1.26.0

toolchain go1.27.4
`,
        'main.go': '',
      },
      findings: ['Dockerfile:5'],
    },
    {
      name: 'A toolchain of its own',
      files: {
        Dockerfile: `FROM golang:1.27.1-alpine AS base
ENV GOTOOLCHAIN=go1.27.4

FROM base AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': `module example.com/app

go 1.26.0
`,
        'main.go': '',
      },
      findings: ['Dockerfile:2'],
    },
    {
      name: 'Not today, but with the next go line',
      files: {
        Dockerfile: `FROM golang:1.27.4 AS build
RUN go env -w GOPRIVATE=example.com
ENV GOTOOLCHAIN=auto
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': `module example.com/app

go 1.26.0
`,
        'main.go': '',
      },
      findings: ['Dockerfile:3'],
    },
  ],
  good: [
    {
      name: 'What the image sets',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': `module example.com/app

go 1.26.0
`,
        'main.go': '',
      },
    },
    {
      name: 'The same said once more, and only what is on the path',
      files: {
        Dockerfile: `FROM golang:1.27 AS one
ENV GOTOOLCHAIN=local
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM golang:1.27 AS two
ENV GOTOOLCHAIN=path
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM scratch
COPY --from=one /app /one
COPY --from=two /app /two
`,
        'go.mod': `module example.com/app

go 1.26.0
`,
        'main.go': '',
      },
    },
    {
      name: 'The toolchain that the image has',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27.4 AS build
ENV GOTOOLCHAIN=go1.27.4
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': `module example.com/app

go 1.26.0
`,
        'main.go': '',
      },
    },
    {
      name: 'A toolchain line, which `local` ignores',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': `module example.com/app

go 1.26.0

toolchain go1.27.4
`,
        'main.go': '',
      },
    },
    {
      name: 'A stage that is not built',
      files: {
        Dockerfile: `FROM golang:1.26 AS old
ENV GOTOOLCHAIN=auto
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': `module example.com/app

go 1.26.0
`,
        'main.go': '',
      },
    },
    {
      name: 'A tool of another module',
      files: {
        Dockerfile: `FROM golang:1.27 AS tools
RUN GOTOOLCHAIN=auto go install example.com/tools/gen@v1.0.0

FROM golang:1.27 AS build
COPY --from=tools /go/bin/gen /usr/local/bin/
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': `module example.com/app

go 1.26.0
`,
        'main.go': '',
      },
    },
  ],
};
