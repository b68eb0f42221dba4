/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  createMockDirectory,
  mockCredentials,
} from '@backstage/backend-test-utils';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import { PermissionPolicy } from '@backstage/plugin-permission-node';
import {
  buildHygienePermissions,
  buildHygieneScanPermission,
  Waiver,
} from '@build-hygiene/plugin-build-hygiene-common';
import request from 'supertest';
import { permissionBackend } from './__testUtils__/permissionBackend';
import {
  exampleFiles,
  serviceIn,
  startPortal,
} from './__testUtils__/startPortal';

jest.setTimeout(60_000);

const base = '/api/build-hygiene';
const amelia = mockCredentials.user.header('user:default/amelia');
const mira = mockCredentials.user.header('user:default/mira');
const ravi = mockCredentials.user.header('user:default/ravi');
const service = mockCredentials.service.header();

/** Whoever owns a service may do everything with it, and others see it. */
const policy: PermissionPolicy = {
  async handle({ permission }, user) {
    return isResourcePermission(permission, RESOURCE_TYPE_CATALOG_ENTITY) &&
      permission.attributes.action !== 'read'
      ? createCatalogConditionalDecision(
          permission,
          catalogConditions.isEntityOwner({
            claims: user?.info.ownershipEntityRefs ?? [],
          }),
        )
      : { result: AuthorizeResult.ALLOW };
  },
};

describe('a policy that asks for the owner', () => {
  const folder = createMockDirectory({
    content: { orders: exampleFiles.bad, billing: exampleFiles.bad },
  });

  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeAll(async () => {
    const owned = (name: string, ...owners: string[]) => ({
      ...serviceIn(folder, name),
      relations: owners.map(owner => ({
        type: 'ownedBy',
        targetRef: `user:default/${owner}`,
      })),
    });
    const entities = [
      owned('orders', 'amelia', 'mira'),
      owned('billing', 'ravi'),
    ];
    portal = await startPortal({
      folder,
      entities,
      features: permissionBackend({ policy, entities }),
      permissions: true,
    });
    await portal.trigger('select-services');
    await portal.trigger('scan');
  });

  const pathOf = (name: string) =>
    `${base}/services/by-name/component/default/${name}`;

  const post = (path: string, who: string, body?: object) =>
    request(portal.server).post(path).set('Authorization', who).send(body);

  const waive = (name: string, who: string, rule: string) =>
    post(`${pathOf(name)}/waivers`, who, {
      rule,
      reason: 'It is replaced next month',
      until: new Date(Date.now() + 7 * 24 * 3600_000)
        .toISOString()
        .slice(0, 10),
    });

  const submit = (name: string, who: string) =>
    request(portal.server)
      .post(`${base}/builds`)
      .query({ entityRef: `component:default/${name}` })
      .set('Authorization', who)
      .set('Content-Type', 'text/plain')
      .send('#1 [1/1] FROM docker.io/library/golang:1.25\n#1 DONE 0.1s\n');

  it.each<[what: string, done: number, (name: string) => Promise<any>]>([
    ['scan', 202, async name => post(`${pathOf(name)}/rescan`, amelia)],
    [
      'waiver.create',
      201,
      async name => waive(name, amelia, 'context/dockerignore-missing'),
    ],
    ['build.submit', 201, async name => submit(name, amelia)],
  ])('grants %s for what is owned alone', async (what, done, act) => {
    expect((await act('orders')).status).toBe(done);
    const { status, body } = await act('billing');
    expect(status).toBe(403);
    expect(body.error.message).toBe(
      `Not allowed: build-hygiene.${what} is missing for component:default/billing`,
    );
  });

  it('lets owners alone decide on waivers', async () => {
    const { body: waiver } = await waive(
      'orders',
      amelia,
      'image/base-untagged',
    );
    const actionsFor = async (who: string) => {
      const { body } = await request(portal.server)
        .get(`${base}/waivers`)
        .query({ state: 'pending' })
        .set('Authorization', who);
      return (body.items as Waiver[]).map(({ actions }) => actions);
    };
    expect(await actionsFor(amelia)).toEqual([['withdraw']]);
    expect(await actionsFor(mira)).toEqual([['approve', 'reject', 'withdraw']]);
    expect(await actionsFor(ravi)).toEqual([[]]);
    const path = `${base}/waivers/${waiver.id}/approve`;
    expect((await post(path, ravi)).status).toBe(403);
    expect((await post(path, mira)).status).toBe(200);
  });

  it('takes in builds from services, whose token decides', async () => {
    expect((await submit('billing', service)).status).toBe(201);
  });

  it('hides nothing of what may be seen', async () => {
    const { body } = await request(portal.server)
      .get(`${base}/services`)
      .set('Authorization', amelia);
    expect(body.total).toBe(2);
  });

  it('is asked by the page of a service', async () => {
    const ask = async (resourceRef: string) =>
      (
        await post('/api/permission/authorize', amelia, {
          items: [
            { id: '1', permission: buildHygieneScanPermission, resourceRef },
          ],
        })
      ).body.items[0].result;
    expect(await ask('component:default/orders')).toBe('ALLOW');
    expect(await ask('component:default/billing')).toBe('DENY');
  });

  it('learns which permissions there are', async () => {
    const { body } = await request(portal.server).get(
      `${base}/.well-known/backstage/permissions/metadata`,
    );
    expect(body.permissions).toEqual(buildHygienePermissions);
  });
});
