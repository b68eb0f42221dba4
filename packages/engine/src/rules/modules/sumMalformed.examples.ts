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

export const sumMalformedExamples: RuleExamples = {
  bad: [
    {
      name: 'A merge that was not finished',
      files: {
        'go.mod': goMod,
        'go.sum': `<<<<<<< HEAD\n${lib}=======\n${lib}>>>>>>> topic (bump)\n`,
        'main.go': '',
      },
      findings: ['go.sum:1'],
    },
    {
      name: 'A line without hash, and one with words behind it',
      files: {
        'go.mod': goMod,
        'go.sum': `${lib}example.com/other v1.0.0\n\n${lib.trimEnd()} checked\n`,
        'main.go': '',
      },
      findings: ['go.sum:3', 'go.sum:6'],
    },
    {
      name: 'A hash that is cut off',
      files: {
        'go.mod': goMod,
        'go.sum': lib.replace('hSuFU=\n', '\n'),
        'main.go': '',
      },
      findings: ['go.sum:1'],
    },
    {
      name: 'The sums of a workspace, told once',
      files: {
        'go.work': 'go 1.27\n\nuse (\n\t./api\n\t./worker\n)\n',
        'go.work.sum': `${lib}>>>>>>> topic\n`,
        'api/go.mod': goMod,
        'worker/go.mod': 'module example.com/worker\n\ngo 1.27\n',
      },
      findings: ['go.work.sum:3'],
    },
  ],
  good: [
    {
      name: 'Three fields a line',
      files: { 'go.mod': goMod, 'go.sum': lib, 'main.go': '' },
    },
    {
      name: 'Windows line ends, empty lines, and an old hash of an empty go.mod',
      nearMiss: true,
      files: {
        'go.mod': goMod,
        'go.sum': `\r\n${lib.replace(
          /\n/g,
          '\r\n',
        )}\r\nexample.com/old v0.1.0/go.mod h1:G7mAYYxgmS0lVkHyy2hEOLQCFB0DlQFTMLWggykrydY=\r\n`,
        'main.go': '',
      },
    },
    {
      name: 'A hash of an algorithm to come, which another rule tells',
      files: {
        'go.mod': goMod,
        'go.sum': lib.replace(/h1:/g, 'h2:'),
        'main.go': '',
      },
    },
    {
      name: 'A marker that reads like a line of go.sum',
      nearMiss: true,
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
        'go.sum': 'left over\n',
        'main.go': '',
      },
    },
    {
      name: 'No go.sum',
      files: {
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
    },
  ],
};
