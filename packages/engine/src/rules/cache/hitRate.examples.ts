/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

const dockerfile = `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`;
const files = {
  Dockerfile: dockerfile,
  'go.mod': 'module example.com/app\n\ngo 1.27\n',
  'main.go': '',
  '.dockerignore': '.git\n',
};

export const hitRateExamples: RuleExamples = {
  bad: [
    {
      name: 'Half of the steps',
      files,
      measured: { builds: 30, hitRate: 0.5 },
      findings: ['Dockerfile:3'],
    },
    {
      name: 'Hardly any step',
      files,
      measured: { builds: 12, hitRate: 0.1 },
      findings: ['Dockerfile:3'],
    },
    {
      name: 'Almost enough',
      files,
      measured: { builds: 10, hitRate: 0.79 },
      findings: ['Dockerfile:3'],
    },
    {
      name: 'Every commit is another one',
      files: { ...files, '.dockerignore': 'docs\n' },
      measured: { builds: 22, hitRate: 0.3 },
      findings: ['Dockerfile:3'],
    },
    {
      name: 'Enough for most, and not for the policy',
      files,
      measured: { builds: 30, hitRate: 0.85 },
      policy: { parameters: { fullFrom: 90 } },
      findings: ['Dockerfile:3'],
    },
  ],
  good: [
    {
      name: 'Most steps',
      files,
      measured: { builds: 30, hitRate: 0.86 },
    },
    {
      name: 'Just enough',
      nearMiss: true,
      files,
      measured: { builds: 10, hitRate: 0.8 },
    },
    {
      name: 'Enough for the policy',
      files,
      measured: { builds: 30, hitRate: 0.5 },
      policy: { parameters: { fullFrom: 50, nothingUpTo: 60 } },
    },
    {
      name: 'Too few builds to tell, which is pending',
      nearMiss: true,
      files,
      measured: { builds: 9, hitRate: 0.1 },
    },
    {
      name: 'No build yet, which is pending',
      files,
      measured: { builds: 0 },
    },
    {
      name: 'Builds are not recorded',
      files,
    },
  ],
};
