/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { PermissionsService } from '@backstage/backend-plugin-api';
import {
  buildHygieneScanHealthPermission,
  buildHygieneScanPermission as scanPermission,
} from '@build-hygiene/plugin-build-hygiene-common';
import express, { Router } from 'express';
import {
  EntityVisibility,
  mayForSome,
  missingPermission,
  permittedServices,
} from '../access';
import { ServiceStore } from '../database';
import { parseRequest, scanRetrySchema } from './requestSchemas';
import { RouteAccess } from './RouteAccess';
import { RouteAudit } from './RouteAudit';

export interface ScanHealthRoutesOptions {
  services: ServiceStore;
  visibility: EntityVisibility;
  permissions: PermissionsService;
  /** Time from one scan of a service to the next. */
  scanIntervalSeconds: number;
}

/** How scans go, for those who look after them. */
export function addScanHealthRoutes(
  router: Router,
  options: ScanHealthRoutesOptions,
  common: { access: RouteAccess; audit: RouteAudit },
): void {
  const { services, visibility, permissions, scanIntervalSeconds } = options;
  const { access, audit } = common;

  router.get('/report/scans', async (request, response) => {
    const credentials = await access.authorize(
      request,
      buildHygieneScanHealthPermission,
    );
    const health = await services.scanHealth({
      ...(await visibility.visibleServices(credentials)),
      intervalSeconds: scanIntervalSeconds,
    });
    response.json({
      ...health,
      mayScan: await mayForSome(permissions, scanPermission, credentials),
    });
  });

  router.post(
    '/report/scans/retry',
    express.json({ limit: '16kb' }),
    async (request, response) => {
      const credentials = await access.authorize(
        request,
        buildHygieneScanHealthPermission,
      );
      if (!(await mayForSome(permissions, scanPermission, credentials))) {
        throw missingPermission(scanPermission);
      }
      const wanted = parseRequest(scanRetrySchema, request.body ?? {});
      const entityRefs = await services.listFailing(
        wanted,
        await visibility.visibleServices(credentials),
      );
      const permitted = await permittedServices(
        permissions,
        { permission: scanPermission, entityRefs },
        credentials,
      );
      const count = await audit.audited(
        { eventId: 'scan-retry', request, meta: { ...wanted } },
        () => services.requestRetries(permitted),
      );
      response.status(202).json({ services: count });
    },
  );
}
