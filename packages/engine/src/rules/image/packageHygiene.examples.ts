/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

export const packageHygieneExamples: RuleExamples = {
  bad: [
    {
      name: 'Everything that apt can leave',
      files: {
        Dockerfile: `FROM debian:13-slim
RUN apt update && apt install curl
USER 65532
CMD ["/bin/true"]
`,
      },
      findings: ['Dockerfile:2', 'Dockerfile:2'],
      fixed: {
        Dockerfile: `FROM debian:13-slim
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
USER 65532
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'Lists left, one command a line',
      files: {
        Dockerfile: `FROM debian:13-slim
RUN set -eux \\
    && apt-get update \\
    # what the service calls
    && apt-get install -y --no-install-recommends \\
       ca-certificates \\
       git \\
    && git --version
USER 65532
CMD ["/bin/true"]
`,
      },
      findings: ['Dockerfile:3'],
      fixed: {
        Dockerfile: `FROM debian:13-slim
RUN set -eux \\
    && apt-get update \\
    # what the service calls
    && apt-get install -y --no-install-recommends \\
       ca-certificates \\
       git \\
    && rm -rf /var/lib/apt/lists/* \\
    && git --version
USER 65532
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'The index of apk, in a heredoc and beside an update',
      files: {
        Dockerfile: `FROM alpine:3.24
RUN apk update && apk add tzdata
RUN <<EOF
set -e
apk add ca-certificates # roots
EOF
USER 65532
CMD ["/bin/true"]
`,
      },
      findings: ['Dockerfile:2', 'Dockerfile:2', 'Dockerfile:5'],
      fixed: {
        Dockerfile: `FROM alpine:3.24
RUN apk add --no-cache tzdata
RUN <<EOF
set -e
apk add --no-cache ca-certificates # roots
EOF
USER 65532
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'Windows line endings and another escape character',
      files: {
        Dockerfile:
          '# escape=`\r\nFROM debian:13-slim\r\nRUN apt-get update `\r\n && apt-get install -y git\r\nUSER 65532\r\nCMD ["/bin/true"]\r\n',
      },
      findings: ['Dockerfile:3', 'Dockerfile:4'],
      fixed: {
        Dockerfile:
          '# escape=`\r\nFROM debian:13-slim\r\nRUN apt-get update `\r\n && apt-get install --no-install-recommends -y git `\r\n && rm -rf /var/lib/apt/lists/*\r\nUSER 65532\r\nCMD ["/bin/true"]\r\n',
      },
    },
    {
      name: 'An update alone, and an upgrade',
      files: {
        Dockerfile: `FROM debian:13-slim
RUN apt-get update
RUN apt-get -y dist-upgrade
CMD ["/bin/true"]
`,
      },
      findings: ['Dockerfile:2', 'Dockerfile:3'],
    },
    {
      name: 'A question in a build stage',
      files: {
        Dockerfile: `FROM fedora:43 AS build
RUN dnf install gcc

FROM scratch
COPY --from=build /etc/os-release /
`,
      },
      findings: ['Dockerfile:2'],
      fixed: {
        Dockerfile: `FROM fedora:43 AS build
RUN dnf install -y gcc

FROM scratch
COPY --from=build /etc/os-release /
`,
      },
    },
  ],
  good: [
    {
      name: 'Nothing left',
      files: {
        Dockerfile: `FROM debian:13-slim AS one
RUN apt-get update && apt-get install -qqy --no-install-recommends git=1:2.* \\
    && rm -rf /var/lib/apt/lists/* /tmp/*
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'Lists and packages in cache mounts',
      files: {
        Dockerfile: `FROM debian:13-slim
RUN rm -f /etc/apt/apt.conf.d/docker-clean
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\
    --mount=type=cache,target=/var/lib/apt,sharing=locked \\
    apt-get update && apt-get install -y --no-install-recommends git
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'A build stage is not part of the image',
      nearMiss: true,
      files: {
        Dockerfile: `FROM debian:13-slim AS build
RUN apt-get update && apt-get install -y gcc
FROM alpine:3.24 AS assets
RUN apk update && apk add git

FROM alpine:3.24
RUN --mount=type=cache,target=/var/cache/apk apk add tzdata
COPY --from=build /etc/os-release /a
COPY --from=assets /etc/os-release /b
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'Settings for all calls',
      files: {
        Dockerfile: `FROM debian:13-slim
ARG APT_OPTIONS="-y --no-install-recommends"
RUN printf 'APT::Get::Assume-Yes "1";' > /etc/apt/apt.conf.d/90yes
RUN apt-get update && apt-get install $APT_OPTIONS curl && rm -r /var/lib/apt/lists
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'Answered, and flags that only the build knows',
      files: {
        Dockerfile: `FROM debian:13-slim
ARG FLAGS
RUN apt-get update; yes | apt-get install --no-install-recommends git; \\
    apt-get install \${FLAGS} curl; rm -rf /var/lib/{apt,dpkg}/lists/*
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'Words in a text',
      nearMiss: true,
      files: {
        Dockerfile: `FROM alpine:3.24
RUN echo "apt install git" && apk --no-cache add curl && apk del curl
CMD ["/bin/true"]
`,
      },
    },
  ],
};
