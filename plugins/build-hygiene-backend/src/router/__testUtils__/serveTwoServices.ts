/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { createJobTokens } from '../../builds';
import { ModuleSourceStore } from '../../database';
import {
  matrix,
  openStores,
  refOf,
  reportOf,
  selected,
} from '../../database/__testUtils__/stores';
import { ModuleSourceMonitor } from '../../moduleSources';
import { RouterOptions } from '../createRouter';
import { mockAccess } from './mockAccess';
import { serveRouter } from './serveRouter';

/** The path of the service that was scanned. */
export const a = '/services/by-name/component/default/a';

/** The path of the service that was not, and that the catalog can hide. */
export const b = '/services/by-name/component/default/b';

/** The API over two services of one team. */
export async function serveTwoServices(
  databases: TestDatabases,
  access: ReturnType<typeof mockAccess>,
  options: { planner?: Pick<RouterOptions['planner'], 'plan'> } = {},
) {
  const { knex, ...stores } = await openStores(databases, 'SQLITE_3');
  await stores.services.upsertSelection(
    ['a', 'b'].map(name =>
      selected(name, { owner: 'group:default/team', settings: {} }),
    ),
  );
  await stores.services.saveScan({
    entityRef: refOf('a'),
    commit: 'c1',
    rulesetVersion: 'rules-1',
    report: reportOf(80),
    matrix,
    fleet: [
      { aspect: 'go-image', value: '1.16' },
      { aspect: 'buildkit', value: 'heredoc' },
    ],
    status: 'scanned',
    nextScanAt: '2099-01-01T00:00:00Z',
  });
  const moduleSources = ModuleSourceStore.create({ knex });
  await moduleSources.add({
    source: 'https://goproxy.example',
    kind: 'proxy',
    at: new Date().toISOString(),
    state: 'degraded',
    milliseconds: 12,
    certificateExpiresAt: '2099-01-01T00:00:00.000Z',
    answers: { public: 'served', missing: 'failed' },
    checks: [{ name: 'missing', state: 'fail', message: 'Status 403.' }],
  });
  const { permissions, auditor, visibilityOf } = access;
  const logger = mockServices.logger.mock();
  const app = serveRouter({
    ...stores,
    visibility: visibilityOf('a'),
    monitor: ModuleSourceMonitor.create({
      config: {
        list: 'https://ci:s3cret@goproxy.example|direct',
        noProxy: '',
        access: [],
        canary: { modulePath: 'example.com/canary', version: 'v1.0.0' },
        intervalSeconds: 300,
        timeoutSeconds: 5,
        lookUp: false,
      },
      moduleSources,
      logger,
    }),
    incidents: { services: 1, windowMinutes: 60 },
    mostLogBytes: 100_000,
    mostWaiverDays: 180,
    scanIntervalSeconds: 3600,
    publicBadges: false,
    jobTokens: createJobTokens({ issuers: [], logger }),
    auditor,
    permissions,
    ...options,
  });
  return { app, services: stores.services };
}
