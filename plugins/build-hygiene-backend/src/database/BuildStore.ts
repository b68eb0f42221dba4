/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  BuildStep,
  IncidentThreshold,
  MeasuredBuilds,
} from '@build-hygiene/engine';
import {
  BuildDetail,
  BuildIncident,
  BuildSummary,
  HitRate,
  Page,
  ReportFailures,
  ReportIncidents,
  ReportMeasures,
  ServiceMeasures,
} from '@build-hygiene/plugin-build-hygiene-common';
import { Knex } from 'knex';
import { getBuildDetail } from './buildDetail';
import {
  buildSummaryColumns,
  BuildSummaryRow,
  toBuildSummary,
} from './buildRows';
import { hitRateOf, refreshOutdatedHitRates } from './hitRate';
import { findIncidentOfBuild } from './incidentOfBuild';
import { queryKeysetPage } from './keysetPage';
import { measuredBuildsOf } from './measuredBuilds';
import { pruneBuildDays, pruneBuilds } from './pruneBuilds';
import { readBuildSteps } from './readBuildSteps';
import { countFailures } from './reportFailures';
import { listIncidents } from './reportIncidents';
import { measureServices } from './reportMeasures';
import { measureService } from './serviceMeasures';
import { submitBuilds } from './submitBuilds';
import { measureWindow } from './timeMeasures';
import {
  BuildReceipt,
  HitRateOptions,
  MeasuredBuildsOptions,
  MeasureOptions,
  OnServiceChange,
  PruneOptions,
  SubmittedBuild,
  VisibilityOptions,
} from './types';

/** The builds that CI jobs reported. */
export class BuildStore {
  readonly #knex: Knex;

  readonly #onChange: OnServiceChange | undefined;

  static create(options: {
    knex: Knex;
    /** Is told of new builds. */
    onChange?: OnServiceChange;
  }): BuildStore {
    return new BuildStore(options);
  }

  private constructor(options: { knex: Knex; onChange?: OnServiceChange }) {
    this.#knex = options.knex;
    this.#onChange = options.onChange;
  }

  /** Stores the builds of one log, once. */
  async submit(build: SubmittedBuild): Promise<BuildReceipt> {
    const receipt = await submitBuilds(this.#knex, build);
    if (receipt.created) {
      this.#onChange?.(build.submission.entityRef);
    }
    return receipt;
  }

  /** Newest first; `InputError` for a cursor that is none. */
  async list(request: {
    entityRef: string;
    limit?: number;
    cursor?: string;
  }): Promise<Page<BuildSummary>> {
    const { entityRef, limit, cursor } = request;
    const page = await queryKeysetPage<BuildSummaryRow>({
      filtered: this.#knex('builds').where({ entity_ref: entityRef }),
      columns: buildSummaryColumns,
      order: {
        list: `builds/${entityRef}`,
        column: 'started_at',
        type: 'text',
        nullable: false,
        order: 'desc',
        idColumn: 'id',
        idOrder: 'desc',
      },
      request: { limit, cursor },
    });
    return { ...page, items: page.items.map(toBuildSummary) };
  }

  async get(id: string): Promise<BuildDetail | undefined> {
    return getBuildDetail(this.#knex, id);
  }

  /** What the builds of a service come to, and each of its steps. */
  async measureService(
    entityRef: string,
    options: MeasureOptions = {},
  ): Promise<ServiceMeasures> {
    return measureService(this.#knex, entityRef, measureWindow(options));
  }

  /** The same of all services, and by owner. */
  async measureServices(
    options: MeasureOptions & VisibilityOptions = {},
  ): Promise<ReportMeasures> {
    return measureServices(this.#knex, measureWindow(options), options);
  }

  /** Why builds of all services failed, by class and by server. */
  async countFailures(
    options: MeasureOptions & VisibilityOptions = {},
  ): Promise<ReportFailures> {
    return countFailures(this.#knex, measureWindow(options), options);
  }

  /** The same failure at the same server in the builds of many services. */
  async listIncidents(
    options: MeasureOptions &
      VisibilityOptions & { threshold: IncidentThreshold },
  ): Promise<ReportIncidents> {
    return listIncidents(this.#knex, measureWindow(options), options);
  }

  /** The incident that a failed build is part of. */
  async incidentOf(
    build: BuildDetail,
    options: VisibilityOptions & { threshold: IncidentThreshold; now?: Date },
  ): Promise<BuildIncident | undefined> {
    const { now = new Date() } = options;
    return findIncidentOfBuild(this.#knex, build, { ...options, now });
  }

  async hitRateOf(
    entityRef: string,
    options: HitRateOptions = {},
  ): Promise<HitRate> {
    return hitRateOf(this.#knex, entityRef, options);
  }

  /** The steps of a service's last successful builds, newest build first. */
  async stepRunsOf(
    entityRef: string,
    options: { now?: Date } = {},
  ): Promise<BuildStep[][]> {
    const { now = new Date() } = options;
    return readBuildSteps(this.#knex, entityRef, { until: now.toISOString() });
  }

  /** What the score judges of a service's builds; undefined without any. */
  async measuredBuildsOf(
    entityRef: string,
    options: MeasuredBuildsOptions = {},
  ): Promise<MeasuredBuilds | undefined> {
    return measuredBuildsOf(this.#knex, entityRef, options);
  }

  /**
   * Brings the hit rates of lists up to date where builds have left the window
   * since; to be called now and then. Answers with how many it refreshed.
   */
  async refreshHitRates(options: { now?: Date } = {}): Promise<number> {
    return refreshOutdatedHitRates(this.#knex, options.now ?? new Date());
  }

  /** Removes builds that started before, some at a time; answers how many. */
  async prune(options: PruneOptions): Promise<number> {
    return pruneBuilds(this.#knex, options);
  }

  /** Removes the sums of days before; answers how many days. */
  async pruneDays(options: PruneOptions): Promise<number> {
    return pruneBuildDays(this.#knex, options);
  }
}
