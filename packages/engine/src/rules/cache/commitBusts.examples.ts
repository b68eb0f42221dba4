/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';
import { pipeline, pipelinePath } from './pipelineExamples';

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

export const commitBustsExamples: RuleExamples = {
  bad: [
    {
      name: 'A version that is the tag of a release each time',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ARG VERSION
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
`,
        ...files,
        [pipelinePath]: pipeline(
          `- run: docker build --build-arg VERSION=$GITHUB_REF_NAME --push .
`,
          { on: 'release' },
        ),
      },
      findings: ['Dockerfile:5'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
ARG VERSION
`,
      },
    },
    {
      name: 'The commit id above the download',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ARG GIT_SHA
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -ldflags "-X main.commit=$GIT_SHA" -o /app .
`,
        ...files,
      },
      findings: ['Dockerfile:5'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
ARG GIT_SHA
RUN --mount=type=cache,target=/root/.cache/go-build \\
    go build -ldflags "-X main.commit=$GIT_SHA" -o /app .
`,
      },
    },
    {
      name: 'The build date above the packages',
      files: {
        Dockerfile: `FROM golang:1.27-alpine AS build
ARG BUILD_DATE
ENV BUILD_DATE=$BUILD_DATE
RUN apk add --no-cache git
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
        Dockerfile: `FROM golang:1.27-alpine AS build
RUN apk add --no-cache git
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -o /app .
ARG BUILD_DATE
ENV BUILD_DATE=$BUILD_DATE
`,
      },
    },
    {
      name: 'The .git folder is part of the context',
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
      },
      findings: ['Dockerfile:6'],
      fixed: {
        '.dockerignore': `.git
`,
      },
    },
    {
      name: 'The commit id is stamped without a build cache',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
ARG GIT_SHA
RUN go build -ldflags "-X main.commit=$GIT_SHA" -o /app .
`,
        ...files,
      },
      findings: ['Dockerfile:7'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
ARG GIT_SHA
RUN --mount=type=cache,target=/root/.cache/go-build \\
    go build -ldflags "-X main.commit=$GIT_SHA" -o /app .
`,
      },
    },
    {
      name: 'An argument that make does not get first',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
ARG BUILD_NUMBER
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod make app
`,
        ...files,
        Makefile: 'app:\n\tgo build -o /app .\n',
      },
      findings: ['Dockerfile:7'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
COPY . .
ARG BUILD_NUMBER
RUN --mount=type=cache,target=/go/pkg/mod \\
    --mount=type=cache,target=/root/.cache/go-build \\
    make app
`,
      },
    },
    {
      name: 'A cache mount for the modules that starts empty',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ARG GIT_SHA
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
`,
        ...files,
        [pipelinePath]: pipeline(`- uses: docker/build-push-action@v6
  with:
    context: .
    build-args: GIT_SHA=\${{ github.sha }}
    cache-from: type=gha
    cache-to: type=gha,mode=max
`),
      },
      findings: ['Dockerfile:5'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
ARG GIT_SHA
`,
      },
    },
    {
      name: 'On a folder that is a named context',
      files: {
        Dockerfile: `FROM toolchain AS build
WORKDIR /src
COPY go.mod ./
COPY main.go ./
RUN go build -o /app .
FROM scratch
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
        'compose.yaml': `services:
  app:
    build:
      context: .
      additional_contexts:
        toolchain: ./rootfs
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
        'rootfs/usr/local/go/bin/go': '',
      },
      findings: ['Dockerfile:5'],
    },
    {
      name: 'Several arguments, which a label is made of',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \\
    --mount=type=cache,target=/root/.cache/go-build \\
    go build -o /app .

FROM debian:trixie-slim

ARG VERSION=dev
ARG BUILD_DATE REGION=eu

LABEL org.opencontainers.image.version="$VERSION" \\
      org.opencontainers.image.created="$BUILD_DATE"

RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates \\
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /app /app
USER 65532:65532
CMD ["/app"]
`,
        ...files,
        '.dockerignore': '.git\n',
      },
      findings: ['Dockerfile:18'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \\
    --mount=type=cache,target=/root/.cache/go-build \\
    go build -o /app .

FROM debian:trixie-slim

ARG REGION=eu

RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates \\
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /app /app
ARG VERSION=dev
ARG BUILD_DATE
LABEL org.opencontainers.image.version="$VERSION" \\
      org.opencontainers.image.created="$BUILD_DATE"
USER 65532:65532
CMD ["/app"]
`,
      },
    },
    {
      name: 'An argument, and behind it the .git folder',
      files: {
        Dockerfile: `FROM golang:1.27-alpine AS build
ARG VERSION
ARG BUILD_TIME
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -ldflags "-X main.version=\${VERSION}" -o /app .

FROM scratch
COPY --from=build /app /app
`,
        'go.mod': goMod,
        'go.sum': goSum,
        'main.go': '',
      },
      findings: ['Dockerfile:6'],
      fixed: {
        '.dockerignore': '.git\n',
        Dockerfile: `FROM golang:1.27-alpine AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
ARG VERSION
ARG BUILD_TIME
RUN --mount=type=cache,target=/root/.cache/go-build \\
    go build -ldflags "-X main.version=\${VERSION}" -o /app .

FROM scratch
COPY --from=build /app /app
`,
      },
    },
  ],
  good: [
    {
      name: 'A version that is the name of the branch',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ARG VERSION
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -ldflags "-X main.version=$VERSION" -o /app .
`,
        ...files,
        [pipelinePath]: pipeline(`- uses: docker/build-push-action@v6
  with:
    context: .
    push: true
    build-args: VERSION=\${{ github.head_ref || github.ref_name }}
`),
      },
    },
    {
      name: 'A version that nothing reads and nobody hands in',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ARG VERSION=dev
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
      name: 'The commit id as a label at the end',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -o /app .

FROM gcr.io/distroless/static-debian13:nonroot
COPY --from=build /app /app
ARG GIT_SHA
LABEL org.opencontainers.image.revision=$GIT_SHA
ENTRYPOINT ["/app"]
`,
        ...files,
      },
    },
    {
      name: 'The commit id is stamped, with a build cache',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
ARG GIT_SHA
RUN --mount=type=cache,target=/root/.cache/go-build \\
    go build -ldflags "-X main.commit=\${GIT_SHA}" -o /app .
`,
        ...files,
      },
    },
    {
      name: 'Only what the build needs is copied',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY cmd/ cmd/
RUN go build -o /app ./cmd/app
`,
        'go.mod': goMod,
        'go.sum': goSum,
        'cmd/app/main.go': '',
      },
    },
    {
      name: 'make stamps the commit id, with caches',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
ARG GIT_SHA
RUN --mount=type=cache,target=/go/pkg/mod \\
    --mount=type=cache,target=/root/.cache/go-build \\
    make app
`,
        ...files,
        Makefile:
          'app:\n\tgo build -ldflags "-X main.commit=$(GIT_SHA)" -o /app .\n',
      },
    },
    {
      name: 'Modules come from a cache mount',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ARG VERSION
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \\
    --mount=type=cache,target=/root/.cache/go-build \\
    go build -ldflags "-X main.version=$VERSION" -o /app .
`,
        ...files,
      },
    },
    {
      name: 'An argument that does not change with the commit',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27-alpine AS build
ARG TARGETOS
ARG TARGETARCH
ARG GOPROXY=https://proxy.golang.org,direct
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o /app .
`,
        ...files,
      },
    },
    {
      name: 'A global argument that no stage declares',
      nearMiss: true,
      files: {
        Dockerfile: `ARG GIT_SHA
FROM golang:1.27 AS build
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
      name: 'The version of what is fetched',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ARG VERSION
RUN git clone --branch "v\${VERSION}" https://git.example/tool /tool \\
    && cd /tool && go install .
`,
      },
    },
    {
      name: 'A version that is written out in the pipeline',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ARG VERSION
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -ldflags "-X main.version=\${VERSION}" -o /app .
`,
        ...files,
        '.dockerignore': '.git\n',
        '.github/workflows/image.yaml': `on: push
jobs:
  image:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v5
      - run: docker build --build-arg VERSION=1.4.2 .
`,
      },
    },
  ],
};
