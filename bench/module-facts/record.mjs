/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// Asks the go command what it says of modules that retract versions and are
// deprecated, served from a folder, and records that as cases for the engine.
//
//   node bench/module-facts/record.mjs packages/engine/src/gomod/golden/moduleFacts.json

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The go.mod of the newest version; `PATH` stands for that of the module. */
const goMods = [
  'module PATH\n',
  'module PATH\n\nretract v1.1.0\n',
  'module PATH\n\nretract v1.1.0 // Published by mistake.\n',
  'module PATH\n\n// Loses data.\n// On restart.\nretract v1.1.0\n',
  'module PATH\n\n// Above.\nretract v1.1.0 // Beside.\n',
  'module PATH\n\nretract [v1.0.0, v1.1.0] // Leaks.\n',
  'module PATH\n\nretract [ v1.0.0 , v1.2.0-rc.1 ]\n',
  'module PATH\n\nretract [v1.1.0, v1.0.0]\n',
  'module PATH\n\nretract (\n\tv1.0.0 // First.\n\t[v1.0.0, v1.1.0] // Second.\n)\n',
  'module PATH\n\n// All of these.\nretract (\n\tv1.0.0\n\n\t// This one more.\n\tv1.1.0\n)\n',
  'module PATH\n\n// All of these.\n\nretract (\n\tv1.0.0\n\tv1.1.0 // Own.\n)\n',
  'module PATH\n\nretract v1.3.0 // Itself.\n',
  'module PATH\n\nretract [v0.0.0, v1.3.0] // Everything.\n',
  'module PATH\n\nretract v1.2.0-rc.1\n',
  'module PATH\n\nretract [v1.2.0-0, v1.2.0] // Betas.\n',
  'module PATH\n\nretract (\n\tv1.3.0\n\tv1.2.0\n)\n',
  'module PATH\n\nretract v1.1.0 /* no comment */\n',
  'module PATH\n\nretract "v1.1.0" // Quoted.\n',
  'module PATH\n\nretract `v1.1.0`\n',
  '// Deprecated: use N.\nmodule PATH\n',
  '//Deprecated: use N.\nmodule PATH\n',
  '// deprecated: use N.\nmodule PATH\n',
  '// Deprecated use N.\nmodule PATH\n',
  '// Deprecated:use N.\nmodule PATH\n',
  'module PATH // Deprecated: use N.\n',
  '// Deprecated: first.\nmodule PATH // Deprecated: second.\n',
  '// A module.\n//\n// Deprecated: use N\n// instead.\n//\n// More words.\nmodule PATH\n',
  '// A module.\n// Deprecated: use N.\nmodule PATH\n',
  '// Deprecated: use N.\n\nmodule PATH\n',
  '// Deprecated:\nmodule PATH\n',
  '// Deprecated:    \nmodule PATH\n',
  '// Deprecated: use N.\nmodule (\n\tPATH\n)\n',
  'module (\n\t// Deprecated: inside.\n\tPATH\n)\n',
  'module (\n\tPATH // Deprecated: beside.\n)\n',
  'module PATH\n\ngo 1.20 // Deprecated: not this.\n',
  '// Deprecated: use N.\r\nmodule PATH\r\n\r\nretract v1.1.0 // Old.\r\n',
  '// Deprecated: use N.\nmodule PATH\n\nretract [v1.0.0, v1.2.0] // Old.\n\nrequire example.com/x v1.0.0\n',
];

const versionSets = [
  ['v1.0.0', 'v1.1.0', 'v1.2.0-rc.1', 'v1.2.0', 'v1.3.0'],
  ['v1.0.0', 'v1.1.0', 'v1.3.0', 'v1.4.0-beta.1'],
  ['v1.0.0-alpha', 'v1.1.0-alpha', 'v1.2.0-rc.1'],
];

const target = process.argv[2];
if (!target) {
  throw new Error('usage: node record.mjs FILE');
}
const folder = mkdtempSync(join(tmpdir(), 'module-facts-'));
try {
  const proxy = join(folder, 'proxy');
  const cases = versionSets.flatMap((versions, set) =>
    goMods.map((goMod, index) => ({
      modulePath: `example.com/m${set}x${index}`,
      versions,
      goMod: goMod.replaceAll('PATH', `example.com/m${set}x${index}`),
    })),
  );
  for (const { modulePath, versions, goMod } of cases) {
    const at = join(proxy, modulePath, '@v');
    mkdirSync(at, { recursive: true });
    writeFileSync(join(at, 'list'), `${versions.join('\n')}\n`);
    const releases = versions.filter(version => !version.includes('-'));
    const newest = releases.at(-1) ?? versions.at(-1);
    for (const version of versions) {
      const info = { Version: version, Time: '2026-01-01T00:00:00Z' };
      writeFileSync(join(at, `${version}.info`), JSON.stringify(info));
      // Only the newest version counts; the others say something else.
      writeFileSync(
        join(at, `${version}.mod`),
        version === newest
          ? goMod
          : `module ${modulePath}\n\nretract v1.0.0 // Not this.\n`,
      );
    }
  }
  const main = join(folder, 'main');
  mkdirSync(main);
  writeFileSync(join(main, 'go.mod'), 'module example.com/main\n\ngo 1.20\n');
  const go = args =>
    execFileSync('go', args, {
      cwd: main,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      env: {
        ...process.env,
        GOPROXY: `file://${proxy}`,
        GOSUMDB: 'off',
        GOFLAGS: '-mod=mod',
        GOTOOLCHAIN: 'local',
        GOMODCACHE: join(folder, 'cache'),
      },
    });
  const asked = cases.flatMap(({ modulePath, versions }) =>
    versions.map(version => `${modulePath}@${version}`),
  );
  const said = new Map(
    go(['list', '-m', '-u', '-e', '-json', ...asked])
      .trim()
      .split(/\n(?=\{)/)
      .map(text => JSON.parse(text))
      .map(module => [`${module.Path}@${module.Version}`, module]),
  );
  const version = go(['version']).trim().split(' ')[2];
  const recorded = cases.map(({ modulePath, versions, goMod }) => ({
    modulePath,
    versions,
    goMod,
    said: Object.fromEntries(
      versions.map(each => {
        const { Retracted, Deprecated, Update, Error } =
          said.get(`${modulePath}@${each}`) ?? {};
        return [
          each,
          {
            ...(Retracted && { retracted: Retracted }),
            ...(Deprecated && { deprecated: Deprecated }),
            ...(Update && { update: Update.Version }),
            ...(Error && { error: Error.Err }),
          },
        ];
      }),
    ),
  }));
  writeFileSync(
    target,
    `${JSON.stringify({ recordedWith: version, cases: recorded }, null, 2)}\n`,
  );
} finally {
  // The module cache is read-only.
  execFileSync('chmod', ['-R', 'u+w', folder]);
  rmSync(folder, { recursive: true });
}
