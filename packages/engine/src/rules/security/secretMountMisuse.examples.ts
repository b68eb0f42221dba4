/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

export const secretMountMisuseExamples: RuleExamples = {
  bad: [
    {
      name: 'A secret that may be missing',
      files: {
        Dockerfile: `FROM alpine:3.24
RUN --mount=type=secret,id=token cat /run/secrets/token | wc -c
USER 65532
CMD ["/bin/true"]
`,
      },
      findings: ['Dockerfile:2'],
      fixed: {
        Dockerfile: `FROM alpine:3.24
RUN --mount=type=secret,id=token,required=true cat /run/secrets/token | wc -c
USER 65532
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'Two of them, over several lines',
      files: {
        Dockerfile: `FROM alpine:3.24
RUN --mount=type=secret,id=netrc,target=/root/.netrc \\
    # for the registry
    --mount="type=secret,id=key,env=API_KEY" \\
    echo start && \\
    wc -c /root/.netrc
USER 65532
CMD ["/bin/true"]
`,
      },
      findings: ['Dockerfile:2', 'Dockerfile:4'],
      fixed: {
        Dockerfile: `FROM alpine:3.24
RUN --mount=type=secret,id=netrc,target=/root/.netrc,required=true \\
    # for the registry
    --mount="type=secret,id=key,env=API_KEY,required=true" \\
    echo start && \\
    wc -c /root/.netrc
USER 65532
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'chmod on the mount',
      files: {
        Dockerfile: `FROM alpine:3.24
RUN --mount=type=secret,id=netrc,target=/root/.netrc,required=true \\
    chmod 600 /root/.netrc && \\
    wc -c /root/.netrc
USER 65532
CMD ["/bin/true"]
`,
      },
      findings: ['Dockerfile:3'],
      fixed: {
        Dockerfile: `FROM alpine:3.24
RUN --mount=type=secret,id=netrc,target=/root/.netrc,required=true,mode=0600 \\
    wc -c /root/.netrc
USER 65532
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'A private key in the place of an agent',
      files: {
        Dockerfile: `FROM alpine:3.24
RUN --mount=type=secret,id=id_ed25519,target=/root/.ssh/id_ed25519,required=true \\
    git ls-remote git@git.example.com:team/app.git
CMD ["/bin/true"]
`,
      },
      findings: ['Dockerfile:2'],
    },
  ],
  good: [
    {
      name: 'The secret is asked for',
      files: {
        Dockerfile: `FROM alpine:3.24
RUN --mount=type=secret,id=token,required=true,mode=0440 cat /run/secrets/token | wc -c
RUN --mount=type=secret,id=other,required wc -c /run/secrets/other && chmod 600 /etc/hosts
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'The script can do without',
      nearMiss: true,
      files: {
        Dockerfile: `FROM alpine:3.24
RUN --mount=type=secret,id=token \\
    if [ -f /run/secrets/token ]; then wc -c /run/secrets/token; fi
RUN --mount=type=secret,id=key,env=KEY echo "\${KEY:-none}" | wc -c
RUN --mount=type=secret,id=third cat /run/secrets/third || true
RUN --mount=type=secret,id=fourth,required=false cat /run/secrets/fourth | wc -c
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'An SSH mount and known hosts',
      files: {
        Dockerfile: `FROM alpine:3.24
RUN --mount=type=ssh --mount=type=secret,id=known_hosts,required=true git --version
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'No secret',
      files: {
        Dockerfile: `FROM alpine:3.24
RUN --mount=type=cache,target=/var/cache/apk apk add git
CMD ["/bin/true"]
`,
      },
    },
  ],
};
