/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';
import { goSumLines } from './goSumLines';

const goMod =
  'module example.com/app\n\ngo 1.27\n\nrequire example.com/lib v1.0.0\n';
const lib = goSumLines('example.com/lib', 'v1.0.0');
const other = 'h1:LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=';
const conflicting = lib.replace(/h1:\S+/, other);

export const sumConflictExamples: RuleExamples = {
  bad: [
    {
      name: 'Two hashes of one module',
      files: {
        'go.mod': goMod,
        'go.sum': `${lib}example.com/lib v1.0.0 ${other}\n`,
        'main.go': '',
      },
      findings: ['go.sum:3'],
    },
    {
      name: 'Two hashes of one go.mod, far apart',
      files: {
        'go.mod': goMod,
        'go.sum': `example.com/lib v1.0.0/go.mod ${other}\n${goSumLines(
          'example.com/other',
          'v1.0.0',
        )}${lib}`,
        'main.go': '',
      },
      findings: ['go.sum:5'],
    },
    {
      name: 'The sums of a workspace',
      files: {
        'go.work': 'go 1.27\n\nuse ./api\n',
        'go.work.sum': `${lib}${conflicting}`,
        'api/go.mod': goMod,
      },
      findings: ['go.work.sum:3'],
    },
  ],
  good: [
    {
      name: 'A hash for the module and one for its go.mod',
      files: {
        'go.mod': goMod,
        'go.sum': `example.com/lib v1.0.0 ${other}\n${lib.split('\n')[1]}\n`,
        'main.go': '',
      },
    },
    {
      name: 'The same line twice',
      files: { 'go.mod': goMod, 'go.sum': lib + lib, 'main.go': '' },
    },
    {
      name: 'Two versions of one module',
      nearMiss: true,
      files: {
        'go.mod': goMod,
        'go.sum': `${lib}${conflicting.replace(/v1\.0\.0/g, 'v1.0.1')}`,
        'main.go': '',
      },
    },
    {
      name: 'Hashes of two algorithms',
      nearMiss: true,
      files: {
        'go.mod': goMod,
        'go.sum': lib + lib.replace(/h1:/g, 'h2:'),
        'main.go': '',
      },
    },
    {
      name: 'Two modules of the repository, each with its own go.sum',
      files: {
        'go.mod': goMod,
        'go.sum': lib,
        'tools/go.mod': goMod.replace('/app', '/tools'),
        'tools/go.sum': conflicting,
      },
    },
  ],
};
