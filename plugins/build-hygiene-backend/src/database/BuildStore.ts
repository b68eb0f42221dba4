/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { MeasuredBuilds } from '@build-hygiene/engine';
import {
  BuildDetail,
  BuildSummary,
  HitRate,
  Page,
} from '@build-hygiene/plugin-build-hygiene-common';
import { Knex } from 'knex';
import {
  buildSummaryColumns,
  BuildSummaryRow,
  toBuildDetail,
  toBuildSummary,
} from './buildRows';
import { hitRateOf, refreshOutdatedHitRates } from './hitRate';
import { queryKeysetPage } from './keysetPage';
import { measuredBuildsOf } from './measuredBuilds';
import { BuildRow } from './rows';
import { storableText } from './storableText';
import { submitBuilds } from './submitBuilds';
import {
  BuildReceipt,
  HitRateOptions,
  MeasuredBuildsOptions,
  SubmittedBuild,
} from './types';

/** The builds that CI jobs reported. */
export class BuildStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): BuildStore {
    return new BuildStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Stores the builds of one log, once. */
  async submit(build: SubmittedBuild): Promise<BuildReceipt> {
    return submitBuilds(this.#knex, build);
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
    const row = await this.#knex<BuildRow>('builds')
      .where('id', storableText(id))
      .first();
    return row && toBuildDetail(row);
  }

  async hitRateOf(
    entityRef: string,
    options: HitRateOptions = {},
  ): Promise<HitRate> {
    return hitRateOf(this.#knex, entityRef, options);
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
}
