/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

const header = 'module example.com/app\n\ngo 1.27\n\n';
const files = { 'main.go': '', 'go.sum': '' };

export const pseudoVersionExamples: RuleExamples = {
  bad: [
    {
      name: 'A commit after a release',
      files: {
        'go.mod': `${header}require example.com/lib v1.2.4-0.20260102030405-0123456789ab\n`,
        ...files,
      },
      findings: ['go.mod:5'],
    },
    {
      name: 'A commit after a pre-release, and one of a module without go.mod',
      files: {
        'go.mod': `${header}require (
	example.com/lib v1.0.0
	example.com/next/v2 v2.0.0-rc.1.0.20260102030405-0123456789ab
	example.com/old v3.1.1-0.20260102030405-0123456789ab+incompatible
)
`,
        ...files,
      },
      findings: ['go.mod:7', 'go.mod:8'],
    },
    {
      name: 'A version that only stands for a replacement, without one',
      files: {
        'go.mod': `${header}require example.com/lib v0.0.0-00010101000000-000000000000\n`,
        ...files,
      },
      findings: ['go.mod:5'],
    },
  ],
  good: [
    {
      name: 'Releases and a pre-release',
      files: {
        'go.mod': `${header}require (
	example.com/lib v1.2.3
	example.com/next v0.1.0-rc.1
)
`,
        ...files,
      },
    },
    {
      name: 'A module that has no release',
      nearMiss: true,
      files: {
        'go.mod': `${header}require example.com/lib v0.0.0-20260102030405-0123456789ab\n`,
        ...files,
      },
    },
    {
      name: 'A requirement of requirements',
      nearMiss: true,
      files: {
        'go.mod': `${header}require example.com/lib v1.2.4-0.20260102030405-0123456789ab // indirect\n\nrequire example.com/direct v1.0.0\n`,
        ...files,
      },
    },
    {
      name: 'A folder of the repository in its place',
      files: {
        'go.mod': `${header}require example.com/lib v0.0.0-00010101000000-000000000000

require example.com/other v1.0.0

replace example.com/lib => ./lib
`,
        'lib/go.mod': 'module example.com/lib\n\ngo 1.27\n',
        ...files,
      },
    },
    {
      name: 'A folder in its place for the whole workspace',
      nearMiss: true,
      files: {
        'go.work': 'go 1.27\n\nuse .\n\nreplace example.com/lib => ./lib\n',
        'go.mod': `${header}require example.com/lib v0.0.0-00010101000000-000000000000\n`,
        'lib/go.mod': 'module example.com/lib\n\ngo 1.27\n',
        ...files,
      },
    },
    {
      name: 'Another module of the workspace',
      files: {
        'go.work': 'go 1.27\n\nuse (\n\t.\n\t./lib\n)\n',
        'go.mod': `${header}require example.com/lib v0.0.0-00010101000000-000000000000\n`,
        'lib/go.mod': 'module example.com/lib\n\ngo 1.27\n',
        ...files,
      },
    },
  ],
};
