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
	example.com/lib v1.1.0
	example.com/other v1.2.0 // indirect
)
`;
const fork = 'example.com/us/lib v1.0.1';
const forkLines = goSumLines('example.com/us/lib', 'v1.0.1');
const sums =
  goSumLines('example.com/lib', 'v1.1.0') +
  goSumLines('example.com/other', 'v1.2.0');
const files = { 'main.go': '', 'go.sum': sums };

export const replaceUnusedExamples: RuleExamples = {
  bad: [
    {
      name: 'The replaced version is no longer the one that is required',
      files: {
        'go.mod': `${goMod}\nreplace example.com/lib v1.0.0 => ${fork}\n`,
        ...files,
      },
      findings: ['go.mod:10'],
      fixed: { 'go.mod': goMod },
    },
    {
      name: 'The same line twice',
      files: {
        'go.mod': `${goMod}\nreplace example.com/lib => ${fork}\n\nreplace example.com/lib => ${fork}\n`,
        ...files,
        'go.sum': sums + forkLines,
      },
      findings: ['go.mod:12'],
      fixed: { 'go.mod': `${goMod}\nreplace example.com/lib => ${fork}\n` },
    },
    {
      name: 'Some lines of a block, with Windows line ends',
      files: {
        'go.mod':
          `${goMod}\nreplace (\n\t// For the proxy.\n\texample.com/lib v1.1.0 => ${fork}\n\texample.com/other v1.1.0 => example.com/us/other v1.1.1 // old\n\texample.com/third v1.0.0 => example.com/third v1.0.0\n)\n`.replace(
            /\n/g,
            '\r\n',
          ),
        ...files,
        'go.sum': sums + forkLines,
      },
      findings: ['go.mod:13', 'go.mod:14'],
      fixed: {
        'go.mod':
          `${goMod}\nreplace (\n\t// For the proxy.\n\texample.com/lib v1.1.0 => ${fork}\n)\n`.replace(
            /\n/g,
            '\r\n',
          ),
      },
    },
    {
      name: 'A whole block',
      files: {
        'go.mod': `${goMod.replace(
          'require',
          `replace (\n\texample.com/lib v0.9.0 => ${fork}\n\texample.com/lib v1.0.0 => ${fork}\n)\n\nrequire`,
        )}`,
        ...files,
      },
      findings: ['go.mod:6', 'go.mod:7'],
      fixed: { 'go.mod': goMod },
    },
    {
      name: 'Before Go 1.17, a module that nothing requires',
      files: {
        'go.mod': `${goMod.replace(
          '1.27',
          '1.16',
        )}\nreplace example.com/third => ${fork}\n`,
        ...files,
      },
      findings: ['go.mod:10'],
      fixed: { 'go.mod': goMod.replace('1.27', '1.16') },
    },
  ],
  good: [
    {
      name: 'All versions, and the one that is required',
      files: {
        'go.mod': `${goMod}\nreplace example.com/lib => ${fork}\n\nreplace example.com/other v1.2.0 => ./other\n`,
        'other/go.mod': 'module example.com/other\n\ngo 1.27\n',
        'main.go': '',
        'go.sum': forkLines,
      },
    },
    {
      name: 'Pinned to the version that is required, against what others require',
      nearMiss: true,
      files: {
        'go.mod': `${goMod}\nreplace example.com/lib => example.com/lib v1.1.0\n`,
        ...files,
      },
    },
    {
      name: 'A version that cannot be fetched, which a requirement requires',
      files: {
        'go.mod': `${goMod}\nreplace example.com/lib v0.0.0 => example.com/lib v1.1.0\n`,
        ...files,
      },
    },
    {
      name: 'Not required itself, though perhaps in the graph',
      nearMiss: true,
      files: {
        'go.mod': `${goMod}\nreplace example.com/third => ${fork}\n`,
        ...files,
      },
    },
    {
      name: 'Read for the requirements of requirements',
      files: {
        'go.mod': `${goMod}\nreplace example.com/third v1.0.0 => ${fork}\n\nreplace example.com/lib v1.0.0 => ./lib\n`,
        'lib/go.mod': 'module example.com/lib\n\ngo 1.27\n',
        'main.go': '',
        'go.sum': sums + forkLines.split('\n')[1],
      },
    },
    {
      name: 'A go.sum that is not whole proves nothing',
      files: {
        'go.mod': `${goMod}\nreplace example.com/lib v1.0.0 => ${fork}\n`,
        'main.go': '',
        'go.sum': goSumLines('example.com/lib', 'v1.1.0'),
      },
    },
    {
      name: 'A workspace, where another module may require it',
      files: {
        'go.work': 'go 1.27\n\nuse (\n\t.\n\t./tools\n)\n',
        'go.mod': `${goMod}\nreplace example.com/lib v1.2.0 => ${fork}\n`,
        'tools/go.mod':
          'module example.com/tools\n\ngo 1.27\n\nrequire example.com/lib v1.2.0\n',
        'tools/go.sum': '',
        ...files,
      },
    },
  ],
};
