/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

const goMod =
  'module example.com/app\n\ngo 1.27\n\nrequire example.com/lib v1.0.0\n';
const goSum =
  'example.com/lib v1.0.0 h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nexample.com/lib v1.0.0/go.mod h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n';
const vendored = '# example.com/lib v1.0.0\n## explicit\nexample.com/lib\n';
const files = {
  'go.mod': goMod,
  'go.sum': goSum,
  'main.go': '',
  'vendor/modules.txt': vendored,
  'vendor/example.com/lib/lib.go': '',
};

export const vendorIgnoredExamples: RuleExamples = {
  bad: [
    {
      name: 'A line for the folder',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        ...files,
        '.dockerignore': '.git\nvendor\n',
      },
      findings: ['.dockerignore:2'],
      fixed: {
        '.dockerignore': `.git
`,
      },
    },
    {
      name: 'The build is told to use it',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -mod=vendor -o /app .
`,
        ...files,
        '.dockerignore': '.git\n/vendor/\n',
      },
      findings: ['.dockerignore:2'],
      fixed: {
        '.dockerignore': `.git
`,
      },
    },
    {
      name: 'A wildcard at any depth',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        ...files,
        '.dockerignore': '**/node_modules\n**/vendor\n',
      },
      findings: ['.dockerignore:2'],
      fixed: {
        '.dockerignore': `**/node_modules
**/vendor
!vendor
`,
      },
    },
    {
      name: 'A list of what is let in',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        ...files,
        '.dockerignore': '*\n!go.*\n!**/*.go\n',
      },
      findings: ['.dockerignore:1'],
      fixed: {
        '.dockerignore': `*
!go.*
!**/*.go
!vendor
`,
      },
    },
  ],
  good: [
    {
      name: 'The folder is in the context',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        ...files,
        '.dockerignore': '.git\n*.md\n',
      },
    },
    {
      name: 'It is brought back',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        ...files,
        '.dockerignore': '*\n!go.*\n!main.go\n!vendor\n',
      },
    },
    {
      name: 'No ignore file',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        ...files,
      },
    },
    {
      name: 'A COPY names it, which another rule tells',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum main.go ./
COPY vendor ./vendor
RUN go build -o /app .
`,
        ...files,
        '.dockerignore': 'vendor\n',
      },
    },
    {
      name: 'Nothing is vendored',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': goMod,
        'go.sum': goSum,
        'main.go': '',
        '.dockerignore': 'vendor\n',
      },
    },
    {
      name: 'The folder of another module',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': goMod,
        'go.sum': goSum,
        'main.go': '',
        'tools/go.mod': 'module example.com/tools\n',
        'tools/vendor/modules.txt': vendored,
        '.dockerignore': 'tools\n',
      },
    },
  ],
};
