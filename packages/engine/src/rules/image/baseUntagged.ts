/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseImageReference } from '../../dockerfile/parseImageReference';
import { stageGraph } from '../../dockerfile/stageGraph';
import { createFinding } from '../evidence/createFinding';
import { Finding, RuleOutcome, UnitRule, UnitSubject } from '../types';

export const baseUntagged: UnitRule = {
  id: 'image/base-untagged',
  category: 'image',
  scope: 'unit',
  severity: 'high',
  title: {
    pass: 'Base images have a version',
    fail: 'A base image has no version',
  },
  why: 'An image without tag, or with the tag `latest`, is another image tomorrow: the same commit builds something else, or stops building. The layer cache goes with it, since every new base rebuilds all that stands on it.',
  howToFix:
    'Name a version that you update on purpose, such as `golang:1.27` or `gcr.io/distroless/static-debian13:nonroot`; add the digest where builds must be exactly repeatable.',
  fix: 'auto',
  sources: [
    'https://docs.docker.com/build/building/best-practices/#pin-base-image-versions',
    'https://docs.docker.com/reference/dockerfile/#from',
  ],
  prevents: ['gomod.toolchain_version', 'registry.not_found'],
  evaluate,
  examples: {
    bad: [
      {
        name: 'No tag',
        files: {
          Dockerfile: `FROM golang AS build
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM gcr.io/distroless/static-debian13:nonroot
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
          'go.mod': 'module example.com/app\n\ngo 1.27\n',
          'main.go': '',
        },
        findings: ['Dockerfile:1'],
      },
      {
        name: 'latest in both stages',
        files: {
          Dockerfile: `FROM golang:latest AS build
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM alpine:latest
COPY --from=build /app /app
USER 65532
ENTRYPOINT ["/app"]
`,
          'go.mod': 'module example.com/app\n\ngo 1.27\n',
          'main.go': '',
        },
        findings: ['Dockerfile:1', 'Dockerfile:6'],
      },
      {
        name: 'latest as the default of an argument',
        files: {
          Dockerfile: `ARG BASE=registry.example/base:latest
FROM \${BASE}
CMD ["/bin/app"]
`,
        },
        findings: ['Dockerfile:2'],
      },
      {
        name: 'A registry with a port is no tag',
        files: {
          Dockerfile: `FROM --platform=linux/amd64 registry.example:5000/team/base
CMD ["/bin/app"]
`,
        },
        findings: ['Dockerfile:1'],
      },
    ],
    good: [
      {
        name: 'Tags, also from arguments',
        files: {
          Dockerfile: `ARG GO_VERSION=1.27
FROM golang:\${GO_VERSION}-alpine AS build
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM build AS test
RUN go test ./...

FROM scratch
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
          'go.mod': 'module example.com/app\n\ngo 1.27\n',
          'main.go': '',
        },
      },
      {
        name: 'A digest says more than any tag',
        files: {
          Dockerfile: `FROM alpine:latest@sha256:28bd5fe8b56d1bd048e5babf5b10710ebe0bae67db86916198a6eec434943f8b
CMD ["/bin/true"]
`,
        },
      },
      {
        name: 'A version that only the build knows',
        files: {
          Dockerfile: `ARG BASE
ARG TAG
FROM \${BASE} AS one
FROM alpine:\${TAG}
COPY --from=one /etc/os-release /
CMD ["/bin/true"]
`,
        },
      },
      {
        name: 'Stages that nothing uses are not built',
        files: {
          Dockerfile: `FROM alpine AS unused
RUN true

FROM alpine:3.24
CMD ["/bin/true"]
`,
        },
      },
    ],
  },
};

function evaluate({ unit }: UnitSubject): RuleOutcome {
  const { dockerfile, reachable, buildArguments } = unit;
  const needed = new Set(reachable);
  const findings: Finding[] = [];
  let images = 0;
  for (const { kind, stage, source } of stageGraph(dockerfile, {
    buildArguments,
  }).references) {
    if (kind !== 'base' || source.type !== 'image' || !needed.has(stage)) {
      continue;
    }
    images++;
    const reference =
      source.unknown.length === 0
        ? parseImageReference(source.image)
        : undefined;
    if (
      reference &&
      reference.digest === undefined &&
      (reference.tag === undefined || reference.tag === 'latest')
    ) {
      findings.push(
        createFinding({
          path: dockerfile.path,
          source: dockerfile.source,
          line: stage.from.line,
          endLine: stage.from.endLine,
          message:
            reference.tag === undefined
              ? `The base image ${source.image} has no tag, so each pull may bring another version.`
              : `The base image ${source.image} is whatever is newest on the day of the build.`,
        }),
      );
    }
  }
  if (findings.length > 0) {
    return { state: 'fail', findings };
  }
  return images === 0
    ? {
        state: 'not-applicable',
        reason: 'No stage stands on an image from a registry.',
      }
    : { state: 'pass' };
}
