/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';
import { serviceWith, testWorkflow } from './settingExamples';

export const unknownVariableExamples: RuleExamples = {
  bad: [
    {
      name: 'A variable that has never existed',
      files: serviceWith('ENV CGO_ENABLED=0 \\\n    GONOSUMCHECK=1'),
      findings: ['Dockerfile:3'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
ENV CGO_ENABLED=0
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
      },
    },
    {
      name: 'A letter too many, in a heredoc',
      files: serviceWith('', {
        build:
          '<<EOF\nset -e\nexport GOPRIVATES=git.corp.example\ngo build -o /app .\nEOF',
      }),
      findings: ['Dockerfile:6'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN <<EOF
set -e
export GOPRIVATE=git.corp.example
go build -o /app .
EOF
`,
      },
    },
    {
      name: 'Letters that changed places, and go env -w',
      files: serviceWith(
        'RUN go env -w GOPORXY=https://goproxy.corp.example && go version',
      ),
      findings: ['Dockerfile:2'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
RUN go env -w GOPROXY=https://goproxy.corp.example && go version
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
      },
    },
    {
      name: 'In a workflow',
      files: serviceWith('', {
        others: {
          '.github/workflows/test.yml': testWorkflow(
            'GONOSUMCHECK: git.corp.example',
            'CGO_ENABLED: 0',
          ),
        },
      }),
      findings: ['.github/workflows/test.yml:3'],
      fixed: {
        '.github/workflows/test.yml': `on: push
env:
  GONOSUMDB: git.corp.example
  CGO_ENABLED: 0
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - run: go test ./...
`,
      },
    },
  ],
  good: [
    {
      name: 'Variables that Go knows',
      files: serviceWith(
        'ENV GOPRIVATE=git.corp.example GONOSUMDB=git.corp.example GOVCS=*:git GOAUTH=netrc GOTELEMETRY=off',
      ),
    },
    {
      name: 'A variable of its own that another one is made of',
      nearMiss: true,
      files: serviceWith(
        'ARG GO_PRIVATE=git.corp.example\nENV GOPRIVATE=$GO_PRIVATE',
      ),
    },
    {
      name: 'Variables of other programs',
      files: serviceWith(
        'ENV GOSU_VERSION=1.17 GOSS_VERSION=v0.4 GOLANG_VERSION=1.27 GOLANGCI_LINT_VERSION=v2.1.0 GOTESTSUM_FORMAT=dots GOPACKAGES=./...',
      ),
    },
    {
      name: 'In a comment',
      nearMiss: true,
      files: serviceWith('# GONOSUMCHECK=1 does nothing\nENV CGO_ENABLED=0'),
    },
  ],
};
