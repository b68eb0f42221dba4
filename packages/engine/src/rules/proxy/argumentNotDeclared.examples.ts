/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';
import { serviceWith } from './settingExamples';

export const argumentNotDeclaredExamples: RuleExamples = {
  bad: [
    {
      name: 'On the command line',
      files: serviceWith('', {
        others: {
          '.github/workflows/image.yml':
            'on: push\njobs:\n  image:\n    runs-on: ubuntu-latest\n    steps:\n      - run: |\n          docker build \\\n            --build-arg GOPRIVATE=git.corp.example \\\n            -t app .\n',
        },
      }),
      findings: ['.github/workflows/image.yml:8'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
ARG GOPRIVATE
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
      },
    },
    {
      name: 'In a compose file, and declared above FROM only',
      files: serviceWith('', {
        others: {
          Dockerfile:
            'ARG GOPROXY\nFROM golang:1.27 AS build\nWORKDIR /src\nCOPY . .\nRUN <<EOF\ngo build -o /app .\nEOF\n',
          'compose.yaml':
            'services:\n  app:\n    build:\n      context: .\n      args:\n        GOPROXY: https://goproxy.corp.example\n',
        },
      }),
      findings: ['compose.yaml:6'],
      fixed: {
        Dockerfile: `ARG GOPROXY
FROM golang:1.27 AS build
ARG GOPROXY
WORKDIR /src
COPY . .
RUN <<EOF
go build -o /app .
EOF
`,
      },
    },
    {
      name: 'By an action, and declared in another stage',
      files: serviceWith('', {
        build:
          'go build \\\n  -o /app .\n\nFROM alpine:3.24\nARG GOFLAGS\nCOPY --from=build /app /app',
        others: {
          '.github/workflows/image.yml':
            'on: push\njobs:\n  image:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          context: .\n          build-args: |\n            GOFLAGS=-trimpath\n',
        },
      }),
      findings: ['.github/workflows/image.yml:10'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
ARG GOFLAGS
WORKDIR /src
COPY . .
RUN go build \\
  -o /app .

FROM alpine:3.24
ARG GOFLAGS
COPY --from=build /app /app
`,
      },
    },
  ],
  good: [
    {
      name: 'Declared',
      files: serviceWith('ARG GOPRIVATE', {
        others: {
          '.github/workflows/image.yml':
            'on: push\njobs:\n  image:\n    runs-on: ubuntu-latest\n    steps:\n      - run: docker build --build-arg GOPRIVATE=git.corp.example .\n',
        },
      }),
    },
    {
      name: 'Declared in the stage below',
      nearMiss: true,
      files: serviceWith('', {
        others: {
          Dockerfile:
            'FROM golang:1.27 AS base\nARG GOPRIVATE\n\nFROM base AS build\nWORKDIR /src\nCOPY . .\nRUN go build -o /app .\n',
          '.github/workflows/image.yml':
            'on: push\njobs:\n  image:\n    runs-on: ubuntu-latest\n    steps:\n      - run: docker build --build-arg GOPRIVATE=git.corp.example .\n',
        },
      }),
    },
    {
      name: 'Arguments that need no ARG, and others',
      files: serviceWith('', {
        others: {
          '.github/workflows/image.yml':
            'on: push\njobs:\n  image:\n    runs-on: ubuntu-latest\n    steps:\n      - run: docker build --build-arg HTTP_PROXY=http://proxy.corp.example --build-arg VERSION=1 .\n',
        },
      }),
    },
    { name: 'Nothing is passed', files: serviceWith('') },
    {
      name: 'For another image',
      nearMiss: true,
      files: serviceWith('', {
        others: {
          'tools/Dockerfile':
            'FROM golang:1.27\nARG GOPRIVATE\nRUN go install example.com/tool@v1.0.0\n',
          '.github/workflows/image.yml':
            'on: push\njobs:\n  image:\n    runs-on: ubuntu-latest\n    steps:\n      - run: docker build --build-arg GOPRIVATE=git.corp.example tools\n',
        },
      }),
    },
  ],
};
