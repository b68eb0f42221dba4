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

export const neededFileIgnoredExamples: RuleExamples = {
  bad: [
    {
      name: 'A file that a COPY names',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum main.go settings.yaml ./
RUN go build -o /app .
`,
        ...files,
        'settings.yaml': '',
        '.dockerignore': '.git\n*.yaml\n',
      },
      findings: ['.dockerignore:2'],
      fixed: {
        '.dockerignore': `.git
*.yaml
!settings.yaml
`,
      },
    },
    {
      name: 'The module files',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -o /app .
`,
        ...files,
        '.dockerignore': '.git\ngo.*\n',
      },
      findings: ['.dockerignore:2', '.dockerignore:2'],
      fixed: {
        '.dockerignore': `.git
go.*
!go.mod
!go.sum
`,
        // With go.mod it shows what is downloaded there.
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod go build -o /app .
`,
      },
    },
    {
      name: 'The checksums, behind a wildcard',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum* ./
RUN go mod download
COPY . .
RUN go build -o /app .
`,
        ...files,
        '.dockerignore': '.git\n*.sum\n',
      },
      findings: ['.dockerignore:2'],
      fixed: {
        '.dockerignore': `.git
*.sum
!go.sum
`,
      },
    },
    {
      name: 'The module file of a folder that is copied whole',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        ...files,
        '.dockerignore': 'go.mod\n',
      },
      findings: ['.dockerignore:1'],
      fixed: { '.dockerignore': '.git\n' },
    },
    {
      name: 'The folder of a replaced module',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        ...files,
        'go.mod':
          'module example.com/app\n\ngo 1.27\n\nrequire example.com/lib v1.0.0\n\nreplace example.com/lib => ./lib\n',
        'lib/go.mod': 'module example.com/lib\n',
        'lib/lib.go': '',
        '.dockerignore': '.git\nlib\n',
      },
      findings: ['.dockerignore:2'],
      fixed: {
        '.dockerignore': `.git
`,
      },
    },
    {
      name: 'Everything in a folder',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum main.go ./
COPY templates ./templates
RUN go build -o /app .
`,
        ...files,
        'templates/mail.html': '',
        '.dockerignore': '**/*.html\n',
      },
      findings: ['.dockerignore:1'],
      fixed: {
        '.dockerignore': `**/*.html
!templates/**
`,
      },
    },
  ],
  good: [
    {
      name: 'The file is brought back',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum main.go settings.yaml ./
RUN go build -o /app .
`,
        ...files,
        'settings.yaml': '',
        '.dockerignore': '.git\n*.yaml\n!settings.yaml\n',
      },
    },
    {
      name: 'What no step takes',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum main.go ./
RUN go build -o /app .
`,
        ...files,
        'deploy/app.yaml': '',
        '.dockerignore': '.git\ndeploy\n',
      },
    },
    {
      name: 'Another module of the repository',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        ...files,
        'examples/go.mod': 'module example.com/examples\n',
        'examples/main.go': '',
        '.dockerignore': '.git\nexamples\n',
      },
    },
    {
      name: 'A file that only another target takes',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS test
COPY suite.yaml /

FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum main.go ./
RUN go build -o /app .
`,
        ...files,
        'suite.yaml': '',
        '.dockerignore': '*.yaml\n',
      },
    },
    {
      name: 'Checksums that nothing needs',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        ...files,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        '.dockerignore': '.git\ngo.sum\n',
      },
    },
    {
      name: 'Some files of a folder',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum main.go ./
COPY templates ./templates
RUN go build -o /app .
`,
        ...files,
        'templates/mail.html': '',
        'templates/README.md': '',
        '.dockerignore': '**/*.md\n',
      },
    },
    {
      name: 'No ignore file',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod main.go ./
RUN go build -o /app .
`,
        'go.mod': goMod,
        'main.go': '',
      },
    },
  ],
};
