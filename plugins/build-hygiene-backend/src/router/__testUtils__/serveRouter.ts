/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import express from 'express';
import { describeRules } from '../../scanning';
import { createRouter, RouterOptions } from '../createRouter';

/** Allows all permissions but those that a test denies by name. */
export function mockAccess() {
  const permissions = mockServices.permissions.mock();
  const auditor = mockServices.auditor.mock();
  const denied = new Set<string>();
  return {
    permissions,
    auditor,
    denied,
    /** Forgets what the test before denied and asked for. */
    reset: () => {
      denied.clear();
      permissions.authorize.mockImplementation(async requests =>
        requests.map(({ permission }) => ({
          result: denied.has(permission.name)
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
        })),
      );
      auditor.createEvent.mockReset();
      auditor.createEvent.mockResolvedValue({
        success: async () => {},
        fail: async () => {},
      });
    },
  };
}

/** The API with what the routes under test need. */
export function serveRouter(
  options: Pick<RouterOptions, 'auditor' | 'permissions'> &
    Omit<Partial<RouterOptions>, 'visibility' | 'rules'> & {
      visibility: Partial<RouterOptions['visibility']>;
      rules?: object;
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
