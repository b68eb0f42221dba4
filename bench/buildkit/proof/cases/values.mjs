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
    arguments: { FLAVOUR: '1' },
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox\nCOPY a.txt /\nARG FLAVOUR\nRUN echo $FLAVOUR > /version\nCOPY b.txt /\n',
      'a.txt': '1',
      'b.txt': '1',
    },
    commits: [
      { arguments: { FLAVOUR: '2' } },
      { arguments: { FLAVOUR: '1' } },
      { 'b.txt': '2' },
    ],
  },
  {
    name: 'an argument that no command uses',
    arguments: { FLAVOUR: '1' },
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox\nARG FLAVOUR\nWORKDIR /src\nCOPY a.txt .\nRUN ls > /list\n',
      'a.txt': '1',
    },
    commits: [{ arguments: { FLAVOUR: '2' } }, { 'a.txt': '2' }],
  },
  {
    name: 'an argument behind the commands',
    arguments: { FLAVOUR: '1' },
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox\nCOPY a.txt /\nRUN ls > /list\nARG FLAVOUR\nLABEL version=$FLAVOUR\n',
      'a.txt': '1',
    },
    commits: [{ arguments: { FLAVOUR: '2' } }, { 'a.txt': '2' }],
  },
  {
    name: 'an argument that is not declared',
    arguments: { FLAVOUR: '1' },
    files: {
      ...ignoreGit,
      Dockerfile: 'FROM busybox\nCOPY a.txt /\nRUN ls > /list\n',
      'a.txt': '1',
    },
    commits: [{ arguments: { FLAVOUR: '2' } }],
  },
  {
    name: 'an argument in another stage',
    arguments: { FLAVOUR: '1' },
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox AS build\nCOPY a.txt /\nRUN cat /a.txt > /out\nFROM busybox\nARG FLAVOUR\nRUN echo $FLAVOUR > /version\nCOPY --from=build /out /\n',
      'a.txt': '1',
    },
    commits: [{ arguments: { FLAVOUR: '2' } }, { 'a.txt': '2' }],
  },
  {
    name: 'an argument of the stage below',
    arguments: { FLAVOUR: '1' },
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox AS base\nARG FLAVOUR\nFROM base\nRUN ls > /list\nCOPY a.txt /\n',
      'a.txt': '1',
    },
    commits: [{ arguments: { FLAVOUR: '2' } }, { 'a.txt': '2' }],
  },
  {
    name: 'a global argument',
    arguments: { FLAVOUR: '1' },
    files: {
      ...ignoreGit,
      Dockerfile:
        'ARG FLAVOUR=0\nFROM busybox\nRUN ls > /list\nARG FLAVOUR\nRUN echo $FLAVOUR > /version\n',
      'a.txt': '1',
    },
    commits: [{ arguments: { FLAVOUR: '2' } }, { arguments: {} }],
  },
  {
    name: 'a default that changes',
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox\nRUN ls > /list\nARG FLAVOUR=1\nRUN echo $FLAVOUR > /version\n',
    },
    commits: [
      {
        Dockerfile:
          'FROM busybox\nRUN ls > /list\nARG FLAVOUR=2\nRUN echo $FLAVOUR > /version\n',
      },
      {
        Dockerfile:
          'FROM busybox\nRUN ls > /list\nARG FLAVOUR="2"\nRUN echo $FLAVOUR > /version\n',
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
    arguments: { FLAVOUR: '1' },
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox\nARG FLAVOUR\nENV FLAVOUR=$FLAVOUR\nCOPY a.txt /\nRUN ls > /list\n',
      'a.txt': '1',
    },
    commits: [{ arguments: { FLAVOUR: '2' } }, { 'a.txt': '2' }],
  },
  {
    name: 'environment hides an argument',
    arguments: { FLAVOUR: '1' },
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox\nENV FLAVOUR=fixed\nARG FLAVOUR\nRUN echo $FLAVOUR > /version\n',
    },
    commits: [{ arguments: { FLAVOUR: '2' } }],
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
