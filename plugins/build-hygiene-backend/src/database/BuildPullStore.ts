/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { BuildRow } from './rows';
import { storableText } from './storableText';

interface BuildPullRow {
  source: string;
  repository: string;
  services: string;
  cursor: string | null;
  pulled_at: string | null;
  not_before: string | null;
  failures: number;
  reason: string | null;
}

/** A repository of a CI system. */
export interface BuildPullKey {
  /** Id of the build source. */
  source: string;
  /** As the source names it. */
  repository: string;
}

/** How far the pulling of a repository has come. */
export interface BuildPullState {
  /** Entity refs of the services whose builds were pulled, sorted. */
  services: string[];
  cursor?: JsonObject;
  /** ISO time of the end of the last pull. */
  pulledAt?: string;
  /** ISO time before which nothing is asked. */
  notBefore?: string;
  /** Pulls that failed in a row. */
  failures: number;
  /** Why the last pull did not come to its end. */
  reason?: string;
}

const day = 24 * 60 * 60 * 1000;
/** Rows of repositories that were not pulled for so long are of no use. */
const keptDays = 30;

/** How far the pulling of builds has come. */
export class BuildPullStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): BuildPullStore {
    return new BuildPullStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** By repository. */
  async statesOf(source: string): Promise<Map<string, BuildPullState>> {
    const rows = await this.#table().where({ source });
    return new Map(rows.map(row => [row.repository, toState(row)]));
  }

  /** Makes this the state of a repository. */
  async save(key: BuildPullKey, state: BuildPullState): Promise<void> {
    await this.#table()
      .insert({
        ...key,
        services: JSON.stringify(state.services),
        cursor:
          state.cursor === undefined ? null : JSON.stringify(state.cursor),
        pulled_at: state.pulledAt ?? null,
        not_before: state.notBefore ?? null,
        failures: state.failures,
        reason: storableText(state.reason),
      })
      .onConflict(['source', 'repository'])
      .merge();
  }

  /** Forgets the repositories that are pulled no more. */
  async prune(source: string, options: { now: Date }): Promise<number> {
    const before = new Date(options.now.getTime() - keptDays * day);
    return this.#table()
      .where({ source })
      .where('pulled_at', '<', before.toISOString())
      .delete();
  }

  /** What tells the stored builds of a run apart; undefined where nothing does. */
  async imagesOfRun(run: {
    entityRef: string;
    provider?: string;
    runId: string;
    attempt: number;
  }): Promise<Set<string | undefined>> {
    const { entityRef, provider, runId, attempt } = run;
    const rows = await this.#knex<BuildRow>('builds')
      .where({
        entity_ref: entityRef,
        run_id: storableText(runId),
        provider: storableText(provider),
      })
      .whereRaw('coalesce(attempt, 1) = ?', [attempt])
      .distinct('image');
    return new Set(rows.map(({ image }) => image ?? undefined));
  }

  #table() {
    return this.#knex<BuildPullRow>('build_pulls');
  }
}

function toState(row: BuildPullRow): BuildPullState {
  return {
    services: JSON.parse(row.services),
    ...(row.cursor !== null && { cursor: JSON.parse(row.cursor) }),
    ...(row.pulled_at !== null && { pulledAt: row.pulled_at }),
    ...(row.not_before !== null && { notBefore: row.not_before }),
    failures: row.failures,
    ...(row.reason !== null && { reason: row.reason }),
  };
}
