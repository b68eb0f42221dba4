/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
// Folders and images that a build is given by name. Bases carry the names of
// images that the runner has a stand-in for.

const lines = (...text) => `${text.join('\n')}\n`;

const files = {
  'app/.dockerignore': '.git\n',
  'app/a.txt': '1',
  'lib/x.txt': '1',
  'lib/y.txt': '1',
  'lib/sub/z.txt': '1',
  'lib/notes.md': '1',
  'lib/.dockerignore': '*.md\n',
};

const lib = { lib: 'lib' };

export const namedContexts = [
  {
    name: 'a copy from a named folder',
    context: 'app',
    dockerfile: 'app/Dockerfile',
    namedContexts: lib,
    files: {
      ...files,
      'app/Dockerfile': lines(
        'FROM busybox',
        'COPY --from=lib x.txt /',
        'RUN cat /x.txt > /x',
        'COPY --from=lib sub /sub',
        'RUN ls /sub > /list',
      ),
    },
    commits: [
      { 'lib/y.txt': '2' },
      { 'lib/sub/z.txt': '2' },
      { 'lib/x.txt': '2' },
      { 'app/a.txt': '2' },
      { 'lib/x.txt': '1' },
    ],
  },
  {
    name: 'the ignore file of a named folder',
    context: 'app',
    dockerfile: 'app/Dockerfile',
    namedContexts: lib,
    files: {
      ...files,
      'app/Dockerfile.dockerignore': '*.txt\n',
      'app/Dockerfile': lines(
        'FROM busybox',
        'COPY --from=lib . /lib',
        'RUN ls -R /lib > /list',
      ),
    },
    commits: [
      { 'lib/notes.md': '2' },
      { 'lib/sub/more.md': '1' },
      { 'lib/y.txt': '2' },
      { 'lib/.dockerignore': '*.md\ny.txt\n' },
    ],
  },
  {
    name: 'mounts of a named folder',
    context: 'app',
    dockerfile: 'app/Dockerfile',
    namedContexts: lib,
    files: {
      ...files,
      'app/Dockerfile': lines(
        'FROM busybox AS one',
        'RUN --mount=from=lib,source=x.txt,target=/x.txt cat /x.txt > /x',
        'FROM busybox AS two',
        'RUN --mount=type=bind,from=lib,target=/lib cat $(find /lib -type f) > /list',
        'FROM busybox',
        'COPY --from=one /x /x',
        'COPY --from=two /list /list',
      ),
    },
    commits: [
      { 'lib/y.txt': '2' },
      { 'lib/notes.md': '2' },
      { 'lib/x.txt': '2' },
      { 'lib/sub/more.txt': '1' },
    ],
  },
  {
    name: 'a listing of a named folder',
    context: 'app',
    dockerfile: 'app/Dockerfile',
    namedContexts: lib,
    explanation:
      '`ls` leaves the same bytes although a file of the folder is another, and a copy of the same bytes is cached. The model does not know what a command makes of its inputs: it takes other inputs for another output, and errs on the side of a step that runs.',
    files: {
      ...files,
      'app/Dockerfile': lines(
        'FROM busybox AS names',
        'RUN --mount=type=bind,from=lib,target=/lib ls -R /lib > /list',
        'FROM busybox',
        'COPY --from=names /list /list',
      ),
    },
    commits: [
      { 'lib/y.txt': '2' },
      { 'lib/sub/more.txt': '1' },
      { 'app/a.txt': '2' },
    ],
  },
  {
    name: 'a named folder in the place of a stage',
    context: 'app',
    dockerfile: 'app/Dockerfile',
    namedContexts: { build: 'lib' },
    files: {
      ...files,
      'app/Dockerfile': lines(
        'FROM busybox AS build',
        'COPY a.txt /x.txt',
        'FROM busybox',
        'COPY --from=build /x.txt /',
        'RUN cat /x.txt > /x',
        'COPY --from=0 y.txt /',
      ),
    },
    commits: [{ 'app/a.txt': '2' }, { 'lib/y.txt': '2' }, { 'lib/x.txt': '2' }],
  },
  {
    name: 'a copy from a stage that is a named folder',
    context: 'app',
    dockerfile: 'app/Dockerfile',
    namedContexts: { 'debian:13': 'lib' },
    files: {
      ...files,
      'app/Dockerfile': lines(
        'FROM debian:13 AS files',
        'FROM busybox',
        'COPY --from=files /x.txt /',
        'RUN cat /x.txt > /x',
      ),
    },
    commits: [{ 'lib/y.txt': '2' }, { 'lib/x.txt': '2' }, { 'app/a.txt': '2' }],
  },
  {
    name: 'steps that stand on a named folder',
    context: 'app',
    dockerfile: 'app/Dockerfile',
    namedContexts: { 'debian:13': 'lib' },
    files: {
      ...files,
      'app/Dockerfile': lines(
        'FROM debian:13 AS files',
        'WORKDIR /made',
        'COPY a.txt .',
        'FROM busybox',
        'COPY --from=files /made/a.txt /',
        'RUN cat /a.txt > /a',
      ),
    },
    commits: [{ 'app/Makefile': '1' }, { 'lib/y.txt': '2' }, {}],
  },
  {
    name: 'a linked copy on a named folder',
    context: 'app',
    dockerfile: 'app/Dockerfile',
    namedContexts: { 'debian:13': 'lib' },
    files: {
      ...files,
      'app/Dockerfile': lines('FROM debian:13', 'COPY --link a.txt /made/'),
    },
    commits: [{ 'lib/y.txt': '2' }, { 'app/a.txt': '2' }],
  },
  {
    name: 'the build context by another name',
    namedContexts: { all: '.' },
    files: {
      '.dockerignore': '.git\n*.md\n',
      Dockerfile: lines(
        'FROM busybox',
        'COPY --from=all src /src',
        'RUN ls /src > /list',
        'COPY src /again',
      ),
      'src/a.txt': '1',
      'src/a.md': '1',
    },
    commits: [{ 'src/a.md': '2' }, { 'src/a.txt': '2' }, { 'b.txt': '1' }],
  },
  {
    name: 'a name with a tag is another name',
    context: 'app',
    dockerfile: 'app/Dockerfile',
    namedContexts: { busybox: 'lib', 'docker.io/library/alpine:latest': 'lib' },
    files: {
      ...files,
      'app/Dockerfile': lines(
        'FROM busybox:1',
        'COPY --from=alpine x.txt /',
        'RUN cat /x.txt > /x',
      ),
    },
    commits: [{ 'lib/y.txt': '2' }, { 'lib/x.txt': '2' }],
  },
];
