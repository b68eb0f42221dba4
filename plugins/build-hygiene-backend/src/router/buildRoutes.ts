/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { IncidentThreshold } from '@build-hygiene/engine';
import { BuildDetail } from '@build-hygiene/plugin-build-hygiene-common';
import { Request, Router } from 'express';
import { compareDetails } from '../builds';
import { BuildStore, mayBeIncident } from '../database';
import { EntityVisibility } from './EntityVisibility';

export interface BuildRoutesOptions {
  builds: BuildStore;
  visibility: EntityVisibility;
  incidents: IncidentThreshold;
}

/** One build, and one against another. */
export function addBuildRoutes(
  router: Router,
  options: BuildRoutesOptions,
  authorizeRead: (
    request: Request<any, any, any, any>,
  ) => Promise<BackstageCredentials>,
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

  router.get('/builds/:id', async (request, response) => {
    const credentials = await authorizeRead(request);
    const build = await getVisible(request.params.id, credentials);
    response.json({ ...build, ...(await findIncident(build, credentials)) });
  });

  router.get('/builds/:id/compare/:otherId', async (request, response) => {
    const credentials = await authorizeRead(request);
    const { id, otherId } = request.params;
    const after = await getVisible(id, credentials);
    const before = await getVisible(otherId, credentials);
    response.json(compareDetails(before, after));
  });
}
