/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { randomUUID } from 'node:crypto';
import { ConflictError } from '@backstage/errors';
import { maskSecrets, PortalWaiver, Severity } from '@build-hygiene/engine';
import {
  Page,
  WaiverAction,
  WaiverRequest,
  WaiversQuery,
} from '@build-hygiene/plugin-build-hygiene-common';
import { Knex } from 'knex';
import { lockService } from './lockService';
import { noSuchService } from './noSuchService';
import { storableText } from './storableText';
import { VisibilityOptions } from './types';
import { queryWaiversPage } from './waiverQuery';
import { dayOf, StoredWaiver, toStoredWaiver, WaiverRow } from './waiverRows';

/** Of one service, waiting or in force: nobody accepts more on purpose. */
const mostOpen = 200;

/** Of one service, those that ended. */
const mostEndedShown = 50;

export interface NewWaiver extends WaiverRequest {
  entityRef: string;
  /** The worst of the checks that it is for. */
  severity: Severity;
  requestedBy: string;
  /** Whether somebody else has to agree first. */
  needsApproval: boolean;
}

/** Exceptions that people agree on, whatever became of them. */
export class WaiverStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): WaiverStore {
    return new WaiverStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Adds one. `ConflictError` where there is one already for the same, or where
   * there are too many.
   */
  async create(
    waiver: NewWaiver,
    options: { now?: Date } = {},
  ): Promise<StoredWaiver> {
    const { entityRef, rule, unit } = waiver;
    const now = options.now ?? new Date();
    const row: WaiverRow = {
      id: randomUUID(),
      entity_ref: entityRef,
      rule: storableText(rule)!,
      unit: storableText(unit),
      severity: waiver.severity,
      reason: storableText(maskSecrets(waiver.reason))!,
      until: waiver.until,
      state: waiver.needsApproval ? 'pending' : 'active',
      requested_by: waiver.requestedBy,
      requested_at: now.toISOString(),
      approved_by: null,
      approved_at: null,
      ended_by: null,
      ended_at: null,
      end_told_at: null,
    };
    await this.#knex.transaction(async transaction => {
      // Of two that come at once, the second finds the first.
      if (!(await lockService(transaction, entityRef))) {
        throw noSuchService(entityRef);
      }
      const open = await this.#open(transaction, entityRef, now);
      if (
        open.some(other => other.rule === row.rule && other.unit === row.unit)
      ) {
        throw new ConflictError(
          `There is a waiver of ${rule} already that waits or holds`,
        );
      }
      if (open.length >= mostOpen) {
        throw new ConflictError(`A service has at most ${mostOpen} waivers`);
      }
      await transaction<WaiverRow>('waivers').insert(row);
    });
    return toStoredWaiver(row, dayOf(now));
  }

  async get(
    id: string,
    options: { now?: Date } = {},
  ): Promise<StoredWaiver | undefined> {
    const row = await this.#knex<WaiverRow>('waivers')
      .where('id', storableText(id))
      .first();
    return row && toStoredWaiver(row, dayOf(options.now ?? new Date()));
  }

  /** Those that wait or hold, and the last that ended; the newest first. */
  async listOf(
    entityRef: string,
    options: { now?: Date } = {},
  ): Promise<StoredWaiver[]> {
    const now = options.now ?? new Date();
    const open = await this.#open(this.#knex, entityRef, now);
    const newest: WaiverRow[] = await this.#knex<WaiverRow>('waivers')
      .where({ entity_ref: entityRef })
      .orderBy('requested_at', 'desc')
      .limit(mostEndedShown + open.length);
    const rows = new Map([...open, ...newest].map(row => [row.id, row]));
    return [...rows.values()]
      .sort((a, b) => (a.requested_at < b.requested_at ? 1 : -1))
      .map(row => toStoredWaiver(row, dayOf(now)));
  }

  /** What the engine is to apply today. */
  async inForce(
    entityRef: string,
    options: { now?: Date } = {},
  ): Promise<PortalWaiver[]> {
    const rows = await this.#open(
      this.#knex,
      entityRef,
      options.now ?? new Date(),
    );
    return rows
      .filter(({ state }) => state === 'active')
      .map(({ rule, unit, severity, reason, until }) => ({
        rule,
        ...(unit !== null && { unit }),
        severity,
        reason,
        until,
      }));
  }

  /** One page; `InputError` for a cursor that is not of this list. */
  async query(
    query: WaiversQuery,
    options: VisibilityOptions & { now?: Date } = {},
  ): Promise<Page<StoredWaiver>> {
    return queryWaiversPage(this.#knex, query, options);
  }

  /**
   * `ConflictError` where it does not stand so that this can be done; undefined
   * where it does not exist.
   */
  async change(
    id: string,
    change: { action: WaiverAction; by: string; now?: Date },
  ): Promise<StoredWaiver | undefined> {
    const { action, by, now = new Date() } = change;
    const today = dayOf(now);
    const at = now.toISOString();
    const from: WaiverRow['state'][] =
      action === 'withdraw' ? ['pending', 'active'] : ['pending'];
    const to: Partial<WaiverRow> =
      action === 'approve'
        ? { state: 'active', approved_by: by, approved_at: at }
        : {
            state: action === 'reject' ? 'rejected' : 'withdrawn',
            ended_by: by,
            ended_at: at,
          };
    // One statement: of two who decide at once, one is first.
    const changed = await this.#knex<WaiverRow>('waivers')
      .where('id', storableText(id))
      .whereIn('state', from)
      .where('until', '>=', today)
      .update(to);
    const waiver = await this.get(id, { now });
    if (waiver && changed === 0) {
      throw new ConflictError(`The waiver is ${waiver.state} by now`);
    }
    return waiver;
  }

  async #open(knex: Knex, entityRef: string, now: Date): Promise<WaiverRow[]> {
    return knex<WaiverRow>('waivers')
      .where({ entity_ref: entityRef })
      .whereIn('state', ['pending', 'active'])
      .where('until', '>=', dayOf(now))
      .orderBy('id');
  }
}
