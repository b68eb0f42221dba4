/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ModuleFacts } from '../../gomod/moduleFacts';
import { RuleExamples } from '../types';

const header = 'module example.com/app\n\ngo 1.27\n\n';
const files = { 'main.go': '', 'go.sum': '' };

const lib: ModuleFacts = {
  modulePath: 'example.com/lib',
  asOf: '2026-11-21T08:00:00Z',
  versions: ['v1.0.0', 'v1.1.0', 'v1.1.1', 'v1.2.0-rc.1', 'v1.2.0', 'v1.3.0'],
  latest: 'v1.3.0',
  retracted: [
    { low: 'v1.1.0', high: 'v1.1.1', rationale: 'Loses data on restart.' },
    { low: 'v1.3.0', high: 'v1.3.0' },
  ],
};

export const retractedExamples: RuleExamples = {
  bad: [
    {
      name: 'A version inside a retracted range',
      files: {
        'go.mod': `${header}require example.com/lib v1.1.0\n`,
        ...files,
      },
      moduleFacts: [lib],
      findings: ['go.mod:5'],
    },
    {
      name: 'The newest version, which takes itself back, as a requirement of a requirement',
      files: {
        'go.mod': `${header}require example.com/lib v1.3.0 // indirect\n`,
        ...files,
      },
      moduleFacts: [lib],
      findings: ['go.mod:5'],
    },
    {
      name: 'A commit between two retracted versions',
      files: {
        'go.mod': `${header}require (
	example.com/other v1.0.0
	example.com/lib v1.1.1-0.20260102030405-0123456789ab
)
`,
        ...files,
      },
      moduleFacts: [lib],
      findings: ['go.mod:7'],
    },
  ],
  good: [
    {
      name: 'Versions before, between and after the retracted ones',
      files: {
        'go.mod': `${header}require example.com/lib v1.2.0\n`,
        ...files,
      },
      moduleFacts: [lib],
    },
    {
      name: 'A pre-release just below a retracted version',
      nearMiss: true,
      files: {
        'go.mod': `${header}require example.com/lib v1.1.0-rc.1\n`,
        ...files,
      },
      moduleFacts: [lib],
    },
    {
      name: 'A fork in its place',
      nearMiss: true,
      files: {
        'go.mod': `${header}require example.com/lib v1.1.0\n\nreplace example.com/lib => example.com/fork v1.1.0\n`,
        ...files,
      },
      moduleFacts: [lib],
    },
    {
      name: 'No module proxy was asked',
      files: {
        'go.mod': `${header}require example.com/lib v1.1.0\n`,
        ...files,
      },
    },
  ],
};
