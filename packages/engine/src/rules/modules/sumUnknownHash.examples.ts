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

export const sumUnknownHashExamples: RuleExamples = {
  bad: [
    {
      name: 'An algorithm that the go command does not know',
      files: {
        'go.mod': goMod,
        'go.sum': lib.replace('h1:', 'h2:'),
        'main.go': '',
      },
      findings: ['go.sum:1'],
    },
    {
      name: 'Hashes without algorithm',
      files: {
        'go.mod': goMod,
        'go.sum': lib.replace(/h1:/g, ''),
        'main.go': '',
      },
      findings: ['go.sum:1', 'go.sum:2'],
    },
    {
      name: 'The name of a hash function',
      files: {
        'go.mod': goMod,
        'go.sum': `${lib}${goSumLines('example.com/other', 'v1.0.0').replace(
          'h1:',
          'sha256:',
        )}`,
        'main.go': '',
      },
      findings: ['go.sum:3'],
    },
  ],
  good: [
    {
      name: 'The hash that there is',
      files: { 'go.mod': goMod, 'go.sum': lib, 'main.go': '' },
    },
    {
      name: 'Another hash beside the known one',
      nearMiss: true,
      files: {
        'go.mod': goMod,
        'go.sum': lib + lib.replace(/h1:/g, 'h2:'),
        'main.go': '',
      },
    },
    {
      name: 'A merge that was not finished, which another rule tells',
      files: {
        'go.mod': goMod,
        'go.sum': `${lib}>>>>>>> topic bump\n`,
        'main.go': '',
      },
    },
    {
      name: 'Nothing is required, so go.sum is not read',
      files: {
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'go.sum': 'example.com/lib v1.0.0 h2:AAAA\n',
        'main.go': '',
      },
    },
  ],
};
