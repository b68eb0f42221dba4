/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
// Arguments and environment. `arguments` are passed to each build; those of a
// commit, under the name `arguments`, replace them from then on.

const ignoreGit = { '.dockerignore': '.git\n' };

export const values = [
  {
    name: 'an argument that a command uses',
    arguments: { VERSION: '1' },
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox\nCOPY a.txt /\nARG VERSION\nRUN echo $VERSION > /version\nCOPY b.txt /\n',
      'a.txt': '1',
      'b.txt': '1',
    },
    commits: [
      { arguments: { VERSION: '2' } },
      { arguments: { VERSION: '1' } },
      { 'b.txt': '2' },
    ],
  },
  {
    name: 'an argument that no command uses',
    arguments: { VERSION: '1' },
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox\nARG VERSION\nWORKDIR /src\nCOPY a.txt .\nRUN ls > /list\n',
      'a.txt': '1',
    },
    commits: [{ arguments: { VERSION: '2' } }, { 'a.txt': '2' }],
  },
  {
    name: 'an argument behind the commands',
    arguments: { VERSION: '1' },
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox\nCOPY a.txt /\nRUN ls > /list\nARG VERSION\nLABEL version=$VERSION\n',
      'a.txt': '1',
    },
    commits: [{ arguments: { VERSION: '2' } }, { 'a.txt': '2' }],
  },
  {
    name: 'an argument that is not declared',
    arguments: { VERSION: '1' },
    files: {
      ...ignoreGit,
      Dockerfile: 'FROM busybox\nCOPY a.txt /\nRUN ls > /list\n',
      'a.txt': '1',
    },
    commits: [{ arguments: { VERSION: '2' } }],
  },
  {
    name: 'an argument in another stage',
    arguments: { VERSION: '1' },
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox AS build\nCOPY a.txt /\nRUN cat /a.txt > /out\nFROM busybox\nARG VERSION\nRUN echo $VERSION > /version\nCOPY --from=build /out /\n',
      'a.txt': '1',
    },
    commits: [{ arguments: { VERSION: '2' } }, { 'a.txt': '2' }],
  },
  {
    name: 'an argument of the stage below',
    arguments: { VERSION: '1' },
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox AS base\nARG VERSION\nFROM base\nRUN ls > /list\nCOPY a.txt /\n',
      'a.txt': '1',
    },
    commits: [{ arguments: { VERSION: '2' } }, { 'a.txt': '2' }],
  },
  {
    name: 'a global argument',
    arguments: { VERSION: '1' },
    files: {
      ...ignoreGit,
      Dockerfile:
        'ARG VERSION=0\nFROM busybox\nRUN ls > /list\nARG VERSION\nRUN echo $VERSION > /version\n',
      'a.txt': '1',
    },
    commits: [{ arguments: { VERSION: '2' } }, { arguments: {} }],
  },
  {
    name: 'a default that changes',
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox\nRUN ls > /list\nARG VERSION=1\nRUN echo $VERSION > /version\n',
    },
    commits: [
      {
        Dockerfile:
          'FROM busybox\nRUN ls > /list\nARG VERSION=2\nRUN echo $VERSION > /version\n',
      },
      {
        Dockerfile:
          'FROM busybox\nRUN ls > /list\nARG VERSION="2"\nRUN echo $VERSION > /version\n',
      },
    ],
  },
  {
    name: 'an argument in a path',
    arguments: { NAME: 'a' },
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox\nARG NAME\nWORKDIR /src/$NAME\nCOPY $NAME.txt .\nCOPY c.txt /\n',
      'a.txt': '1',
      'b.txt': '1',
      'c.txt': '1',
    },
    commits: [
      { 'b.txt': '2' },
      { arguments: { NAME: 'b' } },
      { 'a.txt': '2' },
      { 'b.txt': '3' },
    ],
  },
  {
    name: 'an argument becomes environment',
    arguments: { VERSION: '1' },
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox\nARG VERSION\nENV VERSION=$VERSION\nCOPY a.txt /\nRUN ls > /list\n',
      'a.txt': '1',
    },
    commits: [{ arguments: { VERSION: '2' } }, { 'a.txt': '2' }],
  },
  {
    name: 'environment hides an argument',
    arguments: { VERSION: '1' },
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox\nENV VERSION=fixed\nARG VERSION\nRUN echo $VERSION > /version\n',
    },
    commits: [{ arguments: { VERSION: '2' } }],
  },
  {
    name: 'proxy arguments',
    arguments: { HTTP_PROXY: 'http://127.0.0.1:9' },
    files: {
      ...ignoreGit,
      Dockerfile: 'FROM busybox\nRUN ls > /list\nCOPY a.txt /\n',
      'a.txt': '1',
    },
    commits: [
      { arguments: { HTTP_PROXY: 'http://127.0.0.1:10' } },
      { arguments: {} },
    ],
  },
  {
    name: 'proxy arguments that are declared',
    arguments: { HTTP_PROXY: 'http://127.0.0.1:9' },
    files: {
      ...ignoreGit,
      Dockerfile: 'FROM busybox\nARG HTTP_PROXY\nRUN ls > /list\n',
    },
    commits: [{ arguments: { HTTP_PROXY: 'http://127.0.0.1:10' } }],
  },
  {
    name: 'platform arguments',
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM --platform=$BUILDPLATFORM busybox AS build\nARG TARGETOS TARGETARCH\nRUN echo $TARGETOS $TARGETARCH > /platform\nFROM busybox\nCOPY --from=build /platform /\nCOPY a.txt /\n',
      'a.txt': '1',
    },
    commits: [{ 'a.txt': '2' }, { 'b.txt': '2' }],
  },
  {
    name: 'the time of the sources',
    arguments: { SOURCE_DATE_EPOCH: '1700000000' },
    files: {
      ...ignoreGit,
      Dockerfile: 'FROM busybox\nCOPY a.txt /\nRUN ls > /list\nWORKDIR /b\n',
      'a.txt': '1',
    },
    commits: [{ arguments: { SOURCE_DATE_EPOCH: '1700000001' } }],
  },
  {
    name: 'environment before a copy and before a command',
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox\nENV A=1\nCOPY a.txt /\nRUN ls > /list\nENV B=1\n',
      'a.txt': '1',
    },
    commits: [
      {
        Dockerfile:
          'FROM busybox\nENV A=1\nCOPY a.txt /\nRUN ls > /list\nENV B=2\n',
      },
      {
        Dockerfile:
          'FROM busybox\nENV A=2\nCOPY a.txt /\nRUN ls > /list\nENV B=2\n',
      },
    ],
  },
];
