/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { CanaryKind, ListOutcome, SourceState } from '@build-hygiene/engine';
import { Translate } from '../../translation';
import { Tone } from '../Tone';

/** How the sentence about a module ends that begins with its kind. */
export function outcomeText(
  t: Translate,
  { state, source = '' }: ListOutcome,
  kind: CanaryKind,
): string {
  const name = hostName(source);
  switch (state) {
    case 'served':
      return t('sources.outcome.served', { source: name });
    case 'not-found':
      return t('sources.outcome.notFound');
    case 'failed':
      // Failing is right for it, but not in this way.
      return kind === 'missing'
        ? t('sources.outcome.missingFailed', { source: name })
        : t('sources.outcome.failed', { source: name });
    case 'garbage':
      return t('sources.outcome.garbage', { source: name });
    case 'silent':
      return t('sources.outcome.silent', { source: name });
    case 'direct':
      return t('sources.outcome.direct');
    case 'off':
      return t('sources.outcome.off');
    default:
      return state satisfies never;
  }
}

/** A module that there is not has to be found nowhere, the others somewhere. */
export function outcomeTone({ state }: ListOutcome, kind: CanaryKind): Tone {
  switch (state) {
    case 'served':
      return kind === 'missing' ? 'negative' : 'positive';
    case 'not-found':
      return kind === 'missing' ? 'positive' : 'negative';
    case 'direct':
      // A private module may be meant to come from there.
      return kind === 'public' ? 'warning' : 'neutral';
    case 'failed':
    case 'garbage':
    case 'silent':
    case 'off':
      return 'negative';
    default:
      return state satisfies never;
  }
}

export function stateTone(state: SourceState | undefined): Tone {
  switch (state) {
    case 'up':
      return 'positive';
    case 'degraded':
      return 'warning';
    case 'down':
      return 'negative';
    case undefined:
      return 'neutral';
    default:
      return state satisfies never;
  }
}

/** A source in the middle of a sentence: the scheme is not needed to know it. */
export function hostName(source: string): string {
  return source.replace(/^https?:\/\//, '');
}
