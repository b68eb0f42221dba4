/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import buildHygienePlugin from '.';
import { memoryDatabases } from './__testUtils__/memoryDatabases';

jest.setTimeout(60_000);

describe('badges', () => {
  async function ask(path: string, buildHygiene: object) {
    const { server } = await startTestBackend({
      features: [
        buildHygienePlugin,
        memoryDatabases,
        catalogServiceMock.factory({ entities: [] }),
        mockServices.rootConfig.factory({ data: { buildHygiene } }),
        mockServices.httpAuth.factory({
          defaultCredentials: mockCredentials.none(),
        }),
      ],
    });
    return request(server).get(`/api/build-hygiene${path}`);
  }

  const badge = '/badge/component/default/orders.svg';

  it('are for users by default', async () => {
    expect((await ask(badge, {})).status).toBe(401);
  });

  it('are for everybody where the configuration says so, and nothing else is', async () => {
    const settings = { badges: { public: true } };
    expect((await ask(badge, settings)).status).toBe(200);
    expect((await ask('/services', settings)).status).toBe(401);
  });
});
