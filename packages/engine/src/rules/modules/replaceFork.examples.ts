/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

const goMod = `module example.com/app

go 1.27

require (
	example.com/lib v1.0.0
	example.com/other v1.2.0 // indirect
)
`;
const files = { 'main.go': '', 'go.sum': '' };

export const replaceForkExamples: RuleExamples = {
  bad: [
    {
      name: 'A fork for all versions',
      files: {
        'go.mod': `${goMod}\nreplace example.com/lib => example.com/us/lib v1.0.1\n`,
        ...files,
      },
      findings: ['go.mod:10'],
    },
    {
      name: 'A fork of the version that is required',
      files: {
        'go.mod': `${goMod}\nreplace (\n\texample.com/lib v0.9.0 => example.com/us/lib v0.9.1\n\texample.com/lib v1.0.0 => example.com/us/lib v1.0.1\n)\n`,
        ...files,
      },
      findings: ['go.mod:12'],
    },
    {
      name: 'A fork of a requirement of requirements, at a commit',
      files: {
        'go.mod': `${goMod}\nreplace example.com/other => example.com/us/other v0.0.0-20260102030405-0123456789ab\n`,
        ...files,
      },
      findings: ['go.mod:10'],
    },
  ],
  good: [
    { name: 'No replacement', files: { 'go.mod': goMod, ...files } },
    {
      name: 'The same module at another version',
      nearMiss: true,
      files: {
        'go.mod': `${goMod}\nreplace example.com/lib => example.com/lib v0.9.0\n`,
        ...files,
      },
    },
    {
      name: 'A folder',
      files: {
        'go.mod': `${goMod}\nreplace example.com/lib => ./lib\n`,
        'lib/go.mod': 'module example.com/lib\n\ngo 1.27\n',
        ...files,
      },
    },
    {
      name: 'Modules and versions that are not required',
      files: {
        'go.mod': `${goMod}\nreplace example.com/third => example.com/us/third v1.0.0\n\nreplace example.com/lib v0.9.0 => example.com/us/lib v0.9.1\n`,
        ...files,
      },
    },
  ],
};
