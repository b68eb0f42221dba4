/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

export const sumdbOffExamples: RuleExamples = {
  bad: [
    {
      name: 'ENV GOSUMDB=off',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ENV GOPROXY=https://proxy.golang.org,direct \\
    GOSUMDB=off
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
      findings: ['Dockerfile:3'],
    },
    {
      name: 'For one command, and for all modules',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN GOSUMDB=off go mod download
COPY . .
RUN export GONOSUMDB='*' && \\
    go build -o /app .
`,
        'go.mod':
          'module example.com/app\n\ngo 1.27\n\nrequire example.com/lib v1.0.0\n',
        'go.sum': '',
        'main.go': '',
      },
      findings: ['Dockerfile:4', 'Dockerfile:6'],
    },
    {
      name: 'The flag of old, and go env -w',
      files: {
        Dockerfile: `FROM golang:1.16 AS build
ENV GOFLAGS=-insecure
RUN go env -w GOSUMDB=off
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.16\n',
        'main.go': '',
      },
      findings: ['Dockerfile:2', 'Dockerfile:3'],
    },
    {
      name: 'As the default of an argument',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ARG GOSUMDB=off
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
      findings: ['Dockerfile:2'],
    },
  ],
  good: [
    {
      name: 'Private prefixes only',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ENV GOPRIVATE=git.corp.example,*.internal.example
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
    },
    {
      name: 'Another name of the database',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ARG GOSUMDB=sum.golang.google.cn
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
    },
    {
      name: 'Nothing can be fetched at all',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN GOPROXY=off GOSUMDB=off go build -mod=vendor -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
    },
    {
      name: 'A value from outside',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ARG GOSUMDB
ENV GOSUMDB=$GOSUMDB
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
