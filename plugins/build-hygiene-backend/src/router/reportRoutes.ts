/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { IncidentThreshold } from '@build-hygiene/engine';
import { Router } from 'express';
import { EntityVisibility } from '../access';
import { BuildStore, ServiceStore } from '../database';
import { RuleCatalogue } from '../scanning';
import {
  measuresQuerySchema,
  ownersQuerySchema,
  parseRequest,
} from './requestSchemas';
import { AnyRequest, RouteAccess } from './RouteAccess';

export interface ReportRoutesOptions {
  services: ServiceStore;
  builds: BuildStore;
  visibility: EntityVisibility;
  rules: RuleCatalogue;
  incidents: IncidentThreshold;
}

/** What the report tells of fleet and builds; each of the services that the caller may see. */
export function addReportRoutes(
  router: Router,
  options: ReportRoutesOptions,
  access: RouteAccess,
): void {
  const { services, builds, visibility, incidents } = options;
  // So that nobody has to read the whole catalogue for ten titles.
  const titles = new Map(
    options.rules.rules.map(({ id, title }) => [id, title.fail]),
  );

  async function readScope(request: AnyRequest) {
    const credentials = await access.authorizeRead(request);
    const query = parseRequest(measuresQuerySchema, request.query);
    return { ...query, ...(await visibility.visibleServices(credentials)) };
  }

  router.get('/report', async (request, response) => {
    const credentials = await access.authorizeRead(request);
    const summary = await services.summarise(
      await visibility.visibleServices(credentials),
    );
    response.json({
      ...summary,
      topRules: summary.topRules.map(({ rule, services: failing }) => ({
        rule,
        title: titles.get(rule),
        services: failing,
      })),
    });
  });

  router.get('/report/measures', async (request, response) => {
    response.json(await builds.measureServices(await readScope(request)));
  });

  router.get('/report/history', async (request, response) => {
    const credentials = await access.authorizeRead(request);
    response.json(
      await services.reportHistory(
        await visibility.visibleServices(credentials),
      ),
    );
  });

  router.get('/report/owners', async (request, response) => {
    const credentials = await access.authorizeRead(request);
    response.json(
      await services.reportOwners(
        parseRequest(ownersQuerySchema, request.query),
        await visibility.visibleServices(credentials),
      ),
    );
  });

  router.get('/report/fleet', async (request, response) => {
    const credentials = await access.authorizeRead(request);
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
