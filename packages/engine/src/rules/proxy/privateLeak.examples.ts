/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';
import { serviceWith, testWorkflow } from './settingExamples';

export const privateLeakExamples: RuleExamples = {
  bad: [
    {
      name: 'Nothing is named',
      files: serviceWith('', { requires: 'git.corp.internal/team/lib' }),
      findings: ['Dockerfile:4'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
ENV GOPRIVATE=git.corp.internal
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
      },
    },
    {
      name: 'Another host is named',
      files: serviceWith(
        'ENV CGO_ENABLED=0 \\\n    GOPRIVATE=git.other.internal',
        { requires: 'git.corp.internal/team/lib' },
      ),
      findings: ['Dockerfile:6'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
ENV CGO_ENABLED=0 \\
    GOPRIVATE=git.other.internal,git.corp.internal
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
      },
    },
    {
      name: 'GONOPROXY alone, in a heredoc',
      files: serviceWith('', {
        requires: 'git.corp.internal/team/lib',
        build:
          '<<EOF\nset -e\nexport GONOPROXY=git.corp.internal\ngo build -o /app .\nEOF',
      }),
      findings: ['Dockerfile:7'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN <<EOF
set -e
export GOPRIVATE=git.corp.internal
go build -o /app .
EOF
`,
      },
    },
    {
      name: 'Named where it is tested, not where it is built',
      files: serviceWith(
        'ENV GOPROXY=https://goproxy.corp.example,https://proxy.golang.org,direct',
        {
          others: {
            '.github/workflows/test.yml': testWorkflow(
              'GOPRIVATE: github.com/my-org',
            ),
          },
        },
      ),
      findings: ['Dockerfile:5'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
ENV GOPRIVATE=github.com/my-org
ENV GOPROXY=https://goproxy.corp.example,https://proxy.golang.org,direct
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
      },
    },
    {
      name: 'In a stage above the one that is named in',
      files: serviceWith('ENV GOPRIVATE=git.corp.internal', {
        requires: 'git.corp.internal/team/lib',
        others: {
          Dockerfile:
            'FROM golang:1.27 AS modules\nWORKDIR /src\nCOPY go.mod go.sum ./\nRUN go mod download\n\nFROM modules AS build\nENV GOPRIVATE=git.corp.internal\nCOPY . .\nRUN go build -o /app .\n',
          'go.sum': '',
        },
      }),
      findings: ['Dockerfile:4'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS modules
ENV GOPRIVATE=git.corp.internal
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download

FROM modules AS build
ENV GOPRIVATE=git.corp.internal
COPY . .
RUN go build -o /app .
`,
      },
    },
    {
      name: 'Named by the policy',
      files: serviceWith(''),
      policy: { privateModules: ['github.com/my-org'] },
      findings: ['Dockerfile:4'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
ENV GOPRIVATE=github.com/my-org
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
      },
    },
  ],
  good: [
    {
      name: 'GOPRIVATE',
      files: serviceWith('ENV GOPRIVATE=*.corp.internal', {
        requires: 'git.corp.internal/team/lib',
      }),
    },
    {
      name: 'A proxy of the organisation alone, and no checksums for its modules',
      files: serviceWith(
        'ENV GOPROXY=https://goproxy.corp.example GONOSUMDB=git.corp.internal',
        { requires: 'git.corp.internal/team/lib' },
      ),
    },
    {
      name: 'Fetched by the stage below',
      files: serviceWith('', {
        requires: 'git.corp.internal/team/lib',
        others: {
          Dockerfile:
            'FROM golang:1.27 AS modules\nENV GOPRIVATE=git.corp.internal\nWORKDIR /src\nCOPY go.mod go.sum ./\nRUN go mod download\n\nFROM modules AS build\nCOPY . .\nRUN go build -o /app .\n',
          'go.sum': '',
        },
      }),
    },
    {
      name: 'A value from outside',
      files: serviceWith('ARG GOPRIVATE', {
        requires: 'git.corp.internal/team/lib',
      }),
    },
    {
      name: 'Vendored',
      nearMiss: true,
      files: serviceWith('', {
        requires: 'git.corp.internal/team/lib',
        others: {
          'vendor/modules.txt':
            '# git.corp.internal/team/lib v1.2.0\n## explicit\ngit.corp.internal/team/lib\n',
        },
      }),
    },
    {
      name: 'Replaced by a folder',
      nearMiss: true,
      files: serviceWith('', {
        others: {
          'go.mod':
            'module example.com/app\n\ngo 1.27\n\nrequire git.corp.internal/team/lib v1.2.0\n\nreplace git.corp.internal/team/lib => ./lib\n',
          'lib/go.mod': 'module git.corp.internal/team/lib\n\ngo 1.27\n',
        },
      }),
    },
    {
      name: 'A public forge, of which nothing is said',
      files: serviceWith(''),
    },
    {
      name: 'Nothing is fetched',
      files: serviceWith('ENV GOPROXY=off', {
        requires: 'git.corp.internal/team/lib',
      }),
    },
    {
      name: 'Named by the policy, and in the Dockerfile',
      files: serviceWith('ENV GOPRIVATE=github.com/my-*'),
      policy: { privateModules: ['github.com/my-org', '*.corp.example.com'] },
    },
  ],
};
