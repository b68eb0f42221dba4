/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';
import { serviceWith } from './settingExamples';

export const directWithoutGitExamples: RuleExamples = {
  bad: [
    {
      name: 'A private module on Alpine',
      files: serviceWith('ENV GOPRIVATE=github.com/my-org', {
        image: 'golang:1.27-alpine',
      }),
      findings: ['Dockerfile:5'],
      fixed: {
        Dockerfile: `FROM golang:1.27-alpine AS build
RUN apk add --no-cache git
ENV GOPRIVATE=github.com/my-org
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
      },
    },
    {
      name: 'Everything, and other packages are installed',
      files: serviceWith('RUN apk add --no-cache ca-certificates tzdata', {
        image: 'golang:1.27-alpine',
        build: 'GOPROXY=direct \\\n  go build -o /app .',
      }),
      findings: ['Dockerfile:5'],
      fixed: {
        Dockerfile: `FROM golang:1.27-alpine AS build
RUN apk add --no-cache git
RUN apk add --no-cache ca-certificates tzdata
WORKDIR /src
COPY . .
RUN GOPROXY=direct \\
  go build -o /app .
`,
      },
    },
    {
      name: 'In a heredoc, and git is installed in another stage only',
      files: serviceWith('', {
        image: 'golang:1.27-alpine',
        build:
          '<<EOF\nset -e\nexport GOPRIVATE=github.com/my-org\ngo mod download\ngo build -o /app .\nEOF\n\nFROM alpine:3.24\nRUN apk add --no-cache git\nCOPY --from=build /app /app',
      }),
      findings: ['Dockerfile:7'],
      fixed: {
        Dockerfile: `FROM golang:1.27-alpine AS build
RUN apk add --no-cache git
WORKDIR /src
COPY . .
RUN <<EOF
set -e
export GOPRIVATE=github.com/my-org
go mod download
go build -o /app .
EOF

FROM alpine:3.24
RUN apk add --no-cache git
COPY --from=build /app /app
`,
      },
    },
    {
      name: 'Too late',
      files: serviceWith('ENV GOPRIVATE=github.com/my-org', {
        image: 'golang:1.27-alpine',
        build:
          'go mod download\nRUN apk add --no-cache git && go build -o /app .',
      }),
      findings: ['Dockerfile:5'],
      fixed: {
        Dockerfile: `FROM golang:1.27-alpine AS build
RUN apk add --no-cache git
ENV GOPRIVATE=github.com/my-org
WORKDIR /src
COPY . .
RUN go mod download
RUN apk add --no-cache git && go build -o /app .
`,
      },
    },
  ],
  good: [
    {
      name: 'Installed',
      files: serviceWith(
        'RUN apk add --no-cache git\nENV GOPRIVATE=github.com/my-org',
        { image: 'golang:1.27-alpine' },
      ),
    },
    {
      name: 'Installed right before',
      files: serviceWith('ENV GOPRIVATE=github.com/my-org', {
        image: 'golang:1.27-alpine',
        build: 'apk add --no-cache build-base git~=2 && go build -o /app .',
      }),
    },
    {
      name: 'An image that has it',
      files: serviceWith('ENV GOPRIVATE=github.com/my-org'),
    },
    {
      name: 'Only where the proxy does not have a module',
      nearMiss: true,
      files: serviceWith('ENV GOPROXY=https://proxy.golang.org,direct', {
        image: 'golang:1.27-alpine',
      }),
    },
    {
      name: 'Private modules come through a proxy',
      files: serviceWith(
        'ENV GOPRIVATE=github.com/my-org GONOPROXY=none GOPROXY=https://goproxy.corp.example',
        { image: 'golang:1.27-alpine' },
      ),
    },
    {
      name: 'Packages that are not known',
      files: serviceWith(
        'ENV GOPRIVATE=github.com/my-org\nARG PACKAGES\nRUN apk add --no-cache $PACKAGES',
        { image: 'golang:1.27-alpine' },
      ),
    },
    {
      name: 'Another image',
      files: serviceWith('ENV GOPROXY=direct', {
        image: 'registry.corp.example/go-builder:1.27-alpine',
      }),
    },
    {
      name: 'git from another image',
      nearMiss: true,
      files: serviceWith(
        'COPY --from=alpine/git /usr/bin/git /usr/bin/git\nENV GOPROXY=direct',
        { image: 'golang:1.27-alpine' },
      ),
    },
  ],
};
