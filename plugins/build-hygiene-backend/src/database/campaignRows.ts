/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  Campaign,
  CampaignRequest,
} from '@build-hygiene/plugin-build-hygiene-common';
import { maskSecrets } from '@build-hygiene/engine';
import { storableText } from './storableText';

/** What is stored of a campaign; how far it is, is counted. */
export type StoredCampaign = Omit<Campaign, 'services' | 'remaining'>;

export interface CampaignRow {
  id: string;
  name: string;
  description: string | null;
  target: string;
  scope: string;
  due_on: string;
  state: 'open' | 'closed';
  created_by: string;
  created_at: string;
  closed_by: string | null;
  closed_at: string | null;
  counted_at: string | null;
}

export interface CampaignWorkRow {
  campaign_id: string;
  entity_ref: string;
  opened_on: string;
  done_on: string | null;
}

export const campaignColumns = [
  'id',
  'name',
  'description',
  'target',
  'scope',
  'due_on',
  'state',
  'created_by',
  'created_at',
  'closed_by',
  'closed_at',
  'counted_at',
] as const satisfies readonly (keyof CampaignRow)[];

export function toRequestColumns(
  request: CampaignRequest,
): Pick<CampaignRow, 'name' | 'description' | 'target' | 'scope' | 'due_on'> {
  const { name, description, target, scope, dueOn } = request;
  return {
    name: storableText(maskSecrets(name)) ?? '',
    description: storableText(description && maskSecrets(description)),
    target: JSON.stringify(target),
    scope: JSON.stringify(scope),
    due_on: dueOn,
  };
}

export function toStoredCampaign(row: CampaignRow): StoredCampaign {
  return {
    id: row.id,
    name: row.name,
    ...(row.description !== null && { description: row.description }),
    target: JSON.parse(row.target),
    scope: JSON.parse(row.scope),
    dueOn: row.due_on,
    state: row.state,
    createdBy: row.created_by,
    createdAt: row.created_at,
    ...(row.closed_by !== null && { closedBy: row.closed_by }),
    ...(row.closed_at !== null && { closedAt: row.closed_at }),
    ...(row.counted_at !== null && { countedAt: row.counted_at }),
  };
}
