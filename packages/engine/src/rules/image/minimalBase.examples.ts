/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

const goFiles = {
  'go.mod': 'module example.com/app\n\ngo 1.27\n',
  'main.go': '',
};

function dockerfile(
  image: string,
  { build = 'RUN CGO_ENABLED=0 go build -o /app .' } = {},
): string {
  return `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
${build}

${image}`;
}

const binary = 'COPY --from=build /app /app\nENTRYPOINT ["/app"]\n';

export const minimalBaseExamples: RuleExamples = {
  bad: [
    {
      name: 'Debian under a static binary',
      files: {
        Dockerfile: dockerfile(`FROM debian:13-slim\n${binary}`),
        ...goFiles,
      },
      findings: ['Dockerfile:6'],
    },
    {
      name: 'Ubuntu for its certificates',
      files: {
        Dockerfile: dockerfile(
          `FROM ubuntu:26.04\nRUN apt-get update && apt-get install -y ca-certificates tzdata && rm -rf /var/lib/apt/lists/*\n${binary}`,
          { build: 'ENV CGO_ENABLED=0\nRUN go build -o /app .' },
        ),
        ...goFiles,
      },
      findings: ['Dockerfile:7'],
    },
    {
      name: 'By way of a stage, with a user',
      files: {
        Dockerfile: dockerfile(
          `FROM fedora:43 AS base\nRUN useradd app\n\nFROM base\nUSER app\n${binary}`,
        ),
        ...goFiles,
      },
      findings: ['Dockerfile:6'],
    },
  ],
  good: [
    {
      name: 'distroless, Alpine and nothing',
      files: {
        Dockerfile: dockerfile(
          `FROM gcr.io/distroless/static-debian13:nonroot\n${binary}`,
        ),
        'a/Dockerfile': dockerfile(`FROM alpine:3.24\n${binary}`),
        'b/Dockerfile': dockerfile(`FROM scratch\n${binary}`),
        ...goFiles,
      },
    },
    {
      name: 'The service calls programs',
      nearMiss: true,
      files: {
        Dockerfile: dockerfile(
          `FROM debian:13-slim\nRUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*\n${binary}`,
        ),
        ...goFiles,
      },
    },
    {
      name: 'cgo may be on',
      files: {
        Dockerfile: dockerfile(`FROM debian:13-slim\n${binary}`, {
          build: 'RUN go build -o /app .',
        }),
        ...goFiles,
      },
    },
    {
      name: 'A script starts it',
      nearMiss: true,
      files: {
        Dockerfile: dockerfile(
          'FROM debian:13-slim\nCOPY --from=build /app /app\nCOPY start.sh /\nENTRYPOINT ["/start.sh"]\n',
        ),
        'start.sh': '',
        ...goFiles,
      },
    },
  ],
};
