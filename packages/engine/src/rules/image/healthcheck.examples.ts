/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

const server = 'EXPOSE 8080\nUSER 65532\nENTRYPOINT ["/app"]\n';

export const healthcheckExamples: RuleExamples = {
  bad: [
    {
      name: 'A server without a check',
      files: {
        Dockerfile: `FROM alpine:3.24\nCOPY app /app\n${server}`,
        app: '',
      },
      findings: ['Dockerfile:5'],
    },
    {
      name: 'On Debian',
      files: {
        Dockerfile: `FROM debian:trixie-slim\nCOPY app /app\n${server}`,
        app: '',
      },
      findings: ['Dockerfile:5'],
    },
    {
      name: 'The port of a stage below',
      files: {
        Dockerfile: `FROM alpine:3.24 AS base\nEXPOSE 8080\n\nFROM base\nCOPY app /app\nCMD ["/app"]\n`,
        app: '',
      },
      findings: ['Dockerfile:6'],
    },
  ],
  good: [
    {
      name: 'Nothing in the image could ask',
      files: {
        Dockerfile: `FROM scratch\nCOPY app /app\n${server}`,
        'b/Dockerfile': `FROM gcr.io/distroless/static-debian13:nonroot\nCOPY app /app\n${server}`,
        app: '',
      },
    },
    {
      name: 'A check, or none on purpose',
      files: {
        Dockerfile: `FROM alpine:3.24\nHEALTHCHECK CMD ["/app", "healthcheck"]\n${server}`,
        'b/Dockerfile': `FROM alpine:3.24\nHEALTHCHECK NONE\n${server}`,
      },
    },
    {
      name: 'Compose has one',
      nearMiss: true,
      files: {
        Dockerfile: `FROM alpine:3.24\n${server}`,
        'compose.yaml':
          'services:\n  app:\n    build: .\n    healthcheck:\n      test: [CMD, /app, check]\n',
      },
    },
    {
      name: 'Kubernetes has probes',
      files: {
        Dockerfile: `FROM alpine:3.24\n${server}`,
        'deploy/k8s/app.yaml': '',
      },
    },
    {
      name: 'A base image that may have one, and no server',
      files: {
        Dockerfile: `FROM registry.example/base:4\n${server}`,
        'b/Dockerfile': 'FROM alpine:3.24\nCMD ["/bin/true"]\n',
      },
    },
  ],
};
