/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  createMockDirectory,
  mockCredentials,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import request from 'supertest';
import {
  exampleFiles,
  serviceIn,
  startPortal,
} from './__testUtils__/startPortal';

jest.setTimeout(60_000);

const service = '/api/build-hygiene/services/by-name/component/default/orders';

describe('what owners hear', () => {
  const folder = createMockDirectory();

  const team: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'team', namespace: 'default' },
    spec: { type: 'team', children: [] },
    relations: [{ type: 'hasMember', targetRef: 'user:default/member' }],
  };

  const member: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: 'member', namespace: 'default' },
    spec: {},
  };

  async function start(options: { installed: boolean }) {
    folder.setContent({ orders: exampleFiles.good });
    const portal = await startPortal({
      folder,
      entities: [serviceIn(folder, 'orders'), team, member],
      features: options.installed ? [notificationsPlugin] : [],
    });
    const { server, trigger } = portal;
    const messagesOf = async (user: string) => {
      const response = await request(server)
        .get('/api/notifications/')
        .set('Authorization', mockCredentials.user.header(user));
      return response;
    };
    return {
      ...portal,
      messagesOf,
      async rescan(files: Record<string, string>) {
        folder.addContent(
          Object.fromEntries(
            Object.entries(files).map(([name, text]) => [
              `orders/${name}`,
              text,
            ]),
          ),
        );
        await request(server).post(`${service}/rescan`).expect(202);
        await trigger('scan');
      },
    };
  }

  it('is sent through the notifications of Backstage, once', async () => {
    const { messagesOf, rescan, trigger } = await start({ installed: true });
    await trigger('select-services');
    await trigger('scan');
    await trigger('notify-owners');
    const messages = async (user: string) => {
      const { body } = await messagesOf(user);
      return body.notifications.map(
        ({ payload, updated }: { payload: object; updated?: string }) => ({
          ...payload,
          updated,
        }),
      );
    };
    expect(await messages('user:default/member')).toEqual([]);

    await rescan({ Dockerfile: exampleFiles.bad.Dockerfile });
    await trigger('notify-owners');
    const first = await messages('user:default/member');
    expect(first).toEqual([
      expect.objectContaining({
        title: expect.stringMatching(
          /^Build hygiene of orders fell from \d+ \([AB]\) to \d+ \([CDF]\)$/,
        ),
        description: expect.stringMatching(/^To fix first: .+\.$/),
        link: '/catalog/default/component/orders/build-hygiene',
        severity: 'high',
        topic: 'score-fell',
        scope: 'score-fell:component:default/orders',
      }),
    ]);
    expect(await messages('user:default/stranger')).toEqual([]);

    await trigger('notify-owners');
    expect(await messages('user:default/member')).toEqual(first);

    await trigger('send-digests');
    const both = await messages('user:default/member');
    expect(both).toHaveLength(2);
    expect(both).toContainEqual(
      expect.objectContaining({
        title: expect.stringMatching(
          /^Build hygiene of team this week: \d+ on average$/,
        ),
        link: '/build-hygiene/services?owner=group%3Adefault%2Fteam&sort=score',
        topic: 'weekly-digest',
      }),
    );
    await trigger('send-digests');
    expect(await messages('user:default/member')).toEqual(both);
  });

  it('is nothing where those are not installed', async () => {
    const { messagesOf, rescan, server, trigger } = await start({
      installed: false,
    });
    await trigger('select-services');
    await trigger('scan');
    await trigger('notify-owners');
    await rescan({ Dockerfile: exampleFiles.bad.Dockerfile });
    await trigger('notify-owners');
    await trigger('send-digests');
    expect((await messagesOf('user:default/member')).status).toBe(404);
    await request(server).get(service).expect(200);
  });
});
