/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RerunReason } from '@build-hygiene/engine';
import { Translate } from '../../translation';
import { ViewCell } from './matrixView';

/**
 * Why a step re-runs or does not, as far as the commit goes. Older reports say
 * so in English.
 */
export function cellReason(cell: ViewCell, t: Translate): string {
  const { outcome, builder, outputMayDiffer, reason, why } = cell;
  if (outcome === 'cached') {
    return t('matrix.why.cached');
  }
  const because = reason && describeReason(reason, t);
  if (because === undefined) {
    return why;
  }
  // Mounts that start empty here help on the builder that the cell is of.
  const isCheaper = outcome === 'cheaper' || builder === 'mounts-empty';
  return [
    because,
    ...(isCheaper ? [t('matrix.why.cheaper')] : []),
    ...(outputMayDiffer ? [] : [t('matrix.why.sameOutput')]),
  ].join(' ');
}

function describeReason(reason: RerunReason, t: Translate): string | undefined {
  switch (reason.because) {
    case 'files':
      return t(`matrix.why.files.${reason.from}`, {
        paths: namePaths(reason, t),
      });
    case 'earlier-step':
    case 'copied-from':
      return t(`matrix.why.${reason.because}`, {
        instruction: reason.instruction,
        line: String(reason.line),
      });
    case 'argument':
    case 'other-context':
      return t(`matrix.why.${reason.because}`, { name: reason.name });
    case 'instruction':
    case 'folder-sent':
    case 'instruction-removed':
      return t(`matrix.why.${reason.because}`);
    default:
      // A newer backend may know more.
      return undefined;
  }
}

function namePaths(
  { paths, more }: Extract<RerunReason, { because: 'files' }>,
  t: Translate,
): string {
  const named = paths.join(', ');
  return more > 0 ? t('matrix.why.more', { paths: named, count: more }) : named;
}
