/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

export const unverifiedDownloadExamples: RuleExamples = {
  bad: [
    {
      name: 'Scripts that run as they come',
      files: {
        Dockerfile: `FROM debian:13-slim
RUN curl -sSfL https://install.example.com/tool.sh | sh -s -- -b /usr/local/bin
RUN bash -c "$(curl -fsSL https://install.example.com/other.sh)"
CMD ["/bin/true"]
`,
      },
      findings: ['Dockerfile:2', 'Dockerfile:3'],
    },
    {
      name: 'Archives, kept or unpacked at once',
      files: {
        Dockerfile: `FROM debian:13-slim
ARG VERSION=1.2.3
RUN wget -q https://example.com/tool-\${VERSION}.tar.gz \\
    && tar -xzf tool-\${VERSION}.tar.gz \\
    && curl -fsSL https://example.com/b.tgz | tar -xz -C /opt \\
    && curl -fsSLo /usr/local/bin/c https://example.com/c
CMD ["/bin/true"]
`,
      },
      findings: ['Dockerfile:3', 'Dockerfile:5', 'Dockerfile:6'],
    },
    {
      name: 'ADD from an address',
      files: {
        Dockerfile: `FROM alpine:3.24
ADD https://example.com/tini /sbin/tini
CMD ["/bin/true"]
`,
      },
      findings: ['Dockerfile:2'],
    },
    {
      name: 'A sum in another stage says nothing of this one',
      files: {
        Dockerfile: `FROM alpine:3.24 AS tools
RUN wget -O /a https://example.com/a && echo "$SUM  /a" | sha256sum -c -

FROM alpine:3.24
COPY --from=tools /a /a
RUN <<EOF
set -e
wget -O /b https://example.com/b
chmod +x /b
EOF
CMD ["/b"]
`,
      },
      findings: ['Dockerfile:8'],
    },
  ],
  good: [
    {
      name: 'A sum that PowerShell compares',
      files: {
        Dockerfile: `FROM mcr.microsoft.com/windows/servercore:ltsc2022
ARG TOOL_SUM=00
ADD https://example.com/tool-1.2.3.exe /bin/tool.exe
RUN powershell \\
    if ((Get-FileHash -Path /bin/tool.exe).Hash -ne $Env:TOOL_SUM) { Throw \\"other sum\\" }
CMD ["/bin/tool.exe"]
`,
      },
    },
    {
      name: 'Sums and signatures',
      files: {
        Dockerfile: `FROM debian:13-slim AS one
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/a.tar.gz /a.tar.gz
RUN curl -fsSLO https://example.com/tool.tar.gz \\
    && echo "$TOOL_SHA256  tool.tar.gz" | sha256sum -c -

FROM debian:13-slim
COPY --from=one / /one
RUN curl -fsSLO https://example.com/t && curl -fsSLO https://example.com/t.asc \\
    && gpg --batch --verify t.asc t
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'Questions to a server',
      nearMiss: true,
      files: {
        Dockerfile: `FROM alpine:3.24
RUN VERSION=$(curl -fsSL https://api.example.com/latest | jq -r .tag_name) \\
    && curl -fsS -d started https://hooks.example.com/build \\
    && curl -I https://example.com/ \\
    && curl -fsS http://localhost:8080/ready > /tmp/ready \\
    && wget -q --spider https://example.com/ \\
    && curl https://example.com/data.json | python3 -c 'import sys' \\
    && echo "$VERSION"
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'Keys and sources of packages, which are signed',
      nearMiss: true,
      files: {
        Dockerfile: `FROM debian:13-slim
RUN curl -fsSL https://packages.example.com/key.gpg | gpg --dearmor -o /usr/share/keyrings/example.gpg \\
    && curl -fsSL https://packages.example.com/debian.list > /etc/apt/sources.list.d/example.list \\
    && curl -fsSLo /etc/apt/keyrings/e.asc https://packages.example.com/gpg
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'Git and files of the context',
      files: {
        Dockerfile: `FROM alpine:3.24
ADD https://git.example.com/team/app.git#v1.2.3 /src
ADD app.tar.gz /app
CMD ["/bin/true"]
`,
        'app.tar.gz': '',
      },
    },
    {
      name: 'What tells that a branch has moved',
      nearMiss: true,
      files: {
        Dockerfile: `FROM alpine:3.24
ADD https://api.github.com/repos/example/tool/branches/main /tmp/moved
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'Only words',
      files: {
        Dockerfile: `FROM alpine:3.24
# RUN curl https://example.com/x | sh
RUN apk add --no-cache curl wget && echo "curl https://example.com/x | sh"
CMD ["/bin/true"]
`,
      },
    },
  ],
};
