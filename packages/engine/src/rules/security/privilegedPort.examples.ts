/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

export const privilegedPortExamples: RuleExamples = {
  bad: [
    {
      name: 'HTTP on its well-known port',
      files: {
        Dockerfile: `FROM scratch
COPY app /app
EXPOSE 80
USER 65532:65532
ENTRYPOINT ["/app"]
`,
        app: '',
      },
      findings: ['Dockerfile:3'],
    },
    {
      name: 'Two of three ports, by argument',
      files: {
        Dockerfile: `FROM alpine:3.24 AS base
EXPOSE 53/udp

FROM base
ARG PORT=443
EXPOSE 8080 \${PORT}/tcp
CMD ["/bin/true"]
`,
      },
      findings: ['Dockerfile:2', 'Dockerfile:6'],
    },
    {
      name: 'A range that starts low',
      files: {
        Dockerfile: `FROM alpine:3.24
EXPOSE 1000-1100
CMD ["/bin/true"]
`,
      },
      findings: ['Dockerfile:2'],
    },
  ],
  good: [
    {
      name: 'A high port',
      files: {
        Dockerfile: `FROM scratch
COPY app /app
EXPOSE 8080 1024/udp
ENTRYPOINT ["/app"]
`,
        app: '',
      },
    },
    {
      name: 'A port that only the build knows',
      nearMiss: true,
      files: {
        Dockerfile: `FROM alpine:3.24
ARG PORT
EXPOSE \${PORT} 8080
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'A stage that does not run',
      nearMiss: true,
      files: {
        Dockerfile: `FROM alpine:3.24 AS docs
EXPOSE 80
RUN mkdir /docs

FROM alpine:3.24
COPY --from=docs /docs /docs
EXPOSE 8080
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'No port',
      files: {
        Dockerfile: `FROM alpine:3.24
CMD ["/bin/true"]
`,
      },
    },
  ],
};
