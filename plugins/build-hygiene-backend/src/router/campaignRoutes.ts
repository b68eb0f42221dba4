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
import { InputError, NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  buildHygieneCampaignManagePermission,
  CampaignRequest,
} from '@build-hygiene/plugin-build-hygiene-common';
import express, { Router } from 'express';
import { EntityVisibility, missingPermission } from '../access';
import { CampaignStore } from '../database';
import { RuleCatalogue } from '../scanning';
import { campaignRequestSchema, campaignsQuerySchema } from './campaignSchemas';
import { parseRequest } from './requestSchemas';
import { AnyRequest, RouteAccess } from './RouteAccess';
import { RouteAudit } from './RouteAudit';
import { userOf } from './waiverAccess';

export interface CampaignRoutesOptions {
  campaigns: CampaignStore;
  visibility: EntityVisibility;
  rules: RuleCatalogue;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
}

/** Campaigns: seeing how far they are, starting, changing and closing them. */
export function addCampaignRoutes(
  router: Router,
  options: CampaignRoutesOptions,
  common: { access: RouteAccess; audit: RouteAudit },
): void {
  const { campaigns, visibility, httpAuth, permissions } = options;
  const { access, audit } = common;
  const json = express.json({ limit: '64kb' });

  async function mayManage(
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    if (userOf(credentials) === undefined) {
      return false;
    }
    const [{ result }] = await permissions.authorize(
      [{ permission: buildHygieneCampaignManagePermission }],
      { credentials },
    );
    return result === AuthorizeResult.ALLOW;
  }

  /** Only people can ask others for something. */
  async function identifyManager(request: AnyRequest) {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    if (!(await mayManage(credentials))) {
      throw missingPermission(buildHygieneCampaignManagePermission);
    }
    return { credentials, user: userOf(credentials)! };
  }

  async function readCampaign(id: string) {
    const campaign = await campaigns.get(id);
    if (!campaign) {
      throw new NotFoundError(`There is no campaign ${id}`);
    }
    return campaign;
  }

  function readRequest(request: AnyRequest): CampaignRequest {
    const wanted = parseRequest(campaignRequestSchema, request.body ?? {});
    const { target } = wanted;
    if (target.kind === 'rules') {
      const known = new Set(options.rules.rules.map(({ id }) => id));
      const unknown = target.rules.find(rule => !known.has(rule));
      if (unknown !== undefined) {
        throw new InputError(`There is no rule ${unknown}`);
      }
    }
    return wanted;
  }

  router.get('/campaigns', async (request, response) => {
    const credentials = await access.authorizeRead(request);
    const query = parseRequest(campaignsQuerySchema, request.query);
    const page = await campaigns.query(
      query,
      await visibility.visibleServices(credentials),
    );
    response.json({ ...page, mayManage: await mayManage(credentials) });
  });

  router.post('/campaigns', json, async (request, response) => {
    const { credentials, user } = await identifyManager(request);
    const wanted = readRequest(request);
    if (wanted.dueOn < new Date().toISOString().slice(0, 10)) {
      throw new InputError('The day by which it is to be done is over');
    }
    const campaign = await audit.audited(
      { eventId: 'campaign-create', request, meta: { name: wanted.name } },
      () => campaigns.create(wanted, { createdBy: user }),
    );
    response
      .status(201)
      .json(
        await campaigns.withProgress(
          campaign,
          await visibility.visibleServices(credentials),
        ),
      );
  });

  router.get('/campaigns/:id', async (request, response) => {
    const { id } = request.params as { id: string };
    const credentials = await access.authorizeRead(request);
    const detail = await campaigns.detail(
      await readCampaign(id),
      await visibility.visibleServices(credentials),
    );
    response.json({ ...detail, mayManage: await mayManage(credentials) });
  });

  router.put('/campaigns/:id', json, async (request, response) => {
    const { id } = request.params as { id: string };
    const { credentials } = await identifyManager(request);
    const wanted = readRequest(request);
    await readCampaign(id);
    const campaign = await audit.audited(
      {
        eventId: 'campaign-update',
        request,
        meta: { campaignId: id, name: wanted.name },
      },
      () => campaigns.update(id, wanted),
    );
    response.json(
      await campaigns.withProgress(
        campaign,
        await visibility.visibleServices(credentials),
      ),
    );
  });

  for (const [action, state] of [
    ['close', 'closed'],
    ['reopen', 'open'],
  ] as const) {
    router.post(`/campaigns/:id/${action}`, async (request, response) => {
      const { id } = request.params as { id: string };
      const { credentials, user } = await identifyManager(request);
      const { name } = await readCampaign(id);
      const campaign = await audit.audited(
        {
          eventId: `campaign-${action}`,
          request,
          meta: { campaignId: id, name },
        },
        () => campaigns.setState(id, { state, by: user }),
      );
      response.json(
        await campaigns.withProgress(
          campaign,
          await visibility.visibleServices(credentials),
        ),
      );
    });
  }
}
