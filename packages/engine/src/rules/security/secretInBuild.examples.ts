/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

const goModule = 'module example.com/app\n\ngo 1.27\n';

export const secretInBuildExamples: RuleExamples = {
  bad: [
    {
      name: 'A token as build argument, used in a URL',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ARG GITHUB_TOKEN
RUN git config --global url."https://\${GITHUB_TOKEN}@github.com/".insteadOf "https://github.com/"
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': goModule,
        'main.go': '',
      },
      findings: ['Dockerfile:2', 'Dockerfile:3'],
    },
    {
      name: 'A password in ENV',
      files: {
        Dockerfile: `FROM alpine:3.24
ENV PORT=8080 \\
    DB_PASSWORD=s3cr3t-and-long
USER 65532
CMD ["/app"]
`,
      },
      findings: ['Dockerfile:3'],
    },
    {
      name: 'Files with credentials',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
COPY .netrc /root/.netrc
COPY deploy/id_rsa /root/.ssh/
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        '.netrc': '',
        'deploy/id_rsa': '',
        'go.mod': goModule,
        'main.go': '',
      },
      findings: ['Dockerfile:2', 'Dockerfile:3'],
    },
    {
      name: 'A netrc file that a command writes',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ARG USERNAME
ARG ACCESS_TOKEN
WORKDIR /src
RUN echo "machine git.corp.example login $USERNAME password $ACCESS_TOKEN" > ~/.netrc && \\
    chmod 600 ~/.netrc
COPY . .
RUN go build -o /app .
`,
        'go.mod': goModule,
        'main.go': '',
      },
      findings: ['Dockerfile:3', 'Dockerfile:5'],
    },
    {
      name: 'A password in a URL',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ENV GOPROXY=https://builder:Tr4vel-l1ght@goproxy.corp.example
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': goModule,
        'main.go': '',
      },
      findings: ['Dockerfile:2'],
    },
  ],
  good: [
    {
      name: 'Where a credential and its helper are, and no credential',
      nearMiss: true,
      files: {
        Dockerfile: `FROM alpine:3.24
ENV REGISTRY_CREDENTIAL_HELPER=login-helper \\
    HSM_TOKEN_LABEL=signing \\
    CLOUD_CREDENTIAL_CONFIG=/app/.config/cloud/credential_config.json
CMD ["/app/run"]
`,
      },
    },
    {
      name: 'A secret mount',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=secret,id=netrc,target=/root/.netrc,required=true go mod download
COPY . .
RUN go build -o /app .
`,
        'go.mod': goModule,
        'go.sum': '',
        'main.go': '',
      },
    },
    {
      name: 'A secret as environment of one command',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN --mount=type=secret,id=token,env=GITHUB_TOKEN \\
    GIT_CONFIG_COUNT=1 \\
    GIT_CONFIG_KEY_0="url.https://$GITHUB_TOKEN@github.com/.insteadOf" \\
    GIT_CONFIG_VALUE_0=https://github.com/ \\
    go build -o /app .
`,
        'go.mod': goModule,
        'main.go': '',
      },
    },
    {
      name: 'The agent of the caller, with git over SSH',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
RUN git config --global url."ssh://git@github.com/".insteadOf "https://github.com/"
COPY known_hosts /root/.ssh/known_hosts
WORKDIR /src
COPY . .
RUN --mount=type=ssh go build -o /app .
`,
        known_hosts: '',
        'go.mod': goModule,
        'main.go': '',
      },
    },
    {
      name: 'Names about secrets, and switches',
      nearMiss: true,
      files: {
        Dockerfile: `FROM alpine:3.24
ARG TOKEN_FILE=/run/secrets/token
ENV PASSWORD_FILE=/run/secrets/password \\
    KMS_KEY_ALIAS=alias/app \\
    AWS_ACCESS_KEY_ID="" \\
    MYSQL_ALLOW_EMPTY_PASSWORD=yes \\
    TOKEN_TTL=3600 \\
    JWT_PUBLIC_KEY_PATH=/etc/keys/jwt.pub
USER 65532
CMD ["/app"]
`,
      },
    },
    {
      name: 'A value that only has to be there',
      files: {
        Dockerfile: `FROM alpine:3.24
RUN SECRET_KEY_BASE=dummy /bin/app precompile
ENV API_TOKEN=
USER 65532
CMD ["/app"]
`,
      },
    },
    {
      name: 'A server for tests',
      nearMiss: true,
      files: {
        'docker/dummy/files/Dockerfile': `FROM alpine:3.24
ENV FILES_USER=admin FILES_PASSWORD=harbour
CMD ["/bin/files"]
`,
      },
    },
    {
      name: 'Fingerprints of public keys',
      nearMiss: true,
      files: {
        Dockerfile: `FROM debian:trixie-slim
ENV GPG_KEY=A035C8C19219BA821ECEA86B64E628F8D684696D
USER 65532
CMD ["/app"]
`,
      },
    },
  ],
};
