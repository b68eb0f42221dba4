/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FleetAspect } from '@build-hygiene/engine';
import { Page } from './Page';

/**
 * What a campaign is about: that no service fails any of some rules, or that
 * none has drifted in an aspect of the fleet.
 *
 * @public
 */
export type CampaignTarget =
  | { kind: 'rules'; rules: string[] }
  | { kind: 'drift'; aspect: FleetAspect };

/**
 * Whose services a campaign is for. What is left out does not matter.
 *
 * @public
 */
export interface CampaignScope {
  /** Entity refs of owners; any of them. */
  owner?: string[];
  /** Entity refs of systems; any of them. */
  system?: string[];
  /** Any of these lifecycles. */
  lifecycle?: string[];
}

/**
 * What somebody says of a campaign.
 *
 * @public
 */
export interface CampaignRequest {
  /** 3 to 100 characters. */
  name: string;
  /** Why, and where to ask; at most 1000 characters. */
  description?: string;
  /** What is to be fixed. */
  target: CampaignTarget;
  /** Whose services. */
  scope: CampaignScope;
  /** The day by which it is to be done (YYYY-MM-DD). */
  dueOn: string;
}

/**
 * How far a campaign is, among the services that the caller may see.
 *
 * @public
 */
export interface CampaignProgress {
  /** Services that had it to do at any time since the campaign began. */
  services: number;
  /** Those of them that still have it to do. */
  remaining: number;
}

/**
 * Something that many services are to fix by a day.
 *
 * @public
 */
export interface Campaign extends CampaignRequest, CampaignProgress {
  /** Names it in requests. */
  id: string;
  /** A closed one is not counted any more. */
  state: 'open' | 'closed';
  /** Entity ref of the user. */
  createdBy: string;
  /** ISO time. */
  createdAt: string;
  /** Entity ref of the user. */
  closedBy?: string;
  /** ISO time. */
  closedAt?: string;
  /** ISO time at which the services were compared last. */
  countedAt?: string;
}

/**
 * A campaign day by day and owner by owner.
 *
 * @public
 */
export interface CampaignDetail extends Campaign {
  /** One a day since it began, at most the last 366; oldest first. */
  points: CampaignPoint[];
  /** Those with most to do first; at most 50. */
  owners: CampaignOwner[];
  /** How many owners are left out. */
  moreOwners: number;
  /** Whether the caller may change it. */
  mayManage: boolean;
}

/**
 * A campaign at the end of a day.
 *
 * @public
 */
export interface CampaignPoint extends CampaignProgress {
  /** YYYY-MM-DD in UTC. */
  day: string;
}

/**
 * The services of one owner in a campaign.
 *
 * @public
 */
export interface CampaignOwner extends CampaignProgress {
  /** Entity ref; undefined for the services that nobody owns. */
  owner?: string;
}

/**
 * A page of campaigns.
 *
 * @public
 */
export interface CampaignPage extends Page<Campaign> {
  /** Whether the caller may start campaigns and change them. */
  mayManage: boolean;
}

/**
 * Filter and page of the list of campaigns.
 *
 * @public
 */
export interface CampaignsQuery {
  /** Open ones come by the day they are due, closed ones the newest first. */
  state: 'open' | 'closed';
  /** 1..200, default 20. */
  limit?: number;
  /** `nextCursor` or `previousCursor` of another page. */
  cursor?: string;
}
