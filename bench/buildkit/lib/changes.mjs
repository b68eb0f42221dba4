/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { basename, join } from 'node:path';
import { goRoot, moduleFolder } from './engine.mjs';
import { examples } from './examples.mjs';
import { must } from './processes.mjs';

// What commits change. Each takes the working copy and the number of the build,
// so that every commit differs from the one before.

/** Adds a declaration to a Go file. */
export function source(path) {
  return (copy, number) =>
    copy.append(
      path,
      `\n// Revision ${number}.\nfunc revision${number}() int { return ${number} }\n`,
    );
}

/** Adds a sentence to a text file. */
export function text(path) {
  return (copy, number) => copy.append(path, `\nRevision ${number}.\n`);
}

/** Replaces one text in a file. */
export function replace(path, before, after) {
  return copy => copy.edit(path, content => content.replace(before, after));
}

/**
 * Starts to use a package of another module: go.mod and go.sum follow. Modules
 * that no proxy has are looked up in the examples meanwhile.
 */
export function requireModule(
  module,
  {
    use,
    in: folder = '.',
    name = 'main',
    root = '.',
    vendor = true,
    local = {},
  },
) {
  return async copy => {
    const file = join(folder, `${basename(use)}.go`);
    copy.write(file, `package ${name}\n\nimport _ "${use}"\n`);
    for (const [path, example] of Object.entries(local)) {
      const replacement = join(examples, example);
      await go(copy, ['mod', 'edit', `-replace=${path}=${replacement}`], root);
    }
    await go(copy, ['get', module], root);
    for (const path of Object.keys(local)) {
      await go(copy, ['mod', 'edit', `-dropreplace=${path}`], root);
    }
    if (vendor && copy.has('vendor')) {
      await go(copy, ['mod', 'vendor'], root);
    }
  };
}

/** Takes the lines of a module out of go.sum, as a bad merge does. */
export function loseChecksums(module) {
  return copy =>
    copy.edit('go.sum', content =>
      content
        .split('\n')
        .filter(line => !line.startsWith(`${module} `))
        .join('\n'),
    );
}

/** Runs the Go command in a working copy, with the recordings' modules. */
export function go(copy, args, folder = '.') {
  return must(join(goRoot, 'bin/go'), args, {
    cwd: join(copy.root, folder),
    env: {
      GOROOT: goRoot,
      GOTOOLCHAIN: 'local',
      GOWORK: 'off',
      GOFLAGS: '-mod=mod -modcacherw',
      GOMODCACHE: join(copy.home, 'modules'),
      GOPROXY: `file://${moduleFolder}`,
      GONOPROXY: 'none',
      GOSUMDB: 'off',
    },
  });
}
