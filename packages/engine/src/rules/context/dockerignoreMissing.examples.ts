/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

const goModule = 'module example.com/app\n\ngo 1.27\n';

export const dockerignoreMissingExamples: RuleExamples = {
  bad: [
    {
      name: 'The repository is copied without an ignore file',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod ./
COPY . .
RUN go build -o /app .
`,
        'go.mod': goModule,
        'main.go': '',
        'README.md': '',
      },
      findings: ['Dockerfile:4'],
      fixed: {
        '.dockerignore': `# Version control and CI
.git

# Documents
*.md
`,
      },
    },
    {
      name: 'It is bind-mounted',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
RUN --mount=type=bind,target=. \\
    go build -o /app .
`,
        'go.mod': goModule,
        'main.go': '',
      },
      findings: ['Dockerfile:3'],
      fixed: {
        '.dockerignore': `.git
`,
      },
    },
    {
      name: 'The ignore file belongs to another Dockerfile',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
ADD ./ /src/
RUN go build -o /app .
`,
        'other.Dockerfile.dockerignore': '.git\n',
        'go.mod': goModule,
        'main.go': '',
      },
      findings: ['Dockerfile:3'],
      fixed: {
        '.dockerignore': `.git
`,
      },
    },
    {
      name: 'The ignore file is empty',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY * /src/
RUN go build -o /app .
`,
        '.dockerignore': '# nothing yet\n',
        'go.mod': goModule,
        'main.go': '',
      },
      findings: ['Dockerfile:3'],
      fixed: {
        '.dockerignore': `# nothing yet
.git
`,
      },
    },
    {
      name: 'Documents, tests and CI files, of which another Dockerfile needs some',
      files: {
        Dockerfile: `FROM golang:1.27-alpine AS build
WORKDIR /src
COPY . .
RUN go build -o /app ./cmd/app

FROM scratch
COPY --from=build /app /app
`,
        'docs/Dockerfile': `FROM python:3.14
COPY CHANGELOG.adoc /docs/
`,
        'docker-compose.yml':
          'services:\n  docs:\n    build:\n      context: .\n      dockerfile: docs/Dockerfile\n',
        '.github/workflows/test.yml': '',
        'go.mod': goModule,
        'README.md': '',
        'docs/guide.md': '',
        'CHANGELOG.adoc': '',
        'cmd/app/main.go': '',
        'cmd/app/main_test.go': '',
      },
      findings: ['Dockerfile:3'],
      fixed: {
        '.dockerignore': `# Version control and CI
.git
.github

# Documents
**/*.md

# Tests
**/*_test.go
`,
      },
    },
    {
      name: 'make asks git for the version, and runs tests',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN make test build

FROM scratch
COPY --from=build /src/app /app
`,
        Makefile:
          'VERSION := $(shell git describe --tags)\n\nbuild:\n\tgo build -o app .\n\ntest:\n\tgo test ./...\n',
        '.gitlab-ci.yml': '',
        'go.mod': goModule,
        'main.go': '',
        'main_test.go': '',
      },
      findings: ['Dockerfile:3'],
    },
  ],
  good: [
    {
      name: 'An ignore file at the root',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        '.dockerignore': '.git\n*.md\n',
        'go.mod': goModule,
        'main.go': '',
      },
    },
    {
      name: 'An ignore file of the Dockerfile',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'Dockerfile.dockerignore': '*\n!go.*\n!**/*.go\n',
        'go.mod': goModule,
        'main.go': '',
      },
    },
    {
      name: 'Only named folders are copied',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod ./
COPY cmd/ cmd/
COPY internal/ internal/
RUN go build -o /app ./cmd/app
`,
        'go.mod': goModule,
        'cmd/app/main.go': '',
        'internal/app/app.go': '',
      },
    },
    {
      name: 'Nothing is taken from the context',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
RUN go install example.com/tools/gen@v1.2.0

FROM alpine:3.24
COPY --from=build /go/bin/gen /usr/local/bin/gen
ENTRYPOINT ["gen"]
`,
        'README.md': '',
      },
    },
    {
      name: 'The copy is in a stage that nothing uses',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS lint
WORKDIR /src
COPY . .
RUN go vet ./...

FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod main.go ./
RUN go build -o /app .
`,
        'go.mod': goModule,
        'main.go': '',
      },
    },
  ],
};
