/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { replace, source, text } from '../lib/changes.mjs';

const file = 'messages.go';
const stage = 'COPY --from=builder';
let broken;

// As it was while it still built.
function whole(copy) {
  broken = copy.read('Dockerfile');
  copy.edit('Dockerfile', content =>
    content
      .replace('FORM ', 'FROM ')
      .replace(stage, 'COPY --from=build')
      .replace('COPY templates ./templates\n', ''),
  );
}

/** Its Dockerfile breaks in two steps, and stays broken. */
export const notifications = {
  service: 'notifications',
  example: 'broken-dockerfile',
  builds: [
    { scenario: 'cold', change: whole },
    { scenario: 'source', change: source(file) },
    { scenario: 'docs', change: text('README.md') },
    { scenario: 'source', change: source(file) },
    { scenario: 'source', change: source('main.go') },
    {
      scenario: 'copy-missing',
      change: replace(
        'Dockerfile',
        'COPY *.go ./\n',
        'COPY *.go ./\nCOPY templates ./templates\n',
      ),
      fails: true,
    },
    {
      scenario: 'unchanged',
      rerun: true,
      follows: 5,
      fails: true,
      progress: 'rawjson',
    },
    {
      scenario: 'dockerfile-unreadable',
      change: copy => copy.write('Dockerfile', broken),
      fails: true,
    },
    { scenario: 'source', change: source(file), fails: true },
  ],
};
