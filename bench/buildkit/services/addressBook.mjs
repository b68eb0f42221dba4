/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { go, source, text } from '../lib/changes.mjs';

const file = 'address/address.go';

// The service as it was before it took golang.org/x/text, which asks for a
// newer Go than the builder image has.
async function beforeTheRaise(copy) {
  raised = copy.read(file);
  copy.edit(file, content =>
    content
      .replace(/\n\t"golang.org\/x\/text[^"]*"/g, '')
      .replace('norm.NFC.String(text)', 'text')
      .replace(
        'cases.Upper(language.Und).String(strings.Join(words, " "))',
        'strings.ToUpper(strings.Join(words, " "))',
      ),
  );
  sums = copy.read('go.sum');
  await go(copy, [
    'mod',
    'edit',
    '-go=1.24.0',
    '-droprequire=golang.org/x/text',
  ]);
  copy.edit('go.sum', content => content.replace(/^golang.org.*\n/gm, ''));
}

let raised;
let sums;

async function raise(copy) {
  copy.write(file, raised);
  copy.write('go.sum', sums);
  await go(copy, ['mod', 'edit', '-go=1.27.0']);
  await go(copy, ['mod', 'edit', '-require=golang.org/x/text@v0.40.0']);
}

/** Its `go.mod` is raised on the way, its builder image is not. */
export const addressBook = {
  service: 'address-book',
  example: 'go-version-drift',
  builds: [
    { scenario: 'cold', change: beforeTheRaise },
    { scenario: 'source', change: source('main.go') },
    { scenario: 'docs', change: text('README.md') },
    { scenario: 'source', change: source('main.go') },
    { scenario: 'source', change: source('main.go'), progress: 'rawjson' },
    { scenario: 'docs', change: text('README.md') },
    { scenario: 'modules', change: raise, fails: true },
    { scenario: 'unchanged', rerun: true, follows: 6, fails: true },
    { scenario: 'source', change: source('main.go'), fails: true },
    {
      scenario: 'docs',
      change: text('README.md'),
      fails: true,
      progress: 'rawjson',
    },
  ],
};
