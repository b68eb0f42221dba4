/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

const required = (name: string, version = 'v1.0.0') =>
  `require example.com/${name} ${version}\n`;

export const sumMissingExamples: RuleExamples = {
  bad: [
    {
      name: 'A requirement without go.sum',
      files: {
        'go.mod': `module example.com/app\n\ngo 1.27\n\n${required('lib')}`,
        'main.go': '',
      },
      findings: ['go.mod:5'],
    },
    {
      name: 'Only one of two is replaced by a folder',
      files: {
        'go.mod': `module example.com/app

go 1.27

require (
	example.com/lib v1.0.0
	example.com/other v1.2.0
	example.com/third v1.3.0 // indirect
)

replace example.com/lib => ./lib
`,
        'main.go': '',
        'lib/go.mod': 'module example.com/lib\n\ngo 1.27\n',
        'lib/lib.go': '',
      },
      findings: ['go.mod:7'],
    },
    {
      name: 'A replacement by a module has a checksum too',
      files: {
        'go.mod': `module example.com/app

go 1.27

${required('lib')}
replace example.com/lib => example.com/fork v1.0.1
`,
        'main.go': '',
      },
      findings: ['go.mod:5'],
    },
    {
      name: 'The go.sum of another folder does not count',
      files: {
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'go.sum': '',
        'main.go': '',
        'tools/go.mod': `module example.com/tools\n\ngo 1.27\n\n${required(
          'gen',
        )}`,
        'tools/tools.go': '',
      },
      findings: ['tools/go.mod:5'],
    },
  ],
  good: [
    {
      name: 'go.sum is there',
      files: {
        'go.mod': `module example.com/app\n\ngo 1.27\n\n${required('lib')}`,
        'go.sum':
          'example.com/lib v1.0.0 h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nexample.com/lib v1.0.0/go.mod h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n',
        'main.go': '',
      },
    },
    {
      name: 'No requirements',
      files: {
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
    },
    {
      name: 'All requirements are folders of the repository',
      nearMiss: true,
      files: {
        'go.mod': `module example.com/app

go 1.27

${required('lib', 'v0.0.0')}
replace example.com/lib => ./lib
`,
        'main.go': '',
        'lib/go.mod': 'module example.com/lib\n\ngo 1.27\n',
        'lib/lib.go': '',
      },
    },
    {
      name: 'Vendored',
      files: {
        'go.mod': `module example.com/app\n\ngo 1.27\n\n${required('lib')}`,
        'main.go': '',
        'vendor/modules.txt':
          '# example.com/lib v1.0.0\n## explicit; go 1.27\nexample.com/lib\n',
        'vendor/example.com/lib/lib.go': '',
      },
    },
    {
      name: 'The workspace has the checksums',
      nearMiss: true,
      files: {
        'go.work': 'go 1.27\n\nuse (\n\t./api\n\t./lib\n)\n',
        'go.work.sum':
          'example.com/other v1.0.0 h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n',
        'api/go.mod': `module example.com/api\n\ngo 1.27\n\n${required(
          'other',
        )}`,
        'api/main.go': '',
        'lib/go.mod': 'module example.com/lib\n\ngo 1.27\n',
        'lib/lib.go': '',
      },
    },
    {
      name: 'A sibling of the workspace',
      files: {
        'go.work': 'go 1.27\n\nuse ./api\nuse ./lib\n',
        'api/go.mod': `module example.com/api\n\ngo 1.27\n\n${required(
          'lib',
          'v0.0.0',
        )}`,
        'api/main.go': '',
        'lib/go.mod': 'module example.com/lib\n\ngo 1.27\n',
        'lib/lib.go': '',
      },
    },
  ],
};
