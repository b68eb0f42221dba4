/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import buildHygienePlugin from '.';
import {
  LocalIssuer,
  startIssuer,
} from './builds/jobTokens/__testUtils__/startIssuer';
import { memoryDatabases } from './__testUtils__/memoryDatabases';

jest.setTimeout(120_000);

const base = '/api/build-hygiene';
const audience = 'https://backstage.example';
const orders = 'component:default/orders';

const log = `#1 [internal] load build definition from Dockerfile
#1 DONE 0.0s
#2 [1/2] FROM docker.io/library/golang:1.25
#2 DONE 0.1s
#3 [2/2] RUN go build ./...
#3 DONE 12.5s
`;

function component(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: {
        'backstage.io/managed-by-location': `url:https://github.example/shop/${name}/blob/main/catalog-info.yaml`,
      },
    },
  };
}

describe('sending builds as a CI job', () => {
  let issuer: LocalIssuer;
  let server: Awaited<ReturnType<typeof startTestBackend>>['server'];

  beforeAll(async () => {
    issuer = await startIssuer();
    const scheduler = mockServices.scheduler();
    ({ server } = await startTestBackend({
      features: [
        buildHygienePlugin,
        memoryDatabases,
        catalogServiceMock.factory({
          entities: ['orders', 'billing'].map(component),
        }),
        mockServices.rootConfig.factory({
          data: {
            buildHygiene: {
              builds: {
                oidc: [
                  {
                    issuer: issuer.url,
                    audience,
                    provider: 'github-actions',
                    repositories: 'https://github.example',
                  },
                ],
              },
            },
          },
        }),
        mockServices.httpAuth.factory({
          defaultCredentials: mockCredentials.none(),
        }),
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
      ],
    }));
    await scheduler.triggerTask('build-hygiene-select-services');
  });

  afterAll(() => issuer.close());

  const job = {
    aud: audience,
    repository: 'shop/orders',
    ref: 'refs/pull/3/merge',
    sha: 'c0ffee',
    run_id: '17',
    run_attempt: '1',
  };

  function send(options: {
    authorization?: string;
    entityRef?: string;
    query?: Record<string, string>;
  }) {
    const { authorization, entityRef = orders, query } = options;
    const sending = request(server)
      .post(`${base}/builds`)
      .query({ entityRef, ...query })
      .set('Content-Type', 'text/plain');
    return (
      authorization ? sending.set('Authorization', authorization) : sending
    ).send(log);
  }

  it('takes in builds of its own repository, and the word of the CI system for the rest', async () => {
    const authorization = `Bearer ${await issuer.sign(job)}`;
    const query = {
      branch: 'main',
      commit: 'abc',
      runId: '1',
      attempt: '9',
      runUrl: 'https://elsewhere.example/',
      provider: 'me',
      image: 'shop/orders',
    };
    const { status, body } = await send({ authorization, query });
    expect({ status, body }).toMatchObject({
      status: 201,
      body: {
        entityRef: orders,
        provider: 'github-actions',
        branch: 'pull/3/merge',
        commit: 'c0ffee',
        runId: '17',
        attempt: 1,
        runUrl: 'https://github.example/shop/orders/actions/runs/17',
        image: 'shop/orders',
      },
    });
    const again = await send({
      authorization,
      query: { ...query, runId: '2' },
    });
    expect(again.status).toBe(200);
    expect(again.body.id).toBe(body.id);

    // The token is good for this alone.
    for (const url of [`${base}/builds/${body.id}`, `${base}/services`]) {
      const answer = await request(server)
        .get(url)
        .set('Authorization', authorization);
      expect(answer.status).toBe(401);
    }
  });

  it.each<[string, string, Record<string, unknown>, number, RegExp]>([
    ['another service', 'component:default/billing', {}, 403, /may not send/],
    ['no service', 'component:default/nothing', {}, 403, /may not send/],
    [
      'another repository',
      orders,
      { repository: 'mallory/orders' },
      403,
      /mallory\/orders may not send/,
    ],
    ['another audience', orders, { aud: 'https://x.example' }, 401, /audience/],
    ['an expired token', orders, { exp: 1 }, 401, /expired/],
  ])('refuses builds of %s', async (_, entityRef, claims, status, message) => {
    const token = await issuer.sign({ ...job, ...claims });
    const answer = await send({ authorization: `Bearer ${token}`, entityRef });
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toMatch(message);
    expect(answer.text).not.toContain(token);
  });

  /** The command, in a job of GitHub Actions that may ask for a token. */
  async function push(entityRef: string, claims: Record<string, unknown>) {
    const { PATH, HOME } = process.env;
    const token = await issuer.sign({ ...job, ...claims });
    issuer.answers.set(
      '/token?audience=https%3A%2F%2Fbackstage.example',
      response => response.end(JSON.stringify({ value: token })),
    );
    const bin = path.resolve(
      __dirname,
      '../../../packages/cli/bin/build-hygiene',
    );
    const child = spawn(
      process.execPath,
      [
        ...[bin, 'push', '--strict', '--entity', entityRef],
        ...['--url', `http://localhost:${server.port()}`],
        ...['--audience', audience],
      ],
      {
        env: {
          PATH,
          HOME,
          ACTIONS_ID_TOKEN_REQUEST_URL: `${issuer.url}/token`,
          ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'r1',
        },
      },
    );
    let output = '';
    const collect = (text: string) => {
      output += text;
    };
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.stdin.end(log);
    const [status] = await once(child, 'close');
    expect(output).not.toContain(token);
    return { status, output };
  }

  it('takes in what the command sends', async () => {
    expect(await push(orders, { run_id: '40' })).toEqual({
      status: 0,
      output: `sent · ${orders} · success · 0 of 1 steps from the cache\n`,
    });
    expect(await push('component:default/billing', { run_id: '41' })).toEqual({
      status: 1,
      output: expect.stringMatching(/status 403: .*may not send builds/),
    });
  });

  it('lets those send that Backstage knows, and nobody else', async () => {
    const query = { runId: '18' };
    const known = await send({
      authorization: mockCredentials.service.header(),
      query,
    });
    expect(known.status).toBe(201);
    expect((await send({ query })).status).toBe(401);
    const unknown = await issuer.sign({ ...job, iss: 'https://x.example' });
    for (const token of ['x', unknown]) {
      const authorization = `Bearer ${token}`;
      expect((await send({ authorization, query })).status).toBe(401);
    }
    expect((await request(server).get(`${base}/builds/x`)).status).toBe(401);
  });
});
