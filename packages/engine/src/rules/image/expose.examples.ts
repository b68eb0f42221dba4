/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

export const exposeExamples: RuleExamples = {
  bad: [
    {
      name: 'A port in the start command',
      files: {
        Dockerfile: 'FROM alpine:3.24\nENTRYPOINT ["/app", "--port=8080"]\n',
      },
      findings: ['Dockerfile:2'],
    },
    {
      name: 'An address in its default arguments',
      files: {
        Dockerfile:
          'FROM alpine:3.24\nENTRYPOINT ["/app"]\nCMD ["-listen", "0.0.0.0:9000"]\n',
      },
      findings: ['Dockerfile:3'],
    },
    {
      name: 'In shell form',
      files: { Dockerfile: 'FROM alpine:3.24\nCMD /app --addr :8080\n' },
      findings: ['Dockerfile:2'],
    },
  ],
  good: [
    {
      name: 'The port is named',
      files: {
        Dockerfile:
          'FROM alpine:3.24\nEXPOSE 8080\nENTRYPOINT ["/app", "--port=8080"]\n',
      },
    },
    {
      name: 'By an argument, in a stage below',
      files: {
        Dockerfile:
          'FROM alpine:3.24 AS base\nARG PORT\nEXPOSE $PORT\nFROM base\nCMD ["/app", "--port", "8080"]\n',
      },
    },
    {
      name: 'No port to listen on',
      nearMiss: true,
      files: {
        Dockerfile:
          'FROM alpine:3.24\nCMD ["/app", "--database-port=5432", "--addr=127.0.0.1:6060"]\n',
      },
    },
    {
      name: 'Nothing starts',
      files: { Dockerfile: 'FROM scratch\nCOPY a /a\n', a: '' },
    },
  ],
};
