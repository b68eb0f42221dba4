/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

const files = {
  'go.mod':
    'module example.com/app\n\ngo 1.27\n\nrequire example.com/lib v1.0.0\n',
  'go.sum': '',
  'main.go': '',
  'vendor/modules.txt':
    '# example.com/lib v1.0.0\n## explicit; go 1.27\nexample.com/lib\n',
  'vendor/example.com/lib/lib.go': '',
  '.dockerignore': '.git\n',
};
const cached = 'RUN --mount=type=cache,target=/root/.cache/go-build';
const dockerfile = (...lines: string[]) =>
  `FROM golang:1.27 AS build\nWORKDIR /src\n${lines.join('\n')}\n`;

export const vendorUnusedExamples: RuleExamples = {
  bad: [
    {
      name: 'A download of its own',
      files: {
        Dockerfile: dockerfile(
          'COPY go.mod go.sum ./',
          'RUN go mod download',
          'COPY . .',
          `${cached} go build -o /app .`,
        ),
        ...files,
      },
      findings: ['Dockerfile:4'],
      fixed: {
        Dockerfile: dockerfile('COPY . .', `${cached} go build -o /app .`),
      },
    },
    {
      name: 'A download in a chain of several lines',
      files: {
        Dockerfile: dockerfile(
          'COPY . .',
          `${cached} set -e && \\`,
          '    go mod download -x && \\',
          '    go build -o /app .',
        ),
        ...files,
      },
      findings: ['Dockerfile:5'],
      fixed: {
        Dockerfile: dockerfile(
          'COPY . .',
          `${cached} set -e && \\`,
          '    go build -o /app .',
        ),
      },
    },
    {
      name: 'A flag that passes over the folder',
      files: {
        Dockerfile: dockerfile(
          'COPY . .',
          `${cached} go build -mod=readonly -o /app .`,
          `${cached} <<EOF`,
          'go test -mod=readonly \\',
          '  ./...',
          'EOF',
        ),
        ...files,
      },
      findings: ['Dockerfile:4', 'Dockerfile:6'],
      fixed: {
        Dockerfile: dockerfile(
          'COPY . .',
          `${cached} go build -o /app .`,
          `${cached} <<EOF`,
          'go test \\',
          '  ./...',
          'EOF',
        ),
      },
    },
    {
      name: 'The folder is not copied',
      files: {
        Dockerfile: dockerfile(
          'COPY go.mod go.sum main.go ./',
          `${cached} go build -o /app .`,
        ),
        ...files,
      },
      findings: ['Dockerfile:4'],
    },
  ],
  good: [
    {
      name: 'All files, and no flag',
      files: {
        Dockerfile: dockerfile('COPY . .', `${cached} go build -o /app .`),
        ...files,
      },
    },
    {
      name: 'The folder by name, and the flag for it',
      files: {
        Dockerfile: dockerfile(
          'COPY go.mod main.go ./',
          'COPY vendor/ vendor/',
          `${cached} go build -mod=vendor -o /app .`,
        ),
        ...files,
      },
    },
    {
      name: 'Not vendored',
      files: {
        Dockerfile: dockerfile(
          'COPY go.mod go.sum ./',
          'RUN go mod download',
          'COPY . .',
          `${cached} go build -mod=readonly -o /app .`,
        ),
        'go.mod': files['go.mod'],
        'go.sum': '',
        'main.go': '',
      },
    },
    {
      name: 'A single module, and a tool, that are wanted for themselves',
      nearMiss: true,
      files: {
        Dockerfile: dockerfile(
          'COPY . .',
          'RUN go mod download example.com/gen@v1.0.0',
          'RUN go install example.com/tool@v1.0.0',
          `${cached} go build -o /app .`,
        ),
        ...files,
      },
    },
    {
      name: 'An ignore file drops the folder, which another rule tells',
      files: {
        Dockerfile: dockerfile(
          'COPY . .',
          'RUN go mod download',
          `${cached} go build -o /app .`,
        ),
        ...files,
        '.dockerignore': 'vendor\n',
      },
    },
    {
      name: 'The vendor folder of another module',
      nearMiss: true,
      files: {
        Dockerfile: dockerfile(
          'COPY go.mod go.sum ./',
          'RUN go mod download',
          'COPY . .',
          `${cached} go build -o /app .`,
        ),
        'go.mod': files['go.mod'],
        'go.sum': '',
        'main.go': '',
        'tools/go.mod': files['go.mod'].replace('/app', '/tools'),
        'tools/vendor/modules.txt': files['vendor/modules.txt'],
      },
    },
  ],
};
