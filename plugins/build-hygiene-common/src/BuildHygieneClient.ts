/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { RuleDescription } from '@build-hygiene/engine';
import {
  BuildHygieneApi,
  ReportFormat,
  RequestOptions,
} from './BuildHygieneApi';
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
 * How the client reaches the backend.
 *
 * @public
 */
export interface BuildHygieneClientOptions {
  /**
   * Finds the backend. Default: `plugin://build-hygiene`, which the fetch
   * implementation of Backstage apps resolves.
   */
  discoveryApi?: { getBaseUrl(pluginId: string): Promise<string> };
  /** Default: the global `fetch`. */
  fetchApi?: { fetch: typeof fetch };
}

type QueryValue = string | number | boolean | readonly string[] | undefined;

/**
 * Calls the REST API of the Build Hygiene backend, from apps and backends.
 *
 * @public
 */
export class BuildHygieneClient implements BuildHygieneApi {
  readonly #baseUrl: () => Promise<string>;
  readonly #fetch: typeof fetch;

  /** A client; without options it finds the backend as Backstage apps do. */
  static create(options: BuildHygieneClientOptions): BuildHygieneClient {
    return new BuildHygieneClient(options);
  }

  private constructor(options: BuildHygieneClientOptions) {
    const { discoveryApi, fetchApi } = options;
    this.#baseUrl = async () =>
      discoveryApi
        ? discoveryApi.getBaseUrl('build-hygiene')
        : 'plugin://build-hygiene';
    this.#fetch = (...request) =>
      fetchApi ? fetchApi.fetch(...request) : fetch(...request);
  }

  /** {@inheritDoc BuildHygieneApi.getReportSummary} */
  getReportSummary(options?: RequestOptions): Promise<ReportSummary> {
    return this.#json('/report', {}, options);
  }

  /** {@inheritDoc BuildHygieneApi.listFacets} */
  listFacets(options?: RequestOptions): Promise<ServiceFacets> {
    return this.#json('/services/facets', {}, options);
  }

  /** {@inheritDoc BuildHygieneApi.countRules} */
  countRules(options?: RequestOptions): Promise<{ rules: RuleCount[] }> {
    return this.#json('/report/rules', {}, options);
  }

  /** {@inheritDoc BuildHygieneApi.getReportHistory} */
  getReportHistory(options?: RequestOptions): Promise<ReportHistory> {
    return this.#json('/report/history', {}, options);
  }

  /** {@inheritDoc BuildHygieneApi.getFleet} */
  getFleet(options?: RequestOptions): Promise<FleetReport> {
    return this.#json('/report/fleet', {}, options);
  }

  /** {@inheritDoc BuildHygieneApi.getOwnerMatrix} */
  getOwnerMatrix(
    query: OwnerMatrixQuery = {},
    options?: RequestOptions,
  ): Promise<OwnerMatrix> {
    return this.#json(
      `/report/owners${queryString({ ...query })}`,
      {},
      options,
    );
  }

  /** {@inheritDoc BuildHygieneApi.getScanHealth} */
  getScanHealth(options?: RequestOptions): Promise<ScanHealth> {
    return this.#json('/report/scans', {}, options);
  }

  /** {@inheritDoc BuildHygieneApi.retryScans} */
  retryScans(
    request: ScanRetryRequest,
    options?: RequestOptions,
  ): Promise<{ services: number }> {
    return this.#json(
      '/report/scans/retry',
      jsonBody('POST', request),
      options,
    );
  }

  /** {@inheritDoc BuildHygieneApi.queryServices} */
  queryServices(
    query: ServicesQuery,
    options?: RequestOptions,
  ): Promise<Page<ServiceSummary>> {
    return this.#json(`/services${queryString({ ...query })}`, {}, options);
  }

  /** {@inheritDoc BuildHygieneApi.exportServices} */
  async exportServices(
    query: ServicesExportQuery,
    options?: RequestOptions,
  ): Promise<string> {
    const response = await this.#request(
      `/services/export${queryString({ ...query })}`,
      {},
      options,
    );
    return response.text();
  }

  /** {@inheritDoc BuildHygieneApi.getService} */
  getService(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<ServiceDetail> {
    return this.#json(servicePath(entityRef), {}, options);
  }

  /** {@inheritDoc BuildHygieneApi.planFixes} */
  planFixes(
    request: { entityRef: string; rules: readonly string[] },
    options?: RequestOptions,
  ): Promise<FixPlanResponse> {
    const { entityRef, rules } = request;
    return this.#json(
      `${servicePath(entityRef)}/plan`,
      {
        method: 'POST',
        body: JSON.stringify({ rules }),
        headers: { 'Content-Type': 'application/json' },
      },
      options,
    );
  }

  /** {@inheritDoc BuildHygieneApi.exportReport} */
  async exportReport(
    request: { entityRef: string; format: ReportFormat },
    options?: RequestOptions,
  ): Promise<string> {
    const { entityRef, format } = request;
    const extension = format === 'sarif' ? 'sarif' : 'md';
    const response = await this.#request(
      `${servicePath(entityRef)}/report.${extension}`,
      {},
      options,
    );
    return response.text();
  }

  /** {@inheritDoc BuildHygieneApi.rescan} */
  async rescan(entityRef: string, options?: RequestOptions): Promise<void> {
    await this.#request(
      `${servicePath(entityRef)}/rescan`,
      { method: 'POST' },
      options,
    );
  }

  /** {@inheritDoc BuildHygieneApi.listBuilds} */
  listBuilds(
    request: { entityRef: string; limit?: number; cursor?: string },
    options?: RequestOptions,
  ): Promise<Page<BuildSummary>> {
    const { entityRef, limit, cursor } = request;
    return this.#json(
      `${servicePath(entityRef)}/builds${queryString({ limit, cursor })}`,
      {},
      options,
    );
  }

  /** {@inheritDoc BuildHygieneApi.getServiceMeasures} */
  getServiceMeasures(
    request: { entityRef: string; days?: number },
    options?: RequestOptions,
  ): Promise<ServiceMeasures> {
    const { entityRef, days } = request;
    return this.#json(
      `${servicePath(entityRef)}/measures${queryString({ days })}`,
      {},
      options,
    );
  }

  /** {@inheritDoc BuildHygieneApi.getReportMeasures} */
  getReportMeasures(
    request: { days?: number } = {},
    options?: RequestOptions,
  ): Promise<ReportMeasures> {
    const { days } = request;
    return this.#json(`/report/measures${queryString({ days })}`, {}, options);
  }

  /** {@inheritDoc BuildHygieneApi.getReportFailures} */
  getReportFailures(
    request: { days?: number } = {},
    options?: RequestOptions,
  ): Promise<ReportFailures> {
    const { days } = request;
    return this.#json(`/report/failures${queryString({ days })}`, {}, options);
  }

  /** {@inheritDoc BuildHygieneApi.getReportIncidents} */
  getReportIncidents(
    request: { days?: number } = {},
    options?: RequestOptions,
  ): Promise<ReportIncidents> {
    const { days } = request;
    return this.#json(`/report/incidents${queryString({ days })}`, {}, options);
  }

  /** {@inheritDoc BuildHygieneApi.getBuild} */
  getBuild(id: string, options?: RequestOptions): Promise<BuildDetail> {
    return this.#json(`/builds/${encodeURIComponent(id)}`, {}, options);
  }

  /** {@inheritDoc BuildHygieneApi.compareBuilds} */
  compareBuilds(
    request: { id: string; otherId: string },
    options?: RequestOptions,
  ): Promise<BuildComparisonResponse> {
    const [id, otherId] = [request.id, request.otherId].map(encodeURIComponent);
    return this.#json(`/builds/${id}/compare/${otherId}`, {}, options);
  }

  /** {@inheritDoc BuildHygieneApi.submitBuild} */
  submitBuild(
    submission: BuildSubmission,
    log: string | Uint8Array,
    options?: RequestOptions,
  ): Promise<BuildDetail> {
    return this.#json(
      `/builds${queryString({ ...submission })}`,
      {
        method: 'POST',
        body: typeof log === 'string' ? log : new Uint8Array(log),
        headers: { 'Content-Type': 'application/octet-stream' },
      },
      options,
    );
  }

  /** {@inheritDoc BuildHygieneApi.listRules} */
  listRules(options?: RequestOptions): Promise<RulesResponse> {
    return this.#json('/rules', {}, options);
  }

  /** {@inheritDoc BuildHygieneApi.getRule} */
  getRule(id: string, options?: RequestOptions): Promise<RuleDescription> {
    return this.#json(
      `/rules/${id.split('/').map(encodeURIComponent).join('/')}`,
      {},
      options,
    );
  }

  /** {@inheritDoc BuildHygieneApi.getModuleSources} */
  getModuleSources(options?: RequestOptions): Promise<ModuleSourceBoard> {
    return this.#json('/module-sources', {}, options);
  }

  /** {@inheritDoc BuildHygieneApi.getServiceWaivers} */
  getServiceWaivers(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<ServiceWaivers> {
    return this.#json(`${servicePath(entityRef)}/waivers`, {}, options);
  }

  /** {@inheritDoc BuildHygieneApi.requestWaiver} */
  requestWaiver(
    entityRef: string,
    request: WaiverRequest,
    options?: RequestOptions,
  ): Promise<Waiver> {
    return this.#json(
      `${servicePath(entityRef)}/waivers`,
      {
        method: 'POST',
        body: JSON.stringify(request),
        headers: { 'Content-Type': 'application/json' },
      },
      options,
    );
  }

  /** {@inheritDoc BuildHygieneApi.changeWaiver} */
  changeWaiver(
    request: { id: string; action: WaiverAction },
    options?: RequestOptions,
  ): Promise<Waiver> {
    const { id, action } = request;
    return this.#json(
      `/waivers/${encodeURIComponent(id)}/${action}`,
      { method: 'POST' },
      options,
    );
  }

  /** {@inheritDoc BuildHygieneApi.queryWaivers} */
  queryWaivers(
    query: WaiversQuery,
    options?: RequestOptions,
  ): Promise<Page<Waiver>> {
    return this.#json(`/waivers${queryString({ ...query })}`, {}, options);
  }

  /** {@inheritDoc BuildHygieneApi.queryCampaigns} */
  queryCampaigns(
    query: CampaignsQuery,
    options?: RequestOptions,
  ): Promise<CampaignPage> {
    return this.#json(`/campaigns${queryString({ ...query })}`, {}, options);
  }

  /** {@inheritDoc BuildHygieneApi.getCampaign} */
  getCampaign(id: string, options?: RequestOptions): Promise<CampaignDetail> {
    return this.#json(`/campaigns/${encodeURIComponent(id)}`, {}, options);
  }

  /** {@inheritDoc BuildHygieneApi.createCampaign} */
  createCampaign(
    request: CampaignRequest,
    options?: RequestOptions,
  ): Promise<Campaign> {
    return this.#json('/campaigns', jsonBody('POST', request), options);
  }

  /** {@inheritDoc BuildHygieneApi.updateCampaign} */
  updateCampaign(
    id: string,
    request: CampaignRequest,
    options?: RequestOptions,
  ): Promise<Campaign> {
    return this.#json(
      `/campaigns/${encodeURIComponent(id)}`,
      jsonBody('PUT', request),
      options,
    );
  }

  /** {@inheritDoc BuildHygieneApi.changeCampaign} */
  changeCampaign(
    request: { id: string; action: 'close' | 'reopen' },
    options?: RequestOptions,
  ): Promise<Campaign> {
    const { id, action } = request;
    return this.#json(
      `/campaigns/${encodeURIComponent(id)}/${action}`,
      { method: 'POST' },
      options,
    );
  }

  async #json<T>(
    path: string,
    init: RequestInit,
    options: RequestOptions | undefined,
  ): Promise<T> {
    return (await this.#request(path, init, options)).json();
  }

  async #request(
    path: string,
    init: RequestInit,
    options: RequestOptions | undefined,
  ): Promise<Response> {
    const headers = new Headers(init.headers);
    if (options?.token) {
      headers.set('Authorization', `Bearer ${options.token}`);
    }
    const response = await this.#fetch(`${await this.#baseUrl()}${path}`, {
      ...init,
      headers,
      signal: options?.signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function jsonBody(method: 'POST' | 'PUT', body: unknown): RequestInit {
  return {
    method,
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  };
}

function servicePath(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const parts = [kind, namespace, name].map(part =>
    encodeURIComponent(part.toLocaleLowerCase('en-US')),
  );
  return `/services/by-name/${parts.join('/')}`;
}

/** Lists as repeated parameters; what is undefined is left out. */
function queryString(query: Record<string, QueryValue>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) {
      value.forEach(item => parameters.append(name, item));
    } else if (value !== undefined) {
      parameters.append(name, String(value));
    }
  }
  const text = parameters.toString();
  return text && `?${text}`;
}
