/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  AuditorService,
  BackstageCredentials,
  HttpAuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
} from '@backstage/plugin-permission-common';
import { IncidentThreshold } from '@build-hygiene/engine';
import {
  buildHygieneBuildSubmitPermission,
  buildHygieneReadPermission,
  buildHygieneScanPermission,
} from '@build-hygiene/plugin-build-hygiene-common';
import express, { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  isFromRepository,
  JobIdentity,
  JobTokens,
  submitBuildLog,
} from '../builds';
import {
  BuildStore,
  CampaignStore,
  ServiceStore,
  WaiverStore,
} from '../database';
import { ModuleSourceMonitor } from '../moduleSources';
import { FixPlanner } from '../planning';
import { RuleCatalogue } from '../scanning';
import { fromStoredSettings } from '../services';
import { addBadgeRoutes } from './badgeRoutes';
import { addBuildRoutes } from './buildRoutes';
import { EntityVisibility } from './EntityVisibility';
import { addCampaignRoutes } from './campaignRoutes';
import { addExportRoutes } from './exportRoutes';
import { addPlanRoute } from './planRoute';
import { receiveBuild } from './receiveBuild';
import { addReportRoutes } from './reportRoutes';
import { addRuleRoutes } from './ruleRoutes';
import { addServicesExportRoute } from './servicesExportRoute';
import {
  buildsQuerySchema,
  entityPathSchema,
  measuresQuerySchema,
  parseRequest,
  servicesQuerySchema,
  submissionSchema,
} from './requestSchemas';
import { addScanHealthRoutes } from './scanHealthRoutes';
import { addWaiverRoutes } from './waiverRoutes';

export interface RouterOptions {
  services: ServiceStore;
  builds: BuildStore;
  waivers: WaiverStore;
  campaigns: CampaignStore;
  visibility: EntityVisibility;
  monitor: ModuleSourceMonitor;
  planner: FixPlanner;
  rules: RuleCatalogue;
  incidents: IncidentThreshold;
  mostLogBytes: number;
  /** Whether badges are served to whoever asks. */
  publicBadges: boolean;
  /** How many days ahead the last day of a waiver may be. */
  mostWaiverDays: number;
  /** Time from one scan of a service to the next. */
  scanIntervalSeconds: number;
  jobTokens: JobTokens;
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  permissions: PermissionsService;
}

type Sender =
  | { type: 'job'; job: JobIdentity }
  | { type: 'principal'; credentials: BackstageCredentials };

/** The REST API; src/schema/openapi.yaml describes it. */
export function createRouter(options: RouterOptions): express.Router {
  const router = PromiseRouter() as Router;

  async function authorize(
    request: Request<any, any, any, any>,
    permission: BasicPermission,
  ): Promise<BackstageCredentials> {
    const { httpAuth, permissions } = options;
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const [{ result }] = await permissions.authorize([{ permission }], {
      credentials,
    });
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(`Not allowed: ${permission.name} is missing`);
    }
    return credentials;
  }

  /** What is hidden answers like what does not exist. */
  async function readVisibleRef(
    request: Request<any, any, any, any>,
    credentials: BackstageCredentials,
  ): Promise<string> {
    const entityRef = parseRequest(entityPathSchema, request.params);
    await checkVisible(entityRef, credentials);
    return entityRef;
  }

  async function checkVisible(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<void> {
    if (!(await options.visibility.isVisible(entityRef, credentials))) {
      throw noSuchService(entityRef);
    }
  }

  router.get('/report', async (request, response) => {
    const credentials = await authorize(request, buildHygieneReadPermission);
    const { rules, services, visibility } = options;
    const summary = await services.summarise(
      await visibility.visibleServices(credentials),
    );
    // So that nobody has to read the whole catalogue for ten titles.
    const titles = new Map(
      rules.rules.map(({ id, title }) => [id, title.fail]),
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

  addReportRoutes(router, options, request =>
    authorize(request, buildHygieneReadPermission),
  );

  addRuleRoutes(router, options, request =>
    authorize(request, buildHygieneReadPermission),
  );

  addBadgeRoutes(router, options, request =>
    authorize(request, buildHygieneReadPermission),
  );

  router.get('/services/facets', async (request, response) => {
    const credentials = await authorize(request, buildHygieneReadPermission);
    const { services, visibility } = options;
    response.json(
      await services.listFacets(await visibility.visibleServices(credentials)),
    );
  });

  router.get('/services', async (request, response) => {
    const credentials = await authorize(request, buildHygieneReadPermission);
    const query = parseRequest(servicesQuerySchema, request.query);
    const { services, visibility } = options;
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
      const credentials = await authorize(request, buildHygieneReadPermission);
      const entityRef = await readVisibleRef(request, credentials);
      const service = await options.services.getService(entityRef);
      if (!service) {
        throw noSuchService(entityRef);
      }
      response.json(service);
    },
  );

  addServicesExportRoute(router, options, request =>
    authorize(request, buildHygieneReadPermission),
  );

  addExportRoutes(router, options, async request =>
    readVisibleRef(
      request,
      await authorize(request, buildHygieneReadPermission),
    ),
  );

  router.post(
    '/services/by-name/:kind/:namespace/:name/rescan',
    async (request, response) => {
      const credentials = await authorize(request, buildHygieneScanPermission);
      const entityRef = await readVisibleRef(request, credentials);
      await audited(
        { eventId: 'scan-request', request, meta: { entityRef } },
        async () => {
          if (!(await options.services.requestScan(entityRef))) {
            throw noSuchService(entityRef);
          }
        },
      );
      response.status(202).end();
    },
  );

  addPlanRoute(router, options, async request =>
    readVisibleRef(
      request,
      await authorize(request, buildHygieneReadPermission),
    ),
  );

  router.get(
    '/services/by-name/:kind/:namespace/:name/builds',
    async (request, response) => {
      const credentials = await authorize(request, buildHygieneReadPermission);
      const entityRef = await readVisibleRef(request, credentials);
      const page = parseRequest(buildsQuerySchema, request.query);
      response.json(await options.builds.list({ entityRef, ...page }));
    },
  );

  router.get(
    '/services/by-name/:kind/:namespace/:name/measures',
    async (request, response) => {
      const credentials = await authorize(request, buildHygieneReadPermission);
      const entityRef = await readVisibleRef(request, credentials);
      const query = parseRequest(measuresQuerySchema, request.query);
      response.json(await options.builds.measureService(entityRef, query));
    },
  );

  addBuildRoutes(router, options, request =>
    authorize(request, buildHygieneReadPermission),
  );

  addCampaignRoutes(router, options, {
    authorizeRead: request => authorize(request, buildHygieneReadPermission),
    audited,
  });

  addScanHealthRoutes(router, options, { authorize, audited });

  addWaiverRoutes(router, options, {
    authorizeRead: request => authorize(request, buildHygieneReadPermission),
    readVisibleRef,
    audited,
  });

  router.post('/builds', async (request, response) => {
    const sender = await identifySender(request);
    // What of the body is not read must not be taken for another request.
    response.set('Connection', 'close');
    const { fields, log } = await receiveBuild(request, options.mostLogBytes);
    const told = parseRequest(submissionSchema, fields);
    const { entityRef } = told;
    const submission =
      sender.type === 'job' ? { ...told, ...sender.job.facts } : told;
    await checkMaySend(sender, entityRef);
    const { runId } = submission;
    const { build, created } = await audited(
      {
        eventId: 'build-submit',
        // The auditor takes only the identities that Backstage issued.
        request: sender.type === 'job' ? undefined : request,
        meta: {
          entityRef,
          runId,
          ...(sender.type === 'job' && {
            issuer: sender.job.issuer,
            repository: sender.job.repository,
          }),
        },
      },
      async () => {
        if (!(await options.services.hasService(entityRef))) {
          throw noSuchService(entityRef);
        }
        return submitBuildLog({
          store: options.builds,
          submission,
          log,
          maximumBytes: options.mostLogBytes,
        });
      },
    );
    response.status(created ? 201 : 200).json(build);
  });

  /** A CI job that its CI system vouches for, or whoever Backstage knows. */
  async function identifySender(
    request: Request<any, any, any, any>,
  ): Promise<Sender> {
    const token = /^Bearer\s+(\S+)$/i.exec(
      request.get('authorization') ?? '',
    )?.[1];
    const job = token && (await options.jobTokens.verify(token));
    return job
      ? { type: 'job', job }
      : {
          type: 'principal',
          credentials: await authorize(
            request,
            buildHygieneBuildSubmitPermission,
          ),
        };
  }

  /** Everybody can have such a job: what matters is whose repository it is of. */
  async function checkMaySend(
    sender: Sender,
    entityRef: string,
  ): Promise<void> {
    if (sender.type === 'principal') {
      await checkVisible(entityRef, sender.credentials);
      return;
    }
    const settings = await options.services.getSettings(entityRef);
    const location = settings && fromStoredSettings(settings).location;
    const { repository } = sender.job;
    if (
      location?.type !== 'url' ||
      !isFromRepository(location.target, repository)
    ) {
      // The same for a service that there is not: this tells nothing of others.
      throw new NotAllowedError(
        `A job of ${repository} may not send builds of ${entityRef}: the source location of the entity in the catalog has to be in that repository`,
      );
    }
  }

  router.get('/module-sources', async (request, response) => {
    await authorize(request, buildHygieneReadPermission);
    response.json(await options.monitor.board());
  });

  async function audited<T>(
    event: {
      eventId: string;
      request?: Request<any, any, any, any>;
      meta: Record<string, string | undefined>;
    },
    work: () => Promise<T>,
  ): Promise<T> {
    const { eventId, request, meta } = event;
    const audit = await options.auditor.createEvent({
      eventId,
      severityLevel: 'low',
      request,
      meta,
    });
    try {
      const result = await work();
      await audit.success();
      return result;
    } catch (error) {
      try {
        await audit.fail({
          error: error instanceof Error ? error : new Error(String(error)),
        });
      } catch (auditError) {
        // An auditor that looks at a connection which is gone throws.
        options.logger.warn(
          `The failure of ${eventId} was not audited: ${auditError}`,
        );
      }
      throw error;
    }
  }

  return router;
}

function noSuchService(entityRef: string): NotFoundError {
  return new NotFoundError(
    `${entityRef} is no service that Build Hygiene knows`,
  );
}
