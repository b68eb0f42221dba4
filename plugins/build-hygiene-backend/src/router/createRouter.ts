/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  AuditorService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { IncidentThreshold } from '@build-hygiene/engine';
import express, { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { EntityVisibility } from '../access';
import { JobTokens } from '../builds';
import {
  BuildStore,
  CampaignStore,
  ServiceStore,
  WaiverStore,
} from '../database';
import { ModuleSourceMonitor } from '../moduleSources';
import { FixPlanner } from '../planning';
import { RuleCatalogue } from '../scanning';
import { addBadgeRoutes } from './badgeRoutes';
import { addBuildRoutes } from './buildRoutes';
import { addCampaignRoutes } from './campaignRoutes';
import { addExportRoutes } from './exportRoutes';
import { addPlanRoute } from './planRoute';
import { addReportRoutes } from './reportRoutes';
import { RouteAccess } from './RouteAccess';
import { RouteAudit } from './RouteAudit';
import { addRuleRoutes } from './ruleRoutes';
import { addScanHealthRoutes } from './scanHealthRoutes';
import { addServiceRoutes } from './serviceRoutes';
import { addServicesExportRoute } from './servicesExportRoute';
import { addSubmissionRoute } from './submissionRoute';
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

/** The REST API; src/schema/openapi.yaml describes it. */
export function createRouter(options: RouterOptions): express.Router {
  const router = PromiseRouter() as Router;
  const access = RouteAccess.create(options);
  const audit = RouteAudit.create(options);
  const common = { access, audit };

  addReportRoutes(router, options, access);
  addRuleRoutes(router, options, access);
  addBadgeRoutes(router, options, access);
  addServiceRoutes(router, options, common);
  addServicesExportRoute(router, options, access);
  addExportRoutes(router, options, access);
  addPlanRoute(router, options, access);
  addBuildRoutes(router, options, access);
  addSubmissionRoute(router, options, common);
  addCampaignRoutes(router, options, common);
  addScanHealthRoutes(router, options, common);
  addWaiverRoutes(router, options, common);

  router.get('/module-sources', async (request, response) => {
    await access.authorizeRead(request);
    response.json(await options.monitor.board());
  });

  return router;
}
