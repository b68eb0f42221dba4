/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { JsonObject } from '@backstage/types';
import { Grade } from '@build-hygiene/engine';
import {
  FleetReport,
  OwnerMatrix,
  OwnerMatrixQuery,
  Page,
  ReportHistory,
  ReportSummary,
  RuleCount,
  ScanHealth,
  ScanRetryRequest,
  ServiceDetail,
  ServiceFacets,
  ServicesQuery,
  ServiceSummary,
} from '@build-hygiene/plugin-build-hygiene-common';
import { Knex } from 'knex';
import { leaseDueServices, listLostLeases, requestScan } from './leases';
import { pruneScorePoints } from './pruneScorePoints';
import { reportFleet } from './reportFleet';
import { reportHistory } from './reportHistory';
import { reportOwners } from './reportOwners';
import { countRules, listFacets, summariseServices } from './reportSummary';
import { ServiceRow } from './rows';
import {
  listFailing,
  reportScanHealth,
  requestRetries,
  ScanHealthOptions,
} from './scanHealth';
import {
  saveLostLease,
  saveScan,
  saveScanFailure,
  saveUnchanged,
} from './scanResults';
import { upsertSelection } from './selection';
import { getServiceDetail } from './serviceDetail';
import { serviceDockerfiles, ServiceDockerfiles } from './serviceDockerfiles';
import { queryServicesPage } from './serviceQuery';
import { storableText } from './storableText';
import {
  LeasedService,
  LeaseOptions,
  LostLease,
  OnServiceChange,
  PruneOptions,
  SaveLostLeaseOptions,
  SaveScanFailureOptions,
  SaveScanOptions,
  SaveUnchangedOptions,
  SelectedService,
  SelectionChange,
  UpsertSelectionOptions,
  VisibilityOptions,
} from './types';

/** The services, their work queue, and the result of their last good scan. */
export class ServiceStore {
  readonly #knex: Knex;

  readonly #onChange: OnServiceChange | undefined;

  static create(options: {
    knex: Knex;
    /** Is told of ends of scans. */
    onChange?: OnServiceChange;
  }): ServiceStore {
    return new ServiceStore(options);
  }

  private constructor(options: { knex: Knex; onChange?: OnServiceChange }) {
    this.#knex = options.knex;
    this.#onChange = options.onChange;
  }

  /** Makes the stored services those of the selection. New ones are due now. */
  async upsertSelection(
    services: readonly SelectedService[],
    options: UpsertSelectionOptions = {},
  ): Promise<SelectionChange> {
    return upsertSelection(this.#knex, services, options);
  }

  /** Hands out services whose scan is due, each to one caller only. */
  async leaseDueServices(options: LeaseOptions): Promise<LeasedService[]> {
    return leaseDueServices(this.#knex, options);
  }

  /** Whose scans did not end in time. Nobody is handed them as they are. */
  async listLostLeases(options: { now?: Date } = {}): Promise<LostLease[]> {
    return listLostLeases(this.#knex, options.now ?? new Date());
  }

  /** Puts a service at the front of the queue; false when it is unknown. */
  async requestScan(
    entityRef: string,
    options: { now?: Date } = {},
  ): Promise<boolean> {
    return requestScan(this.#knex, entityRef, options.now ?? new Date());
  }

  /**
   * Makes this the current result. False, and nothing is written, when the
   * service is gone or the lease is no longer held.
   */
  async saveScan(options: SaveScanOptions): Promise<boolean> {
    return this.#announce(options, await saveScan(this.#knex, options));
  }

  /** Confirms the stored result. False as in `saveScan`. */
  async saveUnchanged(options: SaveUnchangedOptions): Promise<boolean> {
    return this.#announce(options, await saveUnchanged(this.#knex, options));
  }

  /** Notes the error and keeps the last good result. False as in `saveScan`. */
  async saveScanFailure(options: SaveScanFailureOptions): Promise<boolean> {
    return this.#announce(options, await saveScanFailure(this.#knex, options));
  }

  /** Lets the service be handed out again. False as in `saveScan`. */
  async saveLostLease(options: SaveLostLeaseOptions): Promise<boolean> {
    return this.#announce(options, await saveLostLease(this.#knex, options));
  }

  #announce({ entityRef }: { entityRef: string }, isSaved: boolean): boolean {
    if (isSaved) {
      this.#onChange?.(entityRef);
    }
    return isSaved;
  }

  /** Whether it is a selected service; cheaper than `getService`. */
  async hasService(entityRef: string): Promise<boolean> {
    const row = await this.#knex<ServiceRow>('services')
      .where('entity_ref', storableText(entityRef))
      .first('entity_ref');
    return row !== undefined;
  }

  /** As selected; undefined when it is no selected service. */
  async getSettings(entityRef: string): Promise<JsonObject | undefined> {
    const row = await this.#knex<ServiceRow>('services')
      .where('entity_ref', storableText(entityRef))
      .first('settings');
    return row && JSON.parse(row.settings);
  }

  /** Undefined without a score, and when it is no selected service. */
  async getScore(
    entityRef: string,
  ): Promise<{ score: number; grade: Grade } | undefined> {
    const row = await this.#knex<ServiceRow>('services')
      .where('entity_ref', storableText(entityRef))
      .first('score', 'grade');
    return row && row.score !== null && row.grade !== null
      ? { score: row.score, grade: row.grade }
      : undefined;
  }

  /** What is known of the Dockerfiles of those that are selected services. */
  async dockerfilesOf(
    entityRefs: readonly string[],
  ): Promise<ServiceDockerfiles[]> {
    return serviceDockerfiles(this.#knex, entityRefs);
  }

  /** Undefined when it is no selected service. */
  async getService(
    entityRef: string,
    options: { now?: Date } = {},
  ): Promise<ServiceDetail | undefined> {
    return getServiceDetail(this.#knex, entityRef, options.now ?? new Date());
  }

  /** One page; `InputError` for a cursor that is not of this sort. */
  async queryServices(
    query: ServicesQuery,
    options: VisibilityOptions = {},
  ): Promise<Page<ServiceSummary>> {
    return queryServicesPage(this.#knex, query, options);
  }

  /** What the services can be filtered by. */
  async listFacets(options: VisibilityOptions = {}): Promise<ServiceFacets> {
    return listFacets(this.#knex, options);
  }

  /** The rules that services fail, those of most services first. */
  async countRules(options: VisibilityOptions = {}): Promise<RuleCount[]> {
    return countRules(this.#knex, options);
  }

  /** What the services run on. */
  async reportFleet(options: VisibilityOptions = {}): Promise<FleetReport> {
    return reportFleet(this.#knex, options);
  }

  /** A page of owners, with the scores of their services by category. */
  async reportOwners(
    query: OwnerMatrixQuery,
    options: VisibilityOptions = {},
  ): Promise<OwnerMatrix> {
    return reportOwners(this.#knex, query, options);
  }

  /** How the scans go. */
  async scanHealth(
    options: ScanHealthOptions,
  ): Promise<Omit<ScanHealth, 'mayScan'>> {
    return reportScanHealth(this.#knex, options);
  }

  /** The services whose scans fail, or those of them that are asked for. */
  async listFailing(
    request: ScanRetryRequest,
    options: VisibilityOptions = {},
  ): Promise<string[]> {
    return listFailing(this.#knex, request, options);
  }

  /** Puts those that fail at the front of the queue; answers how many. */
  async requestRetries(
    entityRefs: Iterable<string>,
    options: { now?: Date } = {},
  ): Promise<number> {
    return requestRetries(this.#knex, entityRefs, options);
  }

  /** How scores went, and which moved most. */
  async reportHistory(
    options: VisibilityOptions & { now?: Date } = {},
  ): Promise<ReportHistory> {
    return reportHistory(this.#knex, options);
  }

  /** Removes scores that hold for no day since; answers how many. */
  async pruneScores(options: PruneOptions): Promise<number> {
    return pruneScorePoints(this.#knex, options);
  }

  async summarise(options: VisibilityOptions = {}): Promise<ReportSummary> {
    return summariseServices(this.#knex, options);
  }
}
