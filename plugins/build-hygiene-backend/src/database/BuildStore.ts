/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  BuildDetail,
  BuildSummary,
  HitRate,
  Page,
} from '@build-hygiene/plugin-build-hygiene-common';
import { Knex } from 'knex';
import { BuildReceipt, HitRateOptions, SubmittedBuild } from './types';

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
    throw new Error(`not yet ${this.#knex} ${build}`);
  }

  /** Newest first; `InputError` for a cursor that is none. */
  async list(request: {
    entityRef: string;
    limit?: number;
    cursor?: string;
  }): Promise<Page<BuildSummary>> {
    throw new Error(`not yet ${request}`);
  }

  async get(id: string): Promise<BuildDetail | undefined> {
    throw new Error(`not yet ${id}`);
  }

  async hitRateOf(
    entityRef: string,
    options: HitRateOptions = {},
  ): Promise<HitRate> {
    throw new Error(`not yet ${entityRef} ${options}`);
  }

  /**
   * Brings the hit rates of lists up to date where builds have left the window
   * since; to be called now and then. Answers with how many it refreshed.
   */
  async refreshHitRates(
    options: { limit?: number; now?: Date } = {},
  ): Promise<number> {
    throw new Error(`not yet ${options}`);
  }
}
