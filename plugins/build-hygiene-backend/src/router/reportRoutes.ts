/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { IncidentThreshold } from '@build-hygiene/engine';
import { Request, Router } from 'express';
import { BuildStore, ServiceStore } from '../database';
import { EntityVisibility } from './EntityVisibility';
import {
  measuresQuerySchema,
  ownersQuerySchema,
  parseRequest,
} from './requestSchemas';

export interface ReportRoutesOptions {
  services: ServiceStore;
  builds: BuildStore;
  visibility: EntityVisibility;
  incidents: IncidentThreshold;
}

/** What the report tells of fleet and builds; each of the services that the caller may see. */
export function addReportRoutes(
  router: Router,
  options: ReportRoutesOptions,
  authorizeRead: (
    request: Request<any, any, any, any>,
  ) => Promise<BackstageCredentials>,
): void {
  const { services, builds, visibility, incidents } = options;

  async function readScope(request: Request<any, any, any, any>) {
    const credentials = await authorizeRead(request);
    const query = parseRequest(measuresQuerySchema, request.query);
    return { ...query, ...(await visibility.visibleServices(credentials)) };
  }

  router.get('/report/measures', async (request, response) => {
    response.json(await builds.measureServices(await readScope(request)));
  });

  router.get('/report/history', async (request, response) => {
    const credentials = await authorizeRead(request);
    response.json(
      await services.reportHistory(
        await visibility.visibleServices(credentials),
      ),
    );
  });

  router.get('/report/owners', async (request, response) => {
    const credentials = await authorizeRead(request);
    response.json(
      await services.reportOwners(
        parseRequest(ownersQuerySchema, request.query),
        await visibility.visibleServices(credentials),
      ),
    );
  });

  router.get('/report/fleet', async (request, response) => {
    const credentials = await authorizeRead(request);
    response.json(
      await services.reportFleet(await visibility.visibleServices(credentials)),
    );
  });

  router.get('/report/failures', async (request, response) => {
    response.json(await builds.countFailures(await readScope(request)));
  });

  router.get('/report/incidents', async (request, response) => {
    const scope = await readScope(request);
    response.json(
      await builds.listIncidents({ ...scope, threshold: incidents }),
    );
  });
}
