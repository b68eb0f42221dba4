/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import * as yaml from 'yaml';

export const locateExamples: TemplateExample[] = [
  {
    description: 'Read the repository of a service of the catalog',
    example: yaml.stringify({
      steps: [
        {
          id: 'locate',
          name: 'Find the repository',
          action: 'build-hygiene:locate',
          input: { entityRef: 'component:default/orders' },
        },
        {
          id: 'fetch',
          name: 'Read the repository',
          action: 'fetch:plain',
          input: {
            url: '${{ steps.locate.output.url }}',
            targetPath: './source',
          },
        },
      ],
    }),
  },
];
