/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';
import { goSumLines } from './goSumLines';

const files = {
  'go.mod':
    'module example.com/app\n\ngo 1.27\n\nrequire example.com/lib v1.0.0\n',
  'go.sum': goSumLines('example.com/lib', 'v1.0.0'),
  'main.go': '',
  '.dockerignore': '.git\n',
};
const cached = 'RUN --mount=type=cache,target=/go/pkg/mod';
const dockerfile = (...lines: string[]) =>
  `FROM golang:1.27 AS build\nWORKDIR /src\n${lines.join('\n')}\n`;
const build = [
  'COPY . .',
  `${cached} --mount=type=cache,target=/root/.cache/go-build go build -o /app .`,
];

export const sumNotCopiedExamples: RuleExamples = {
  bad: [
    {
      name: 'go.mod alone, into a folder',
      files: {
        Dockerfile: dockerfile(
          'COPY go.mod ./',
          `${cached} go mod download`,
          ...build,
        ),
        ...files,
      },
      findings: ['Dockerfile:4'],
      fixed: {
        Dockerfile: dockerfile(
          'COPY go.mod go.sum ./',
          `${cached} go mod download`,
          ...build,
        ),
      },
    },
    {
      name: 'go.mod alone, at a path, with a flag',
      files: {
        Dockerfile: dockerfile(
          'COPY --chmod=644 go.mod /src/go.mod # Modules.',
          `${cached} go mod download`,
          ...build,
        ).replace(' # Modules.', ''),
        ...files,
      },
      findings: ['Dockerfile:4'],
      fixed: {
        Dockerfile: dockerfile(
          'COPY --chmod=644 go.mod /src/go.mod',
          'COPY --chmod=644 go.sum /src/go.sum',
          `${cached} go mod download`,
          ...build,
        ),
      },
    },
    {
      name: 'A bind mount, in a step of several lines with Windows line ends',
      files: {
        Dockerfile: dockerfile(
          `${cached} \\`,
          '    --mount=type=bind,source=go.mod,target=go.mod \\',
          '    go mod download',
          ...build,
        ).replace(/\n/g, '\r\n'),
        ...files,
      },
      findings: ['Dockerfile:5'],
      fixed: {
        Dockerfile: dockerfile(
          `${cached} \\`,
          '    --mount=type=bind,source=go.mod,target=go.mod \\',
          '    --mount=type=bind,source=go.sum,target=/src/go.sum \\',
          '    go mod download',
          ...build,
        ).replace(/\n/g, '\r\n'),
      },
    },
    {
      name: 'A module in a folder, and a list',
      files: {
        Dockerfile: dockerfile(
          'COPY ["app/go.mod", "./"]',
          `${cached} go mod download`,
          'COPY app .',
          build[1],
        ),
        'app/go.mod': files['go.mod'],
        'app/go.sum': files['go.sum'],
        'app/main.go': '',
        '.dockerignore': '.git\n',
      },
      findings: ['Dockerfile:4'],
      fixed: {
        Dockerfile: dockerfile(
          'COPY ["app/go.mod", "./"]',
          'COPY app/go.sum go.sum',
          `${cached} go mod download`,
          'COPY app .',
          build[1],
        ),
      },
    },
  ],
  good: [
    {
      name: 'Both files',
      files: {
        Dockerfile: dockerfile(
          'COPY go.mod go.sum ./',
          `${cached} go mod download`,
          ...build,
        ),
        ...files,
      },
    },
    {
      name: 'One by one, by a pattern, and with all files',
      files: {
        Dockerfile: `FROM golang:1.27 AS one
WORKDIR /src
COPY go.mod .
COPY go.sum .
RUN go mod download

FROM golang:1.27 AS two
WORKDIR /src
COPY go.* ./
RUN go mod download

FROM golang:1.27
WORKDIR /src
COPY . .
RUN go mod download
COPY --from=one /go/pkg /one
COPY --from=two /go/pkg /two
`,
        ...files,
      },
    },
    {
      name: 'No go.sum in the repository',
      files: {
        Dockerfile: dockerfile('COPY go.mod ./', 'RUN go mod download'),
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
    },
    {
      name: 'Another stage has it',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS modules
WORKDIR /src
COPY go.mod go.sum ./

FROM golang:1.27
WORKDIR /src
COPY go.mod ./
COPY --from=modules /src /src
RUN go mod download
`,
        ...files,
      },
    },
    {
      name: 'Vendored, and nothing is fetched',
      nearMiss: true,
      files: {
        Dockerfile: dockerfile(
          'COPY go.mod main.go ./',
          'COPY vendor vendor',
          'RUN go build -o /app .',
        ),
        ...files,
        'vendor/modules.txt':
          '# example.com/lib v1.0.0\n## explicit; go 1.27\nexample.com/lib\n',
        'vendor/example.com/lib/lib.go': '',
      },
    },
    {
      name: 'An argument in the place of the folder',
      files: {
        Dockerfile: `FROM golang:1.27
ARG FOLDER
WORKDIR /src
COPY go.mod \${FOLDER} ./
RUN go mod download
`,
        ...files,
      },
    },
  ],
};
