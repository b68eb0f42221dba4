/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { buildHygieneScanPermission } from '@build-hygiene/plugin-build-hygiene-common';
import { Router } from 'express';
import { EntityVisibility } from '../access';
import { noSuchService, ServiceStore } from '../database';
import { parseRequest, servicesQuerySchema } from './requestSchemas';
import { RouteAccess } from './RouteAccess';
import { RouteAudit } from './RouteAudit';

export interface ServiceRoutesOptions {
  services: ServiceStore;
  visibility: EntityVisibility;
}

/** The list of services, one of them, and scanning one again. */
export function addServiceRoutes(
  router: Router,
  options: ServiceRoutesOptions,
  common: { access: RouteAccess; audit: RouteAudit },
): void {
  const { services, visibility } = options;
  const { access, audit } = common;

  router.get('/services/facets', async (request, response) => {
    const credentials = await access.authorizeRead(request);
    response.json(
      await services.listFacets(await visibility.visibleServices(credentials)),
    );
  });

  router.get('/services', async (request, response) => {
    const credentials = await access.authorizeRead(request);
    const query = parseRequest(servicesQuerySchema, request.query);
    response.json(
      await services.queryServices(
        query,
        await visibility.visibleServices(credentials),
      ),
    );
  });

  router.get(
    '/services/by-name/:kind/:namespace/:name',
    async (request, response) => {
      const entityRef = await access.readService(request);
      const service = await services.getService(entityRef);
      if (!service) {
        throw noSuchService(entityRef);
      }
      response.json(service);
    },
  );

  router.post(
    '/services/by-name/:kind/:namespace/:name/rescan',
    async (request, response) => {
      const entityRef = await access.authorizeService(
        request,
        buildHygieneScanPermission,
      );
      await audit.audited(
        { eventId: 'scan-request', request, meta: { entityRef } },
        async () => {
          if (!(await services.requestScan(entityRef))) {
            throw noSuchService(entityRef);
          }
        },
      );
      response.status(202).end();
    },
  );
}
