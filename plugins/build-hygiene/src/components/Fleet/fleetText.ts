/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FleetAspect, FleetDrift, fleetAspects } from '@build-hygiene/engine';
import { Format } from '../../format';
import { Translate } from '../../translation';
import { Tone } from '../Tone';

/** Values that are no text of a repository, but a word of ours. */
const words = {
  'base-pinning': ['digest', 'tag', 'floating'],
  buildkit: [
    'cache-mount',
    'secret-mount',
    'bind-mount',
    'ssh-mount',
    'tmpfs-mount',
    'heredoc',
    'copy-link',
    'copy-parents',
  ],
  'ci-cache': ['none', 'remote-builder'],
} as const;

type Word = (typeof words)[keyof typeof words][number] | 'unknown';

function isWord(aspect: FleetAspect, value: string): value is Word {
  const known: readonly string[] = Object.hasOwn(words, aspect)
    ? words[aspect as keyof typeof words]
    : [];
  return value === 'unknown' || known.includes(value);
}

/** The value for people; undefined where it is to be shown as it is written. */
export function fleetWord(
  aspect: FleetAspect,
  value: string,
  t: Translate,
): string | undefined {
  return isWord(aspect, value) ? t(`fleet.value.${value}`) : undefined;
}

export function fleetAspectTitle(aspect: FleetAspect, t: Translate): string {
  return t(`fleet.aspect.${aspect}`);
}

/** What a filter such as `go-image:1.27` asks for, in words. */
export function fleetValueText(filter: string, t: Translate): string {
  const colon = filter.indexOf(':');
  const aspect = fleetAspects.find(name => name === filter.slice(0, colon));
  if (!aspect) {
    return filter;
  }
  const value = filter.slice(colon + 1);
  return `${fleetAspectTitle(aspect, t)}: ${
    fleetWord(aspect, value, t) ?? value
  }`;
}

export function driftTone(drift: FleetDrift): Tone {
  switch (drift.kind) {
    case 'ended':
    case 'unverified':
    case 'invalid':
      return 'negative';
    case 'newer-line':
      return 'neutral';
    default:
      return 'warning';
  }
}

export function driftText(
  { kind, newest = '', endOfSupport }: FleetDrift,
  { t, format }: { t: Translate; format: Format },
): string {
  switch (kind) {
    case 'newer-patch':
    case 'newer-line':
      return t(`fleet.drift.${kind}`, { newest });
    case 'ended':
      return endOfSupport === undefined
        ? t('fleet.drift.ended')
        : t('fleet.drift.endedOn', { day: format.date(endOfSupport) });
    default:
      return t(`fleet.drift.${kind}`);
  }
}
