/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Response, Router } from 'express';
import { EntityVisibility } from '../access';
import { ServiceStore } from '../database';
import { renderBadge } from '../exports';
import { entityPathSchema, parseRequest } from './requestSchemas';
import { AnyRequest, RouteAccess } from './RouteAccess';

export interface BadgeRoutesOptions {
  services: ServiceStore;
  visibility: EntityVisibility;
  /** Whether badges are served to whoever asks. */
  publicBadges: boolean;
}

const secondsToKeep = 300;

/** The score of a service as a picture, for READMEs. */
export function addBadgeRoutes(
  router: Router,
  options: BadgeRoutesOptions,
  access: Pick<RouteAccess, 'authorizeRead'>,
): void {
  const { services, visibility, publicBadges } = options;

  /** What is hidden looks like what does not exist, and as what has no score. */
  async function readScore(request: AnyRequest) {
    const credentials = publicBadges
      ? undefined
      : await access.authorizeRead(request);
    const entityRef = parseRequest(entityPathSchema, request.params);
    return !credentials || (await visibility.isVisible(entityRef, credentials))
      ? services.getScore(entityRef)
      : undefined;
  }

  router.get(
    '/badge/:kind/:namespace/:name.svg',
    async (request: AnyRequest, response: Response) => {
      const score = await readScore(request);
      response.set({
        'Content-Type': 'image/svg+xml; charset=utf-8',
        'Cache-Control': `${
          publicBadges ? 'public' : 'private'
        }, max-age=${secondsToKeep}`,
        'Content-Security-Policy': "default-src 'none'",
        'X-Content-Type-Options': 'nosniff',
      });
      if (publicBadges) {
        // Pages of other sites show it, which Backstage forbids by default.
        response.set('Cross-Origin-Resource-Policy', 'cross-origin');
      } else {
        response.vary('Authorization');
      }
      // Express adds the ETag and answers 304 where it is known.
      response.send(renderBadge(score));
    },
  );
}
