/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';
import { serviceWith, testWorkflow } from './settingExamples';

export const deadEntriesExamples: RuleExamples = {
  bad: [
    {
      name: 'A proxy behind direct',
      files: serviceWith(
        'ENV GOPROXY=https://goproxy.corp.example,direct,https://proxy.golang.org',
      ),
      findings: ['Dockerfile:2'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
ENV GOPROXY=https://goproxy.corp.example,direct
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
      },
    },
    {
      name: 'For one command, on a line of its own',
      files: serviceWith('', {
        build:
          'set -e; \\\n  GOPROXY="off|https://proxy.golang.org" \\\n  go build -mod=vendor -o /app .',
      }),
      findings: ['Dockerfile:5'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN set -e; \\
  GOPROXY="off" \\
  go build -mod=vendor -o /app .
`,
      },
    },
    {
      name: 'In a workflow',
      files: serviceWith('', {
        others: {
          '.github/workflows/test.yml': testWorkflow(
            'GOPROXY: direct,https://proxy.golang.org',
            'CGO_ENABLED: 0',
          ),
        },
        requires: '',
      }),
      findings: ['.github/workflows/test.yml:3'],
      fixed: {
        '.github/workflows/test.yml': `on: push
env:
  GOPROXY: direct
  CGO_ENABLED: 0
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - run: go test ./...
`,
      },
    },
    {
      name: 'In a heredoc',
      files: serviceWith('', {
        build:
          '<<EOF\nexport GOPROXY="https://proxy.golang.org,direct,off"\ngo build -o /app .\nEOF',
      }),
      findings: ['Dockerfile:5'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN <<EOF
export GOPROXY="https://proxy.golang.org,direct"
go build -o /app .
EOF
`,
      },
    },
  ],
  good: [
    {
      name: 'direct comes last',
      files: serviceWith(
        'ENV GOPROXY=https://goproxy.corp.example,https://proxy.golang.org,direct',
      ),
    },
    {
      name: 'A separator behind the last entry',
      nearMiss: true,
      files: serviceWith('ENV GOPROXY=https://proxy.golang.org,direct,'),
    },
    { name: 'off alone', files: serviceWith('ENV GOPROXY=off') },
    {
      name: 'A host whose name starts so',
      nearMiss: true,
      files: serviceWith(
        'ENV GOPROXY=https://direct.corp.example,https://off.corp.example',
      ),
    },
    {
      name: 'A value from outside',
      files: serviceWith('ARG GOPROXY\nENV GOPROXY=direct,$GOPROXY'),
    },
  ],
};
