/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
// What COPY and ADD take. Each case is a repository and the commits on top of
// it; a commit names the files that it writes (`undefined` removes one).

const ignoreGit = { '.dockerignore': '.git\n' };

export const selections = [
  {
    name: 'copy one file',
    files: {
      ...ignoreGit,
      Dockerfile: 'FROM busybox\nCOPY a.txt /\nRUN cat /a.txt > /b.txt\n',
      'a.txt': '1',
      'other.txt': '1',
    },
    commits: [
      { 'other.txt': '2' },
      { 'a.txt': '2' },
      { 'a.txt': '1' },
      { 'new.txt': '1' },
    ],
  },
  {
    name: 'copy a folder',
    files: {
      ...ignoreGit,
      Dockerfile: 'FROM busybox\nCOPY src /src\nRUN ls -R /src > /list\n',
      'src/a.txt': '1',
      'src/deep/b.txt': '1',
      'srcs/c.txt': '1',
    },
    commits: [
      { 'srcs/c.txt': '2' },
      { 'src/deep/b.txt': '2' },
      { 'src/deep/new.txt': '1' },
      { 'src/deep/new.txt': undefined },
      { 'README.md': 'new' },
    ],
  },
  {
    name: 'copy by wildcard',
    files: {
      ...ignoreGit,
      Dockerfile: 'FROM busybox\nCOPY *.txt /texts/\nRUN ls /texts > /list\n',
      'a.txt': '1',
      'b.md': '1',
      'deep/c.txt': '1',
    },
    commits: [
      { 'b.md': '2' },
      { 'deep/c.txt': '2' },
      { 'a.txt': '2' },
      { 'd.txt': '1' },
      { 'd.txt': undefined },
    ],
  },
  {
    name: 'copy by wildcard over folders',
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox\nCOPY services/*/go.mod /mods/\nCOPY services/*/cmd /cmd/\nRUN ls -R /cmd > /list\n',
      'services/a/go.mod': 'module a',
      'services/a/main.go': 'package a',
      'services/a/cmd/main.go': 'package main',
      'services/b/go.mod': 'module b',
      'services/b/cmd/b/main.go': 'package main',
    },
    commits: [
      { 'services/a/main.go': 'package a // 2' },
      { 'services/b/cmd/b/main.go': 'package main // 2' },
      { 'services/a/go.mod': 'module a // 2' },
      { 'services/c/cmd/main.go': 'package main' },
    ],
  },
  {
    name: 'copy an optional file',
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox\nWORKDIR /src\nCOPY go.mod go.sum* ./\nRUN ls > /list\nCOPY . .\nRUN ls > /list\n',
      'go.mod': 'module a',
      'main.go': 'package main',
    },
    commits: [
      { 'main.go': 'package main // 2' },
      { 'go.sum': 'a' },
      { 'go.sum': 'b' },
      { 'go.work': 'go 1.27' },
    ],
  },
  {
    name: 'copy everything but',
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox\nCOPY --exclude=*.md --exclude=docs/** . /src/\nRUN ls -R /src > /list\n',
      'a.txt': '1',
      'README.md': '1',
      'docs/a.txt': '1',
      'deep/b.txt': '1',
      'deep/c.md': '1',
    },
    commits: [
      { 'README.md': '2' },
      { 'docs/a.txt': '2' },
      { 'docs/deep/b.txt': '2' },
      { 'deep/c.md': '2' },
      { 'deep/b.txt': '2' },
    ],
  },
  {
    name: 'linked copies',
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox\nCOPY a.txt /a/\nCOPY --link b.txt /b/\nCOPY --link c.txt /c/\nRUN ls > /list\n',
      'a.txt': '1',
      'b.txt': '1',
      'c.txt': '1',
    },
    commits: [
      { 'a.txt': '2' },
      { 'b.txt': '2' },
      { 'c.txt': '2' },
      { 'a.txt': '1' },
    ],
  },
  {
    name: 'owner and mode of a copy',
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox\nCOPY --chown=65532:65532 --chmod=755 a.txt /a/\nCOPY b.txt /b/\n',
      'a.txt': '1',
      'b.txt': '1',
    },
    commits: [
      {
        Dockerfile:
          'FROM busybox\nCOPY --chown=65532:65532 --chmod=750 a.txt /a/\nCOPY b.txt /b/\n',
      },
      {
        Dockerfile:
          'FROM busybox\nCOPY --chown=65533:65532 --chmod=750 a.txt /a/\nCOPY b.txt /b/\n',
      },
      { 'b.txt': '2' },
    ],
  },
  {
    name: 'a file becomes executable',
    files: {
      ...ignoreGit,
      Dockerfile: 'FROM busybox\nCOPY a.sh /\nRUN ls -l / > /list\n',
      'a.sh': '1',
      'b.sh': '1',
    },
    commits: [{ 'b.sh': { mode: 0o755 } }, { 'a.sh': { mode: 0o755 } }],
  },
  {
    name: 'a file gets another name',
    files: {
      ...ignoreGit,
      Dockerfile: 'FROM busybox\nCOPY src /src\nRUN ls /src > /list\n',
      'src/a.txt': '1',
      'src/b.txt': '2',
    },
    commits: [
      { 'src/a.txt': undefined, 'src/c.txt': '1' },
      { 'src/c.txt': undefined, 'src/a.txt': '1' },
    ],
  },
  {
    name: 'symbolic links',
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox\nCOPY link.txt /\nRUN cat /link.txt > /a\nCOPY folder /folder\nRUN ls -l /folder > /b\n',
      'target.txt': '1',
      'link.txt': { link: 'target.txt' },
      'folder/link.txt': { link: '../other.txt' },
      'folder/a.txt': '1',
      'other.txt': '1',
    },
    commits: [
      { 'other.txt': '2' },
      { 'target.txt': '2' },
      { 'folder/link.txt': { link: '../target.txt' } },
    ],
  },
  {
    name: 'only folders are new',
    files: {
      '.dockerignore': '.git\n**/*.md\n',
      Dockerfile: 'FROM busybox\nCOPY . /src\nRUN ls -R /src > /list\n',
      'a.txt': '1',
    },
    commits: [
      { 'README.md': '1' },
      { 'docs/guide.md': '1' },
      { 'docs/more.md': '1' },
      { 'docs/guide.md': undefined, 'docs/more.md': undefined },
    ],
  },
  {
    name: 'add local files',
    files: {
      ...ignoreGit,
      Dockerfile: 'FROM busybox\nADD a.txt b /src/\nRUN ls -R /src > /list\n',
      'a.txt': '1',
      'b/c.txt': '1',
      'd.txt': '1',
    },
    commits: [{ 'd.txt': '2' }, { 'b/c.txt': '2' }, { 'a.txt': '2' }],
  },
  {
    name: 'names with blanks',
    files: {
      ...ignoreGit,
      Dockerfile: 'FROM busybox\nCOPY ["a b.txt", "/a b/"]\nRUN ls > /list\n',
      'a b.txt': '1',
      a: '1',
      'b.txt': '1',
    },
    commits: [{ a: '2', 'b.txt': '2' }, { 'a b.txt': '2' }],
  },
  {
    name: 'files in the Dockerfile',
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox\nCOPY <<EOF /a.conf\nport=1\nEOF\nRUN <<EOF\ncat /a.conf\nls / > /list\nEOF\nCOPY a.txt /\n',
      'a.txt': '1',
    },
    commits: [
      { 'a.txt': '2' },
      {
        Dockerfile:
          'FROM busybox\nCOPY <<EOF /a.conf\nport=2\nEOF\nRUN <<EOF\ncat /a.conf\nls / > /list\nEOF\nCOPY a.txt /\n',
      },
      {
        Dockerfile:
          'FROM busybox\nCOPY <<EOF /a.conf\nport=2\nEOF\nRUN <<EOF\ncat /a.conf\nls -l / > /list\nEOF\nCOPY a.txt /\n',
      },
    ],
  },
];
