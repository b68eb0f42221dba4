/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
// Stages that copy from each other, and mounts.

const ignoreGit = { '.dockerignore': '.git\n' };

export const stages = [
  {
    name: 'a copy is keyed by what it copies',
    files: {
      ...ignoreGit,
      Dockerfile: [
        'FROM busybox AS build',
        'COPY a.txt b.txt /src/',
        'RUN ls /src > /list',
        'FROM busybox',
        'COPY --from=build /src/b.txt /',
        'RUN cat /b.txt > /c.txt',
        '',
      ].join('\n'),
      'a.txt': '1',
      'b.txt': '1',
    },
    commits: [{ 'a.txt': '2' }, { 'b.txt': '2' }, { 'b.txt': '1' }],
  },
  {
    name: 'stages that are not needed',
    files: {
      ...ignoreGit,
      Dockerfile: [
        'FROM busybox AS lint',
        'COPY . /src',
        'RUN ls /src > /list',
        'FROM busybox AS test',
        'COPY a.txt /',
        'FROM busybox',
        'COPY b.txt /',
        'RUN cat /b.txt > /c.txt',
        '',
      ].join('\n'),
      'a.txt': '1',
      'b.txt': '1',
    },
    commits: [{ 'a.txt': '2' }, { 'b.txt': '2' }],
  },
  {
    name: 'a stage on a stage',
    files: {
      ...ignoreGit,
      Dockerfile: [
        'FROM busybox AS base',
        'COPY a.txt /',
        'FROM base AS left',
        'COPY b.txt /',
        'RUN cat /b.txt > /left',
        'FROM base',
        'COPY c.txt /',
        'RUN cat /c.txt > /right',
        'COPY --from=left /left /',
        '',
      ].join('\n'),
      'a.txt': '1',
      'b.txt': '1',
      'c.txt': '1',
    },
    commits: [{ 'c.txt': '2' }, { 'b.txt': '2' }, { 'a.txt': '2' }],
  },
  {
    name: 'stages by number',
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox\nCOPY a.txt /\nFROM busybox\nCOPY b.txt /\nCOPY --from=0 /a.txt /\nRUN ls > /list\n',
      'a.txt': '1',
      'b.txt': '1',
    },
    commits: [{ 'a.txt': '2' }, { 'b.txt': '2' }],
  },
  {
    name: 'a target in the middle',
    target: 'middle',
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox AS first\nCOPY a.txt /\nFROM first AS middle\nCOPY b.txt /\nRUN ls > /list\nFROM middle\nCOPY c.txt /\n',
      'a.txt': '1',
      'b.txt': '1',
      'c.txt': '1',
    },
    commits: [{ 'c.txt': '2' }, { 'b.txt': '2' }, { 'a.txt': '2' }],
  },
  {
    name: 'deferred instructions of a stage',
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox AS base\nONBUILD COPY a.txt /\nONBUILD RUN cat /a.txt > /b\nFROM base\nCOPY c.txt /\n',
      'a.txt': '1',
      'c.txt': '1',
    },
    commits: [{ 'c.txt': '2' }, { 'a.txt': '2' }],
  },
  {
    name: 'a stage gets another name',
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox AS build\nCOPY a.txt /\nFROM busybox\nCOPY --from=build /a.txt /\n',
      'a.txt': '1',
    },
    commits: [
      {
        Dockerfile:
          'FROM busybox AS compile\nCOPY a.txt /\nFROM busybox\nCOPY --from=compile /a.txt /\n',
      },
      { 'a.txt': '2' },
    ],
  },
  {
    name: 'linked copies between stages',
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox AS build\nCOPY a.txt /\nRUN cat /a.txt > /out\nFROM busybox\nCOPY b.txt /\nCOPY --link --from=build /out /out\n',
      'a.txt': '1',
      'b.txt': '1',
    },
    commits: [{ 'b.txt': '2' }, { 'a.txt': '2' }],
  },
];

export const mounts = [
  {
    name: 'a bound folder',
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox\nRUN --mount=type=bind,source=src,target=/src ls -R /src > /list\nRUN ls > /all\n',
      'src/a.txt': '1',
      'b.txt': '1',
    },
    commits: [{ 'b.txt': '2' }, { 'src/a.txt': '2' }, { 'src/b.txt': '1' }],
  },
  {
    name: 'bound module files',
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox\nWORKDIR /src\nRUN --mount=type=bind,source=go.mod,target=go.mod --mount=type=bind,source=go.sum,target=go.sum cat go.mod go.sum > /list\nRUN --mount=target=. ls > /all\n',
      'go.mod': '1',
      'go.sum': '1',
      'main.go': '1',
    },
    commits: [{ 'main.go': '2' }, { 'go.sum': '2' }, { 'go.mod': '2' }],
  },
  {
    name: 'a bound folder to write to',
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox\nRUN --mount=type=bind,target=/src,rw touch /src/new && ls /src > /list\nRUN ls > /all\n',
      'a.txt': '1',
    },
    commits: [{ 'a.txt': '2' }, { 'b.txt': '1' }],
  },
  {
    name: 'cache mounts are no part of the key',
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox\nRUN --mount=type=cache,target=/cache date >> /cache/log\nCOPY a.txt /\nRUN --mount=type=cache,target=/cache cat /a.txt > /b\n',
      'a.txt': '1',
    },
    commits: [{ 'a.txt': '2' }, { 'a.txt': '1' }],
  },
  {
    name: 'the identity of a cache mount is',
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox\nRUN --mount=type=cache,id=one,target=/cache ls /cache\nCOPY a.txt /\n',
      'a.txt': '1',
    },
    commits: [
      {
        Dockerfile:
          'FROM busybox\nRUN --mount=type=cache,id=two,target=/cache ls /cache\nCOPY a.txt /\n',
      },
      {
        Dockerfile:
          'FROM busybox\nRUN --mount=type=cache,id=two,target=/cache,sharing=locked ls /cache\nCOPY a.txt /\n',
      },
    ],
  },
  {
    name: 'secrets are no part of the key',
    secrets: { token: ['1', '2', '3'] },
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox\nRUN --mount=type=secret,id=token cat /run/secrets/token | wc -c > /length\nCOPY a.txt /\n',
      'a.txt': '1',
    },
    commits: [{ 'other.txt': '2' }, { 'a.txt': '2' }],
  },
  {
    name: 'memory as a mount',
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox\nRUN --mount=type=tmpfs,target=/tmp ls /tmp > /list\nCOPY a.txt /\nRUN --mount=type=tmpfs,target=/tmp cat /a.txt > /b\n',
      'a.txt': '1',
    },
    commits: [{ 'other.txt': '2' }, { 'a.txt': '2' }],
  },
  {
    name: 'a mount from a stage',
    files: {
      ...ignoreGit,
      Dockerfile: [
        'FROM busybox AS build',
        'COPY a.txt b.txt /src/',
        'FROM busybox',
        'RUN --mount=type=bind,from=build,source=/src/b.txt,target=/b.txt cat /b.txt > /c',
        'RUN ls > /list',
        '',
      ].join('\n'),
      'a.txt': '1',
      'b.txt': '1',
    },
    commits: [{ 'a.txt': '2' }, { 'b.txt': '2' }],
  },
  {
    name: 'a cache mount that starts from a stage',
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox AS seed\nCOPY a.txt /cache/\nFROM busybox\nRUN --mount=type=cache,id=seeded,from=seed,source=/cache,target=/cache ls /cache > /list\n',
      'a.txt': '1',
      'b.txt': '1',
    },
    commits: [{ 'b.txt': '2' }, { 'a.txt': '2' }],
  },
];
