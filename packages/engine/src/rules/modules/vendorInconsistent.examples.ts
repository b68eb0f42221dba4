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
const list = `# example.com/lib v1.0.0
## explicit; go 1.27
example.com/lib
# example.com/other v1.2.0
## explicit; go 1.27
example.com/other
`;
const code = {
  'main.go': '',
  'vendor/example.com/lib/lib.go': '',
  'vendor/example.com/other/other.go': '',
};
const workspace = {
  'go.work': 'go 1.27\n\nuse (\n\t./api\n\t./worker\n)\n',
  'api/go.mod': goMod.replace('/app', '/api'),
  'worker/go.mod': `module example.com/worker

go 1.27

require example.com/local v0.0.0

replace example.com/local => ./local
`,
  'worker/local/go.mod': 'module example.com/local\n\ngo 1.27\n',
};
const workspaceList = `## workspace
${list}# example.com/local v0.0.0 => ./worker/local
## explicit; go 1.27
example.com/local
# example.com/local => ./worker/local
`;

export const vendorInconsistentExamples: RuleExamples = {
  bad: [
    {
      name: 'A requirement that was bumped without the folder',
      files: {
        'go.mod': goMod.replace('v1.0.0', 'v1.1.0'),
        'vendor/modules.txt': list,
        ...code,
      },
      findings: ['go.mod:6', 'vendor/modules.txt:1'],
    },
    {
      name: 'A replacement that the folder does not know',
      files: {
        'go.mod': `${goMod}\nreplace example.com/lib => example.com/fork v1.0.1\n`,
        'vendor/modules.txt': list,
        ...code,
      },
      findings: ['go.mod:10'],
    },
    {
      name: 'A replacement that is gone from go.mod',
      files: {
        'go.mod': goMod,
        'vendor/modules.txt': `${list.replace(
          'other v1.2.0',
          'other v1.2.0 => ./other',
        )}# example.com/other => ./other\n`,
        ...code,
      },
      findings: ['vendor/modules.txt:4', 'vendor/modules.txt:7'],
    },
    {
      name: 'A vendor folder without modules.txt',
      files: { 'go.mod': goMod, ...code },
      findings: ['go.mod:6', 'go.mod:7'],
    },
    {
      name: 'A workspace, whose folders are told from go.work',
      files: {
        ...workspace,
        'vendor/modules.txt': workspaceList.replace(/worker\/local/g, 'local'),
        'vendor/example.com/lib/lib.go': '',
      },
      findings: ['worker/go.mod:7'],
    },
  ],
  good: [
    {
      name: 'Each requirement at its version',
      files: { 'go.mod': goMod, 'vendor/modules.txt': list, ...code },
    },
    {
      name: 'Replacements as they are recorded',
      files: {
        'go.mod': `${goMod}
replace example.com/lib => ./lib

replace example.com/other v1.2.0 => example.com/fork v1.2.1
`,
        'lib/go.mod': 'module example.com/lib\n\ngo 1.27\n',
        'vendor/modules.txt': `# example.com/lib v1.0.0 => ./lib
## explicit; go 1.27
example.com/lib
# example.com/other v1.2.0 => example.com/fork v1.2.1
## explicit; go 1.27
example.com/other
# example.com/lib => ./lib
`,
        ...code,
      },
    },
    {
      name: 'A module that nothing is vendored of, and one that only others require',
      nearMiss: true,
      files: {
        'go.mod': goMod,
        'vendor/modules.txt': `${list.replace(
          'example.com/other\n#',
          '#',
        )}# example.com/third v0.1.0
example.com/third
`,
        ...code,
      },
    },
    {
      name: 'A workspace',
      files: {
        ...workspace,
        'vendor/modules.txt': workspaceList,
        'vendor/example.com/lib/lib.go': '',
      },
    },
    {
      name: 'Below Go 1.14, where Go leaves the folder alone',
      nearMiss: true,
      files: {
        'go.mod': goMod.replace('1.27', '1.13'),
        'vendor/modules.txt': '# example.com/lib v0.9.0\nexample.com/lib\n',
        ...code,
      },
    },
    {
      name: 'No vendor folder, and one of another language elsewhere',
      files: {
        'go.mod': goMod,
        'main.go': '',
        'web/vendor/autoload.php': '',
      },
    },
  ],
};
