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

export const hostKeysUnverifiedExamples: RuleExamples = {
  bad: [
    {
      name: 'The host is asked for its own key',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
RUN mkdir -p -m 0700 ~/.ssh && ssh-keyscan git.example.com >> ~/.ssh/known_hosts
WORKDIR /src
COPY . .
RUN --mount=type=ssh go build -o /app .

FROM scratch
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
        ...goFiles,
      },
      findings: ['Dockerfile:2'],
    },
    {
      name: 'The check is off, in a configuration file',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
RUN mkdir -p ~/.ssh && \\
    # git.example.com
    printf "Host *\\n\\tStrictHostKeyChecking no\\n" > ~/.ssh/config
WORKDIR /src
COPY . .
RUN --mount=type=ssh go build -o /app .

FROM scratch
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
        ...goFiles,
      },
      findings: ['Dockerfile:4'],
    },
    {
      name: 'By variable, and in heredocs',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ENV GIT_SSH_COMMAND="ssh -o StrictHostKeyChecking=accept-new"
COPY <<EOF /root/.ssh/config
Host git.example.com
  StrictHostKeyChecking=no
EOF
RUN <<EOF
set -e
ssh-keyscan -t ed25519 git.example.com > /etc/ssh/ssh_known_hosts
EOF
WORKDIR /src
COPY . .
RUN --mount=type=ssh go build -o /app .

FROM scratch
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
        ...goFiles,
      },
      findings: ['Dockerfile:2', 'Dockerfile:5', 'Dockerfile:9'],
    },
  ],
  good: [
    {
      name: 'Keys that are part of the repository',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
COPY known_hosts /etc/ssh/ssh_known_hosts
WORKDIR /src
COPY . .
RUN --mount=type=ssh go build -o /app .

FROM scratch
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
        known_hosts: '',
        ...goFiles,
      },
    },
    {
      name: 'A key that is compared with what is published',
      nearMiss: true,
      files: {
        Dockerfile: `FROM alpine:3.24
ARG SUM
RUN ssh-keyscan -t ed25519 git.example.com > /tmp/key \\
    && echo "$SUM  /tmp/key" | sha256sum -c - \\
    && mv /tmp/key /etc/ssh/ssh_known_hosts
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'The check is on',
      files: {
        Dockerfile: `FROM golang:1.27
ENV GIT_SSH_COMMAND="ssh -o StrictHostKeyChecking=yes"
# never: StrictHostKeyChecking no
RUN ! grep -r "StrictHostKeyChecking no" /etc/ssh && \\
    # StrictHostKeyChecking no
    git --version
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'A stage that is not built',
      files: {
        Dockerfile: `FROM alpine:3.24 AS old
RUN ssh-keyscan git.example.com > /k

FROM alpine:3.24
RUN apk add --no-cache git
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'No SSH at all',
      files: {
        Dockerfile: `FROM scratch
COPY app /app
ENTRYPOINT ["/app"]
`,
        app: '',
      },
    },
  ],
};
