/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { mockServices } from '@backstage/backend-test-utils';
import { exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { createJobTokens } from './createJobTokens';
import { LocalIssuer, startIssuer } from './__testUtils__/startIssuer';

const audience = 'https://backstage.example';

describe('createJobTokens', () => {
  let issuer: LocalIssuer;
  let now: number;
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    issuer = await startIssuer();
    now = Date.parse('2026-11-01T12:00:00Z');
    logger.warn.mockClear();
  });

  afterEach(() => issuer.close());

  const job = {
    aud: audience,
    repository: 'shop/orders',
    ref: 'refs/heads/main',
    sha: '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
    run_id: '17',
    run_attempt: '2',
  };

  function createTokens(jwksUri?: string) {
    return createJobTokens({
      issuers: [
        {
          issuer: issuer.url,
          audiences: ['https://other.example', audience],
          provider: 'github-actions',
          repositories: 'https://github.example',
          jwksUri,
          claims: {},
        },
      ],
      logger,
      now: () => now,
    });
  }

  const sign = (claims = {}, options = {}) =>
    issuer.sign({ ...job, ...claims }, { now, ...options });

  it('tells the job of a token', async () => {
    expect(await createTokens().verify(await sign())).toEqual({
      issuer: issuer.url,
      repository: 'https://github.example/shop/orders',
      facts: {
        provider: 'github-actions',
        commit: job.sha,
        branch: 'main',
        runId: '17',
        attempt: 2,
        runUrl: 'https://github.example/shop/orders/actions/runs/17',
      },
    });
  });

  it('asks for the keys once in a while', async () => {
    const tokens = createTokens();
    const token = await sign();
    await Promise.all([tokens.verify(token), tokens.verify(token)]);
    expect(issuer.requests).toEqual([
      '/.well-known/openid-configuration',
      '/keys',
    ]);
    now += 9 * 60_000;
    await tokens.verify(await sign());
    expect(issuer.requests).toHaveLength(2);
    now += 2 * 60_000;
    await tokens.verify(await sign());
    expect(issuer.requests).toHaveLength(4);
  });

  it('asks where it is told to', async () => {
    await createTokens(`${issuer.url}/keys`).verify(await sign());
    expect(issuer.requests).toEqual(['/keys']);
  });

  it.each<[string, () => Promise<string> | string]>([
    ['nonsense', () => 'a.b.c'],
    ['a static token', () => 'abcdefgh12345678'],
    ['another issuer', () => sign({ iss: 'https://issuer.example' })],
    ['no issuer', () => sign({ iss: undefined })],
    ['a longer issuer', () => sign({ iss: `${issuer.url}/` })],
  ])('does not know a token of %s', async (_, createToken) => {
    expect(await createTokens().verify(await createToken())).toBeUndefined();
    expect(issuer.requests).toEqual([]);
  });

  it.each<[string, () => Promise<string> | string, RegExp]>([
    [
      'for others',
      () => sign({ aud: 'https://x.example' }),
      /another audience/,
    ],
    ['for anybody', () => sign({ aud: undefined }), /another audience/],
    ['of the past', () => sign({}, { now: now - 400_000 }), /has expired/],
    ['for ever', () => sign({ exp: undefined }), /exp is missing/],
    [
      'of the future',
      () => sign({ nbf: now / 1000 + 100 }),
      /nbf is missing or wrong/,
    ],
    [
      'without signature',
      () =>
        new UnsecuredJWT({
          ...job,
          iss: issuer.url,
          exp: now / 1000 + 60,
        }).encode(),
      /signature/,
    ],
    [
      'signed by others',
      async () => {
        const { privateKey } = await generateKeyPair('ES256');
        return new SignJWT({ ...job, iss: issuer.url, exp: now / 1000 + 60 })
          .setProtectedHeader({ alg: 'ES256', kid: '1' })
          .sign(privateKey);
      },
      /signature/,
    ],
    [
      'signed with the public key as a password',
      async () => {
        const { publicKey } = await generateKeyPair('ES256');
        return new SignJWT({ ...job, iss: issuer.url, exp: now / 1000 + 60 })
          .setProtectedHeader({ alg: 'HS256', kid: '1' })
          .sign(Buffer.from(await exportSPKI(publicKey)));
      },
      /signature/,
    ],
    [
      'that was changed',
      async () => {
        const [head, , signature] = (await sign()).split('.');
        const body = Buffer.from(
          JSON.stringify({
            ...job,
            iss: issuer.url,
            exp: now / 1000 + 60,
            repository: 'shop/billing',
          }),
        );
        return [head, body.toString('base64url'), signature].join('.');
      },
      /signature/,
    ],
  ])('refuses a token %s', async (_, createToken, message) => {
    const token = await createToken();
    const refused = await createTokens()
      .verify(token)
      .catch(error => error);
    expect(refused).toMatchObject({
      name: 'AuthenticationError',
      message: expect.stringMatching(message),
    });
    for (const kept of [token, audience, issuer.url, 'shop/orders']) {
      expect(refused.message).not.toContain(kept);
    }
  });

  it.each([
    undefined,
    '',
    'orders',
    'shop/../billing',
    '../shop/orders',
    'shop//orders',
    'shop/orders?x',
    'https://x.example/shop/orders',
    7,
  ])('refuses a token of the repository %s', async repository => {
    await expect(
      createTokens().verify(await sign({ repository })),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
  });

  it('follows the issuer to new keys, now and then', async () => {
    const tokens = createTokens(`${issuer.url}/keys`);
    const old = await sign();
    await tokens.verify(old);
    await issuer.rotate();
    const next = await sign();
    await expect(tokens.verify(next)).rejects.toThrow(/signature/);
    expect(issuer.requests).toHaveLength(1);

    now += 11_000;
    expect(await tokens.verify(next)).toBeDefined();
    await expect(tokens.verify(old)).rejects.toThrow(/signature/);
    for (const keyId of ['7', '8', '9']) {
      await expect(tokens.verify(await sign({}, { keyId }))).rejects.toThrow(
        /signature/,
      );
    }
    expect(issuer.requests).toHaveLength(2);
  });

  it('does with the keys it has while the issuer is down, for an hour', async () => {
    const tokens = createTokens(`${issuer.url}/keys`);
    issuer.answers.set('/keys', response => response.writeHead(500).end());
    await expect(tokens.verify(await sign())).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.not.stringContaining(issuer.url),
    });
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining(`${issuer.url}/keys answered with status 500`),
    );
    // The pause holds for the failed request, too.
    await expect(tokens.verify(await sign())).rejects.toThrow(/later/);
    expect(issuer.requests).toHaveLength(1);

    issuer.answers.clear();
    now += 11_000;
    expect(await tokens.verify(await sign())).toBeDefined();
    issuer.answers.set('/keys', response => response.destroy());
    now += 50 * 60_000;
    expect(await tokens.verify(await sign())).toBeDefined();
    now += 11 * 60_000;
    await expect(tokens.verify(await sign())).rejects.toThrow(/later/);
    expect(issuer.requests).toHaveLength(4);
  });

  it.each<[string, string, string | Record<string, unknown>]>([
    ['keys that are none', '/keys', '{"keys": 7}'],
    ['no JSON', '/keys', '<html>'],
    ['no object', '/.well-known/openid-configuration', 'null'],
    [
      'another issuer',
      '/.well-known/openid-configuration',
      { issuer: 'https://x.example', jwks_uri: 'https://x.example' },
    ],
    ['too much', '/keys', `"${'x'.repeat(300_000)}"`],
  ])('has no keys of an issuer that answers %s', async (_, path, answer) => {
    issuer.answers.set(path, response => {
      response.end(
        typeof answer === 'string' ? answer : JSON.stringify(answer),
      );
    });
    await expect(createTokens().verify(await sign())).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
  });

  it('follows an issuer to no address that others can answer for', async () => {
    issuer.answers.set('/.well-known/openid-configuration', response => {
      response.end(
        JSON.stringify({
          issuer: issuer.url,
          jwks_uri: 'http://keys.example/',
        }),
      );
    });
    await expect(createTokens().verify(await sign())).rejects.toThrow(/later/);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('https URL'),
    );

    issuer.answers.clear();
    issuer.answers.set('/keys', response => {
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    await expect(createTokens().verify(await sign())).rejects.toThrow(/later/);
    expect(issuer.requests).not.toContain('/elsewhere');
  });
});
