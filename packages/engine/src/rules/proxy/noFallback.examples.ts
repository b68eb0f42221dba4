/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';
import { serviceWith, testWorkflow } from './settingExamples';

export const noFallbackExamples: RuleExamples = {
  bad: [
    {
      name: 'A comma in the place of a bar',
      files: serviceWith('ENV GOPROXY=https://goproxy.cn,direct'),
      findings: ['Dockerfile:2'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
ENV GOPROXY='https://goproxy.cn|direct'
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
      },
    },
    {
      name: 'Alone',
      files: serviceWith('RUN go env -w GOPROXY=https://goproxy.io'),
      findings: ['Dockerfile:2'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
RUN go env -w GOPROXY='https://goproxy.io|https://proxy.golang.org|direct'
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
      },
    },
    {
      name: 'Three in a chain, over several lines',
      files: serviceWith(
        'ENV CGO_ENABLED=0 \\\n    GOPROXY=https://goproxy.cn,https://goproxy.io,https://proxy.golang.org,direct \\\n    GOOS=linux',
      ),
      findings: ['Dockerfile:3'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
ENV CGO_ENABLED=0 \\
    GOPROXY='https://goproxy.cn|https://goproxy.io|https://proxy.golang.org,direct' \\
    GOOS=linux
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
      },
    },
    {
      name: 'In a workflow and for one command of a heredoc',
      files: serviceWith('', {
        build:
          '<<EOF\nGOPROXY=https://mirrors.aliyun.com/goproxy/,direct go build -o /app .\nEOF',
        others: {
          '.github/workflows/test.yml': testWorkflow(
            'GOPROXY: https://goproxy.cn,direct',
          ),
        },
      }),
      findings: ['Dockerfile:5', '.github/workflows/test.yml:3'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN <<EOF
GOPROXY='https://mirrors.aliyun.com/goproxy/|direct' go build -o /app .
EOF
`,
        '.github/workflows/test.yml': `on: push
env:
  GOPROXY: https://goproxy.cn|direct
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - run: go test ./...
`,
      },
    },
    {
      name: 'The proxy of the Go project alone, for one command',
      files: serviceWith('', {
        build:
          'CGO_ENABLED=0 \\\n    GOPROXY="https://proxy.golang.org" go build -o /app .',
      }),
      findings: ['Dockerfile:5'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 \\
    GOPROXY="https://proxy.golang.org,direct" go build -o /app .
`,
      },
    },
  ],
  good: [
    {
      name: 'The default, written out',
      files: serviceWith('ENV GOPROXY=https://proxy.golang.org,direct'),
    },
    {
      name: 'A proxy of the organisation that may say no',
      nearMiss: true,
      files: serviceWith(
        'ENV GOPROXY=https://goproxy.corp.example,https://proxy.golang.org,direct',
      ),
    },
    {
      name: 'A bar',
      files: serviceWith(
        'ENV GOPROXY="https://goproxy.cn|https://proxy.golang.org,direct"',
      ),
    },
    {
      name: 'Only the proxy of the organisation',
      files: serviceWith('ENV GOPROXY=https://goproxy.corp.example'),
    },
    {
      name: 'Strictly from one place',
      nearMiss: true,
      files: serviceWith('ENV GOPROXY=https://goproxy.cn,off'),
    },
    {
      name: 'A value from outside',
      files: serviceWith('ARG PROXY\nENV GOPROXY=$PROXY,direct'),
    },
  ],
};
