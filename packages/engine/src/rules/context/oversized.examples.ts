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
const files = {
  'go.mod': goMod,
  'go.sum': goSum,
  'main.go': '',
  '.dockerignore': '.git\n',
};
const large = 6_000_000;

export const oversizedExamples: RuleExamples = {
  bad: [
    {
      name: 'A folder that no step takes',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum main.go ./
RUN go build -o /app .
`,
        ...files,
        'media/film.mp4': '',
      },
      sizes: { 'media/film.mp4': large },
      findings: ['.dockerignore:1'],
      fixed: {
        '.dockerignore': `.git
media
`,
      },
    },
    {
      name: 'Test data for a stage that only builds',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM scratch
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
        ...files,
        'internal/parse/testdata/sample.json': '',
      },
      sizes: { 'internal/parse/testdata/sample.json': large },
      findings: ['.dockerignore:1'],
      fixed: {
        '.dockerignore': `.git
internal/parse/testdata
`,
      },
    },
    {
      name: 'Without an ignore file, in a context of named folders',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
COPY cmd ./cmd
RUN go build -o /app ./cmd/app
`,
        'go.mod': goMod,
        'go.sum': goSum,
        'cmd/app/main.go': '',
        'data/dump.sql': '',
      },
      sizes: { 'data/dump.sql': large },
      findings: ['Dockerfile:3'],
      fixed: { '.dockerignore': 'data\n' },
    },
    {
      name: 'Only another target takes it',
      files: {
        Dockerfile: `FROM golang:1.27 AS demo
COPY data /data

FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum main.go ./
RUN go build -o /app .
`,
        ...files,
        'data/dump.sql': '',
      },
      sizes: { 'data/dump.sql': large },
      findings: ['.dockerignore:1'],
    },
  ],
  good: [
    {
      name: 'Ignored',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum main.go ./
RUN go build -o /app .
`,
        ...files,
        'media/film.mp4': '',
        '.dockerignore': '.git\nmedia\n',
      },
      sizes: { 'media/film.mp4': large },
    },
    {
      name: 'Data that may be embedded',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        ...files,
        'web/film.mp4': '',
      },
      sizes: { 'web/film.mp4': large },
    },
    {
      name: 'Test data that is tested with',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go test ./... && go build -o /app .
`,
        ...files,
        'internal/parse/testdata/sample.json': '',
      },
      sizes: { 'internal/parse/testdata/sample.json': large },
    },
    {
      name: 'The final image takes it',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum main.go ./
RUN go build -o /app .

FROM scratch
COPY --from=build /app /app
COPY media /media
ENTRYPOINT ["/app"]
`,
        ...files,
        'media/film.mp4': '',
      },
      sizes: { 'media/film.mp4': large },
    },
    {
      name: 'A small context',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum main.go ./
RUN go build -o /app .
`,
        ...files,
        'docs/notes.txt': '',
      },
    },
    {
      name: 'There is no ignore file, which another rule tells',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': goMod,
        'go.sum': goSum,
        'main.go': '',
        'testdata/sample.json': '',
      },
      sizes: { 'testdata/sample.json': large },
    },
    {
      name: 'Nothing is taken from the context',
      files: {
        Dockerfile: `FROM alpine:3.24
RUN apk add --no-cache curl
`,
        ...files,
        'media/film.mp4': '',
      },
      sizes: { 'media/film.mp4': large },
    },
  ],
};
