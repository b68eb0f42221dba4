/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import * as yaml from 'yaml';

export const verifyExamples: TemplateExample[] = [
  {
    description: 'Make sure that later steps did not undo a fix',
    example: yaml.stringify({
      steps: [
        {
          id: 'verify',
          name: 'Verify the fixes',
          action: 'build-hygiene:verify',
          input: {
            path: './source',
            rules: ['cache/deps-before-source'],
            minimumScore: '${{ steps.fix.output.scoreAfter }}',
          },
        },
      ],
    }),
  },
];
