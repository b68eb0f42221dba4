/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

const policy = { registries: ['registry.example.com', 'ghcr.io/example'] };

export const registryExamples: RuleExamples = {
  bad: [
    {
      name: 'An image of Docker Hub',
      files: { Dockerfile: 'FROM alpine:3.24\nCMD ["/bin/true"]\n' },
      policy,
      findings: ['Dockerfile:1'],
    },
    {
      name: 'Another path of a registry, and a tool that is copied',
      files: {
        Dockerfile: `ARG VERSION=1.27
FROM ghcr.io/examples/golang:$VERSION AS build
COPY --from=quay.io/example/lint:2 /lint /usr/bin/lint
RUN --mount=from=busybox:1,target=/busybox /busybox/bin/true
`,
      },
      policy,
      findings: ['Dockerfile:2', 'Dockerfile:3', 'Dockerfile:4'],
    },
    {
      name: 'A name that only looks like a registry',
      files: {
        Dockerfile: 'FROM registry.example.com.evil.example/golang:1.27\n',
      },
      policy,
      findings: ['Dockerfile:1'],
    },
  ],
  good: [
    {
      name: 'Images of the registries that the policy names',
      files: {
        Dockerfile: `FROM registry.example.com/library/golang:1.27 AS build
RUN go version

FROM ghcr.io/example/runtime:2
COPY --from=build /usr/local/go/VERSION /
`,
      },
      policy,
    },
    {
      name: 'Docker Hub, which the policy names, by its short name',
      nearMiss: true,
      files: { Dockerfile: 'FROM golang:1.27\n' },
      policy: { registries: ['docker.io/library'] },
    },
    {
      name: 'No registry is named',
      files: { Dockerfile: 'FROM alpine:3.24\n' },
      policy: { registries: [] },
    },
    {
      name: 'A stage that is not built',
      nearMiss: true,
      files: {
        Dockerfile:
          'FROM quay.io/example/lint:2 AS lint\n\nFROM registry.example.com/app:1\n',
      },
      policy,
    },
    {
      name: 'An argument that is given from outside, and scratch',
      files: {
        Dockerfile:
          'ARG BASE\nFROM $BASE AS build\n\nFROM scratch\nCOPY --from=build /app /app\n',
      },
      policy,
    },
  ],
};
