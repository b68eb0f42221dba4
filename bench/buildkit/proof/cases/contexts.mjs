/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
// The build context, ignore files, .git, and edits of the Dockerfile itself.

const ignoreGit = { '.dockerignore': '.git\n' };

export const contexts = [
  {
    name: 'ignore files with exceptions',
    files: {
      '.dockerignore': '*\n!src\n!go.*\nsrc/**/*_test.go\n',
      Dockerfile: 'FROM busybox\nCOPY . /src\nRUN ls -R /src > /list\n',
      'go.mod': '1',
      'src/a.go': '1',
      'src/a_test.go': '1',
      'docs/a.md': '1',
    },
    commits: [
      { 'docs/a.md': '2' },
      { 'src/a_test.go': '2' },
      { 'src/a.go': '2' },
      { 'go.sum': '1' },
      { Makefile: '1' },
    ],
  },
  {
    name: 'an ignore file of its own',
    files: {
      '.dockerignore': 'src\n',
      'Dockerfile.dockerignore': '.git\ndocs\n',
      Dockerfile: 'FROM busybox\nCOPY . /src\nRUN ls -R /src > /list\n',
      'src/a.go': '1',
      'docs/a.md': '1',
    },
    commits: [{ 'docs/a.md': '2' }, { 'src/a.go': '2' }],
  },
  {
    name: 'the ignore file changes',
    files: {
      '.dockerignore': '.git\n.dockerignore\ndocs\n',
      Dockerfile: 'FROM busybox\nCOPY . /src\nRUN ls -R /src > /list\n',
      'src/a.go': '1',
      'docs/a.md': '1',
      'notes/a.md': '1',
    },
    commits: [
      { '.dockerignore': '.git\n.dockerignore\ndocs\n# nothing new\n' },
      { '.dockerignore': '.git\n.dockerignore\ndocs\nnotes\n' },
      { '.dockerignore': '.git\n.dockerignore\n' },
    ],
  },
  {
    name: 'git metadata in the context',
    files: {
      Dockerfile:
        'FROM busybox\nCOPY a.txt /\nRUN cat /a.txt > /b\nCOPY . /src\nRUN ls /src > /list\n',
      'a.txt': '1',
    },
    commits: [{ 'b.txt': '1' }, {}, { 'a.txt': '2' }],
  },
  {
    name: 'git metadata that is not copied',
    files: {
      Dockerfile:
        'FROM busybox\nCOPY src /src\nCOPY *.txt /src/\nRUN ls > /list\n',
      'a.txt': '1',
      'src/b.txt': '1',
    },
    commits: [{}, { 'c.md': '1' }, { 'src/b.txt': '2' }],
  },
  {
    name: 'a context below the root',
    context: 'service',
    files: {
      Dockerfile: 'FROM busybox\n',
      'service/Dockerfile': 'FROM busybox\nCOPY . /src\nRUN ls /src > /list\n',
      'service/a.txt': '1',
      'b.txt': '1',
    },
    commits: [{ 'b.txt': '2' }, {}, { 'service/a.txt': '2' }],
    dockerfile: 'service/Dockerfile',
  },
  {
    name: 'the root as context of a Dockerfile below it',
    dockerfile: 'service/Dockerfile',
    files: {
      ...ignoreGit,
      'service/Dockerfile':
        'FROM busybox\nCOPY service /src\nCOPY lib /lib\nRUN ls /src > /list\n',
      'service/a.txt': '1',
      'lib/b.txt': '1',
      'other/c.txt': '1',
    },
    commits: [
      { 'other/c.txt': '2' },
      { 'lib/b.txt': '2' },
      { 'service/a.txt': '2' },
    ],
  },
];

export const edits = [
  {
    name: 'comments and formatting',
    files: {
      ...ignoreGit,
      Dockerfile: 'FROM busybox\nCOPY a.txt /\nRUN ls / > /list && cat /list\n',
      'a.txt': '1',
    },
    commits: [
      {
        Dockerfile:
          '# What this is\nFROM busybox\n\n# The text\nCOPY a.txt /\nRUN ls / > /list && cat /list\n',
      },
      {
        Dockerfile:
          'from busybox\ncopy a.txt /\nrun ls / > /list && cat /list\n',
      },
      {
        Dockerfile:
          'FROM busybox\nCOPY   a.txt    /\nRUN    ls / > /list && cat /list   \n',
      },
      {
        Dockerfile:
          'FROM busybox\nCOPY a.txt /\nRUN ls / > /list \\\n # why\n && cat /list\n',
      },
      {
        Dockerfile:
          'FROM busybox\nCOPY a.txt /\nRUN ls / > /list  && cat /list\n',
      },
      {
        Dockerfile:
          'FROM busybox\nCOPY a.txt /\nRUN ["/bin/sh", "-c", "ls / > /list && cat /list"]\n',
      },
    ],
  },
  {
    name: 'the Dockerfile is in the context',
    files: {
      ...ignoreGit,
      Dockerfile: 'FROM busybox\nCOPY . /src\nRUN ls /src > /list\n',
      'a.txt': '1',
    },
    commits: [
      {
        Dockerfile: '# Note\nFROM busybox\nCOPY . /src\nRUN ls /src > /list\n',
      },
      { 'a.txt': '2' },
    ],
  },
  {
    name: 'metadata only',
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox\nLABEL a=1\nEXPOSE 80\nCOPY a.txt /\nRUN ls > /list\nCMD ["a"]\n',
      'a.txt': '1',
    },
    commits: [
      {
        Dockerfile:
          'FROM busybox\nLABEL a=2\nEXPOSE 81\nSTOPSIGNAL 9\nCOPY a.txt /\nRUN ls > /list\nCMD ["b"]\n',
      },
      {
        Dockerfile:
          'FROM busybox\nMAINTAINER me\nVOLUME /data\nHEALTHCHECK CMD true\nCOPY a.txt /\nRUN ls > /list\nENTRYPOINT ["b"]\n',
      },
    ],
  },
  {
    name: 'user, folder and shell',
    files: {
      ...ignoreGit,
      Dockerfile: 'FROM busybox\nRUN ls > /list\nCOPY a.txt /\n',
      'a.txt': '1',
    },
    commits: [
      { Dockerfile: 'FROM busybox\nUSER root\nRUN ls > /list\nCOPY a.txt /\n' },
      {
        Dockerfile:
          'FROM busybox\nWORKDIR /src\nRUN ls > /list\nCOPY a.txt /\n',
      },
      {
        Dockerfile:
          'FROM busybox\nSHELL ["/bin/sh", "-ec"]\nRUN ls > /list\nCOPY a.txt /\n',
      },
      {
        Dockerfile:
          'FROM busybox\nRUN ls > /list\nUSER nonroot\nCOPY a.txt /\n',
      },
      {
        Dockerfile: 'FROM busybox\nRUN ls > /list\nUSER root\nCOPY a.txt ./\n',
      },
    ],
  },
  {
    name: 'steps that come and go',
    files: {
      ...ignoreGit,
      Dockerfile:
        'FROM busybox\nRUN ls > /one\nRUN ls > /two\nRUN ls > /three\n',
    },
    commits: [
      { Dockerfile: 'FROM busybox\nRUN ls > /one\nRUN ls > /three\n' },
      { Dockerfile: 'FROM busybox\nRUN ls > /two\nRUN ls > /one\n' },
      {
        Dockerfile:
          'FROM busybox\nRUN ls > /one\nRUN ls > /two\nRUN ls > /three\nRUN ls > /four\n',
      },
    ],
  },
  {
    name: 'environment in another order',
    files: {
      ...ignoreGit,
      Dockerfile: 'FROM busybox\nENV A=1\nENV B=2\nARG C=3\nRUN ls > /list\n',
    },
    commits: [
      { Dockerfile: 'FROM busybox\nENV A=1 B=2\nARG C=3\nRUN ls > /list\n' },
      { Dockerfile: 'FROM busybox\nENV B=2 A=1\nARG C=3\nRUN ls > /list\n' },
      { Dockerfile: 'FROM busybox\nARG C=3\nENV B=2 A=1\nRUN ls > /list\n' },
      {
        Dockerfile:
          'FROM busybox\nARG C=3\nENV B=1 A=1\nENV B=2\nRUN ls > /list\n',
      },
    ],
  },
  {
    name: 'other words for the same paths',
    files: {
      ...ignoreGit,
      Dockerfile: 'FROM busybox\nWORKDIR /src\nCOPY a.txt ./\nCOPY b .\n',
      'a.txt': '1',
      'b/c.txt': '1',
    },
    commits: [
      { Dockerfile: 'FROM busybox\nWORKDIR /src\nCOPY ./a.txt .\nCOPY b/ .\n' },
      {
        Dockerfile:
          'FROM busybox\nWORKDIR /\nWORKDIR src\nCOPY /a.txt /src/\nCOPY /b/. /src/\n',
      },
      { Dockerfile: 'FROM busybox\nWORKDIR /src\nCOPY a.txt /src\nCOPY b .\n' },
    ],
  },
  {
    name: 'the user of a folder',
    files: {
      ...ignoreGit,
      Dockerfile: 'FROM busybox\nWORKDIR /a\nRUN ls > /list\nCOPY a.txt /\n',
      'a.txt': '1',
    },
    commits: [
      {
        Dockerfile:
          'FROM busybox\nUSER nonroot\nWORKDIR /a\nUSER root\nRUN ls > /list\nCOPY a.txt /\n',
      },
      {
        Dockerfile:
          'FROM busybox\nUSER nonroot:nonroot\nWORKDIR /a\nUSER root\nRUN ls > /list\nCOPY a.txt /\n',
      },
    ],
  },
  {
    name: 'escape characters',
    files: {
      ...ignoreGit,
      Dockerfile: 'FROM busybox\nRUN ls / > /list && \\\n  cat /list\n',
    },
    commits: [
      {
        Dockerfile:
          '# escape=`\nFROM busybox\nRUN ls / > /list && `\n  cat /list\n',
      },
    ],
  },
  {
    name: 'network and security of a command',
    files: {
      ...ignoreGit,
      Dockerfile: 'FROM busybox\nRUN ls > /list\n',
    },
    commits: [{ Dockerfile: 'FROM busybox\nRUN --network=none ls > /list\n' }],
  },
];
