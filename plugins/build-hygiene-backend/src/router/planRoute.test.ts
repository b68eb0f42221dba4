/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import express from 'express';
import request from 'supertest';
import { matrix } from '../database/__testUtils__/stores';
import { FixPlanner } from '../planning';
import { responseCheck } from '../schema/__testUtils__/openApi';
import { mockAccess } from './__testUtils__/mockAccess';
import { a, b, serveTwoServices } from './__testUtils__/serveTwoServices';

jest.setTimeout(60_000);

describe('plan route', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const access = mockAccess();
  const { denyAll, setCatalog } = access;
  const plan = jest.fn<
    ReturnType<FixPlanner['plan']>,
    Parameters<FixPlanner['plan']>
  >();
  let app: express.Express;

  beforeEach(async () => {
    access.reset();
    ({ app } = await serveTwoServices(databases, access, {
      planner: { plan },
    }));
  });

  it('plans the fixes of the chosen rules', async () => {
    plan.mockResolvedValue({
      commit: 'c1',
      scoreBefore: 41,
      scoreAfter: null,
      fixes: [
        {
          rule: 'image/shell-form',
          unit: 'Dockerfile',
          title: 'Start the program directly',
          safety: 'safe',
          scoreAfter: null,
        },
      ],
      rejected: [
        { rule: 'a/b', unit: null, title: 'Change it', reason: 'No.' },
      ],
      diff: '+x\n',
      diffDigest: 'd1',
      matrix,
    });

    const response = await request(app)
      .post(`${a}/plan`)
      .send({ rules: ['image/shell-form', 'a/b', 'a/b'] });

    expect(response.status).toBe(200);
    expect(
      responseCheck(
        {
          path: '/services/by-name/{kind}/{namespace}/{name}/plan',
          method: 'post',
          status: 200,
        },
        response.body,
      ),
    ).toEqual([]);
    expect(plan).toHaveBeenCalledWith('component:default/a', {
      rules: ['image/shell-form', 'a/b'],
      signal: expect.any(AbortSignal),
    });
  });

  it.each([
    ['no rules', { rules: [] }],
    ['what is no rule', { rules: ['../x'] }],
    ['no list', { rules: 'a/b' }],
    ['something else', { rules: ['a/b'], units: [] }],
    ['nothing', undefined],
  ])('plans nothing for %s', async (_, body) => {
    plan.mockClear();
    await request(app).post(`${a}/plan`).send(body).expect(400);
    expect(plan).not.toHaveBeenCalled();
  });

  it('plans only for services that the caller may see', async () => {
    plan.mockClear();
    setCatalog(AuthorizeResult.CONDITIONAL);
    await request(app)
      .post(`${b}/plan`)
      .send({ rules: ['a/b'] })
      .expect(404);
    denyAll();
    await request(app)
      .post(`${a}/plan`)
      .send({ rules: ['a/b'] })
      .expect(403);
    expect(plan).not.toHaveBeenCalled();
  });
});
