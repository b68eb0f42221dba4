/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { IncidentThreshold } from '@build-hygiene/engine';
import { BuildDetail } from '@build-hygiene/plugin-build-hygiene-common';
import { Router } from 'express';
import { EntityVisibility } from '../access';
import { compareDetails } from '../builds';
import { BuildStore, mayBeIncident } from '../database';
import {
  buildsQuerySchema,
  measuresQuerySchema,
  parseRequest,
} from './requestSchemas';
import { RouteAccess } from './RouteAccess';

export interface BuildRoutesOptions {
  builds: BuildStore;
  visibility: EntityVisibility;
  incidents: IncidentThreshold;
}

/** The builds of a service, one build, and one against another. */
export function addBuildRoutes(
  router: Router,
  options: BuildRoutesOptions,
  access: RouteAccess,
): void {
  /** What is hidden answers like what does not exist. */
  async function getVisible(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<BuildDetail> {
    const build = await options.builds.get(id);
    const { visibility } = options;
    if (!build || !(await visibility.isVisible(build.entityRef, credentials))) {
      throw new NotFoundError(`There is no build ${id}`);
    }
    return build;
  }

  async function findIncident(
    build: BuildDetail,
    credentials: BackstageCredentials,
  ): Promise<Pick<BuildDetail, 'incident'>> {
    // Only few builds need to know what the caller may see.
    if (!mayBeIncident(build)) {
      return {};
    }
    const { builds, visibility, incidents } = options;
    const incident = await builds.incidentOf(build, {
      ...(await visibility.visibleServices(credentials)),
      threshold: incidents,
    });
    return incident ? { incident } : {};
  }

  router.get(
    '/services/by-name/:kind/:namespace/:name/builds',
    async (request, response) => {
      const entityRef = await access.readService(request);
      const page = parseRequest(buildsQuerySchema, request.query);
      response.json(await options.builds.list({ entityRef, ...page }));
    },
  );

  router.get(
    '/services/by-name/:kind/:namespace/:name/measures',
    async (request, response) => {
      const entityRef = await access.readService(request);
      const query = parseRequest(measuresQuerySchema, request.query);
      response.json(await options.builds.measureService(entityRef, query));
    },
  );

  router.get('/builds/:id', async (request, response) => {
    const credentials = await access.authorizeRead(request);
    const build = await getVisible(request.params.id, credentials);
    response.json({ ...build, ...(await findIncident(build, credentials)) });
  });

  router.get('/builds/:id/compare/:otherId', async (request, response) => {
    const credentials = await access.authorizeRead(request);
    const { id, otherId } = request.params;
    const after = await getVisible(id, credentials);
    const before = await getVisible(otherId, credentials);
    response.json(compareDetails(before, after));
  });
}
