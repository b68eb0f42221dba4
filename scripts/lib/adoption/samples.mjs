/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../processes.mjs';

/** What is read to adopt all that shows in a portal. */
const pages = [
  'docs/getting-started.md',
  'docs/ways-in.md',
  'docs/fix-template.md',
  'plugins/catalog-backend-module-build-hygiene/README.md',
  'plugins/search-backend-module-build-hygiene/README.md',
]
  .map(page => readFileSync(join(repositoryRoot, page), 'utf8'))
  .join('\n');

/** The packages that the pages add to a workspace of the portal. */
export function packagesFor(workspace) {
  const command = new RegExp(
    `^yarn --cwd packages/${workspace} add (\\S+)$`,
    'gm',
  );
  return [...pages.matchAll(command)].map(([, name]) => name);
}

/** The code of the pages that begins with the name of the file. */
export function samplesFor(file) {
  return [...pages.matchAll(/^```tsx?\n\/\/ (\S+)\n([^]*?)^```$/gm)]
    .filter(([, name]) => name === file)
    .map(([, , code]) => readSample(code));
}

/**
 * `places` are the pieces below comments, which say where in the file a piece
 * goes; `code` is what stands before them.
 */
function readSample(text) {
  const imports = [];
  const [code, ...pieces] = text
    .replace(/^import [^]*?;\n/gm, line => {
      imports.push(line);
      return '';
    })
    // In a sample an element stands alone, as a statement.
    .replace(/(<\/\w[\w.]*>|\/>);$/gm, '$1')
    .split(/^\/\/ ([^;\n]+).*\n/m);
  const places = [];
  while (pieces.length > 0) {
    const [place, piece] = pieces.splice(0, 2);
    places.push([place, piece.trim()]);
  }
  return { imports: imports.join(''), code, places };
}
