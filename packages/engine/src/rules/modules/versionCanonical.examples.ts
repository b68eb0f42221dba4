/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

const header = 'module example.com/app\n\ngo 1.27\n\n';
const files = { 'main.go': '', 'go.sum': '' };

export const versionCanonicalExamples: RuleExamples = {
  bad: [
    {
      name: 'Major and minor version alone',
      files: {
        'go.mod': `${header}require (\n\texample.com/lib v1\n\texample.com/other v1.2 // indirect\n)\n`,
        ...files,
      },
      findings: ['go.mod:6', 'go.mod:7'],
    },
    {
      name: 'Build metadata',
      files: {
        'go.mod': `${header}require example.com/lib v1.2.3+build5\n`,
        ...files,
      },
      findings: ['go.mod:5'],
    },
    {
      name: 'On either side of a replacement, and in an exclusion',
      files: {
        'go.mod': `${header}require example.com/lib v1.2.0

exclude example.com/lib v1.1

replace example.com/lib v1.2 => example.com/fork v1.2.1

replace example.com/other => example.com/fork v1
`,
        ...files,
      },
      findings: ['go.mod:7', 'go.mod:9', 'go.mod:11'],
    },
    {
      name: 'Incompatible where nothing is',
      files: {
        'go.mod': `${header}require (\n\texample.com/lib v1.2.3+incompatible\n\texample.com/next/v2 v2.0.0+incompatible\n)\n`,
        ...files,
      },
      findings: ['go.mod:6', 'go.mod:7'],
    },
  ],
  good: [
    {
      name: 'Versions in full',
      files: {
        'go.mod': `${header}require (
	example.com/lib v1.2.3
	example.com/next/v2 v2.0.0-rc.1
	example.com/commit v0.0.0-20260102030405-0123456789ab
	gopkg.in/lib.v3 v3.0.1
)
`,
        ...files,
      },
    },
    {
      name: 'A module without go.mod at version 2 or later',
      nearMiss: true,
      files: {
        'go.mod': `${header}require example.com/old v2.0.0+incompatible\n`,
        ...files,
      },
    },
    {
      name: 'A replacement by a folder has no version',
      files: {
        'go.mod': `${header}require example.com/lib v0.0.0\n\nreplace example.com/lib => ./lib\n`,
        'lib/go.mod': 'module example.com/lib\n\ngo 1.27\n',
        ...files,
      },
    },
    {
      name: 'A branch, which is a matter of syntax',
      nearMiss: true,
      files: {
        'go.mod': `${header}require example.com/lib master\n`,
        ...files,
      },
    },
    {
      name: 'The go line is no module version',
      files: { 'go.mod': header, 'main.go': '' },
    },
  ],
};
