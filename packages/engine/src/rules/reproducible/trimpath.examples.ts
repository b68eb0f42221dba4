/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

const goFiles = {
  'go.mod': 'module example.com/app\n\ngo 1.27\n',
  'main.go': '',
};

const image = `
FROM scratch
COPY --from=build /app /app
USER 65532
ENTRYPOINT ["/app"]
`;

export const trimpathExamples: RuleExamples = {
  bad: [
    {
      name: 'A plain build',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /app .
${image}`,
        ...goFiles,
      },
      findings: ['Dockerfile:4'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -o /app .
${image}`,
      },
    },
    {
      name: 'Two builds over several lines',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
ENV CGO_ENABLED=0
RUN go vet ./... && \\
    # the service
    go build \\
      -ldflags="-s -w" \\
      -o /app . && \\
    go -C tools install ./...
${image}`,
        ...goFiles,
      },
      findings: ['Dockerfile:7', 'Dockerfile:10'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
ENV CGO_ENABLED=0
RUN go vet ./... && \\
    # the service
    go build -trimpath \\
      -ldflags="-s -w" \\
      -o /app . && \\
    go -C tools install -trimpath ./...
${image}`,
      },
    },
    {
      name: 'A heredoc, and a folder that comes first',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN <<EOF
set -e
export CGO_ENABLED=0
go build -C cmd -o /app .
EOF
${image}`,
        ...goFiles,
      },
      findings: ['Dockerfile:7'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN <<EOF
set -e
export CGO_ENABLED=0
go build -C cmd -trimpath -o /app .
EOF
${image}`,
      },
    },
  ],
  good: [
    {
      name: 'The flag is there',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -trimpath -ldflags="-X main.version=$VERSION" -o /app .
${image}`,
        ...goFiles,
      },
    },
    {
      name: 'For all commands, or from an argument',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ENV GOFLAGS="-mod=readonly -trimpath"
ARG FLAGS="-v -trimpath"
WORKDIR /src
COPY . .
RUN go build -o /app . && GOFLAGS= go build $FLAGS -o /b .
${image}`,
        ...goFiles,
      },
    },
    {
      name: 'Flags that only the build knows, and a debugger',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ARG BUILD_FLAGS
WORKDIR /src
COPY . .
RUN go build $BUILD_FLAGS -o /app . && go build -gcflags="all=-N -l" -o /debug .
${image}`,
        ...goFiles,
      },
    },
    {
      name: 'Tools and tests',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS build
RUN go install golang.org/x/tools/cmd/stringer@v0.38.0 && go build std
WORKDIR /src
COPY . .
RUN go test ./... && make build
${image}`,
        Makefile: '',
        ...goFiles,
      },
    },
  ],
};
