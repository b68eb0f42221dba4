/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

export const patternInvalidExamples: RuleExamples = {
  bad: [
    {
      name: 'A space after the comma',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ENV GOPRIVATE="git.corp.example, github.com/my-org"
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
      findings: ['Dockerfile:2'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
ENV GOPRIVATE="git.corp.example,github.com/my-org"
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
      },
    },
    {
      name: 'A URL and a package pattern',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go env -w GOPRIVATE=https://git.corp.example
RUN GONOSUMDB=github.com/my-org/... go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
      findings: ['Dockerfile:4', 'Dockerfile:5'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go env -w GOPRIVATE=git.corp.example
RUN GONOSUMDB=github.com/my-org go build -o /app .
`,
      },
    },
    {
      name: 'Another case than the requirement',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ARG GOPRIVATE=github.com/My-Org
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod':
          'module github.com/my-org/app\n\ngo 1.27\n\nrequire github.com/my-org/lib v1.2.0\n',
        'main.go': '',
      },
      findings: ['Dockerfile:2'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
ARG GOPRIVATE=github.com/my-org
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
      },
    },
    {
      name: 'The address of a clone',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ENV GONOPROXY=git@git.corp.example:team
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
      findings: ['Dockerfile:2'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
ENV GONOPROXY=git.corp.example/team
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
      },
    },
  ],
  good: [
    {
      name: 'Prefixes and globs',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ENV GOPRIVATE=git.corp.example,*.internal.example,github.com/my-org/*
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod':
          'module example.com/app\n\ngo 1.27\n\nrequire github.com/my-org/lib v1.2.0\n',
        'main.go': '',
      },
    },
    {
      name: 'A trailing comma and a trailing slash are harmless',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ENV GOPRIVATE=git.corp.example/,
ENV GONOPROXY=none
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
    },
    {
      name: 'For one command, and none',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go env -w GONOPROXY=none
RUN export GOINSECURE= && GOPRIVATE='git.corp.example/team-?,*.internal.example' go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
    },
    {
      name: 'A value from outside',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ARG GOPRIVATE
ENV GOPRIVATE=\${GOPRIVATE}
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
    },
  ],
};
