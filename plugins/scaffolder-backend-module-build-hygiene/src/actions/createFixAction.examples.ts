/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import * as yaml from 'yaml';

export const fixExamples: TemplateExample[] = [
  {
    description: 'Apply chosen fixes, and open a pull request with them',
    example: yaml.stringify({
      steps: [
        {
          id: 'fetch',
          name: 'Read the repository',
          action: 'fetch:plain',
          input: {
            url: 'https://github.com/octo-org/orders',
            targetPath: './source',
          },
        },
        {
          id: 'fix',
          name: 'Fix the build',
          action: 'build-hygiene:fix',
          input: {
            path: './source',
            rules: ['cache/deps-before-source', 'context/dockerignore-missing'],
            changesPath: './changes',
          },
        },
        {
          id: 'pull-request',
          name: 'Open the pull request',
          action: 'publish:github:pull-request',
          input: {
            repoUrl: 'github.com?owner=octo-org&repo=orders',
            branchName: 'build-hygiene/orders',
            update: true,
            sourcePath: './changes',
            title: '${{ steps.fix.output.title }}',
            description: '${{ steps.fix.output.body }}',
          },
        },
      ],
    }),
  },
  {
    description: 'Apply all fixes that need no review',
    example: yaml.stringify({
      steps: [
        {
          id: 'fix',
          name: 'Fix the build',
          action: 'build-hygiene:fix',
          input: { safeOnly: true },
        },
      ],
    }),
  },
];
