/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// Writes what the go command and golang.org/x/mod say to our own module files
// into packages/engine/src/gomod/golden, where tests compare it with what the
// engine says:
//
//   node bench/module-cases/record.mjs path/to/go path/to/golang.org/x/mod
//
// The tests need neither of the two.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';

const [go, xmod] = process.argv.slice(2);
if (!go || !xmod) {
  console.error('usage: node bench/module-cases/record.mjs GO X_MOD_FOLDER');
  process.exit(1);
}
const golden = join(
  dirname(fileURLToPath(import.meta.url)),
  '../../packages/engine/src/gomod/golden',
);
const scratch = mkdtempSync(join(tmpdir(), 'module-cases-'));
const environment = {
  ...process.env,
  GOENV: 'off',
  GOFLAGS: '',
  GOPROXY: 'off',
  GOSUMDB: 'off',
  GOTOOLCHAIN: 'local',
  GOPATH: join(scratch, 'gopath'),
  GOCACHE: join(scratch, 'gocache'),
};

function inFolder(files, run) {
  const folder = mkdtempSync(join(scratch, 'case-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const result = run(folder);
  rmSync(folder, { recursive: true });
  return result;
}

async function save(name, value) {
  mkdirSync(golden, { recursive: true });
  const version = execFileSync(go, ['env', 'GOVERSION'], {
    env: environment,
    encoding: 'utf8',
  }).trim();
  writeFileSync(
    join(golden, `${name}.json`),
    await format(JSON.stringify({ version, cases: value }, undefined, 2), {
      parser: 'json',
    }),
  );
  console.log(`${name}: ${value.length} cases`);
}

// Vendor folders: some that fit, and each with one line changed.

const vendored = [
  {
    'go.mod': `module example.com/app

go 1.21

require (
	example.com/lib v1.0.0
	example.com/other v1.2.0 // indirect
)

require example.com/forked v0.3.0

replace example.com/forked => example.com/fork v0.3.1

replace example.com/other v1.2.0 => ./other
`,
    'vendor/modules.txt': `# example.com/forked v0.3.0 => example.com/fork v0.3.1
## explicit; go 1.20
example.com/forked
example.com/forked/sub
# example.com/lib v1.0.0
## explicit
example.com/lib
# example.com/other v1.2.0 => ./other
## explicit; go 1.21
# example.com/forked => example.com/fork v0.3.1
`,
  },
  {
    'go.mod': `module example.com/app

go 1.13

require (
	example.com/lib v1.0.0
	example.com/other v1.2.0
)

replace example.com/lib => ../lib

replace example.com/other v1.2.0 => example.com/fork v1.2.1
`,
    'vendor/modules.txt': `# example.com/lib v1.0.0 => ../lib
example.com/lib
# example.com/other v1.2.0 => example.com/fork v1.2.1
example.com/other
`,
  },
  {
    'go.mod': `module example.com/app

require example.com/lib v1.0.0
`,
    'vendor/modules.txt': `# example.com/lib v1.1.0
example.com/lib
`,
  },
  {
    'go.mod': `module example.com/app

go 1.17

require example.com/lib v1.0.0

replace example.com/app => ./elsewhere

replace example.com/lib v0.9.0 => example.com/lib v0.9.1

replace example.com/lib => ./lib
`,
    'vendor/modules.txt': `# example.com/lib v1.0.0 => ./lib
## explicit; go 1.17
example.com/lib
# example.com/lib v0.9.0 => example.com/lib v0.9.1
# example.com/lib => ./lib
`,
  },
  {
    'go.work': `go 1.22

use (
	./api
	./worker
)

replace example.com/wide => ./wide
`,
    'api/go.mod': `module example.com/api

go 1.22

require example.com/lib v1.0.0

require example.com/wide v1.0.0

require example.com/local v0.0.0

replace example.com/local => ../local
`,
    'worker/go.mod': `module example.com/worker

go 1.22

require example.com/lib v1.0.0

require example.com/deep v0.0.0

replace example.com/deep => ./deep
`,
    'vendor/modules.txt': `## workspace
# example.com/deep v0.0.0 => ./worker/deep
## explicit; go 1.22
example.com/deep
# example.com/lib v1.0.0
## explicit; go 1.22
example.com/lib
# example.com/local v0.0.0 => ./local
## explicit; go 1.22
example.com/local
# example.com/wide v1.0.0 => ./wide
## explicit; go 1.22
# example.com/deep => ./worker/deep
# example.com/local => ./local
# example.com/wide => ./wide
`,
  },
];

const replacements = [
  [/v1\.0\.0/, 'v1.0.1'],
  [/v1\.2\.0/, 'v1.3.0'],
  [/example\.com\/fork /, 'example.com/other-fork '],
  [/=> \.\//, '=> ../'],
  [/=> (\S+).*$/, '=> $1 v9.9.9 extra'],
  [/^# (\S+) v\S+/, '# $1 branch'],
  [/^# (\S+) .*/, '# $1'],
  [/explicit/, 'other; explicit ; more'],
  [/explicit/, 'implicit'],
  [/^(example\.com\/\S+)$/, '$1 two'],
  [/^(example\.com\/\S+)$/, '$1/bad~1'],
  [/$/, '\r'],
];

function mutations(files) {
  const found = [files];
  for (const [path, text] of Object.entries(files)) {
    const lines = text.split('\n').slice(0, -1);
    const change = changed =>
      found.push({ ...files, [path]: `${changed.join('\n')}\n` });
    for (const [index, line] of lines.entries()) {
      const isNeeded = /^(?:module|go) |^\)|\($|^$|^use|^\t\.\/|^## workspace/;
      if (isNeeded.test(line)) {
        continue;
      }
      change([...lines.slice(0, index), ...lines.slice(index + 1)]);
      for (const [pattern, replacement] of replacements) {
        const after = line.replace(pattern, replacement);
        if (
          after !== line &&
          (path.endsWith('.txt') || !/ extra$/.test(after))
        ) {
          change([...lines.slice(0, index), after, ...lines.slice(index + 1)]);
        }
      }
    }
  }
  return found;
}

function vendorCase(files) {
  const output = inFolder(files, folder => {
    const start = files['go.work'] ? 'api' : '.';
    const source = 'package main\n\nfunc main() {}\n';
    writeFileSync(join(folder, start, 'main.go'), source);
    return spawnSync(go, ['list', '-mod=vendor', '.'], {
      cwd: join(folder, start),
      env: environment,
      encoding: 'utf8',
    });
  });
  const lines = output.stderr.split('\n');
  const at = lines.findIndex(line => line.includes('inconsistent vendoring'));
  const errors = [];
  for (const line of at < 0 ? [] : lines.slice(at + 1)) {
    if (line === '') {
      break;
    }
    // Messages name files relative to where the command ran.
    errors.push(line.trim().replace(/ in \S*\/(go\.work)/g, ' in $1'));
  }
  return at < 0 && output.status !== 0
    ? { files, stops: output.stderr.trim().split('\n')[0] }
    : { files, errors };
}

const seen = new Set();
await save(
  'vendorErrors',
  vendored
    .flatMap(mutations)
    .filter(files => {
      const key = JSON.stringify(files);
      return !seen.has(key) && seen.add(key);
    })
    .map(vendorCase),
);

// Paths and versions.

const paths = [
  'example.com/lib',
  'example.com/lib/v2',
  'example.com/lib/v1',
  'example.com/lib/v0',
  'example.com/lib/v02',
  'example.com/lib/v2.1',
  'example.com/v2',
  'v2',
  'gopkg.in/yaml.v3',
  'gopkg.in/yaml',
  'gopkg.in/yaml.v3-unstable',
  'gopkg.in/yaml.v03',
  'app',
  'app/lib',
  'my-app.internal/lib',
  'Example.com/lib',
  'example.com/Lib',
  'example.com/lib_1',
  'example.com/lib+x',
  'example.com/lib~1',
  'example.com/lib~x',
  'example.com/a~1.b',
  'example.com//lib',
  'example.com/lib/',
  '/example.com/lib',
  '-example.com/lib',
  'example.com/-lib',
  'example.com/.lib',
  'example.com/lib.',
  'example.com/./lib',
  'example.com/../lib',
  '.',
  './lib',
  '../lib',
  'example.com/con',
  'example.com/aux.go',
  'example.com/COM1',
  'example.com/com10',
  'example.com/lib name',
  'example.com/lib@v1.0.0',
  'https://example.com/lib',
  'github.com:owner/repo',
  'git@example.com/lib',
  'example.com:8080/lib',
  'example.com/größe',
  'example.com/日本',
  'exa_mple.com/lib',
  'exa~mple.com/lib',
  'x.y',
  'localhost/lib',
  '',
];

const versions = [
  'v1',
  'v1.2',
  'v1.2.3',
  'v01.2.3',
  'v1.2.03',
  '1.2.3',
  'v1.2.3-pre',
  'v1.2.3-pre.01',
  'v1.2.3-0',
  'v1.2.3+meta',
  'v2.0.0+incompatible',
  'v1.2.3-pre+incompatible',
  'v1.2.3+incompatible.2',
  'v0.0.0-20240102030405-0123456789ab',
  'v1.2.4-0.20240102030405-0123456789ab',
  'v1.2.3-pre.0.20240102030405-0123456789ab',
  'v2.0.1-0.20240102030405-0123456789ab+incompatible',
  'v1.0.0-20240102030405-0123456789ab',
  'v1.1.0-20240102030405-0123456789ab',
  'v1.2.3-20240102030405-0123456789ab',
  'v0.0.0-20240102030405-0123456789abcdef',
  'v0.0.0-2024010203040-0123456789ab',
  'v0.0.0-00010101000000-000000000000',
  'v1.2.3-rc.1.20240102030405-0123456789ab',
  'master',
  'latest',
  'v1.x',
  'v',
  '',
];

const program = `package main

import (
	"encoding/json"
	"os"

	"golang.org/x/mod/module"
	"golang.org/x/mod/semver"
)

func text(err error) string {
	if err == nil {
		return ""
	}
	if e, ok := err.(*module.InvalidPathError); ok {
		return e.Err.Error()
	}
	return err.Error()
}

func main() {
	var in struct{ Paths, Versions []string }
	if err := json.NewDecoder(os.Stdin).Decode(&in); err != nil {
		panic(err)
	}
	out := []any{}
	for _, p := range in.Paths {
		out = append(out, map[string]any{"path": p, "import": text(module.CheckImportPath(p)), "module": text(module.CheckPath(p))})
	}
	for _, v := range in.Versions {
		out = append(out, map[string]any{"version": v, "valid": semver.IsValid(v), "canonical": module.CanonicalVersion(v), "pseudo": module.IsPseudoVersion(v)})
	}
	json.NewEncoder(os.Stdout).Encode(out)
}
`;

const answers = inFolder(
  {
    'go.mod': `module example.com/cases\n\ngo 1.24\n\nrequire golang.org/x/mod v0.0.0\n\nreplace golang.org/x/mod => ${resolve(
      xmod,
    )}\n`,
    'main.go': program,
  },
  folder =>
    JSON.parse(
      execFileSync(go, ['run', '-mod=mod', '.'], {
        cwd: folder,
        env: environment,
        encoding: 'utf8',
        input: JSON.stringify({ Paths: paths, Versions: versions }),
      }),
    ),
);
await save(
  'modulePaths',
  answers.filter(answer => 'path' in answer),
);
await save(
  'moduleVersions',
  answers.filter(answer => 'version' in answer),
);

rmSync(scratch, { recursive: true, force: true });
