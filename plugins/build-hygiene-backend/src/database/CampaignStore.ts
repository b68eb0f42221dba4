/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ConflictError } from '@backstage/errors';
import {
  Campaign,
  CampaignDetail,
  CampaignRequest,
  CampaignsQuery,
  Page,
} from '@build-hygiene/plugin-build-hygiene-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { readOwners, readPoints, readProgress } from './campaignProgress';
import {
  campaignColumns,
  CampaignRow,
  StoredCampaign,
  toRequestColumns,
  toStoredCampaign,
} from './campaignRows';
import { countCampaigns } from './campaignWork';
import { KeysetOrder, queryKeysetPage } from './keysetPage';
import { storableText } from './storableText';
import { VisibilityOptions } from './types';

const none = { services: 0, remaining: 0 };

function orderOf(state: CampaignsQuery['state']): KeysetOrder {
  const isOpen = state === 'open';
  return {
    list: `campaigns:${state}`,
    column: isOpen ? 'due_on' : 'created_at',
    type: 'text',
    nullable: false,
    order: isOpen ? 'asc' : 'desc',
    idColumn: 'id',
    idOrder: isOpen ? 'asc' : 'desc',
  };
}

/** Campaigns, and which services have done what they ask for. */
export class CampaignStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): CampaignStore {
    return new CampaignStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async create(
    request: CampaignRequest,
    options: { createdBy: string; now?: Date },
  ): Promise<StoredCampaign> {
    const { createdBy, now = new Date() } = options;
    const id = randomUUID();
    await this.#knex<CampaignRow>('campaigns').insert({
      ...toRequestColumns(request),
      id,
      state: 'open',
      created_by: createdBy,
      created_at: now.toISOString(),
    });
    await this.count({ id, now });
    return (await this.get(id))!;
  }

  /** Undefined when there is none of this id. */
  async get(id: string): Promise<StoredCampaign | undefined> {
    const row = await this.#knex<CampaignRow>('campaigns')
      .where('id', storableText(id))
      .first();
    return row && toStoredCampaign(row);
  }

  /**
   * Changes what is said of an open campaign. Another target makes what was
   * counted say nothing any more: it begins anew.
   */
  async update(
    id: string,
    request: CampaignRequest,
    options: { now?: Date } = {},
  ): Promise<StoredCampaign> {
    const columns = toRequestColumns(request);
    await this.#knex.transaction(async transaction => {
      const before = await transaction<CampaignRow>('campaigns')
        .where({ id })
        .forUpdate()
        .first();
      if (before?.state !== 'open') {
        throw new ConflictError('The campaign is closed by now');
      }
      await transaction<CampaignRow>('campaigns').where({ id }).update(columns);
      if (before.target !== columns.target) {
        await transaction('campaign_work').where('campaign_id', id).delete();
      }
    });
    await this.count({ id, now: options.now });
    return (await this.get(id))!;
  }

  /** Closes an open campaign, or opens a closed one again. */
  async setState(
    id: string,
    options: { state: 'open' | 'closed'; by: string; now?: Date },
  ): Promise<StoredCampaign> {
    const { state, by, now = new Date() } = options;
    if (state === 'closed') {
      await this.count({ id, now });
    }
    const changed = await this.#knex<CampaignRow>('campaigns')
      .where({ id })
      .whereNot({ state })
      .update({
        state,
        closed_by: state === 'closed' ? by : null,
        closed_at: state === 'closed' ? now.toISOString() : null,
      });
    if (changed === 0) {
      throw new ConflictError(`The campaign is ${state} by now`);
    }
    if (state === 'open') {
      await this.count({ id, now });
    }
    return (await this.get(id))!;
  }

  /** Compares the services with the open campaigns, or with one of them. */
  async count(options: { id?: string; now?: Date } = {}): Promise<void> {
    await countCampaigns(this.#knex, options);
  }

  async query(
    query: CampaignsQuery,
    options: VisibilityOptions = {},
  ): Promise<Page<Campaign>> {
    const { state, limit, cursor } = query;
    const page = await queryKeysetPage<CampaignRow>({
      filtered: this.#knex('campaigns').where({ state }),
      columns: campaignColumns,
      order: orderOf(state),
      request: { limit, cursor },
    });
    const progress = await readProgress(
      this.#knex,
      page.items.map(({ id }) => id),
      options,
    );
    return {
      ...page,
      items: page.items.map(row => ({
        ...toStoredCampaign(row),
        ...(progress.get(row.id) ?? none),
      })),
    };
  }

  /** With how far it is among the services that the caller may see. */
  async withProgress(
    campaign: StoredCampaign,
    options: VisibilityOptions = {},
  ): Promise<Campaign> {
    const progress = await readProgress(this.#knex, [campaign.id], options);
    return { ...campaign, ...(progress.get(campaign.id) ?? none) };
  }

  async detail(
    campaign: StoredCampaign,
    options: VisibilityOptions & { now?: Date } = {},
  ): Promise<Omit<CampaignDetail, 'mayManage'>> {
    const { now = new Date() } = options;
    // It may be an iterator, which can be read once.
    const visibleRefs = options.visibleRefs && [...options.visibleRefs];
    return {
      ...(await this.withProgress(campaign, { visibleRefs })),
      ...(await readOwners(this.#knex, campaign.id, { visibleRefs })),
      points: await readPoints(this.#knex, campaign, { visibleRefs, now }),
    };
  }
}
