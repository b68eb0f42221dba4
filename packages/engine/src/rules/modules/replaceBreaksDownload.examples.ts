/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';
import { goSumLines } from './goSumLines';

const files = {
  'go.mod': `module example.com/app

go 1.27

require (
	example.com/lib v0.0.0
	example.com/other v1.0.0
)

replace example.com/lib => ./lib
`,
  'go.sum': goSumLines('example.com/other', 'v1.0.0'),
  'main.go': '',
  'lib/go.mod': 'module example.com/lib\n\ngo 1.27\n',
  'lib/lib.go': '',
  '.dockerignore': '.git\n',
};
const cached = 'RUN --mount=type=cache,target=/go/pkg/mod';
const dockerfile = (...lines: string[]) =>
  `FROM golang:1.27 AS build\nWORKDIR /src\n${lines.join('\n')}\n`;
const build = [
  'COPY . .',
  `${cached} --mount=type=cache,target=/root/.cache/go-build go build -o /app .`,
];

export const replaceBreaksDownloadExamples: RuleExamples = {
  bad: [
    {
      name: 'The module files alone',
      files: {
        Dockerfile: dockerfile(
          'COPY go.mod go.sum ./',
          `${cached} go mod download`,
          ...build,
        ),
        ...files,
      },
      findings: ['Dockerfile:4'],
      fixed: {
        Dockerfile: dockerfile(
          'COPY go.mod go.sum ./',
          'COPY lib/go.mod lib/go.mod',
          `${cached} go mod download`,
          ...build,
        ),
      },
    },
    {
      name: 'Bind mounts, in a step of several lines',
      files: {
        Dockerfile: dockerfile(
          `${cached} \\`,
          '    --mount=type=bind,source=go.sum,target=go.sum \\',
          '    --mount=type=bind,source=go.mod,target=go.mod \\',
          '    go mod download -x',
          ...build,
        ),
        ...files,
      },
      findings: ['Dockerfile:6'],
      fixed: {
        Dockerfile: dockerfile(
          `${cached} \\`,
          '    --mount=type=bind,source=go.sum,target=go.sum \\',
          '    --mount=type=bind,source=go.mod,target=go.mod \\',
          '    --mount=type=bind,source=lib/go.mod,target=/src/lib/go.mod \\',
          '    go mod download -x',
          ...build,
        ),
      },
    },
    {
      name: 'A service of a repository, and two folders beside it',
      files: {
        'services/api/Dockerfile': dockerfile(
          'COPY services/api/go.mod services/api/go.sum services/api/',
          `${cached} cd services/api && go mod download`,
          'COPY . .',
          `${cached} --mount=type=cache,target=/root/.cache/go-build cd services/api && go build -o /app .`,
        ),
        'services/api/go.mod': `module example.com/api

go 1.27

require (
	example.com/other v1.0.0
	example.com/pkg/log v0.0.0
	example.com/pkg/net v0.0.0
)

replace (
	example.com/pkg/log => ../../pkg/log
	example.com/pkg/net => ../../pkg/net
)
`,
        'services/api/go.sum': files['go.sum'],
        'services/api/main.go': '',
        'pkg/log/go.mod': 'module example.com/pkg/log\n\ngo 1.27\n',
        'pkg/net/go.mod': 'module example.com/pkg/net\n\ngo 1.27\n',
        '.dockerignore': '.git\n',
      },
      findings: ['services/api/Dockerfile:4'],
      fixed: {
        'services/api/Dockerfile': dockerfile(
          'COPY services/api/go.mod services/api/go.sum services/api/',
          'COPY pkg/log/go.mod /src/pkg/log/go.mod',
          'COPY pkg/net/go.mod /src/pkg/net/go.mod',
          `${cached} cd services/api && go mod download`,
          'COPY . .',
          `${cached} --mount=type=cache,target=/root/.cache/go-build cd services/api && go build -o /app .`,
        ),
      },
    },
  ],
  good: [
    {
      name: 'With the go.mod of the replaced module',
      files: {
        Dockerfile: dockerfile(
          'COPY go.mod go.sum ./',
          'COPY lib/go.mod lib/',
          `${cached} go mod download`,
          ...build,
        ),
        ...files,
      },
    },
    {
      name: 'With the whole folder, and with all files',
      files: {
        Dockerfile: `FROM golang:1.27 AS one
WORKDIR /src
COPY go.mod go.sum ./
COPY lib lib
RUN go mod download

FROM golang:1.27
WORKDIR /src
COPY . .
RUN go mod download
COPY --from=one /go/pkg /one
`,
        ...files,
      },
    },
    {
      name: 'A replacement that nothing requires, and one by a module',
      nearMiss: true,
      files: {
        Dockerfile: dockerfile(
          'COPY go.mod go.sum ./',
          `${cached} go mod download`,
          ...build,
        ),
        ...files,
        'go.mod': `module example.com/app

go 1.27

require example.com/other v1.0.0

replace example.com/lib => ./lib

replace example.com/other => example.com/other v1.0.0
`,
      },
    },
    {
      name: 'The replacement is dropped in the build',
      nearMiss: true,
      files: {
        Dockerfile: dockerfile(
          'COPY go.mod go.sum ./',
          `${cached} go mod edit -dropreplace example.com/lib && go mod download`,
          ...build,
        ),
        ...files,
      },
    },
    {
      name: 'Another stage brings the folder',
      files: {
        Dockerfile: `FROM alpine:3.24 AS files
COPY lib /lib

FROM golang:1.27
WORKDIR /src
COPY go.mod go.sum ./
COPY --from=files /lib ./lib
RUN go mod download
`,
        ...files,
      },
    },
  ],
};
