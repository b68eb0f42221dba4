/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

const files = {
  'go.mod':
    'module example.com/app\n\ngo 1.27\n\nrequire example.com/lib v1.0.0\n',
  'go.sum': '',
  'main.go': '',
};
const dockerfile = (...lines: string[]) =>
  `FROM golang:1.27 AS build\nWORKDIR /src\n${lines.join('\n')}\n`;

export const mutatedInBuildExamples: RuleExamples = {
  bad: [
    {
      name: 'Tidied in the build',
      files: {
        Dockerfile: dockerfile(
          'COPY . .',
          'RUN go mod tidy && go build -o /app .',
        ),
        ...files,
      },
      findings: ['Dockerfile:4'],
    },
    {
      name: 'Requirements that are added, in a step of several lines',
      files: {
        Dockerfile: dockerfile(
          'COPY . .',
          'RUN apt-get update && \\',
          '    go get ./... && \\',
          '    go build -o /app .',
        ),
        ...files,
      },
      findings: ['Dockerfile:5'],
    },
    {
      name: 'A flag, and a heredoc',
      files: {
        Dockerfile: dockerfile(
          'COPY . .',
          'RUN go vet ./...',
          'RUN <<EOF',
          'set -e',
          'go build -mod=mod -o /app .',
          'EOF',
        ),
        ...files,
      },
      findings: ['Dockerfile:7'],
    },
    {
      name: 'GOFLAGS for all commands, told once',
      files: {
        Dockerfile: dockerfile(
          'ENV GOFLAGS="-trimpath -mod=mod"',
          'COPY . .',
          'RUN go vet ./...',
          'RUN go build -o /app .',
        ),
        ...files,
      },
      findings: ['Dockerfile:5'],
    },
    {
      name: 'A module that is not among the files that were read',
      files: {
        Dockerfile: dockerfile(
          'COPY . .',
          'ENV GOFLAGS=-mod=mod',
          'RUN go vet ./...',
          'RUN go build -o /app .',
        ),
      },
      findings: ['Dockerfile:5'],
    },
    {
      name: 'One of those that is tidied',
      files: {
        Dockerfile: dockerfile(
          'COPY go.mod go.sum ./',
          'COPY cmd cmd',
          'RUN go mod tidy',
          'RUN go build -o /app ./cmd/api',
        ),
      },
      findings: ['Dockerfile:5'],
    },
    {
      name: 'A repository without go.mod',
      files: {
        Dockerfile: dockerfile(
          'COPY *.go ./',
          'RUN go mod init app && go mod tidy',
          'RUN go build -o /app .',
        ),
        'main.go': '',
      },
      findings: ['Dockerfile:4'],
    },
  ],
  good: [
    {
      name: 'Module files that are only read',
      files: {
        Dockerfile: dockerfile(
          'COPY go.mod go.sum ./',
          'RUN go mod download && go mod verify',
          'COPY . .',
          'RUN go mod tidy -diff',
          'RUN go build -mod=readonly -o /app .',
        ),
        ...files,
      },
    },
    {
      name: 'A tool that is fetched without modules',
      nearMiss: true,
      files: {
        Dockerfile: dockerfile(
          'COPY . .',
          'RUN go build -o /app .',
          'RUN env GO111MODULE=off go get -u tools.example/step',
        ),
        ...files,
      },
    },
    {
      name: 'The module of another repository',
      files: {
        Dockerfile: dockerfile(
          'COPY . .',
          'RUN git clone --depth 1 https://git.example/tool /tool && \\',
          '    cd /tool && go mod tidy && go build -o /bin/tool .',
        ),
      },
    },
    {
      name: 'A module that is not of the context',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY --from=registry.example/sources:1 /src .
COPY scripts /scripts
RUN go mod tidy && go build -o /app .
`,
      },
    },
    {
      name: 'A tool at a version, and one of a throw-away module',
      nearMiss: true,
      files: {
        Dockerfile: dockerfile(
          'RUN go install example.com/tool@v1.2.3',
          'RUN cd /tmp && go mod init tmp && go get example.com/gen@v1.0.0',
          'COPY . .',
          'RUN go build -o /app .',
        ),
        ...files,
      },
    },
    {
      name: 'A tool that is fetched before the module is there',
      files: {
        Dockerfile: dockerfile(
          'RUN go get example.com/tool@v1.2.3',
          'COPY . .',
          'RUN go build -o /app .',
        ),
        ...files,
      },
    },
    {
      name: 'Tidied for development only',
      files: {
        'Dockerfile.dev': dockerfile(
          'COPY . .',
          'RUN go mod tidy',
          'CMD ["go", "run", "."]',
        ),
        ...files,
      },
    },
    {
      name: 'An image that updates the module files and hands them out',
      files: {
        'hack/vendor.Dockerfile': `FROM golang:1.27 AS vendored
WORKDIR /src
COPY . .
RUN go mod tidy && go mod vendor

FROM scratch AS update
COPY --from=vendored /src /
`,
        ...files,
      },
    },
    {
      name: 'A check that the module files are up to date',
      files: {
        Dockerfile: dockerfile(
          'COPY . .',
          'RUN go mod tidy && git diff --exit-code go.mod go.sum',
          'RUN go build -o /app .',
        ),
        ...files,
      },
    },
    {
      name: 'In a comment, in a text, and in a stage that is not built',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS update
WORKDIR /src
COPY . .
RUN go mod tidy

FROM golang:1.27 AS build
WORKDIR /src
COPY . .
# Run go mod tidy first.
RUN echo "go mod tidy" && go build -o /app .
`,
        ...files,
      },
    },
    {
      name: 'Another tool with such a verb',
      files: {
        Dockerfile:
          'FROM debian:13\nWORKDIR /src\nCOPY . .\nRUN apt-get update && helm get all\n',
        'values.yaml': '',
      },
    },
  ],
};
