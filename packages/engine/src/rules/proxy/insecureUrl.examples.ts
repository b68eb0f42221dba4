/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';
import { serviceWith, testWorkflow } from './settingExamples';

export const insecureUrlExamples: RuleExamples = {
  bad: [
    {
      name: 'A proxy over plain HTTP',
      files: serviceWith('ENV GOPROXY=http://goproxy.corp.example:3000,direct'),
      findings: ['Dockerfile:2'],
    },
    {
      name: 'The second of two, for one command',
      files: serviceWith('', {
        build:
          'GOPROXY="https://goproxy.corp.example|http://athens.corp.example" go build -o /app .',
      }),
      findings: ['Dockerfile:4'],
    },
    {
      name: 'GOINSECURE for a forge',
      files: serviceWith('RUN go env -w GOINSECURE=github.com'),
      findings: ['Dockerfile:2'],
    },
    {
      name: 'GOINSECURE for everything, in a workflow',
      files: serviceWith('', {
        others: {
          '.github/workflows/test.yml': testWorkflow("GOINSECURE: '*'"),
        },
      }),
      findings: ['.github/workflows/test.yml:3'],
    },
  ],
  good: [
    {
      name: 'HTTPS, also without its name',
      files: serviceWith(
        'ENV GOPROXY=https://goproxy.corp.example,proxy.golang.org,direct',
      ),
    },
    {
      name: 'A proxy on the machine itself',
      nearMiss: true,
      files: serviceWith(
        'ENV GOPROXY=http://localhost:3000,http://127.0.0.1:3000,direct',
      ),
    },
    {
      name: 'GOINSECURE for a private host',
      files: serviceWith('ENV GOINSECURE=git.corp.example'),
    },
    {
      name: 'Another program is given a proxy',
      nearMiss: true,
      files: serviceWith('ENV HTTP_PROXY=http://proxy.corp.example:8080'),
    },
    {
      name: 'Files',
      files: serviceWith(
        'ENV GOPROXY=file:///proxy,https://goproxy.corp.example',
      ),
    },
  ],
};
