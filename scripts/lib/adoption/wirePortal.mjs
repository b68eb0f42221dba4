/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from '../console.mjs';
import { repositoryRoot } from '../processes.mjs';

// A comment that tells where the element goes.
const firstLine = /^.*\n/;

/** The line of step 2. */
export function wireBackend(portal) {
  edit(portal, 'packages/backend/src/index.ts', [
    [
      'backend.start();',
      partsOf(codeFor('packages/backend/src/index.ts')).body,
    ],
  ]);
}

/** What step 3 says about the old frontend system. */
export function wireOldFrontend(portal) {
  const app = partsOf(codeFor('packages/app/src/App.tsx, in the routes'));
  edit(
    portal,
    'packages/app/src/App.tsx',
    [['</FlatRoutes>', app.body]],
    app.imports,
  );

  const pageFile = 'packages/app/src/components/catalog/EntityPage.tsx';
  const page = partsOf(codeFor(pageFile));
  const [card, tab] = page.body.split('// beside the other tabs');
  edit(
    portal,
    pageFile,
    [
      // The overview and the page of a service are the first of their kind.
      ['<Grid item md={6}>', card.replace(firstLine, '')],
      ['</EntityLayout>', tab.replace(firstLine, '')],
    ],
    page.imports,
  );

  const rootFile = 'packages/app/src/components/Root/Root.tsx';
  const root = partsOf(codeFor(rootFile));
  edit(
    portal,
    rootFile,
    [['{/* End global nav */}', root.body.replace(firstLine, '')]],
    root.imports,
  );
}

/** The code of the page "Getting started" that says it is for the file. */
function codeFor(file) {
  const page = readFileSync(
    join(repositoryRoot, 'docs/getting-started.md'),
    'utf8',
  );
  const found = [...page.matchAll(/^```tsx?\n\/\/ ([^\n]+)\n([^]*?)^```$/gm)]
    .filter(([, place]) => place === file)
    .map(([, , text]) => text);
  if (found.length !== 1) {
    fail(`docs/getting-started.md has ${found.length} samples for ${file}`);
  }
  return found[0];
}

function partsOf(code) {
  const imports = [];
  const body = code
    .replace(/^import [^]*?;\n/gm, line => {
      imports.push(line);
      return '';
    })
    // In a sample an element stands alone, as a statement.
    .replace(/(<\/\w[\w.]*>|\/>);$/gm, '$1')
    .trim();
  return { imports: imports.join(''), body };
}

/** Puts each text before the first place where its mark stands. */
function edit(portal, file, insertions, imports = '') {
  const path = join(portal, file);
  let text = readFileSync(path, 'utf8');
  for (const [mark, insertion] of insertions) {
    if (!text.includes(mark)) {
      fail(`${file} of the portal has no ${mark}`);
    }
    text = text.replace(mark, () => `${insertion}\n${mark}`);
  }
  writeFileSync(path, `${imports}${text}`);
}
