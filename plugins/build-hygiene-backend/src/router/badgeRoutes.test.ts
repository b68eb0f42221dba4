/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  mockCredentials,
  mockErrorHandler,
} from '@backstage/backend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import express, { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import request from 'supertest';
import { ServiceStore } from '../database';
import { mockAccess } from './__testUtils__/mockAccess';
import { addBadgeRoutes } from './badgeRoutes';

const services = {
  getScore: async (entityRef: string) =>
    ['component:default/a', 'component:default/hidden.svc'].includes(entityRef)
      ? { score: 84, grade: 'B' }
      : undefined,
} as unknown as ServiceStore;

function start(options: { publicBadges: boolean; mayRead?: boolean }) {
  const access = mockAccess();
  access.reset();
  access.setCatalog(AuthorizeResult.CONDITIONAL);
  const router = PromiseRouter() as Router;
  const authorizeRead = jest.fn(async () => {
    if (options.mayRead === false) {
      throw new NotAllowedError('no');
    }
    return mockCredentials.user();
  });
  addBadgeRoutes(
    router,
    {
      services,
      publicBadges: options.publicBadges,
      // The catalog shows what it has; it does not have `hidden.svc`.
      visibility: access.visibilityOf('a'),
    },
    { authorizeRead },
  );
  const app = express();
  app.use(router);
  app.use(mockErrorHandler());
  return { app, authorizeRead };
}

const badge = (name: string) => `/badge/component/default/${name}.svg`;

describe('badge routes', () => {
  it('answers with score and grade, to be kept for a while', async () => {
    const { app } = start({ publicBadges: false });
    const response = await request(app).get('/badge/Component/Default/A.svg');
    expect(response.status).toBe(200);
    expect(response.headers).toMatchObject({
      'content-type': 'image/svg+xml; charset=utf-8',
      'cache-control': 'private, max-age=300',
      'content-security-policy': "default-src 'none'",
      'x-content-type-options': 'nosniff',
      vary: 'Authorization',
    });
    expect(response.body.toString()).toContain('build hygiene: B · 84');
  });

  it('answers 304 to who has it', async () => {
    const { app } = start({ publicBadges: false });
    const { headers } = await request(app).get(badge('a'));
    const again = await request(app)
      .get(badge('a'))
      .set('If-None-Match', headers.etag);
    expect(again.status).toBe(304);
  });

  it('shows the hidden and the unknown alike', async () => {
    const { app } = start({ publicBadges: false });
    const hidden = await request(app).get(badge('hidden.svc'));
    const unknown = await request(app).get(badge('%3Cscript%3E'));
    expect(hidden.status).toBe(200);
    expect(hidden.body.toString()).toContain('no score');
    expect(hidden.headers.etag).toBe(unknown.headers.etag);
    expect(hidden.body).toEqual(unknown.body);
  });

  it('asks for the permission to read', async () => {
    const { app } = start({ publicBadges: false, mayRead: false });
    expect((await request(app).get(badge('a'))).status).toBe(403);
  });

  it('asks for nothing where badges are public', async () => {
    const { app, authorizeRead } = start({ publicBadges: true });
    const response = await request(app).get(badge('hidden.svc'));
    expect(response.body.toString()).toContain('build hygiene: B · 84');
    expect(response.headers).toMatchObject({
      'cache-control': 'public, max-age=300',
      'cross-origin-resource-policy': 'cross-origin',
    });
    expect(authorizeRead).not.toHaveBeenCalled();
  });
});
