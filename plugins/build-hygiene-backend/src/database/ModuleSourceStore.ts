/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { SourceProbe, SourceState } from '@build-hygiene/engine';
import {
  ModuleSourceHistory,
  ModuleSourceStatus,
} from '@build-hygiene/plugin-build-hygiene-common';
import { Knex } from 'knex';
import { storableText } from './storableText';

interface ProbeRow {
  source: string;
  kind: SourceProbe['kind'];
  probed_at: string;
  state: SourceState;
  milliseconds: number | null;
  probe: string;
}

/** A source that is looked at. */
export type SourceKey = Pick<SourceProbe, 'source' | 'kind'>;

const hour = 60 * 60 * 1000;

/** What availability and latency are said of. */
const historyHours = 24;

/** How far back the begin of a state is looked for. */
const keptHours = 14 * 24;

/** However often sources are looked at: two weeks at five minutes. */
const mostProbes = 5_000;

/** What is drawn. */
const mostPoints = 48;

/** What looks at module sources found. */
export class ModuleSourceStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): ModuleSourceStore {
    return new ModuleSourceStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Adds a look; the same look twice is one. */
  async add(probe: SourceProbe): Promise<void> {
    const { source, kind, at, state, milliseconds } = probe;
    await this.#knex<ProbeRow>('module_source_probes')
      .insert({
        source,
        kind,
        probed_at: at,
        state,
        milliseconds: milliseconds ?? null,
        probe: storableText(JSON.stringify(probe))!,
      })
      .onConflict(['source', 'kind', 'probed_at'])
      .merge();
  }

  /** How a source does and did. */
  async statusOf(
    { source, kind }: SourceKey,
    options: { now?: Date } = {},
  ): Promise<ModuleSourceStatus> {
    const now = (options.now ?? new Date()).getTime();
    const rows = () =>
      this.#knex<ProbeRow>('module_source_probes').where({ source, kind });
    const last = await rows().orderBy('probed_at', 'desc').first();
    if (!last) {
      return {
        source,
        kind,
        history: { hours: historyHours, probes: 0, points: [] },
      };
    }
    const other = await rows()
      .whereNot({ state: last.state })
      .max({ at: 'probed_at' })
      .first<{ at: string | null }>();
    const first = rows();
    if (other?.at) {
      first.where('probed_at', '>', other.at);
    }
    const begin = await first.min({ at: 'probed_at' }).first<{ at: string }>();
    const recent = await rows()
      .where(
        'probed_at',
        '>',
        new Date(now - historyHours * hour).toISOString(),
      )
      .orderBy('probed_at', 'desc')
      .limit(mostProbes)
      .select('probed_at', 'state', 'milliseconds');
    return {
      source,
      kind,
      probe: JSON.parse(last.probe),
      since: begin?.at ?? last.probed_at,
      history: summarise(recent.reverse()),
    };
  }

  /**
   * Forgets what is old, what is too much, and the sources that are not looked
   * at any more. Answers with how many looks that were.
   */
  async prune(
    kept: readonly SourceKey[],
    options: { now?: Date } = {},
  ): Promise<number> {
    const now = (options.now ?? new Date()).getTime();
    const table = () => this.#knex<ProbeRow>('module_source_probes');
    let removed = await table()
      .where('probed_at', '<=', new Date(now - keptHours * hour).toISOString())
      .delete();
    const stored: SourceKey[] = await table().distinct('source', 'kind');
    for (const key of stored) {
      const { source, kind } = key;
      const isKept = kept.some(
        other => other.source === source && other.kind === kind,
      );
      const rows = () => table().where({ source, kind });
      const surplus = isKept
        ? await rows()
            .orderBy('probed_at', 'desc')
            .offset(mostProbes)
            .first('probed_at')
        : undefined;
      if (surplus) {
        removed += await rows()
          .where('probed_at', '<=', surplus.probed_at)
          .delete();
      } else if (!isKept) {
        removed += await rows().delete();
      }
    }
    return removed;
  }
}

function summarise(
  rows: readonly Pick<ProbeRow, 'probed_at' | 'state' | 'milliseconds'>[],
): ModuleSourceHistory {
  const latencies = rows
    .flatMap(({ milliseconds }) => milliseconds ?? [])
    .sort((a, b) => a - b);
  const serving = rows.filter(({ state }) => state !== 'down').length;
  return {
    hours: historyHours,
    probes: rows.length,
    ...(rows.length > 0 && { availability: serving / rows.length }),
    ...(latencies.length > 0 && {
      medianMilliseconds: quantile(latencies, 0.5),
      slowMilliseconds: quantile(latencies, 0.95),
    }),
    points: rows
      .slice(-mostPoints)
      .map(({ probed_at: at, state, milliseconds }) => ({
        at,
        state,
        ...(milliseconds !== null && { milliseconds }),
      })),
  };
}

/** Of sorted numbers: the smallest that so large a share does not exceed. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}
