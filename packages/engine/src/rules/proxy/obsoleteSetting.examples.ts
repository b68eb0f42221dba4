/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';
import { serviceWith } from './settingExamples';

export const obsoleteSettingExamples: RuleExamples = {
  bad: [
    {
      name: 'On a line of its own',
      files: serviceWith('ENV GO111MODULE=on'),
      findings: ['Dockerfile:2'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
      },
    },
    {
      name: 'The first of several, and for one command',
      files: serviceWith(
        'ENV GO111MODULE=on \\\n    CGO_ENABLED=0 \\\n    GOOS=linux',
        { build: 'CGO_ENABLED=0 GO111MODULE=on \\\n  go build -o /app .' },
      ),
      findings: ['Dockerfile:2', 'Dockerfile:7'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
ENV CGO_ENABLED=0 \\
    GOOS=linux
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /app .
`,
      },
    },
    {
      name: 'The last of several, and in a heredoc',
      files: serviceWith('ENV CGO_ENABLED=0 \\\n    GO111MODULE="on"', {
        build:
          '<<EOF\nexport GO111MODULE=on CGO_ENABLED=0\ngo build -o /app .\nEOF',
      }),
      findings: ['Dockerfile:3', 'Dockerfile:7'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
ENV CGO_ENABLED=0
WORKDIR /src
COPY . .
RUN <<EOF
export CGO_ENABLED=0
go build -o /app .
EOF
`,
      },
    },
    {
      name: 'A newer image for an old line, and a module that is not known',
      files: {
        Dockerfile:
          'FROM golang:alpine AS build\nENV GO111MODULE=on\nWORKDIR /src\nCOPY . .\nRUN go build -o /app .\n',
        'old/Dockerfile':
          'FROM golang:1.27 AS build\nENV GO111MODULE=on\nWORKDIR /src\nCOPY . .\nRUN go build -o /app .\n',
        'old/go.mod': 'module example.com/old\n\ngo 1.12\n',
      },
      findings: ['Dockerfile:2', 'old/Dockerfile:2'],
    },
    {
      name: 'BuildKit on a hosted runner',
      files: serviceWith('', {
        others: {
          '.github/workflows/image.yml':
            'on: push\njobs:\n  image:\n    runs-on: ubuntu-latest\n    steps:\n      - env:\n          DOCKER_BUILDKIT: 1\n        run: docker build .\n      - run: DOCKER_BUILDKIT=1 docker build .\n',
        },
      }),
      findings: [
        '.github/workflows/image.yml:7',
        '.github/workflows/image.yml:9',
      ],
      fixed: {
        '.github/workflows/image.yml': `on: push
jobs:
  image:
    runs-on: ubuntu-latest
    steps:
      - run: docker build .
      - run: docker build .
`,
      },
    },
  ],
  good: [
    {
      name: 'An image older than the line of go.mod',
      files: serviceWith('ENV GO111MODULE=on', { image: 'golang:1.15' }),
    },
    { name: 'Module mode off', files: serviceWith('ENV GO111MODULE=auto') },
    {
      name: 'A Go that needs it',
      nearMiss: true,
      files: serviceWith('ENV GO111MODULE=on', {
        image: 'golang:1.12',
        others: { 'go.mod': 'module example.com/app\n\ngo 1.12\n' },
      }),
    },
    {
      name: 'BuildKit where the engine is not known',
      nearMiss: true,
      files: serviceWith('', {
        others: {
          '.github/workflows/image.yml':
            'on: push\njobs:\n  image:\n    runs-on: [self-hosted, linux]\n    env:\n      DOCKER_BUILDKIT: 1\n    steps:\n      - run: docker build .\n',
          Makefile: 'image:\n\tDOCKER_BUILDKIT=1 docker build .\n',
        },
      }),
    },
    {
      name: 'BuildKit switched off',
      files: serviceWith('', {
        others: {
          '.github/workflows/image.yml':
            'on: push\njobs:\n  image:\n    runs-on: ubuntu-latest\n    steps:\n      - run: DOCKER_BUILDKIT=0 docker build .\n',
        },
      }),
    },
    { name: 'Nothing of it', files: serviceWith('') },
  ],
};
