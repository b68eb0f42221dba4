/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from '../console.mjs';
import { oldPlaces } from './places.mjs';
import { samplesFor } from './samples.mjs';

const backendFile = 'packages/backend/src/index.ts';

/** Adds the plugins of the samples that the backend does not have yet. */
export function wireBackend(portal) {
  const statements = samplesFor(backendFile).flatMap(
    ({ code }) => code.match(/^backend\.add\([^;]+;$/gm) ?? [],
  );
  rewrite(portal, backendFile, text => {
    const missing = statements.filter(statement => !text.includes(statement));
    return text.replace('backend.start();', start =>
      [...missing, start].join('\n'),
    );
  });
}

/** What the pages say about the old frontend system. */
export function wireOldFrontend(portal) {
  for (const [file, waysToPut] of Object.entries(oldPlaces)) {
    // Samples of the new system name no place.
    const samples = samplesFor(file).filter(({ places }) => places.length > 0);
    if (samples.length === 0) {
      fail(`no page has a sample for ${file}`);
    }
    for (const { imports, places } of samples) {
      for (const [place, piece] of places) {
        const put = waysToPut[place] ?? fail(`where in ${file} is "${place}"?`);
        rewrite(portal, file, text => put(text, piece));
      }
      rewrite(portal, file, text => imports + text);
    }
  }
}

function rewrite(portal, file, change) {
  const path = join(portal, file);
  const text = readFileSync(path, 'utf8');
  const changed = change(text);
  if (changed === text) {
    fail(`${file} of the portal is not as expected: nothing was put into it`);
  }
  writeFileSync(path, changed);
}
