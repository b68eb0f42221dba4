/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { replace, requireModule, source, text } from '../lib/changes.mjs';
import { privateHost, token } from './privateModule.mjs';

function withSecret(copy) {
  const file = join(copy.home, 'netrc');
  writeFileSync(file, `machine go.example.com login ci password ${token}\n`);
  return ['--secret', `id=netrc,src=${file}`];
}

/** A private module, with the credentials in a secret mount. */
export const labelPrinter = {
  service: 'label-printer',
  example: 'private-modules-right',
  gitHosts: privateHost,
  secrets: [token],
  builds: [
    { scenario: 'cold', options: withSecret },
    {
      scenario: 'source',
      change: source('label/label.go'),
      options: withSecret,
    },
    { scenario: 'docs', change: text('README.md'), options: withSecret },
    { scenario: 'source', change: source('main.go'), options: withSecret },
    {
      scenario: 'modules',
      change: requireModule('golang.org/x/time@v0.15.0', {
        use: 'golang.org/x/time/rate',
        in: 'label',
        name: 'label',
        local: {
          'go.example.com/platform/log': 'private-modules/platform-log',
        },
      }),
      options: withSecret,
    },
    {
      scenario: 'secret-missing',
      branch: 'dependencies',
      change: replace('go.mod', 'go 1.27.0', 'go 1.27.1'),
      fails: true,
    },
    {
      scenario: 'source',
      change: source('label/label.go'),
      options: withSecret,
    },
    {
      scenario: 'source',
      change: source('label/label.go'),
      options: withSecret,
      progress: 'rawjson',
    },
    {
      scenario: 'tests',
      change: source('label/label_test.go'),
      options: withSecret,
    },
  ],
};
