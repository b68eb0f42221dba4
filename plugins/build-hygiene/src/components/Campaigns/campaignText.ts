/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  Campaign,
  CampaignScope,
  CampaignTarget,
} from '@build-hygiene/plugin-build-hygiene-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { humanizeEntityRef } from '@backstage/plugin-catalog-react';
import { Translate } from '../../translation';
import { fleetAspectTitle } from '../Fleet';
import { Tone } from '../Tone';

/** `storefront`, not `group:default/storefront`. */
export function refName(ref: string, defaultKind: string): string {
  try {
    return humanizeEntityRef(parseEntityRef(ref), { defaultKind });
  } catch {
    return ref;
  }
}

/** What is to be fixed, in words. */
export function targetText(target: CampaignTarget, t: Translate): string {
  return target.kind === 'rules'
    ? t('campaigns.target.rules', { rules: target.rules.join(', ') })
    : t('campaigns.target.drift', {
        aspect: fleetAspectTitle(target.aspect, t),
      });
}

/** Whose services, in words. */
export function scopeText(
  { owner = [], system = [], lifecycle = [] }: CampaignScope,
  t: Translate,
): string {
  const parts = [
    ...owner.map(ref => refName(ref, 'group')),
    ...system.map(ref => refName(ref, 'system')),
    ...lifecycle,
  ];
  return parts.length === 0
    ? t('campaigns.scope.all')
    : t('campaigns.scope.some', { parts: parts.join(', ') });
}

export function today(now: Date = new Date()): string {
  return now.toISOString().slice(0, 10);
}

/** The share of services that have done what is asked for. */
export function doneShare({
  services,
  remaining,
}: Pick<Campaign, 'services' | 'remaining'>): number {
  return services === 0 ? 1 : (services - remaining) / services;
}

export function dueTone({
  dueOn,
  remaining,
  state,
}: Pick<Campaign, 'dueOn' | 'remaining' | 'state'>): Tone {
  if (remaining === 0) {
    return 'positive';
  }
  return state === 'open' && dueOn < today() ? 'negative' : 'announcement';
}
