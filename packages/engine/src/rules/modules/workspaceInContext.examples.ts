/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

const cached = 'RUN --mount=type=cache,target=/root/.cache/go-build';
const dockerfile = (...lines: string[]) =>
  `FROM golang:1.27 AS build\nWORKDIR /src\n${lines.join('\n')}\n`;
const modules = {
  'go.work': 'go 1.27\n\nuse (\n\t./api\n\t./worker\n)\n',
  'api/go.mod': 'module example.com/api\n\ngo 1.27\n',
  'api/main.go': '',
  'worker/go.mod': 'module example.com/worker\n\ngo 1.27\n',
  'worker/main.go': '',
  '.dockerignore': '.git\n',
};

export const workspaceInContextExamples: RuleExamples = {
  bad: [
    {
      name: 'Only one of the modules is copied',
      files: {
        Dockerfile: dockerfile(
          'COPY go.work ./',
          'COPY api api',
          'WORKDIR /src/api',
          `${cached} go build -o /app .`,
        ),
        ...modules,
      },
      findings: ['Dockerfile:6'],
      fixed: {
        Dockerfile: dockerfile(
          'COPY go.work ./',
          'COPY api api',
          'WORKDIR /src/api',
          'ENV GOWORK=off',
          `${cached} go build -o /app .`,
        ),
      },
    },
    {
      name: 'An ignore file drops the other module, in a step of several lines',
      files: {
        Dockerfile: dockerfile(
          'COPY . .',
          '# The service.',
          `${cached} set -e; \\`,
          '    cd api; \\',
          '    go build -o /app .',
        ).replace(/\n/g, '\r\n'),
        ...modules,
        '.dockerignore': '.git\nworker\n',
      },
      findings: ['Dockerfile:7'],
      fixed: {
        Dockerfile: dockerfile(
          'COPY . .',
          '# The service.',
          'ENV GOWORK=off',
          `${cached} set -e; \\`,
          '    cd api; \\',
          '    go build -o /app .',
        ).replace(/\n/g, '\r\n'),
      },
    },
    {
      name: 'A module beside the repository, in a heredoc',
      files: {
        Dockerfile: dockerfile(
          'COPY . .',
          `${cached} <<EOF`,
          'go vet ./...',
          'go build -o /app .',
          'EOF',
        ),
        'go.work': 'go 1.27\n\nuse (\n\t.\n\t../lib\n)\n',
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
        '.dockerignore': '.git\n',
      },
      findings: ['Dockerfile:5'],
      fixed: {
        Dockerfile: dockerfile(
          'COPY . .',
          'ENV GOWORK=off',
          `${cached} <<EOF`,
          'go vet ./...',
          'go build -o /app .',
          'EOF',
        ),
      },
    },
    {
      name: 'A module that needs its sibling',
      files: {
        Dockerfile: dockerfile(
          'COPY go.work ./',
          'COPY api api',
          `${cached} go build -C api -o /app .`,
        ),
        ...modules,
        'api/go.mod':
          'module example.com/api\n\ngo 1.27\n\nrequire example.com/worker v0.0.0\n',
      },
      findings: ['Dockerfile:5'],
    },
  ],
  good: [
    {
      name: 'The whole workspace',
      files: {
        Dockerfile: dockerfile(
          'COPY . .',
          `${cached} go build -o /app ./api`,
          'WORKDIR /src/api',
          `${cached} go build -o /app .`,
        ),
        ...modules,
      },
    },
    {
      name: 'The module files of all modules first',
      files: {
        Dockerfile: dockerfile(
          'COPY go.work ./',
          'COPY api/go.mod api/',
          'COPY worker/go.mod worker/',
          'WORKDIR /src/api',
          'RUN go mod download',
          'COPY api .',
          `${cached} go build -o /app .`,
        ),
        ...modules,
      },
    },
    {
      name: 'The workspace is off',
      files: {
        Dockerfile: dockerfile(
          'ENV GOWORK=off',
          'COPY go.work ./',
          'COPY api api',
          'WORKDIR /src/api',
          `${cached} go build -o /app .`,
        ),
        ...modules,
      },
    },
    {
      name: 'Off for the command alone',
      nearMiss: true,
      files: {
        Dockerfile: dockerfile(
          'COPY go.work ./',
          'COPY api api',
          'WORKDIR /src/api',
          `${cached} GOWORK=off go build -o /app .`,
        ),
        ...modules,
      },
    },
    {
      name: 'The workspace does not get into the image',
      nearMiss: true,
      files: {
        Dockerfile: dockerfile('COPY api .', `${cached} go build -o /app .`),
        ...modules,
      },
    },
    {
      name: 'A module of the workspace by way of another stage',
      files: {
        Dockerfile: `FROM alpine:3.24 AS files
WORKDIR /files
COPY worker .

FROM golang:1.27
WORKDIR /src
COPY go.work ./
COPY api api
COPY --from=files /files worker
WORKDIR /src/api
RUN --mount=type=cache,target=/root/.cache/go-build go build -o /app .
`,
        ...modules,
      },
    },
  ],
};
