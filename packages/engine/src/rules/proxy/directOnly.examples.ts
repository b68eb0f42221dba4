/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';
import { serviceWith, testWorkflow } from './settingExamples';

export const directOnlyExamples: RuleExamples = {
  bad: [
    {
      name: 'For the whole build',
      files: serviceWith('ENV GOPROXY=direct'),
      findings: ['Dockerfile:2'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
ENV GOPROXY=https://proxy.golang.org,direct
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
      },
    },
    {
      name: 'Written for later commands',
      files: serviceWith('RUN go env -w GOPROXY=direct && go version'),
      findings: ['Dockerfile:2'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
RUN go env -w GOPROXY=https://proxy.golang.org,direct && go version
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
      },
    },
    {
      name: 'In a heredoc, and in a workflow',
      files: serviceWith('', {
        build:
          '<<EOF\n# as ever\nexport GOPROXY=direct\ngo build -o /app .\nEOF',
        others: {
          '.github/workflows/test.yml': testWorkflow('GOPROXY: "direct"'),
        },
      }),
      findings: ['Dockerfile:6', '.github/workflows/test.yml:3'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN <<EOF
# as ever
export GOPROXY=https://proxy.golang.org,direct
go build -o /app .
EOF
`,
        '.github/workflows/test.yml': `on: push
env:
  GOPROXY: "https://proxy.golang.org,direct"
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - run: go test ./...
`,
      },
    },
    {
      name: 'The default of an argument',
      files: serviceWith(
        'ARG GOPROXY=direct\nENV CGO_ENABLED=0 \\\n    GOFLAGS=-trimpath',
      ),
      findings: ['Dockerfile:2'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
ARG GOPROXY=https://proxy.golang.org,direct
ENV CGO_ENABLED=0 \\
    GOFLAGS=-trimpath
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
      },
    },
  ],
  good: [
    {
      name: 'A proxy first',
      files: serviceWith('ENV GOPROXY=https://proxy.golang.org,direct'),
    },
    {
      name: 'Nothing is required',
      nearMiss: true,
      files: serviceWith('ENV GOPROXY=direct', { requires: '' }),
    },
    {
      name: 'Only a private module is required',
      nearMiss: true,
      files: serviceWith('ENV GOPROXY=direct', {
        requires: 'git.corp.internal/team/lib',
      }),
    },
    {
      name: 'Only a module that is named as private is required',
      files: serviceWith('ENV GOPROXY=direct GOPRIVATE=github.com/my-org'),
    },
    { name: 'off', files: serviceWith('ENV GOPROXY=off') },
  ],
};
