/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

export const baseEndOfLifeExamples: RuleExamples = {
  bad: [
    {
      name: 'An old Alpine',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /app .

FROM alpine:3.18
RUN apk add --no-cache \\
      ca-certificates \\
      tzdata
COPY --from=build /app /app
USER 65532
ENTRYPOINT ["/app"]
`,
        'go.mod': 'module example.com/app\n\ngo 1.26.0\n',
        'main.go': '',
      },
      findings: ['Dockerfile:6'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /app .

FROM alpine:3.24
RUN apk add --no-cache \\
      ca-certificates \\
      tzdata
COPY --from=build /app /app
USER 65532
ENTRYPOINT ["/app"]
`,
      },
    },
    {
      name: 'An old Debian, by argument',
      files: {
        Dockerfile: `ARG SUITE=bullseye-20230502
FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /app .

FROM debian:\${SUITE}-slim
RUN <<EOF
apt-get update
apt-get install -y --no-install-recommends ca-certificates
rm -rf /var/lib/apt/lists/*
EOF
COPY --from=build /app /app
USER 65532
ENTRYPOINT ["/app"]
`,
        'go.mod': 'module example.com/app\n\ngo 1.26.0\n',
        'main.go': '',
      },
      findings: ['Dockerfile:7'],
      fixed: {
        Dockerfile: `ARG SUITE=trixie
FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /app .

FROM debian:\${SUITE}-slim
RUN <<EOF
apt-get update
apt-get install -y --no-install-recommends ca-certificates
rm -rf /var/lib/apt/lists/*
EOF
COPY --from=build /app /app
USER 65532
ENTRYPOINT ["/app"]
`,
      },
    },
    {
      name: 'Distroless on two old Debians',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /app .

FROM gcr.io/distroless/base-debian12:nonroot AS tools
COPY --from=build /app /tool

FROM gcr.io/distroless/static-debian11:nonroot
COPY --from=tools /tool /tool
COPY --from=build /app /app
USER 65532
ENTRYPOINT ["/app"]
`,
        'go.mod': 'module example.com/app\n\ngo 1.26.0\n',
        'main.go': '',
      },
      findings: ['Dockerfile:6', 'Dockerfile:9'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /app .

FROM gcr.io/distroless/base-debian13:nonroot AS tools
COPY --from=build /app /tool

FROM gcr.io/distroless/static-debian13:nonroot
COPY --from=tools /tool /tool
COPY --from=build /app /app
USER 65532
ENTRYPOINT ["/app"]
`,
      },
    },
    {
      name: 'Distroless without a tag',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /app .

FROM gcr.io/distroless/static-debian11
COPY --from=build /app /app
USER 65532
ENTRYPOINT ["/app"]
`,
        'go.mod': 'module example.com/app\n\ngo 1.26.0\n',
        'main.go': '',
      },
      findings: ['Dockerfile:6'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /app .

FROM gcr.io/distroless/static-debian13
COPY --from=build /app /app
USER 65532
ENTRYPOINT ["/app"]
`,
      },
    },
    {
      name: 'An Ubuntu out of standard support',
      files: {
        Dockerfile: `FROM public.ecr.aws/docker/library/ubuntu:18.04
USER 65532
CMD ["/bin/true"]
`,
      },
      findings: ['Dockerfile:1'],
      fixed: {
        Dockerfile: `FROM public.ecr.aws/docker/library/ubuntu:26.04
USER 65532
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'A CentOS, which has no successor, and a language on an old Debian',
      files: {
        Dockerfile: `FROM python:3.9-slim-buster AS assets
RUN touch /note

FROM centos:7.9.2009
COPY --from=assets /note /note
USER 65532
CMD ["/bin/true"]
`,
      },
      findings: ['Dockerfile:1', 'Dockerfile:4'],
    },
  ],
  good: [
    {
      name: 'Distroless without a Debian release, which follows the newest',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /app .

FROM gcr.io/distroless/static:nonroot
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
        'go.mod': 'module example.com/app\n\ngo 1.26.0\n',
        'main.go': '',
      },
    },
    {
      name: 'Supported releases',
      files: {
        Dockerfile: `FROM golang:1.27-bookworm AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /app .

FROM alpine:3.23.5 AS one
COPY --from=build /app /app

FROM debian:12-slim AS two
COPY --from=one /app /app

FROM gcr.io/distroless/static-debian13:nonroot
COPY --from=two /app /app
ENTRYPOINT ["/app"]
`,
        'go.mod': 'module example.com/app\n\ngo 1.26.0\n',
        'main.go': '',
      },
    },
    {
      name: 'A stage that is not built',
      nearMiss: true,
      files: {
        Dockerfile: `FROM alpine:3.12 AS old
RUN apk add --no-cache curl

FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /app .

FROM scratch
COPY --from=build /app /app
USER 65532
ENTRYPOINT ["/app"]
`,
        'go.mod': 'module example.com/app\n\ngo 1.26.0\n',
        'main.go': '',
      },
    },
    {
      name: 'Tags that tell no release',
      files: {
        Dockerfile: `FROM debian:stable-slim AS a
RUN echo 1 > /one

FROM alpine:edge AS b
COPY --from=a /one /one

FROM ubuntu:devel
COPY --from=b /one /one
USER 65532
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'A release from outside, and images of others',
      files: {
        Dockerfile: `ARG ALPINE
FROM registry.example.com/base/alpine:3.10 AS a
RUN echo 1 > /one

FROM alpine:\${ALPINE}
COPY --from=a /one /one
USER 65532
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'Old releases in comments and commands',
      nearMiss: true,
      files: {
        Dockerfile: `# FROM alpine:3.10
FROM alpine:3.24
RUN echo "FROM debian:buster" > /note
USER 65532
CMD ["/bin/cat", "/note"]
`,
      },
    },
    {
      name: 'Long support by volunteers',
      files: {
        Dockerfile: `FROM debian:bookworm
USER 65532
CMD ["/bin/true"]
`,
      },
    },
  ],
};
