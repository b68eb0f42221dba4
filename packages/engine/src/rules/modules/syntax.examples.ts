/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

export const syntaxExamples: RuleExamples = {
  bad: [
    {
      name: 'A merge that was not finished',
      files: {
        'go.mod': `module example.com/app

go 1.27

<<<<<<< HEAD
require example.com/lib v1.1.0
=======
require example.com/lib v1.2.0
>>>>>>> topic
`,
        'main.go': '',
      },
      findings: ['go.mod:5', 'go.mod:7', 'go.mod:9'],
    },
    {
      name: 'A requirement without version, and one of a branch',
      files: {
        'go.mod': `module example.com/app

go 1.27

require (
	example.com/lib
	example.com/other master
)
`,
        'main.go': '',
      },
      findings: ['go.mod:6', 'go.mod:7'],
    },
    {
      name: 'A version that does not belong to its path',
      files: {
        'go.mod': `module example.com/app

go 1.27

require example.com/lib v2.3.0
`,
        'main.go': '',
      },
      findings: ['go.mod:5'],
    },
    {
      name: 'Two replacements of one module',
      files: {
        'go.mod': `module example.com/app

go 1.27

require example.com/lib v1.0.0

replace example.com/lib => example.com/fork v1.0.1

replace example.com/lib => ../lib
`,
        'main.go': '',
      },
      findings: ['go.mod:9'],
    },
    {
      name: 'A workspace with a directive of go.mod, told once',
      files: {
        'go.work':
          'go 1.27\n\nuse (\n\t./api\n\t./worker\n)\n\nrequire example.com/lib v1.0.0\n',
        'api/go.mod': 'module example.com/api\n\ngo 1.27\n',
        'worker/go.mod': 'module example.com/worker\n\ngo 1.27\n',
      },
      findings: ['go.work:8'],
    },
  ],
  good: [
    {
      name: 'Every directive there is',
      files: {
        'go.mod': `// Deprecated: use example.com/next instead.
module "example.com/app"

go 1.27.0

toolchain go1.27.4

godebug default=go1.21

require (
	example.com/lib v1.0.0
	example.com/old v2.0.0+incompatible // indirect; for tests
)

exclude example.com/lib v0.9.0

replace example.com/lib v1.0.0 => ./lib

retract [v1.0.0, v1.0.9] // Published by mistake.

tool example.com/lib/cmd/gen

ignore ./web
`,
        'main.go': '',
        'lib/go.mod': 'module example.com/lib\n\ngo 1.27\n',
      },
    },
    {
      name: 'Windows line ends, and versions that are not canonical',
      nearMiss: true,
      files: {
        'go.mod':
          'module example.com/app\r\n\r\ngo 1.27\r\n\r\nrequire example.com/lib v1\r\n',
        'main.go': '',
      },
    },
    {
      name: 'The same replacement twice, and one for a single version',
      nearMiss: true,
      files: {
        'go.mod': `module example.com/app

go 1.27

require example.com/lib v1.0.0

replace example.com/lib => example.com/fork v1.0.1

replace example.com/lib => example.com/fork v1.0.1

replace example.com/lib v1.0.0 => example.com/fork v1.0.2
`,
        'main.go': '',
      },
    },
    {
      name: 'A template that is filled in later',
      files: {
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
        'skeleton/go.mod':
          'module {{ .Module }}\n\ngo {{ .GoVersion }}\n\nrequire {{ .Lib }}\n',
      },
    },
  ],
};
