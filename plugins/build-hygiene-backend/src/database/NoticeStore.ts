/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Knex } from 'knex';
import {
  EndingWaiver,
  KnownScore,
  OwnerDigest,
  ScoreFall,
} from './noticeTypes';
import {
  readOwnerDigest,
  readOwnersWithoutDigest,
  saveDigest,
} from './ownerDigests';
import { ServiceRow } from './rows';
import { readScoreFalls, saveKnownScore, settleScores } from './scoreFalls';
import { dayOf, WaiverRow } from './waiverRows';

const millisecondsPerDay = 24 * 60 * 60 * 1000;

/** What owners have to be told, and what they were. */
export class NoticeStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): NoticeStore {
    return new NoticeStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Services that lost a grade, or so many points, and nobody was told. */
  async scoreFalls(options: {
    points: number;
    limit: number;
  }): Promise<ScoreFall[]> {
    await settleScores(this.#knex);
    return readScoreFalls(this.#knex, options);
  }

  async saveKnownScore(entityRef: string, known: KnownScore): Promise<void> {
    await saveKnownScore(this.#knex, entityRef, known);
  }

  /** Waivers whose last day is at most so many days ahead, the next first. */
  async endingWaivers({
    days,
    limit,
    now = new Date(),
  }: {
    days: number;
    limit: number;
    now?: Date;
  }): Promise<EndingWaiver[]> {
    const rows = await this.#knex<WaiverRow>('waivers')
      .join<ServiceRow>('services', 'services.entity_ref', 'waivers.entity_ref')
      .where('waivers.state', 'active')
      .whereNull('waivers.end_told_at')
      .whereNotNull('services.owner')
      // Who asked for it a moment ago knows.
      .where('waivers.requested_at', '<=', daysFrom(now, -1).toISOString())
      .where('until', '>=', dayOf(now))
      .where('until', '<=', dayOf(daysFrom(now, days)))
      .orderBy([{ column: 'until' }, { column: 'id' }])
      .limit(limit)
      .select(
        'waivers.id',
        'waivers.entity_ref',
        'waivers.rule',
        'waivers.until',
        'services.title',
        'services.owner',
      );
    return rows.map(row => ({
      id: row.id,
      entityRef: row.entity_ref,
      title: row.title ?? undefined,
      owner: row.owner!,
      rule: row.rule,
      until: row.until,
    }));
  }

  async saveWaiverTold(
    id: string,
    options: { now?: Date } = {},
  ): Promise<void> {
    await this.#knex<WaiverRow>('waivers')
      .where({ id })
      .update({ end_told_at: (options.now ?? new Date()).toISOString() });
  }

  /** Owners of rated services that had no digest in this week yet. */
  async ownersWithoutDigest(options: {
    week: string;
    limit: number;
  }): Promise<string[]> {
    return readOwnersWithoutDigest(this.#knex, options);
  }

  async digestOf(
    owner: string,
    options: { now?: Date } = {},
  ): Promise<OwnerDigest | undefined> {
    const now = options.now ?? new Date();
    return readOwnerDigest(this.#knex, {
      owner,
      weekAgo: dayOf(daysFrom(now, -7)),
    });
  }

  async saveDigest(row: { owner: string; week: string }): Promise<void> {
    await saveDigest(this.#knex, row);
  }
}

function daysFrom(now: Date, days: number): Date {
  return new Date(now.getTime() + days * millisecondsPerDay);
}
