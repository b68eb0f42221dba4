/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { ScanReport, severities, Severity } from '@build-hygiene/engine';
import {
  buildHygieneWaiverCreatePermission,
  severitiesToApprove,
  WaiverAction,
} from '@build-hygiene/plugin-build-hygiene-common';
import express, { Router } from 'express';
import { EntityVisibility, missingPermission } from '../access';
import { ServiceStore, WaiverStore } from '../database';
import { parseRequest } from './requestSchemas';
import { AnyRequest, RouteAccess } from './RouteAccess';
import { RouteAudit } from './RouteAudit';
import {
  checkWaiverAction,
  readWaiverAccess,
  userOf,
  withActions,
} from './waiverAccess';
import {
  checkLastDay,
  waiverRequestSchema,
  waiversQuerySchema,
} from './waiverSchemas';

export interface WaiverRoutesOptions {
  services: ServiceStore;
  waivers: WaiverStore;
  visibility: EntityVisibility;
  /** How many days ahead the last day of a waiver may be. */
  mostWaiverDays: number;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
}

const actions: readonly WaiverAction[] = ['approve', 'reject', 'withdraw'];

/** Asking for waivers, deciding on them, and seeing them. */
export function addWaiverRoutes(
  router: Router,
  options: WaiverRoutesOptions,
  common: { access: RouteAccess; audit: RouteAudit },
): void {
  const { access: routeAccess, audit } = common;
  const servicePath = '/services/by-name/:kind/:namespace/:name/waivers';

  /** Only people can accept something. */
  async function identifyUser(request: AnyRequest) {
    const credentials = await options.httpAuth.credentials(request, {
      allow: ['user'],
    });
    return { credentials, user: userOf(credentials)! };
  }

  const accessTo = (entityRefs: string[], credentials: BackstageCredentials) =>
    readWaiverAccess(options.permissions, entityRefs, credentials);

  router.get(servicePath, async (request, response) => {
    const credentials = await routeAccess.authorizeRead(request);
    const entityRef = await routeAccess.readVisibleRef(request, credentials);
    const access = await accessTo([entityRef], credentials);
    const waivers = await options.waivers.listOf(entityRef);
    response.json({
      items: waivers.map(waiver => withActions(waiver, access)),
      maximumDays: options.mostWaiverDays,
    });
  });

  router.post(
    servicePath,
    express.json({ limit: '16kb' }),
    async (request, response) => {
      const { credentials, user } = await identifyUser(request);
      const entityRef = await routeAccess.readVisibleRef(request, credentials);
      const access = await accessTo([entityRef], credentials);
      if (!access.mayCreate.has(entityRef)) {
        throw missingPermission(buildHygieneWaiverCreatePermission, entityRef);
      }
      const wanted = parseRequest(waiverRequestSchema, request.body ?? {});
      checkLastDay(wanted.until, { mostDays: options.mostWaiverDays });
      const { rule, unit } = wanted;
      const waiver = await audit.audited(
        {
          eventId: 'waiver-request',
          request,
          meta: { entityRef, rule, unit, until: wanted.until },
        },
        async () => {
          const service = await options.services.getService(entityRef);
          const severity = worstOpen(service?.report, wanted);
          if (severity === undefined) {
            throw new ConflictError(
              `There is no open check of ${rule} that could be waived`,
            );
          }
          const created = await options.waivers.create({
            ...wanted,
            entityRef,
            severity,
            requestedBy: user,
            needsApproval: severitiesToApprove.includes(severity),
          });
          if (created.state === 'active') {
            await options.services.requestScan(entityRef);
          }
          return created;
        },
      );
      response.status(201).json(withActions(waiver, access));
    },
  );

  router.get('/waivers', async (request, response) => {
    const credentials = await routeAccess.authorizeRead(request);
    const query = parseRequest(waiversQuerySchema, request.query);
    const page = await options.waivers.query(
      query,
      await options.visibility.visibleServices(credentials),
    );
    const access = await accessTo(
      page.items.map(({ entityRef }) => entityRef),
      credentials,
    );
    response.json({
      ...page,
      items: page.items.map(waiver => withActions(waiver, access)),
    });
  });

  for (const action of actions) {
    router.post(`/waivers/:id/${action}`, async (request, response) => {
      const { id } = request.params as { id: string };
      const { credentials, user } = await identifyUser(request);
      const before = await options.waivers.get(id);
      if (
        !before ||
        !(await options.visibility.isVisible(before.entityRef, credentials))
      ) {
        throw new NotFoundError(`There is no waiver ${id}`);
      }
      const { entityRef, rule, unit } = before;
      const access = await accessTo([entityRef], credentials);
      const waiver = await audit.audited(
        {
          eventId: `waiver-${action}`,
          request,
          meta: { waiverId: id, entityRef, rule, unit },
        },
        async () => {
          checkWaiverAction(before, action, access);
          const changed = await options.waivers.change(id, {
            action,
            by: user,
          });
          if (before.state === 'active' || changed?.state === 'active') {
            await options.services.requestScan(entityRef);
          }
          return changed ?? before;
        },
      );
      response.json(withActions(waiver, access));
    });
  }
}

/** The worst severity of the open checks that a waiver would be for. */
function worstOpen(
  report: ScanReport | undefined,
  { rule, unit }: { rule: string; unit?: string },
): Severity | undefined {
  const open = (report?.checks ?? []).filter(
    check =>
      check.rule === rule &&
      (unit === undefined || check.unit === unit) &&
      (check.state === 'fail' || check.state === 'partial'),
  );
  return severities.find(severity =>
    open.some(check => check.severity === severity),
  );
}
