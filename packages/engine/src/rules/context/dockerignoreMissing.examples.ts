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
