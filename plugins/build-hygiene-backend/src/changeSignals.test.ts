/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockCredentials,
} from '@backstage/backend-test-utils';
import {
  SignalPayload,
  signalsServiceRef,
} from '@backstage/plugin-signals-node';
import request from 'supertest';
import {
  exampleFiles,
  serviceIn,
  startPortal,
} from './__testUtils__/startPortal';

jest.setTimeout(60_000);

describe('signals', () => {
  const folder = createMockDirectory({
    content: { orders: exampleFiles.good },
  });

  it('tell of scans and of new builds, without a word of whose', async () => {
    const sent: SignalPayload[] = [];
    let wake: (() => void) | undefined;
    const { server, trigger } = await startPortal({
      folder,
      entities: [serviceIn(folder, 'orders')],
      features: [
        createServiceFactory({
          service: signalsServiceRef,
          deps: {},
          factory: () => ({
            publish: async signal => {
              sent.push(signal);
              wake?.();
            },
          }),
        }),
      ],
    });
    const next = () =>
      new Promise<void>(resolve => {
        wake = resolve;
      });
    await trigger('select-services');
    const afterScan = next();
    await trigger('scan');
    await afterScan;

    const submit = () =>
      request(server)
        .post('/api/build-hygiene/builds')
        .query({ entityRef: 'component:default/orders', runId: '7' })
        .set('Authorization', mockCredentials.service.header())
        .set('Content-Type', 'text/plain')
        .send('#5 [2/2] RUN go build ./...\n#5 DONE 12.5s\n');
    const afterBuild = next();
    await submit().expect(201);
    await afterBuild;
    expect(sent).toEqual(
      new Array(2).fill({
        recipients: { type: 'broadcast' },
        channel: 'build-hygiene',
        message: { uids: ['uid-of-orders'] },
      }),
    );
  });
});
