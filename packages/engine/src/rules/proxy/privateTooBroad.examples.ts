/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';
import { serviceWith, testWorkflow } from './settingExamples';

export const privateTooBroadExamples: RuleExamples = {
  bad: [
    {
      name: 'Everything',
      files: serviceWith('ENV GOPRIVATE=*'),
      findings: ['Dockerfile:2'],
    },
    {
      name: 'A whole forge',
      files: serviceWith('ARG GOPRIVATE=github.com,git.corp.example'),
      findings: ['Dockerfile:2'],
    },
    {
      name: 'All organisations of a forge',
      files: serviceWith('RUN go env -w GOPRIVATE="gitlab.com/*"'),
      findings: ['Dockerfile:2'],
    },
    {
      name: 'Past the checksum database, in a workflow',
      files: serviceWith('', {
        others: {
          '.github/workflows/test.yml': testWorkflow('GONOSUMDB: github.com/'),
        },
      }),
      findings: ['.github/workflows/test.yml:3'],
    },
  ],
  good: [
    {
      name: 'An organisation',
      files: serviceWith('ENV GOPRIVATE=github.com/my-org'),
    },
    {
      name: 'Some organisations of a forge',
      files: serviceWith('ENV GOPRIVATE=github.com/my-*'),
    },
    {
      name: 'The hosts of a domain of its own',
      files: serviceWith('ENV GOPRIVATE=*.corp.example,git.my-company.com'),
    },
    {
      name: 'A forge on a host of its own',
      nearMiss: true,
      files: serviceWith(
        'ENV GOPRIVATE=github.my-company.com,gitlab.corp.example',
      ),
    },
    {
      name: 'Nothing can be fetched',
      nearMiss: true,
      files: serviceWith('', {
        build: 'GOPRIVATE=* GOPROXY=off go build -mod=vendor -o /app .',
      }),
    },
  ],
};
