/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleDescription } from '@build-hygiene/engine';
import {
  Campaign,
  CampaignDetail,
  CampaignPage,
  CampaignRequest,
  CampaignsQuery,
} from './campaignTypes';
import { ReportFailures, ReportIncidents } from './failureTypes';
import { FixPlanResponse } from './fixPlanTypes';
import { FleetReport } from './fleetTypes';
import { ReportHistory } from './historyTypes';
import { ReportMeasures, ServiceMeasures } from './measureTypes';
import { ModuleSourceBoard } from './moduleSourceTypes';
import { OwnerMatrix, OwnerMatrixQuery } from './ownerTypes';
import { ScanHealth, ScanRetryRequest } from './scanHealthTypes';
import { Page } from './Page';
import {
  BuildComparisonResponse,
  BuildDetail,
  BuildSubmission,
  BuildSummary,
} from './buildTypes';
import { ReportSummary } from './reportTypes';
import { RuleCount, RulesResponse } from './ruleTypes';
import {
  ServiceDetail,
  ServiceFacets,
  ServicesExportQuery,
  ServicesQuery,
  ServiceSummary,
} from './serviceTypes';
import {
  ServiceWaivers,
  Waiver,
  WaiverAction,
  WaiverRequest,
  WaiversQuery,
} from './waiverTypes';

/**
 * The REST API of the backend plugin, as a typed interface. Every method
 * throws a `ResponseError` when the backend answers with an error.
 *
 * @public
 */
export interface BuildHygieneApi {
  /** The tiles of the report page. */
  getReportSummary(options?: RequestOptions): Promise<ReportSummary>;
  /** What the services can be filtered by. */
  listFacets(options?: RequestOptions): Promise<ServiceFacets>;
  /** The rules that services fail, those of most services first. */
  countRules(options?: RequestOptions): Promise<{ rules: RuleCount[] }>;
  /** The median score over 90 days, and the services that moved most. */
  getReportHistory(options?: RequestOptions): Promise<ReportHistory>;
  /** What the services run on: versions, images, settings. */
  getFleet(options?: RequestOptions): Promise<FleetReport>;
  /** One page of owners, with the scores of their services by category. */
  getOwnerMatrix(
    query?: OwnerMatrixQuery,
    options?: RequestOptions,
  ): Promise<OwnerMatrix>;
  /** How scans go. Throws with status 403 without the permission. */
  getScanHealth(options?: RequestOptions): Promise<ScanHealth>;
  /** Asks for scans of failing services soon; answers of how many. */
  retryScans(
    request: ScanRetryRequest,
    options?: RequestOptions,
  ): Promise<{ services: number }>;
  /** One page of the services that the caller may see. */
  queryServices(
    query: ServicesQuery,
    options?: RequestOptions,
  ): Promise<Page<ServiceSummary>>;
  /** All services that match as a file: a table, or one JSON object a line. */
  exportServices(
    query: ServicesExportQuery,
    options?: RequestOptions,
  ): Promise<string>;
  /** Throws with status 404 for an entity that is not a selected service. */
  getService(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<ServiceDetail>;
  /**
   * What the fixes of these rules come to, tried in this order on the commit of
   * the last scan. Throws with status 409 where that cannot be read any more.
   */
  planFixes(
    request: { entityRef: string; rules: readonly string[] },
    options?: RequestOptions,
  ): Promise<FixPlanResponse>;
  /** The last report as a file. Throws with status 404 while there is none. */
  exportReport(
    request: { entityRef: string; format: ReportFormat },
    options?: RequestOptions,
  ): Promise<string>;
  /** Asks for a scan soon; answers when it is queued. */
  rescan(entityRef: string, options?: RequestOptions): Promise<void>;
  /** Newest first. */
  listBuilds(
    request: { entityRef: string; limit?: number; cursor?: string },
    options?: RequestOptions,
  ): Promise<Page<BuildSummary>>;
  /** What the builds of a service come to; 30 days by default. */
  getServiceMeasures(
    request: { entityRef: string; days?: number },
    options?: RequestOptions,
  ): Promise<ServiceMeasures>;
  /** The same of all services that the caller may see, and by owner. */
  getReportMeasures(
    request?: { days?: number },
    options?: RequestOptions,
  ): Promise<ReportMeasures>;
  /** Why builds of all services that the caller may see failed. */
  getReportFailures(
    request?: { days?: number },
    options?: RequestOptions,
  ): Promise<ReportFailures>;
  /** The same failure at the same server in the builds of many services. */
  getReportIncidents(
    request?: { days?: number },
    options?: RequestOptions,
  ): Promise<ReportIncidents>;
  /** Throws with status 404 for a build that there is not, or that is hidden. */
  getBuild(id: string, options?: RequestOptions): Promise<BuildDetail>;
  /**
   * Compares a build with another one, of whichever service. Throws with status
   * 404 where one of them does not exist or is hidden.
   */
  compareBuilds(
    request: { id: string; otherId: string },
    options?: RequestOptions,
  ): Promise<BuildComparisonResponse>;
  /**
   * Sends a build log in any format that the engine reads. Sending the same
   * run again replaces nothing and returns the stored build.
   */
  submitBuild(
    submission: BuildSubmission,
    log: string | Uint8Array,
    options?: RequestOptions,
  ): Promise<BuildDetail>;
  /** The rules that services are checked by. */
  listRules(options?: RequestOptions): Promise<RulesResponse>;
  /** One rule, `category/name`, with its texts. */
  getRule(id: string, options?: RequestOptions): Promise<RuleDescription>;
  /** How the configured module sources do. */
  getModuleSources(options?: RequestOptions): Promise<ModuleSourceBoard>;
  /** The waivers of a service. */
  getServiceWaivers(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<ServiceWaivers>;
  /**
   * Asks for a waiver, as a user. It holds at once, unless somebody else has to
   * approve it. Throws with status 409 where no check is open, or where there
   * is one already.
   */
  requestWaiver(
    entityRef: string,
    request: WaiverRequest,
    options?: RequestOptions,
  ): Promise<Waiver>;
  /** Throws with status 409 where the waiver does not stand so that it can be done. */
  changeWaiver(
    request: { id: string; action: WaiverAction },
    options?: RequestOptions,
  ): Promise<Waiver>;
  /** One page of campaigns, each with how far it is. */
  queryCampaigns(
    query: CampaignsQuery,
    options?: RequestOptions,
  ): Promise<CampaignPage>;
  /** Throws with status 404 for a campaign that there is not. */
  getCampaign(id: string, options?: RequestOptions): Promise<CampaignDetail>;
  /** Starts a campaign, as a user. */
  createCampaign(
    request: CampaignRequest,
    options?: RequestOptions,
  ): Promise<Campaign>;
  /** Changes all of an open campaign; another target makes it begin anew. */
  updateCampaign(
    id: string,
    request: CampaignRequest,
    options?: RequestOptions,
  ): Promise<Campaign>;
  /** Throws with status 409 where it is closed, or open, already. */
  changeCampaign(
    request: { id: string; action: 'close' | 'reopen' },
    options?: RequestOptions,
  ): Promise<Campaign>;
  /** One page of the waivers of all services that the caller may see. */
  queryWaivers(
    query: WaiversQuery,
    options?: RequestOptions,
  ): Promise<Page<Waiver>>;
}

/**
 * What reports can be exported as.
 *
 * @public
 */
export type ReportFormat = 'sarif' | 'markdown';

/**
 * What every request takes.
 *
 * @public
 */
export interface RequestOptions {
  /** Backend token, for calls from another backend. */
  token?: string;
  /** Ends the request. */
  signal?: AbortSignal;
}
