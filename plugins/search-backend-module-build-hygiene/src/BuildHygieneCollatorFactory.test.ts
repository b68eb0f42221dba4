/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildHygieneCollatorFactory } from './BuildHygieneCollatorFactory';

const summary = {
  status: 'scanned',
  openFindings: { critical: 0, high: 0, medium: 0, low: 0, info: 0 },
  hitRate: { builds: 0, minimumBuilds: 5, days: 30 },
} as const;

const services = [
  {
    ...summary,
    entityRef: 'component:shop/orders',
    title: 'Orders: the service',
    owner: 'group:default/sales',
    score: 84,
    grade: 'B',
    gate: 'pass',
    openRules: ['cache/mounts', 'gone/rule'],
  },
  { ...summary, entityRef: 'component:default/docs', openRules: [] },
] as const;

async function collate(template = '/catalog/:namespace/:kind/:name/hygiene') {
  const queryServices = jest.fn(async ({ cursor }: { cursor?: string }) => ({
    items: [cursor ? services[1] : services[0]],
    total: 2,
    nextCursor: cursor ? undefined : 'next',
  }));
  let tokens = 0;
  const factory = BuildHygieneCollatorFactory.create({
    api: {
      listRules: async () => ({
        rulesetVersion: '1',
        rules: [
          { id: 'cache/mounts', title: { pass: 'p', fail: 'No mounts' } },
        ],
      }),
      queryServices,
    } as never,
    getToken: async () => `token-${++tokens}`,
    locationTemplate: template,
  });
  const documents = [];
  for await (const document of await factory.getCollator()) {
    documents.push(document);
  }
  return { factory, documents, queryServices };
}

describe('BuildHygieneCollatorFactory', () => {
  it('describes services, each for those who see it in the catalog', async () => {
    const { factory, documents } = await collate();
    expect(factory.type).toBe('build-hygiene');
    expect(factory.visibilityPermission.name).toBe('catalog.entity.read');
    expect(documents).toEqual([
      {
        title: 'Orders: the service',
        text: 'Build hygiene: grade B, score 84. No mounts (cache/mounts). gone/rule (gone/rule).',
        location: '/catalog/shop/component/orders/hygiene',
        entityRef: 'component:shop/orders',
        owner: 'group:default/sales',
        score: 84,
        grade: 'B',
        gate: 'pass',
        openRules: ['cache/mounts', 'gone/rule'],
        authorization: { resourceRef: 'component:shop/orders' },
      },
      expect.objectContaining({
        title: 'docs',
        text: 'Build hygiene: no score.',
        location: '/catalog/default/component/docs/hygiene',
        authorization: { resourceRef: 'component:default/docs' },
      }),
    ]);
  });

  it('reads page by page, each with a token of its own', async () => {
    const { queryServices } = await collate();
    const query = { status: ['scanned', 'stale'], openRules: true, limit: 200 };
    expect(queryServices.mock.calls).toEqual([
      [{ ...query, cursor: undefined }, { token: 'token-2' }],
      [{ ...query, cursor: 'next' }, { token: 'token-3' }],
    ]);
  });
});
