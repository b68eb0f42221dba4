/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

const last = `FROM alpine:3.24
USER 65532
CMD ["/bin/true"]
`;

export const deadStageExamples: RuleExamples = {
  bad: [
    {
      name: 'A stage without name',
      files: { Dockerfile: `FROM debian:13-slim\nRUN true\n\n${last}` },
      findings: ['Dockerfile:1'],
      fixed: { Dockerfile: last },
    },
    {
      name: 'A name that nothing mentions, and what only it uses',
      files: {
        Dockerfile: `ARG V=3.24\nFROM alpine:$V AS parts\nRUN <<EOF\ntrue\nEOF\n\nFROM parts AS more\nRUN true \\\n  && true\n\n${last}`,
      },
      findings: ['Dockerfile:2', 'Dockerfile:7'],
      fixed: { Dockerfile: `ARG V=3.24\n${last}` },
    },
    {
      name: 'Between others, Windows line endings',
      files: {
        Dockerfile:
          'FROM alpine:3.24 AS a\r\nRUN true\r\nFROM alpine:3.24 AS b\r\nRUN false\r\nFROM alpine:3.24\r\nCOPY --from=a /etc/os-release /\r\nUSER 65532\r\nCMD ["/bin/true"]\r\n',
      },
      findings: ['Dockerfile:3'],
      fixed: {
        Dockerfile:
          'FROM alpine:3.24 AS a\r\nRUN true\r\nFROM alpine:3.24\r\nCOPY --from=a /etc/os-release /\r\nUSER 65532\r\nCMD ["/bin/true"]\r\n',
      },
    },
  ],
  good: [
    {
      name: 'Stages that are used',
      files: {
        Dockerfile: `FROM alpine:3.24 AS base
FROM base AS files
RUN true
FROM base
RUN --mount=from=files,target=/files true
COPY --from=files /etc/os-release /
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'Stages for tests and development',
      files: {
        Dockerfile: `FROM alpine:3.24 AS test\nRUN true\nFROM alpine:3.24 AS dev\nCMD ["sh"]\n\n${last}`,
      },
    },
    {
      name: 'A variable chooses the stage',
      nearMiss: true,
      files: {
        Dockerfile: `FROM alpine:3.24 AS files-linux
RUN true
FROM alpine:3.24 AS files-windows
RUN false
FROM files-\${TARGETOS} AS files
FROM alpine:3.24 AS part-one
RUN true
FROM alpine:3.24
ARG PART=one
COPY --from=files /etc/os-release /
RUN --mount=from=part-\${PART},target=/part true
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'A pipeline builds it by name',
      nearMiss: true,
      files: {
        Dockerfile: `FROM alpine:3.24 AS artifacts\nRUN true\n\n${last}`,
        Makefile: 'out:\n\tdocker build --target artifacts -o out .\n',
      },
    },
    {
      name: 'A stage that starts something of its own',
      files: {
        Dockerfile: `FROM alpine:3.24 AS worker\nCMD ["/worker"]\n\n${last}`,
      },
    },
  ],
};
