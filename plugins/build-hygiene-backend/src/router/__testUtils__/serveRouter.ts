/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import express from 'express';
import { describeRules } from '../../scanning';
import { createRouter, RouterOptions } from '../createRouter';

/** The API with what the routes under test need. */
export function serveRouter(
  options: Pick<RouterOptions, 'auditor' | 'permissions'> &
    Omit<Partial<RouterOptions>, 'visibility' | 'rules' | 'planner'> & {
      visibility: Partial<RouterOptions['visibility']>;
      rules?: object;
      planner?: Pick<RouterOptions['planner'], 'plan'>;
    },
): express.Express {
  const app = express();
  app.use(
    createRouter({
      rules: describeRules(),
      httpAuth: mockServices.httpAuth(),
      logger: mockServices.logger.mock(),
      ...options,
    } as RouterOptions),
  );
  app.use(mockErrorHandler());
  return app;
}
