/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

export const toolchainInvalidExamples: RuleExamples = {
  bad: [
    {
      name: 'No toolchain name',
      files: {
        'go.mod': `module example.com/app

go 1.26.0

toolchain 1.27.4
`,
      },
      findings: ['go.mod:5'],
      fixed: {
        'go.mod': `module example.com/app

go 1.26.0

toolchain go1.27.4
`,
      },
    },
    {
      name: 'The same as the go line',
      files: {
        'go.mod': `module example.com/app

go 1.26.0

toolchain go1.26.0 // as the builder

require example.com/lib v1.0.0
`,
      },
      findings: ['go.mod:5'],
      fixed: {
        'go.mod': `module example.com/app

go 1.26.0

require example.com/lib v1.0.0
`,
      },
    },
    {
      name: 'The default toolchain',
      files: {
        'go.mod': `module example.com/app

go 1.26.0

toolchain default
`,
      },
      findings: ['go.mod:5'],
      fixed: {
        'go.mod': `module example.com/app

go 1.26.0
`,
      },
    },
    {
      name: 'Older than the go line',
      files: {
        'go.mod': `module example.com/app

go 1.27.2
toolchain go1.27.1

require (
	example.com/lib v1.0.0
)
`,
      },
      findings: ['go.mod:4'],
      fixed: {
        'go.mod': `module example.com/app

go 1.27.2

require (
	example.com/lib v1.0.0
)
`,
      },
    },
    {
      name: 'A language version',
      files: {
        'go.mod': `module example.com/app

go 1.26.0

toolchain go1.27
`,
      },
      findings: ['go.mod:5'],
      fixed: {
        'go.mod': `module example.com/app

go 1.26.0

toolchain go1.27.0
`,
      },
    },
    {
      name: 'Before there were toolchain lines',
      files: {
        'go.mod': `module example.com/app

go 1.20

toolchain go1.20.14
`,
      },
      findings: ['go.mod:5'],
      fixed: {
        'go.mod': `module example.com/app

go 1.20
`,
      },
    },
  ],
  good: [
    {
      name: 'A newer patch',
      files: {
        'go.mod': `module example.com/app

go 1.27.0

toolchain go1.27.4
`,
      },
    },
    {
      name: 'A build of our own, of the same version',
      nearMiss: true,
      files: {
        'go.mod': `module example.com/app

go 1.26.0

toolchain go1.26.0-custom
`,
      },
    },
    {
      name: 'A candidate of the next line',
      files: {
        'go.mod': `module example.com/app

go 1.26.0

toolchain go1.27rc2
`,
      },
    },
    {
      name: 'A candidate is newer than its language version',
      nearMiss: true,
      files: {
        'go.mod': `module example.com/app

go 1.27

toolchain go1.27rc1
`,
      },
    },
    {
      name: 'No toolchain line',
      files: {
        'go.mod': `module example.com/app

go 1.27.4

// toolchain go1.20
`,
      },
    },
    {
      name: 'The file that bingo leaves beside those of tools',
      nearMiss: true,
      files: {
        '.bingo/go.mod': `module _ // Fake go.mod for the tools beside it.

go 1.26.0

toolchain go1.26.0
`,
        'go.mod': `module example.com/app

go 1.26.0
`,
      },
    },
  ],
};
