/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { replace, requireModule, source, text } from '../lib/changes.mjs';
import { privateHost, token } from './privateModule.mjs';

const withToken = () => ['--build-arg', `GIT_TOKEN=${token}`];
const expired = 'expired-token';
const withExpiredToken = () => ['--build-arg', `GIT_TOKEN=${expired}`];

/** The same module, with the token in a layer. */
export const customsForms = {
  service: 'customs-forms',
  example: 'private-modules-wrong',
  gitHosts: privateHost,
  secrets: [token, expired],
  builds: [
    { scenario: 'cold', options: withToken },
    { scenario: 'source', change: source('form/form.go'), options: withToken },
    { scenario: 'docs', change: text('README.md'), options: withToken },
    {
      scenario: 'modules',
      change: requireModule('golang.org/x/time@v0.15.0', {
        use: 'golang.org/x/time/rate',
        in: 'form',
        name: 'form',
        local: {
          'go.example.com/platform/log': 'private-modules/platform-log',
        },
      }),
      options: withToken,
    },
    {
      scenario: 'compile-error',
      branch: 'weights',
      change: replace('form/form.go', 'Kind: "CN 22"', 'Kind: 22'),
      options: withToken,
      fails: true,
    },
    { scenario: 'source', change: source('form/form.go'), options: withToken },
    {
      scenario: 'token-missing',
      branch: 'from-a-fork',
      change: source('main.go'),
      fails: true,
    },
    {
      scenario: 'token-expired',
      change: source('main.go'),
      options: withExpiredToken,
      fails: true,
    },
    {
      scenario: 'unchanged',
      rerun: true,
      follows: 47,
      options: withToken,
      progress: 'rawjson',
    },
    { scenario: 'source', change: source('form/form.go'), options: withToken },
  ],
};
