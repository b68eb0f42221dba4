/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

const start = 'CMD ["/bin/true"]\n';

export const labelsExamples: RuleExamples = {
  bad: [
    {
      name: 'No label',
      files: { Dockerfile: `FROM alpine:3.24\n${start}` },
      findings: ['Dockerfile:1'],
    },
    {
      name: 'Labels of its own only',
      files: {
        Dockerfile: `FROM alpine:3.24\nLABEL team=a tier="1"\n${start}`,
      },
      findings: ['Dockerfile:1'],
    },
    {
      name: 'On a stage that is not part of the image',
      files: {
        Dockerfile: `FROM alpine:3.24 AS build\nLABEL org.opencontainers.image.source=https://git.example.com/a/b\nRUN true\n\nFROM alpine:3.24\nCOPY --from=build /etc/os-release /\n${start}`,
      },
      findings: ['Dockerfile:5'],
    },
  ],
  good: [
    {
      name: 'The source is named',
      files: {
        Dockerfile: `FROM alpine:3.24\nLABEL org.opencontainers.image.source="https://git.example.com/a/b"\n${start}`,
      },
    },
    {
      name: 'By a stage below',
      files: {
        Dockerfile: `FROM alpine:3.24 AS base\nLABEL "org.opencontainers.image.title"=a\nFROM base\n${start}`,
      },
    },
    {
      name: 'The pipeline sets them',
      nearMiss: true,
      files: {
        Dockerfile: `FROM alpine:3.24\n${start}`,
        '.github/workflows/image.yaml':
          'on: push\njobs:\n  image:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: docker/metadata-action@v5\n',
      },
    },
    {
      name: 'Nothing starts',
      files: { Dockerfile: 'FROM scratch\nCOPY a /a\n', a: '' },
    },
  ],
};
