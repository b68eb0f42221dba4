/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import fc from 'fast-check';
import { maskSecrets } from './maskSecrets';

// Built at run time, so that no scanner takes this file for a leak.
const letters = 'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0dF3hJ6lM9n';

describe('maskSecrets', () => {
  it.each([
    ['GitHub token', `token is ghp_${letters} here`],
    ['GitHub fine-grained token', `github_pat_${letters}`],
    ['GitLab token', `glpat-${letters.slice(0, 20)}`],
    ['AWS key id', `AKIA${'ABCDEFGHIJKLMNOP'}`],
    ['Google key', `AIza${letters.slice(0, 35)}`],
    ['Slack token', `xoxb-123456789012-${letters.slice(0, 20)}`],
    ['npm token', `npm_${letters.slice(0, 36)}`],
    ['PyPI token', `pypi-AgEIcHlwaS5vcmc${letters}`],
    ['JWT', `eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0${letters}.${letters}`],
    ['bearer header', `Authorization: Bearer ${letters}`],
    ['basic header', `AUTHORIZATION: basic ${letters}==`],
    ['bearer alone', `sent bearer ${letters}`],
    ['netrc', `machine example.com login me password ${letters}`],
    ['netrc in lines', `login me\n  password ${letters}\n`],
    ['URL user information', `https://me:${letters}@example.com/x`],
    ['URL with a token only', `https://${letters}@example.com/x.git`],
    ['URL password with @', `https://me:p@${letters}@example.com/x`],
    ['URL query', `https://example.com/?token=${letters}&x=1`],
    ['variable', `NPM_TOKEN=${letters}`],
    ['build argument', `--build-arg=DB_PASSWORD=${letters}`],
    ['quoted variable', `DB_PASSWORD="two words ${letters}"`],
    ['YAML', `password: ${letters}`],
    ['JSON', `{"client_secret": "${letters}"}`],
    ['Docker auth', `{"auths":{"r":{"auth":"${letters}"}}}`],
    ['camel case', `authToken=${letters}`],
    ['random key', `key=${letters}`],
    ['option', `curl --password ${letters}`],
    ['ENV instruction', `ENV API_TOKEN ${letters}`],
    [
      'PEM block',
      `-----BEGIN RSA PRIVATE KEY-----\n${letters}\n-----END RSA PRIVATE KEY-----`,
    ],
    ['cut PEM block', `-----BEGIN PRIVATE KEY-----\n${letters}`],
  ])('masks a %s', (_, text) => {
    const masked = maskSecrets(text);
    expect(masked).toContain('***');
    for (let start = 0; start + 12 <= letters.length; start++) {
      expect(masked).not.toContain(letters.slice(start, start + 12));
    }
    expect(maskSecrets(masked)).toBe(masked);
  });

  it.each([
    'RUN --mount=type=secret,id=netrc,target=/root/.netrc go mod download',
    'docker build --secret id=token,src=token.txt .',
    'docker build --secret=id=token,env=TOKEN .',
    'KEY_FILE=/etc/ssl/server.key',
    'TOKEN_URL=https://example.com/token',
    'PASSWORD=$DB_PASSWORD',
    'PASSWORD=${DB_PASSWORD}',
    'key=linux-amd64-go',
    'cache-key: go-1.26',
    'PUBLIC_KEY=abc',
    '#10 ERROR: secret netrc: not found',
    'ERROR: token: not found',
    '[auth] library/golang:pull token for registry-1.docker.io',
    'git@github.com: Permission denied (publickey).',
    'ssh://git@github.com/example/app',
    'docker login --password-stdin',
    'basic authentication failed',
    'Support for password authentication was removed',
    "fatal: could not read Username for 'https://example.com'",
    'verifying github.com/x/y@v1.2.3: checksum mismatch',
    'h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
    'sha256:5eef5ed34e1e1ff0a4ae850395cbf665c4de6b4b83a32a0bc7bcb998e24e7bbb',
    'ENV TOKEN_TTL 3600',
    'PASSWORD=',
    'USE_TOKEN=true',
  ])('leaves %s', text => {
    expect(maskSecrets(text)).toBe(text);
  });

  it('keeps what stands around a secret', () => {
    expect(maskSecrets('a TOKEN=abcdef1 b')).toBe('a TOKEN=*** b');
    expect(maskSecrets('https://u:p@h/x')).toBe('https://***@h/x');
    expect(maskSecrets(`{"password": "x1", "y": 2}`)).toBe(
      `{"password": "***", "y": 2}`,
    );
  });

  it('does not show the length', () => {
    expect(maskSecrets('PASSWORD=a1')).toBe(
      maskSecrets(`PASSWORD=${letters}${letters}`),
    );
  });

  const fragment = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'password',
      'TOKEN',
      'key',
      '=',
      ':',
      ': ',
      '"',
      "'",
      '\\"',
      ' ',
      '\n',
      '://',
      '@',
      '***',
      'Bearer ',
      'Authorization: ',
      'machine x login y password ',
      '--token ',
      'ENV ',
      `ghp_${letters}`,
      letters,
      '-----BEGIN PRIVATE KEY-----',
      '-----END PRIVATE KEY-----',
    ),
  );

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 12 }), fragments => {
        const masked = maskSecrets(fragments.join(''));
        expect(maskSecrets(masked)).toBe(masked);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['a', 'A_', 'password', '-----BEGIN PRIVATE KEY-----', '://', 'eyJ'])(
    'ends on a long run of %s',
    unit => {
      const text = unit.repeat(200_000 / unit.length);
      expect(typeof maskSecrets(text)).toBe('string');
    },
  );
});
