/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

export const pathExamples: RuleExamples = {
  bad: [
    {
      name: 'No module line',
      files: {
        'go.mod': 'go 1.27\n\nrequire example.com/lib v1.0.0\n',
        'main.go': '',
        'go.sum': '',
      },
      findings: ['go.mod:1'],
    },
    {
      name: 'The address of a repository in the place of a path',
      files: {
        'go.mod': 'module https://example.com/team/app\n\ngo 1.27\n',
        'main.go': '',
      },
      findings: ['go.mod:1'],
    },
    {
      name: 'A required module without host, beside it in the repository',
      files: {
        'app/go.mod': `module app

go 1.27

require (
	example.com/lib v1.0.0
	lib v0.0.0
)
`,
        'app/go.sum': '',
        'app/main.go': '',
        'lib/go.mod': 'module lib\n\ngo 1.27\n',
        'lib/lib.go': '',
      },
      findings: ['app/go.mod:7'],
    },
    {
      name: 'Capital letters in a host',
      files: {
        'go.mod':
          'module example.com/app\n\ngo 1.27\n\nrequire Git.example.com/lib v1.0.0\n',
        'go.sum': '',
        'main.go': '',
      },
      findings: ['go.mod:5'],
    },
  ],
  good: [
    {
      name: 'A service with a short name',
      nearMiss: true,
      files: {
        'go.mod': 'module app\n\ngo 1.27\n\nrequire example.com/lib v1.0.0\n',
        'go.sum': '',
        'main.go': '',
      },
    },
    {
      name: 'A module without host that is replaced by a folder',
      files: {
        'go.mod':
          'module app\n\ngo 1.27\n\nrequire lib v0.0.0\n\nreplace lib => ./lib\n',
        'main.go': '',
        'lib/go.mod': 'module lib\n\ngo 1.27\n',
      },
    },
    {
      name: 'A module without host in the same workspace',
      files: {
        'go.work': 'go 1.27\n\nuse (\n\t./app\n\t./lib\n)\n',
        'app/go.mod': 'module app\n\ngo 1.27\n\nrequire lib v0.0.0\n',
        'app/main.go': '',
        'lib/go.mod': 'module lib\n\ngo 1.27\n',
      },
    },
    {
      name: 'An empty go.mod that keeps Go out of a folder',
      files: {
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
        'web/go.mod': '// Not for Go.\n',
        'web/index.js': '',
      },
    },
    {
      name: 'Major versions in paths',
      nearMiss: true,
      files: {
        'go.mod': `module example.com/app/v3

go 1.27

require (
	example.com/lib/v2 v2.0.0
	gopkg.in/yaml.v3 v3.0.1
	example.com/Team/Lib v1.0.0
)
`,
        'go.sum': '',
        'main.go': '',
      },
    },
    {
      name: 'A template',
      files: {
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
        'template/go.mod': 'module ${{ values.module }}\n\ngo 1.27\n',
        'template/main.go': '',
      },
    },
  ],
};
