/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readTokenIssuers } from './readTokenIssuers';

const audience = 'https://backstage.example';

function read(...oidc: JsonObject[]) {
  return readTokenIssuers(
    new ConfigReader({ buildHygiene: { builds: { oidc } } }),
  );
}

describe('readTokenIssuers', () => {
  it('knows none unless told', () => {
    expect(readTokenIssuers(new ConfigReader({}))).toEqual([]);
    expect(read()).toEqual([]);
  });

  it.each([
    [
      'https://token.actions.githubusercontent.com',
      'github-actions',
      'https://github.com',
    ],
    [
      'https://token.actions.githubusercontent.com/shop',
      'github-actions',
      'https://github.com',
    ],
    [
      'https://token.actions.shop.ghe.com',
      'github-actions',
      'https://shop.ghe.com',
    ],
    [
      'https://github.shop.example/_services/token',
      'github-actions',
      'https://github.shop.example',
    ],
    ['https://gitlab.com', 'gitlab', 'https://gitlab.com'],
  ])('knows %s', (issuer, provider, repositories) => {
    expect(read({ issuer, audience })).toEqual([
      { issuer, audiences: [audience], provider, repositories, claims: {} },
    ]);
  });

  it('takes others with what it takes to know their jobs', () => {
    const ours = {
      issuer: 'https://ci.example',
      audience: [audience, 'x'],
      provider: 'our-ci',
      repositories: 'https://git.example',
      jwksUri: 'https://ci.example/keys',
      claims: { repository: 'repo' },
    };
    expect(
      read(ours, {
        issuer: 'https://gitlab.example',
        audience,
        provider: 'gitlab',
      }),
    ).toMatchObject([
      {
        audiences: [audience, 'x'],
        jwksUri: 'https://ci.example/keys',
        claims: { repository: 'repo' },
      },
      { provider: 'gitlab', repositories: 'https://gitlab.example' },
    ]);
  });

  const gitLab = { issuer: 'https://gitlab.com', audience };
  const ci = { issuer: 'https://ci.example', audience };
  it.each<[string, JsonObject[], RegExp]>([
    ['no issuer', [{ audience }], /issuer/],
    ['plain http', [{ ...gitLab, issuer: 'http://gitlab.com' }], /https/],
    ['no audience', [{ issuer: gitLab.issuer }], /audience/],
    ['empty audiences', [{ ...gitLab, audience: [] }], /audience/],
    ['an empty audience', [{ ...gitLab, audience: ' ' }], /audience/],
    ['an unknown provider', [ci], /provider is needed/],
    [
      'no claim',
      [{ ...ci, provider: 'x', repositories: ci.issuer }],
      /claims.repository is needed/,
    ],
    [
      'no repositories',
      [{ ...ci, provider: 'x', claims: { repository: 'r' } }],
      /repositories/,
    ],
    [
      'keys over http',
      [{ ...gitLab, jwksUri: 'http://gitlab.com/keys' }],
      /jwksUri/,
    ],
    ['the same twice', [gitLab, gitLab], /twice/],
  ])('refuses %s', (_, oidc, message) => {
    expect(() => read(...oidc)).toThrow(message);
  });
});
