/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';
import { goSumLines } from './goSumLines';

const goMod = `module example.com/app

go 1.27

require (
	example.com/lib v1.0.0
	example.com/other v1.2.0 // indirect
)
`;
const lib = goSumLines('example.com/lib', 'v1.0.0');
const other = goSumLines('example.com/other', 'v1.2.0');
const main = { 'main.go': '' };

export const sumIncompleteExamples: RuleExamples = {
  bad: [
    {
      name: 'A requirement that was bumped without go.sum',
      files: {
        'go.mod': goMod.replace('v1.0.0', 'v1.1.0'),
        'go.sum': lib + other,
        ...main,
      },
      findings: ['go.mod:6'],
    },
    {
      name: 'Before Go 1.17, with the hash of the code alone',
      files: {
        'go.mod': goMod.replace('1.27', '1.16'),
        'go.sum': lib + other.split('\n')[0],
        ...main,
      },
      findings: ['go.mod:7'],
    },
    {
      name: 'A replacement by another module',
      files: {
        'go.mod': `${goMod}\nreplace example.com/lib => example.com/fork v1.0.1\n`,
        'go.sum': lib + other,
        ...main,
      },
      findings: ['go.mod:6'],
    },
    {
      name: 'What go mod download writes: no hash of any code',
      files: {
        'go.mod': goMod.replace(' // indirect', ''),
        'go.sum': `${lib.split('\n')[1]}\n${other.split('\n')[1]}\n`,
        ...main,
      },
      findings: ['go.mod:6'],
    },
    {
      name: 'A workspace whose files have it nowhere',
      files: {
        'go.work': 'go 1.27\n\nuse (\n\t./api\n\t./lib\n)\n',
        'go.work.sum': '',
        'api/go.mod': goMod,
        'api/go.sum': '',
        'lib/go.mod': 'module example.com/lib\n\ngo 1.27\n',
      },
      findings: ['api/go.mod:7'],
    },
  ],
  good: [
    {
      name: 'A line for each go.mod',
      files: { 'go.mod': goMod, 'go.sum': lib + other, ...main },
    },
    {
      name: 'No hash of the code: nothing may import it',
      nearMiss: true,
      files: {
        'go.mod': goMod,
        'go.sum': lib + other.split('\n')[1],
        ...main,
      },
    },
    {
      name: 'Replaced by a folder, and by another module with its hash',
      files: {
        'go.mod': `${goMod}
replace example.com/lib v1.0.0 => ./lib

replace example.com/lib => example.com/unused v1.0.0

replace example.com/other => example.com/fork v1.0.1
`,
        'go.sum': goSumLines('example.com/fork', 'v1.0.1'),
        ...main,
      },
    },
    {
      name: 'Hashes in the files of the workspace',
      nearMiss: true,
      files: {
        'go.work': 'go 1.27\n\nuse (\n\t./api\n\t./worker\n)\n',
        'go.work.sum': lib,
        'api/go.mod': goMod,
        'api/go.sum': '',
        'worker/go.mod': goMod.replace('/app', '/worker'),
        'worker/go.sum': other,
      },
    },
    {
      name: 'A folder in its place for the whole workspace',
      nearMiss: true,
      files: {
        'go.work': 'go 1.27\n\nuse ./api\n\nreplace example.com/lib => ./lib\n',
        'api/go.mod': goMod,
        'api/go.sum': other,
        'lib/go.mod': 'module example.com/lib\n\ngo 1.27\n',
      },
    },
    {
      name: 'Vendored',
      files: {
        'go.mod': goMod,
        'go.sum': lib,
        'vendor/modules.txt':
          '# example.com/lib v1.0.0\n## explicit; go 1.27\nexample.com/lib\n# example.com/other v1.2.0\n## explicit; go 1.27\n',
        'vendor/example.com/lib/lib.go': '',
        ...main,
      },
    },
    {
      name: 'An excluded version, and one that is not canonical',
      files: {
        'go.mod': `module example.com/app

go 1.27

require (
	example.com/lib v1
	example.com/other v1.2.0
)

exclude example.com/other v1.2.0
`,
        'go.sum': '',
        ...main,
      },
    },
  ],
};
