/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { PermissionsService } from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { IncidentThreshold } from '@build-hygiene/engine';
import { EntityVisibility } from '../access';
import { BuildStore, ServiceStore } from '../database';
import { FixPlanner } from '../planning';
import { RuleCatalogue } from '../scanning';
import { createGetBuildDiagnosisAction } from './createGetBuildDiagnosisAction';
import { createGetReportAction } from './createGetReportAction';
import { createGetRuleAction } from './createGetRuleAction';
import { createGetServiceAction } from './createGetServiceAction';
import { createProposeFixAction } from './createProposeFixAction';
import { ReadAccess } from './ReadAccess';

export interface ActionsOptions {
  actionsRegistry: ActionsRegistryService;
  services: ServiceStore;
  builds: BuildStore;
  planner: FixPlanner;
  rules: RuleCatalogue;
  incidents: IncidentThreshold;
  permissions: PermissionsService;
  visibility: EntityVisibility;
}

/** What an action is made with. */
export type ActionContext = Omit<
  ActionsOptions,
  'permissions' | 'visibility'
> & { access: ReadAccess };

/** Offers what there is to read, and fixes, to programs that run actions. */
export function registerActions(options: ActionsOptions): void {
  const context = { ...options, access: ReadAccess.create(options) };
  createGetServiceAction(context);
  createGetReportAction(context);
  createGetRuleAction(context);
  createGetBuildDiagnosisAction(context);
  createProposeFixAction(context);
}
