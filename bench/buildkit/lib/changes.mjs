/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { join } from 'node:path';
import { goRoot, moduleFolder } from './engine.mjs';
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

/** Starts to use a package of another module: go.mod and go.sum follow. */
export function requireModule(module, { use, in: folder = '.', name }) {
  return async copy => {
    copy.write(
      join(folder, 'requires.go'),
      `package ${name}\n\nimport _ "${use}"\n`,
    );
    await go(copy, ['get', module]);
    await go(copy, ['mod', 'tidy']);
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
export function go(copy, args) {
  return must(join(goRoot, 'bin/go'), args, {
    cwd: copy.root,
    env: {
      GOROOT: goRoot,
      GOTOOLCHAIN: 'local',
      GOFLAGS: '-mod=mod -modcacherw',
      GOMODCACHE: join(copy.home, 'modules'),
      GOPROXY: `file://${moduleFolder}`,
      GONOPROXY: 'none',
      GOSUMDB: 'off',
    },
  });
}
