/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { RegisterCollatorParameters } from '@backstage/plugin-search-backend-node';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import searchModuleBuildHygiene from '.';

describe('searchModuleBuildHygiene', () => {
  it('adds a collator that asks the backend of build hygiene', async () => {
    const asked: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      asked.push(`${request.url} ${request.headers.authorization}`);
      response.setHeader('Content-Type', 'application/json');
      response.end(
        JSON.stringify(
          request.url?.endsWith('/rules')
            ? { rulesetVersion: '1', rules: [] }
            : { items: [], total: 0 },
        ),
      );
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const collators: RegisterCollatorParameters[] = [];
    try {
      await startTestBackend({
        extensionPoints: [
          [
            searchIndexRegistryExtensionPoint,
            {
              addCollator: added => collators.push(added),
              addDecorator: () => {},
            },
          ],
        ],
        features: [
          searchModuleBuildHygiene,
          mockServices.discovery.mock({
            getBaseUrl: async id => `http://127.0.0.1:${port}/api/${id}`,
          }).factory,
        ],
      });
      expect(collators).toHaveLength(1);
      const stream = await collators[0].factory.getCollator();
      for await (const document of stream) {
        throw new Error(`There is no ${document}`);
      }
    } finally {
      server.close();
    }
    expect(asked).toEqual([
      expect.stringMatching(/^\/api\/build-hygiene\/rules Bearer ./),
      expect.stringMatching(
        /^\/api\/build-hygiene\/services\?status=scanned&status=stale&openRules=true&limit=200 Bearer ./,
      ),
    ]);
  });
});
