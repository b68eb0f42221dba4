/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RerunReason } from './types';

/** The reason in a sentence. */
export function describeRerunReason(reason: RerunReason): string {
  switch (reason.because) {
    case 'files':
      return describeFiles(reason);
    case 'earlier-step':
      return `Re-runs because ${reason.instruction} in line ${reason.line} before it re-runs.`;
    case 'copied-from':
      return `Re-runs because what it copies from ${reason.instruction} in line ${reason.line} may differ.`;
    case 'argument':
      return `Re-runs because the build argument ${reason.name} differs from commit to commit.`;
    case 'instruction':
      return 'Re-runs because its own text changes.';
    case 'folder-sent':
      return 'Re-runs because its stage stands on a folder, which each build sends anew.';
    case 'instruction-removed':
      return 'Re-runs because an instruction before it was removed.';
    case 'other-context':
      return `Re-runs because the named context ${reason.name} is another one.`;
    default:
      return reason satisfies never;
  }
}

function describeFiles({
  from,
  paths,
  more,
}: Extract<RerunReason, { because: 'files' }>): string {
  const named = paths.join(', ');
  const files = more > 0 ? `${named} and ${more} more` : named;
  switch (from) {
    case 'folder':
      return `Re-runs because its stage stands on a folder with ${files}.`;
    case 'named-context':
      return `Re-runs because it takes ${files} from a named context.`;
    case 'build-context':
      return `Re-runs because it takes ${files} from the build context.`;
    default:
      return from satisfies never;
  }
}
