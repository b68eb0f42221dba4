/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import express, { Router } from 'express';
import { z } from 'zod';
import { FixPlanner } from '../planning';
import { parseRequest } from './requestSchemas';
import { RouteAccess } from './RouteAccess';

/** More rules than there are, of longer names than they have. */
const planBodySchema = z
  .object({
    rules: z
      .array(z.string().regex(/^[a-z]+\/[a-z0-9-]+$/, 'Expected a rule id'))
      .min(1)
      .max(200),
  })
  .strict();

/** What the fixes of chosen rules come to. */
export function addPlanRoute(
  router: Router,
  options: { planner: FixPlanner },
  access: RouteAccess,
): void {
  router.post(
    '/services/by-name/:kind/:namespace/:name/plan',
    express.json({ limit: '64kb' }),
    async (request, response) => {
      const entityRef = await access.readService(request);
      const { rules } = parseRequest(planBodySchema, request.body);
      const gone = new AbortController();
      response.once('close', () => gone.abort());
      const plan = await options.planner.plan(entityRef, {
        rules: [...new Set(rules)],
        signal: gone.signal,
      });
      response.json(plan);
    },
  );
}
