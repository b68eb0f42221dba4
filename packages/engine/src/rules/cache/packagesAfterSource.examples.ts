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

export const packagesAfterSourceExamples: RuleExamples = {
  bad: [
    {
      name: 'Behind the copy of the sources',
      files: {
        Dockerfile: `FROM golang:1.27-alpine AS build
WORKDIR /src
COPY . .
RUN apk add --no-cache git
RUN go build -o /app .
`,
        ...files,
      },
      findings: ['Dockerfile:4'],
      fixed: {
        Dockerfile: `FROM golang:1.27-alpine AS build
WORKDIR /src
RUN apk add --no-cache git
COPY . .
RUN go build -o /app .
`,
      },
    },
    {
      name: 'In the final stage, behind the program',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM debian:trixie-slim
COPY --from=build /app /app
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates
ENTRYPOINT ["/app"]
`,
        ...files,
      },
      findings: ['Dockerfile:8'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM debian:trixie-slim
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
      },
    },
    {
      name: 'Together with the compilation',
      files: {
        Dockerfile: `FROM golang:1.27-alpine AS build
WORKDIR /src
COPY . .
RUN apk add --no-cache make git && go build -o /app .
`,
        ...files,
      },
      findings: ['Dockerfile:4'],
    },
    {
      name: 'A tool for the build',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go install example.com/tools/gen@v1.2.0
RUN go generate ./... && go build -o /app .
`,
        ...files,
      },
      findings: ['Dockerfile:4'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
RUN go install example.com/tools/gen@v1.2.0
COPY . .
RUN go generate ./... && go build -o /app .
`,
      },
    },
  ],
  good: [
    {
      name: 'Before the sources',
      files: {
        Dockerfile: `FROM golang:1.27-alpine AS build
RUN apk add --no-cache git
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        ...files,
      },
    },
    {
      name: 'In the final stage, before the program',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM debian:trixie-slim
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
        ...files,
      },
    },
    {
      name: 'Behind files that name the packages',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY tools/requirements.txt ./
RUN pip install -r requirements.txt
COPY . .
RUN go build -o /app .
`,
        ...files,
        'tools/requirements.txt': '',
      },
    },
    {
      name: 'What is installed has been copied',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN apt-get install -y ./packaging/base.deb
RUN go build -o /app .
`,
        ...files,
        'packaging/base.deb': '',
      },
    },
    {
      name: 'Packages for one step, which are removed again',
      files: {
        Dockerfile: `FROM golang:1.27-alpine AS build
WORKDIR /src
COPY . .
RUN apk add --no-cache --virtual .tools gcc && go build -o /app . && apk del .tools
`,
        ...files,
      },
    },
    {
      name: 'No packages',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
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
RUN npm ci
`,
        'package.json': '{}\n',
      },
    },
    {
      name: 'The sources come from a repository, not from the context',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS build
COPY prebuilt/ /prebuilt/
RUN git clone https://git.example/app /src \\
    && apt-get update && apt-get install -y --no-install-recommends make \\
    && cd /src && go build -o /app .
`,
      },
    },
  ],
};
