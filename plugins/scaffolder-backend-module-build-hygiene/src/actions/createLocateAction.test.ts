/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { createLocateAction } from './createLocateAction';

const service = (
  name: string,
  annotations: Record<string, string>,
  namespace = 'default',
) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace,
    annotations: {
      'backstage.io/managed-by-location':
        'url:https://github.com/octo-org/shop/blob/main/catalog-info.yaml',
      ...annotations,
    },
  },
});

const action = createLocateAction({
  catalog: catalogServiceMock({
    entities: [
      service('orders', {
        'backstage.io/source-location':
          'url:https://github.com/octo-org/shop/tree/main/orders/',
        'build-hygiene/dockerfile': 'build/Dockerfile, Dockerfile',
        'build-hygiene/target': 'runtime',
      }),
      service('orders', {}, 'wholesale'),
      service('hidden', { 'build-hygiene/disabled': 'true' }),
    ],
  }),
});

async function locate(entityRef: string) {
  const context = createMockActionContext({ input: { entityRef } });
  await action.handler(context);
  return Object.fromEntries(
    (context.output as jest.Mock).mock.calls as [string, unknown][],
  );
}

describe('build-hygiene:locate', () => {
  it('tells where a service is and what of it is built', async () => {
    expect(await locate('component:default/orders')).toEqual({
      name: 'orders',
      url: 'https://github.com/octo-org/shop/tree/main/orders/',
      repoUrl: 'github.com?owner=octo-org&repo=shop',
      folder: 'orders',
      branch: 'main',
      dockerfiles: ['build/Dockerfile', 'Dockerfile'],
      context: undefined,
      target: 'runtime',
    });
  });

  it('tells services of the same name apart', async () => {
    expect(await locate('component:wholesale/orders')).toMatchObject({
      name: 'wholesale+orders',
      folder: '',
    });
  });

  it.each([
    ['component:default/nobody', 'There is no component:default/nobody'],
    ['component:default/hidden', 'does not take part'],
  ])('refuses %s', async (entityRef, message) => {
    await expect(locate(entityRef)).rejects.toThrow(message);
  });
});
