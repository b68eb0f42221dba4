/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ModuleFacts } from '../../gomod/moduleFacts';
import { RuleExamples } from '../types';

const header = 'module example.com/app\n\ngo 1.27\n\n';
const files = { 'main.go': '', 'go.sum': '' };

const old: ModuleFacts = {
  modulePath: 'example.com/old',
  asOf: '2026-11-21T08:00:00Z',
  versions: ['v1.0.0', 'v1.4.2'],
  latest: 'v1.4.2',
  deprecated: 'use example.com/new instead.',
  retracted: [],
};

const living: ModuleFacts = {
  modulePath: 'example.com/living',
  asOf: '2026-11-21T08:00:00Z',
  versions: ['v1.0.0'],
  latest: 'v1.0.0',
  retracted: [],
};

export const deprecatedExamples: RuleExamples = {
  bad: [
    {
      name: 'A deprecated module',
      files: {
        'go.mod': `${header}require example.com/old v1.4.2\n`,
        ...files,
      },
      moduleFacts: [old],
      findings: ['go.mod:5'],
    },
    {
      name: 'An older version, from before the deprecation',
      files: {
        'go.mod': `${header}require (
	example.com/living v1.0.0
	example.com/old v1.0.0
)
`,
        ...files,
      },
      moduleFacts: [living, old],
      findings: ['go.mod:7'],
    },
    {
      name: 'A replacement of another version',
      files: {
        'go.mod': `${header}require example.com/old v1.4.2\n\nreplace example.com/old v1.0.0 => ./old\n`,
        'old/go.mod': 'module example.com/old\n\ngo 1.27\n',
        ...files,
      },
      moduleFacts: [old],
      findings: ['go.mod:5'],
    },
  ],
  good: [
    {
      name: 'A module that is not',
      files: {
        'go.mod': `${header}require example.com/living v1.0.0\n`,
        ...files,
      },
      moduleFacts: [living, old],
    },
    {
      name: 'A requirement of a requirement',
      nearMiss: true,
      files: {
        'go.mod': `${header}require example.com/living v1.0.0\n\nrequire example.com/old v1.4.2 // indirect\n`,
        ...files,
      },
      moduleFacts: [living, old],
    },
    {
      name: 'A fork in its place',
      nearMiss: true,
      files: {
        'go.mod': `${header}require example.com/old v1.4.2\n\nreplace example.com/old => example.com/fork v1.5.0\n`,
        ...files,
      },
      moduleFacts: [old],
    },
    {
      name: 'No module proxy was asked',
      files: {
        'go.mod': `${header}require example.com/old v1.4.2\n`,
        ...files,
      },
    },
  ],
};
