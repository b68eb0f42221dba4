/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import {
  FactRetriever,
  techInsightsFactRetrieversExtensionPoint,
} from '@backstage-community/plugin-tech-insights-node';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { ServiceSummary } from '@build-hygiene/plugin-build-hygiene-common';
import techInsightsModuleBuildHygiene from '.';

const orders: ServiceSummary = {
  entityRef: 'component:default/orders',
  status: 'scanned',
  score: 71,
  grade: 'C',
  gate: 'fail',
  openFindings: { critical: 1, high: 2, medium: 0, low: 0, info: 0 },
  hitRate: { value: 0.5, builds: 12, minimumBuilds: 5, days: 30 },
  fleetFacts: [
    { aspect: 'base-image', value: 'alpine:3.22' },
    { aspect: 'base-image', value: 'golang:1.25' },
    { aspect: 'go-directive', value: '1.24' },
    { aspect: 'go-image', value: '1.25' },
  ],
};

const library: ServiceSummary = {
  ...orders,
  entityRef: 'component:tools/library',
  score: 100,
  grade: 'A',
  gate: 'pass',
  openFindings: { critical: 0, high: 0, medium: 0, low: 0, info: 0 },
  hitRate: { builds: 0, minimumBuilds: 5, days: 30 },
  fleetFacts: [
    { aspect: 'go-directive', value: '1.24' },
    { aspect: 'go-image', value: 'unknown' },
  ],
};

const unrated: ServiceSummary = {
  ...library,
  entityRef: 'component:default/unrated',
  score: undefined,
  grade: undefined,
};

describe('techInsightsModuleBuildHygiene', () => {
  it('adds a retriever that reads the facts of all services', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(`${request.url} ${request.headers.authorization}`);
      response.setHeader('Content-Type', 'application/json');
      response.end(
        JSON.stringify(
          request.url?.includes('cursor=next')
            ? { items: [library, unrated], total: 3 }
            : { items: [orders], total: 3, nextCursor: 'next' },
        ),
      );
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const retrievers: Record<string, FactRetriever> = {};
    const discovery = mockServices.discovery.mock({
      getBaseUrl: async id => `http://127.0.0.1:${port}/api/${id}`,
    });
    try {
      await startTestBackend({
        extensionPoints: [
          [
            techInsightsFactRetrieversExtensionPoint,
            {
              addFactRetrievers: added => {
                Object.assign(retrievers, added);
              },
            },
          ],
        ],
        features: [techInsightsModuleBuildHygiene],
      });
      expect(Object.keys(retrievers)).toEqual(['build-hygiene']);
      const { handler, schema } = retrievers['build-hygiene'];
      const facts = await handler({
        auth: mockServices.auth({ pluginId: 'tech-insights' }),
        config: mockServices.rootConfig(),
        discovery,
        logger: mockServices.logger.mock(),
        urlReader: mockServices.urlReader.mock(),
      });
      expect(facts).toEqual([
        {
          entity: { kind: 'component', namespace: 'default', name: 'orders' },
          facts: {
            score: 71,
            grade: 'C',
            gatePasses: false,
            openCritical: 1,
            openHigh: 2,
            hitRate: 0.5,
            goVersions: ['1.25'],
            baseImages: ['alpine:3.22', 'golang:1.25'],
          },
        },
        {
          entity: { kind: 'component', namespace: 'tools', name: 'library' },
          facts: {
            score: 100,
            grade: 'A',
            gatePasses: true,
            openCritical: 0,
            openHigh: 0,
            hitRate: null,
            goVersions: ['1.24'],
            baseImages: [],
          },
        },
      ]);
      for (const fact of facts) {
        expect(Object.keys(fact.facts)).toEqual(Object.keys(schema));
      }
    } finally {
      server.close();
    }
    expect(asked).toEqual([
      expect.stringMatching(
        /^\/api\/build-hygiene\/services\?status=scanned&status=stale&fleetFacts=true&limit=200 Bearer ./,
      ),
      expect.stringMatching(/cursor=next Bearer ./),
    ]);
  });
});
