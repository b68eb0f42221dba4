/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

const digest =
  'sha256:28bd5fe8b56d1bd048e5babf5b10710ebe0bae67db86916198a6eec434943f8b';

export const baseNotDigestExamples: RuleExamples = {
  bad: [
    {
      name: 'A tag alone',
      files: {
        Dockerfile: `FROM alpine:3.24
CMD ["/bin/true"]
`,
      },
      findings: ['Dockerfile:1'],
    },
    {
      name: 'Only the last stage is pinned',
      files: {
        Dockerfile: `ARG GO_VERSION=1.27.4
FROM golang:\${GO_VERSION} AS build
RUN go version > /version

FROM alpine:3.24@${digest}
COPY --from=build /version /version
CMD ["/bin/true"]
`,
      },
      findings: ['Dockerfile:2'],
    },
    {
      name: 'An image of a registry of its own',
      files: {
        Dockerfile: `FROM registry.example:5000/team/base:4
CMD ["/bin/true"]
`,
      },
      findings: ['Dockerfile:1'],
    },
  ],
  good: [
    {
      name: 'A digest, also by argument',
      files: {
        Dockerfile: `ARG BASE=alpine:3.24@${digest}
FROM \${BASE} AS one
FROM one
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'scratch has none',
      nearMiss: true,
      files: {
        Dockerfile: `FROM scratch
COPY app /app
ENTRYPOINT ["/app"]
`,
        app: '',
      },
    },
    {
      name: 'An image that only the build knows',
      files: {
        Dockerfile: `ARG BASE
FROM \${BASE}
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'A stage that is not built',
      nearMiss: true,
      files: {
        Dockerfile: `FROM alpine:3.24 AS old
FROM alpine@${digest}
CMD ["/bin/true"]
`,
      },
    },
  ],
};
