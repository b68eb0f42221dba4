/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

export const shellFormExamples: RuleExamples = {
  bad: [
    {
      name: 'A program in shell form',
      files: {
        Dockerfile: `FROM alpine:3.24
COPY app /app
ENTRYPOINT /app --port=8080
`,
        app: '',
      },
      findings: ['Dockerfile:3'],
      fixed: {
        Dockerfile: `FROM alpine:3.24
COPY app /app
ENTRYPOINT ["/app", "--port=8080"]
`,
      },
    },
    {
      name: 'scratch has no shell',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /app .

FROM scratch
COPY --from=build /app /app
CMD /app
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
      findings: ['Dockerfile:8'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /app .

FROM scratch
COPY --from=build /app /app
CMD ["/app"]
`,
      },
    },
    {
      name: 'Single quotes are no JSON',
      files: {
        Dockerfile: `FROM debian:trixie-slim
CMD ['/usr/bin/app', '--verbose']
`,
      },
      findings: ['Dockerfile:2'],
      fixed: {
        Dockerfile: `FROM debian:trixie-slim
CMD ["/usr/bin/app", "--verbose"]
`,
      },
    },
  ],
  good: [
    {
      name: 'A JSON list',
      files: {
        Dockerfile: `FROM gcr.io/distroless/static-debian13:nonroot
COPY app /app
ENTRYPOINT ["/app"]
CMD ["--port=8080"]
`,
        app: '',
      },
    },
    {
      name: 'The shell replaces itself',
      nearMiss: true,
      files: {
        Dockerfile: `FROM alpine:3.24
ENV PORT=8080
CMD exec /app --port=$PORT
`,
      },
    },
    {
      name: 'An earlier CMD is overridden',
      nearMiss: true,
      files: {
        Dockerfile: `FROM alpine:3.24 AS base
CMD echo hello

FROM base
ENTRYPOINT ["/app"]
`,
      },
    },
    {
      name: 'Shell form in a stage that is not run',
      files: {
        Dockerfile: `FROM alpine:3.24 AS build
CMD make
RUN touch /app

FROM alpine:3.24
COPY --from=build /app /app
CMD ["/app"]
`,
      },
    },
    {
      name: 'A shell chosen on purpose',
      files: {
        Dockerfile: `FROM debian:trixie-slim
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
CMD /app | tee /var/log/app
`,
      },
    },
  ],
};
