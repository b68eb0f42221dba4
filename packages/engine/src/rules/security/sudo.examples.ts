/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

export const sudoExamples: RuleExamples = {
  bad: [
    {
      name: 'sudo where the step is root',
      files: {
        Dockerfile: `FROM debian:13-slim
RUN apt-get update && apt-get install -y --no-install-recommends sudo \\
    && sudo mkdir /data
CMD ["/bin/true"]
`,
      },
      findings: ['Dockerfile:3'],
    },
    {
      name: 'sudo in the place of USER',
      files: {
        Dockerfile: `FROM registry.example/platform/build:4
USER app
RUN sudo -n chown app /srv
RUN /usr/bin/sudo ln -s /srv /app
CMD ["/app/server"]
`,
      },
      findings: ['Dockerfile:3', 'Dockerfile:4'],
    },
    {
      name: 'In a heredoc',
      files: {
        Dockerfile: `FROM debian:13-slim
RUN <<EOF
set -e
mkdir /data
sudo chmod 0750 /data
EOF
CMD ["/bin/true"]
`,
      },
      findings: ['Dockerfile:5'],
    },
  ],
  good: [
    {
      name: 'USER for the steps that need it',
      files: {
        Dockerfile: `FROM registry.example/platform/build:4
USER root
RUN chown app /srv
USER 65532:65532
CMD ["/app/server"]
`,
      },
    },
    {
      name: 'The word is text',
      nearMiss: true,
      files: {
        Dockerfile: `FROM alpine:3.24
# RUN sudo true
RUN echo "no sudo here" && rm -f /etc/sudoers
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'A stage that is not built',
      nearMiss: true,
      files: {
        Dockerfile: `FROM debian:13-slim AS old
RUN sudo true

FROM alpine:3.24
RUN apk add --no-cache tzdata
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'Nothing runs',
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
