/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  CatalogProcessor,
  catalogProcessingExtensionPoint,
} from '@backstage/plugin-catalog-node';
import catalogModuleBuildHygiene from '.';

const location = { type: 'url', target: 'https://git.example.com/a' };

function entityOf(name: string, labels?: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, labels },
  };
}

describe('catalogModuleBuildHygiene', () => {
  it('labels entities with the grade that the backend of build hygiene knows', async () => {
    let answered: (() => void) | undefined;
    const server = createServer((request, response) => {
      expect(request.headers.authorization).toMatch(/^Bearer ./);
      response.setHeader('Content-Type', 'application/json');
      response.end(
        JSON.stringify({
          items: [{ entityRef: 'component:default/orders', grade: 'C' }],
        }),
        () => answered?.(),
      );
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const processors: CatalogProcessor[] = [];
    try {
      await startTestBackend({
        extensionPoints: [
          [
            catalogProcessingExtensionPoint,
            {
              addProcessor: (
                ...added: (CatalogProcessor | CatalogProcessor[])[]
              ) => processors.push(...added.flat()),
            } as unknown as typeof catalogProcessingExtensionPoint.T,
          ],
        ],
        features: [
          catalogModuleBuildHygiene,
          mockServices.discovery.mock({
            getBaseUrl: async id => `http://127.0.0.1:${port}/api/${id}`,
          }).factory,
        ],
      });
      const [processor] = processors;
      const caches = new Map<string, any>();
      const process = async (entity: Entity) => {
        const result = await processor.preProcessEntity!(
          entity,
          location,
          () => {},
          location,
          {
            get: async () => caches.get(entity.metadata.name),
            set: async (_, value) => {
              caches.set(entity.metadata.name, value);
            },
          },
        );
        return result.metadata.labels;
      };
      caches.set('orders', 'B');

      const read = new Promise<void>(resolve => {
        answered = resolve;
      });
      // Not known yet: what it was before a restart.
      expect(await process(entityOf('orders'))).toEqual({
        'build-hygiene/grade': 'B',
      });
      expect(await process(entityOf('other'))).toBeUndefined();
      await read;

      let labels = await process(entityOf('orders', { tier: '1' }));
      while (labels?.['build-hygiene/grade'] === 'B') {
        await new Promise(setImmediate);
        labels = await process(entityOf('orders', { tier: '1' }));
      }
      expect(labels).toEqual({ tier: '1', 'build-hygiene/grade': 'C' });
      expect(caches.get('orders')).toBe('C');
      // Nobody gives a grade to himself.
      expect(
        await process(
          entityOf('other', { tier: '2', 'build-hygiene/grade': 'A' }),
        ),
      ).toEqual({ tier: '2' });
    } finally {
      server.close();
    }
  });
});
