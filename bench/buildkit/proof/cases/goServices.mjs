/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
// One Go service, built the ways that Go services are built. Its sources are in
// ../service; every Dockerfile sees the same commits.

const noTests =
  '.git\n.github\n**/*_test.go\n*.md\n.dockerignore\nDockerfile\n';

/** Lines of a Dockerfile; ends of stages that many have in common. */
const runtime = [
  'FROM gcr.io/distroless/static-debian13:nonroot',
  'COPY --from=build /out/shipping-rates /shipping-rates',
  'ENTRYPOINT ["/shipping-rates"]',
];
const download = 'RUN go mod download';
const cachedDownload =
  'RUN --mount=type=cache,target=/go/pkg/mod go mod download';
const build =
  'RUN CGO_ENABLED=0 go build -o /out/shipping-rates ./cmd/shipping-rates';
const cachedBuild =
  'RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build CGO_ENABLED=0 go build -o /out/shipping-rates ./cmd/shipping-rates';
const golang = 'FROM golang:1.27 AS build';

export const goServices = [
  {
    name: 'everything at once, one stage',
    dockerfile: [
      'FROM golang:1.27',
      'WORKDIR /app',
      'COPY . .',
      'RUN go build -o /shipping-rates ./cmd/shipping-rates',
      'CMD ["/shipping-rates"]',
    ],
  },
  {
    name: 'everything at once, two stages',
    ignore: '.git\n',
    dockerfile: [
      golang,
      'WORKDIR /src',
      'COPY . .',
      download,
      build,
      ...runtime,
    ],
  },
  {
    name: 'everything at once, little context',
    ignore: noTests,
    dockerfile: [
      golang,
      'WORKDIR /src',
      'COPY . .',
      download,
      build,
      ...runtime,
    ],
  },
  {
    name: 'module files first',
    ignore: '.git\n',
    dockerfile: [
      golang,
      'WORKDIR /src',
      'COPY go.mod go.sum ./',
      download,
      'COPY . .',
      build,
      ...runtime,
    ],
  },
  {
    name: 'module files first, with git metadata',
    dockerfile: [
      golang,
      'WORKDIR /src',
      'COPY go.* ./',
      'RUN go mod download && go mod verify',
      'COPY . .',
      build,
      ...runtime,
    ],
  },
  {
    name: 'module files first, narrow copies and cache mounts',
    ignore: noTests,
    dockerfile: [
      golang,
      'WORKDIR /src',
      'COPY go.mod go.sum ./',
      cachedDownload,
      'COPY cmd ./cmd',
      'COPY internal ./internal',
      cachedBuild,
      ...runtime,
    ],
  },
  {
    name: 'bind mounts',
    ignore: noTests,
    dockerfile: [
      golang,
      'WORKDIR /src',
      'RUN --mount=type=cache,target=/go/pkg/mod --mount=type=bind,source=go.sum,target=go.sum --mount=type=bind,source=go.mod,target=go.mod go mod download -x',
      'RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build --mount=type=bind,target=. CGO_ENABLED=0 go build -o /out/shipping-rates ./cmd/shipping-rates',
      ...runtime,
    ],
  },
  {
    name: 'one bind mount over all',
    dockerfile: [
      golang,
      'WORKDIR /src',
      'RUN --mount=target=. --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build CGO_ENABLED=0 go build -buildvcs=false -o /out/shipping-rates ./cmd/shipping-rates',
      ...runtime,
    ],
  },
  {
    name: 'a stage for the modules',
    ignore: '.git\n',
    dockerfile: [
      'FROM golang:1.27 AS modules',
      'WORKDIR /src',
      'COPY go.mod go.sum ./',
      download,
      'FROM modules AS build',
      'COPY . .',
      build,
      ...runtime,
    ],
  },
  {
    name: 'modules copied from their stage',
    ignore: '.git\n',
    dockerfile: [
      'FROM golang:1.27 AS modules',
      'WORKDIR /modules',
      'COPY go.mod go.sum ./',
      download,
      golang,
      'COPY --from=modules /go/pkg/mod /go/pkg/mod',
      'WORKDIR /src',
      'COPY . .',
      build,
      ...runtime,
    ],
  },
  {
    name: 'tests in the build',
    ignore: '.git\n',
    dockerfile: [
      golang,
      'WORKDIR /src',
      'COPY go.mod go.sum ./',
      cachedDownload,
      'COPY . .',
      'RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build go vet ./...',
      cachedBuild,
      ...runtime,
    ],
  },
  {
    name: 'tests in a stage that is not built',
    ignore: '.git\n',
    dockerfile: [
      'FROM golang:1.27 AS source',
      'WORKDIR /src',
      'COPY go.mod go.sum ./',
      cachedDownload,
      'COPY . .',
      'FROM source AS test',
      'RUN go test ./...',
      'FROM source AS build',
      cachedBuild,
      ...runtime,
    ],
  },
  {
    name: 'the commit as an early argument',
    ignore: '.git\n',
    arguments: { VERSION: '$commit' },
    dockerfile: [
      golang,
      'ARG VERSION=dev',
      'WORKDIR /src',
      'COPY go.mod go.sum ./',
      cachedDownload,
      'COPY . .',
      'RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build CGO_ENABLED=0 go build -ldflags "-X main.version=${VERSION}" -o /out/shipping-rates ./cmd/shipping-rates',
      ...runtime,
    ],
  },
  {
    name: 'the commit as a late argument',
    ignore: '.git\n',
    arguments: { VERSION: '$commit' },
    dockerfile: [
      golang,
      'WORKDIR /src',
      'COPY go.mod go.sum ./',
      cachedDownload,
      'COPY . .',
      'ARG VERSION=dev',
      'RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build CGO_ENABLED=0 go build -ldflags "-X main.version=${VERSION}" -o /out/shipping-rates ./cmd/shipping-rates',
      ...runtime,
    ],
  },
  {
    name: 'the commit as a label',
    ignore: noTests,
    arguments: { REVISION: '$commit' },
    dockerfile: [
      golang,
      'WORKDIR /src',
      'COPY go.mod go.sum ./',
      cachedDownload,
      'COPY . .',
      cachedBuild,
      ...runtime,
      'ARG REVISION',
      'LABEL org.opencontainers.image.revision=$REVISION',
    ],
  },
  {
    name: 'a service of linked copies',
    ignore: '.git\n',
    dockerfile: [
      golang,
      'WORKDIR /src',
      'COPY --link go.mod go.sum ./',
      cachedDownload,
      'COPY --link . .',
      cachedBuild,
      'FROM gcr.io/distroless/static-debian13:nonroot',
      'COPY --link --from=build /out/shipping-rates /shipping-rates',
    ],
  },
  {
    name: 'an empty base with certificates and a user',
    ignore: '.git\n',
    dockerfile: [
      golang,
      'RUN useradd --no-create-home --uid 10001 app',
      'WORKDIR /src',
      'COPY go.mod go.sum ./',
      cachedDownload,
      'COPY . .',
      cachedBuild,
      'FROM scratch',
      'COPY --from=build /etc/passwd /etc/passwd',
      'COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/',
      'COPY --from=build /out/shipping-rates /shipping-rates',
      'USER app',
    ],
  },
  {
    name: 'vendored in the build',
    ignore: '.git\n',
    dockerfile: [
      golang,
      'WORKDIR /src',
      'COPY . .',
      'RUN go mod vendor',
      'RUN CGO_ENABLED=0 go build -mod=vendor -o /out/shipping-rates ./cmd/shipping-rates',
      ...runtime,
    ],
  },
  {
    name: 'through make',
    ignore: '.git\n',
    files: {
      Makefile:
        'build:\n\tCGO_ENABLED=0 go build -o /out/shipping-rates ./cmd/shipping-rates\n',
    },
    dockerfile: [
      golang,
      'WORKDIR /src',
      'COPY go.mod go.sum ./',
      download,
      'COPY . .',
      'RUN make build',
      ...runtime,
    ],
  },
  {
    name: 'a script in the Dockerfile',
    ignore: '.git\n',
    dockerfile: [
      golang,
      'WORKDIR /src',
      'COPY go.mod go.sum ./',
      cachedDownload,
      'COPY . .',
      'RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build <<EOF',
      'set -e',
      'go vet ./...',
      'CGO_ENABLED=0 go build -o /out/shipping-rates ./cmd/shipping-rates',
      'EOF',
      ...runtime,
    ],
  },
  {
    name: 'built by another user',
    ignore: '.git\n',
    dockerfile: [
      golang,
      'RUN useradd --create-home --uid 10001 app && mkdir /out && chown app /out',
      'USER app',
      'WORKDIR /home/app/src',
      'COPY --chown=app go.mod go.sum ./',
      'ENV GOMODCACHE=/home/app/mod',
      download,
      'COPY --chown=app . .',
      build,
      ...runtime,
    ],
  },
  {
    name: 'settings of the image',
    ignore: '.git\n',
    files: { 'configs/rates.yaml': 'currency: EUR\n' },
    dockerfile: [
      golang,
      'WORKDIR /src',
      'COPY go.mod go.sum ./',
      cachedDownload,
      'COPY . .',
      cachedBuild,
      'FROM gcr.io/distroless/static-debian13:nonroot',
      'COPY configs /etc/shipping-rates',
      'COPY --from=build /out/shipping-rates /shipping-rates',
      'COPY --from=build /src/configs/rates.yaml /defaults.yaml',
    ],
  },
  {
    name: 'an image for debugging beside it',
    ignore: '.git\n',
    dockerfile: [
      golang,
      'WORKDIR /src',
      'COPY go.mod go.sum ./',
      cachedDownload,
      'COPY . .',
      cachedBuild,
      'FROM build AS debug',
      'RUN go build -gcflags="all=-N -l" -o /debug ./cmd/shipping-rates',
      ...runtime,
    ],
  },
  {
    name: 'cross-compiled',
    ignore: '.git\n',
    dockerfile: [
      'FROM --platform=$BUILDPLATFORM golang:1.27 AS build',
      'WORKDIR /src',
      'COPY go.mod go.sum ./',
      cachedDownload,
      'COPY . .',
      'ARG TARGETOS TARGETARCH',
      'RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o /out/shipping-rates ./cmd/shipping-rates',
      ...runtime,
    ],
  },
];
