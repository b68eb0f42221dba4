/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

export const rootUserExamples: RuleExamples = {
  bad: [
    {
      name: 'No USER on an image that starts as root',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM alpine:3.24
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
      findings: ['Dockerfile:6'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM alpine:3.24
COPY --from=build /app /app
USER 65532:65532
ENTRYPOINT ["/app"]
`,
      },
    },
    {
      name: 'Back to root',
      files: {
        Dockerfile: `FROM debian:trixie-slim
USER app
USER 0:0
CMD ["/app"]
`,
      },
      findings: ['Dockerfile:3'],
      fixed: {
        Dockerfile: `FROM debian:trixie-slim
USER app
USER 65532:65532
CMD ["/app"]
`,
      },
    },
    {
      name: 'Root for the steps, and ever after',
      files: {
        Dockerfile:
          'FROM debian:trixie-slim AS base\r\nUSER 65532\r\n\r\nFROM base\r\nUSER root\r\nRUN <<EOF\r\nset -e\r\nmkdir /data\r\nEOF\r\nCMD ["/bin/true"]\r\nWORKDIR /data',
      },
      findings: ['Dockerfile:5'],
      fixed: {
        Dockerfile:
          'FROM debian:trixie-slim AS base\r\nUSER 65532\r\n\r\nFROM base\r\nUSER root\r\nRUN <<EOF\r\nset -e\r\nmkdir /data\r\nEOF\r\nCMD ["/bin/true"]\r\nWORKDIR /data\r\nUSER 65532:65532',
      },
    },
    {
      name: 'A port that only root may listen on',
      files: {
        Dockerfile: `FROM alpine:3.24
EXPOSE 80
CMD ["/bin/true"]
`,
      },
      findings: ['Dockerfile:1'],
    },
    {
      name: 'A program that the orchestrator starts',
      files: {
        Dockerfile: `FROM alpine:3.24
COPY app /usr/local/bin/app
`,
        app: '',
      },
      findings: ['Dockerfile:1'],
      fixed: {
        Dockerfile: `FROM alpine:3.24
COPY app /usr/local/bin/app
USER 65532:65532
`,
      },
    },
    {
      name: 'A base by argument',
      files: {
        Dockerfile: `ARG BASE_IMAGE=alpine:3.24
FROM \${BASE_IMAGE}
CMD ["/bin/true"]
`,
      },
      findings: ['Dockerfile:2'],
      fixed: {
        Dockerfile: `ARG BASE_IMAGE=alpine:3.24
FROM \${BASE_IMAGE}
USER 65532:65532
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'Root by argument',
      files: {
        Dockerfile: `ARG RUN_AS=root
FROM gcr.io/distroless/static-debian13:nonroot
ARG RUN_AS
USER \${RUN_AS}
CMD ["/app"]
`,
      },
      findings: ['Dockerfile:4'],
    },
    {
      name: 'scratch and distroless start as root too',
      files: {
        Dockerfile: `FROM gcr.io/distroless/static-debian13
COPY app /app
ENTRYPOINT ["/app"]
`,
        app: '',
      },
      findings: ['Dockerfile:1'],
    },
  ],
  good: [
    {
      name: 'A target that only checks',
      files: {
        Dockerfile: `FROM golang:1.27-alpine AS base
RUN apk add --no-cache git

FROM base AS checks
RUN --mount=target=/src go vet -C /src ./...
`,
      },
    },
    {
      name: 'A case of the tests',
      files: {
        'tests/copies/Dockerfile': `FROM alpine:3.24
COPY file /file
`,
        'tests/copies/file': '',
      },
    },
    {
      name: 'An image to work in that starts nothing',
      nearMiss: true,
      files: {
        '.devcontainer/Dockerfile': `FROM debian:trixie-slim
COPY setup.sh /setup.sh
RUN /setup.sh
`,
        '.devcontainer/setup.sh': '',
      },
    },
    {
      name: 'A shell to work in, and packages only',
      files: {
        Dockerfile: `FROM fedora:44
RUN dnf -y install make && dnf clean all
CMD ["/bin/bash"]
`,
      },
    },
    {
      name: 'A numeric user',
      files: {
        Dockerfile: `FROM scratch
COPY app /app
USER 65532:65532
ENTRYPOINT ["/app"]
`,
        app: '',
      },
    },
    {
      name: 'A base image with its own user',
      files: {
        Dockerfile: `FROM gcr.io/distroless/static-debian13:nonroot
COPY app /app
ENTRYPOINT ["/app"]
`,
        app: '',
      },
    },
    {
      name: 'Root for the installation only',
      nearMiss: true,
      files: {
        Dockerfile: `FROM alpine:3.24 AS base
RUN adduser -D -u 1000 app
USER app

FROM base
USER root
RUN apk add --no-cache tzdata
USER app
ENTRYPOINT ["/app"]
`,
      },
    },
    {
      name: 'The user of a stage below',
      files: {
        Dockerfile: `FROM alpine:3.24 AS base
USER 1000

FROM base AS final
ENTRYPOINT ["/app"]
`,
      },
    },
    {
      name: 'An image whose user is not known',
      files: {
        Dockerfile: `FROM registry.example/platform/runtime:4
COPY app /app
ENTRYPOINT ["/app"]
`,
        app: '',
      },
    },
    {
      name: 'An entry point that steps down',
      nearMiss: true,
      files: {
        Dockerfile: `FROM alpine:3.24
RUN apk add --no-cache su-exec
COPY entrypoint.sh /
ENTRYPOINT ["/entrypoint.sh"]
`,
        'entrypoint.sh': '',
      },
    },
    {
      name: 'A service manager, and a file that only names an image',
      files: {
        'images/Dockerfile': 'FROM eclipse-temurin:21-jre\n',
        'packaging/Dockerfile': `FROM debian:13
RUN apt-get update && apt-get install -y systemd
COPY prepare /prepare
ENTRYPOINT ["/prepare", "/lib/systemd/systemd"]
`,
      },
    },
    {
      name: 'Files to export, nothing to run',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM scratch AS binary
COPY --from=build /app /
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
    },
  ],
};
