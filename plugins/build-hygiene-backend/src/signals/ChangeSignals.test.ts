/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { SignalPayload } from '@backstage/plugin-signals-node';
import { ChangeSignals } from './ChangeSignals';

const entityOf = (name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default', uid: `uid-of-${name}` },
  spec: {},
});

describe('ChangeSignals', () => {
  function setUp(names: string[]) {
    const catalog = catalogServiceMock.mock();
    catalog.getEntitiesByRefs.mockImplementation(async ({ entityRefs }) => ({
      items: entityRefs.map(ref => {
        const name = ref.split('/')[1];
        return names.includes(name) ? entityOf(name) : undefined;
      }),
    }));
    const sent: SignalPayload[] = [];
    let awaited: (() => void) | undefined;
    const logger = mockServices.logger.mock();
    const signals = ChangeSignals.create({
      auth: mockServices.auth(),
      catalog,
      logger,
      signals: {
        publish: async signal => {
          sent.push(signal);
          awaited?.();
        },
      },
      delayMilliseconds: 1,
    });
    return {
      catalog,
      logger,
      sent,
      signals,
      next: () =>
        new Promise<void>(resolve => {
          awaited = resolve;
        }),
    };
  }

  it('says in one signal what changed at once, by nothing but the uid', async () => {
    const { next, sent, signals } = setUp(['a', 'b']);
    for (const name of ['a', 'b', 'a', 'gone']) {
      signals.add(`component:default/${name}`);
    }
    await next();
    expect(sent).toEqual([
      {
        recipients: { type: 'broadcast' },
        channel: 'build-hygiene',
        message: { uids: ['uid-of-a', 'uid-of-b'] },
      },
    ]);
    signals.add('component:default/a');
    await next();
    expect(sent[1].message).toEqual({ uids: ['uid-of-a'] });
  });

  it('goes on after a failure, of which nobody hears', async () => {
    const { catalog, logger, next, sent, signals } = setUp(['a']);
    const logged = new Promise<void>(resolve =>
      logger.debug.mockImplementation(() => resolve()),
    );
    catalog.getEntitiesByRefs.mockRejectedValueOnce(new Error('no catalog'));
    signals.add('component:default/a');
    await logged;
    expect(sent).toEqual([]);
    signals.add('component:default/a');
    await next();
    expect(sent).toHaveLength(1);
  });
});
