/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import * as yaml from 'yaml';

export const checkExamples: TemplateExample[] = [
  {
    description: 'Tell the score of what was made, and end below 95',
    example: yaml.stringify({
      steps: [
        {
          id: 'check',
          name: 'Check the build',
          action: 'build-hygiene:check',
          input: { minimumScore: 95 },
        },
      ],
    }),
  },
  {
    description: 'Check one Dockerfile of a service in a monorepo',
    example: yaml.stringify({
      steps: [
        {
          id: 'check',
          name: 'Check the build',
          action: 'build-hygiene:check',
          input: {
            path: './source',
            dockerfiles: ['services/orders/Dockerfile'],
            context: '.',
            requireGate: true,
          },
        },
      ],
    }),
  },
];
