/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { randomUUID } from 'node:crypto';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { EntityVisibility } from '../access';

const conditional = (owner: string) =>
  ({
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'catalog',
    resourceType: 'catalog-entity',
    conditions: {
      rule: 'IS_ENTITY_OWNER',
      resourceType: 'catalog-entity',
      params: { claims: [owner] },
    },
  } as PolicyDecision);

const amelia = mockCredentials.user('user:default/amelia');
const ravi = mockCredentials.user('user:default/ravi');

function createVisibility() {
  const permissions = mockServices.permissions.mock();
  const catalog = catalogServiceMock.mock();
  const decide = (decision: PolicyDecision) =>
    permissions.authorizeConditional.mockImplementation(async requests =>
      // Each answer of the permission backend has an id of its own.
      requests.map(() => ({ ...decision, id: randomUUID() })),
    );
  const list = (...names: string[]) =>
    catalog.streamEntities.mockImplementation(async function* stream() {
      yield names.map(name => ({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name, namespace: 'default' },
      }));
    });
  decide(conditional('x'));
  list('a', 'b');
  const visibility = EntityVisibility.create({
    auth: mockServices.auth(),
    catalog,
    permissions,
    filter: { kind: 'Component' },
  });
  return { visibility, catalog, decide, list };
}

const both = { visibleRefs: ['component:default/a', 'component:default/b'] };

describe('EntityVisibility', () => {
  it.each<[string, PolicyDecision, object]>([
    ['everything', { result: AuthorizeResult.ALLOW }, {}],
    ['nothing', { result: AuthorizeResult.DENY }, { visibleRefs: [] }],
  ])('asks no catalog where a user sees %s', async (_, decision, expected) => {
    const { visibility, catalog, decide } = createVisibility();
    decide(decision);
    await expect(visibility.visibleServices(amelia)).resolves.toEqual(expected);
    expect(catalog.streamEntities).not.toHaveBeenCalled();
  });

  it('asks the catalog once for the requests of a page', async () => {
    const { visibility, catalog } = createVisibility();
    const answers = await Promise.all([
      visibility.visibleServices(amelia),
      visibility.visibleServices(amelia),
    ]);
    expect([...answers, await visibility.visibleServices(amelia)]).toEqual([
      both,
      both,
      both,
    ]);
    expect(catalog.streamEntities).toHaveBeenCalledTimes(1);
  });

  it('asks again for another user', async () => {
    const { visibility, list } = createVisibility();
    await visibility.visibleServices(amelia);
    list('c');
    await expect(visibility.visibleServices(ravi)).resolves.toEqual({
      visibleRefs: ['component:default/c'],
    });
    await expect(visibility.visibleServices(amelia)).resolves.toEqual(both);
  });

  it('asks again under other conditions', async () => {
    const { visibility, decide, list } = createVisibility();
    await visibility.visibleServices(amelia);
    decide(conditional('y'));
    list();
    await expect(visibility.visibleServices(amelia)).resolves.toEqual({
      visibleRefs: [],
    });
  });

  it('asks again after half a minute', async () => {
    // The cache has the clock of the process, which the timers do not fake.
    jest.useFakeTimers({ doNotFake: ['performance'] });
    const clock = jest.spyOn(performance, 'now').mockReturnValue(1_000);
    const setClock = (now: number) => {
      clock.mockReturnValue(now);
      jest.advanceTimersByTime(1_000);
    };
    try {
      const { visibility, list } = createVisibility();
      await visibility.visibleServices(amelia);
      list('c');
      setClock(30_000);
      await expect(visibility.visibleServices(amelia)).resolves.toEqual(both);
      setClock(32_000);
      await expect(visibility.visibleServices(amelia)).resolves.toEqual({
        visibleRefs: ['component:default/c'],
      });
    } finally {
      clock.mockRestore();
      jest.useRealTimers();
    }
  });

  it('keeps no failure', async () => {
    const { visibility, catalog, list } = createVisibility();
    catalog.streamEntities.mockImplementation(() => {
      throw new Error('down');
    });
    await expect(visibility.visibleServices(amelia)).rejects.toThrow('down');
    list('a', 'b');
    await expect(visibility.visibleServices(amelia)).resolves.toEqual(both);
  });
});
