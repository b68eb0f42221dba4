/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { analyse } from '../analysis/analyse';
import { Analysis, AnalysisOptions } from '../analysis/types';
import { FixProposal } from '../edits/types';
import { FixObjection } from '../sentences';
import { Snapshot } from '../snapshot/types';
import { applyChanges } from './applyChanges';
import { guard } from './guard';

/** A state of the repository, with what the rules say of it. */
export interface RepositoryState {
  snapshot: Snapshot;
  analysis: Analysis;
  options: AnalysisOptions;
}

/** The repository after a proposal, or why that cannot be applied. */
export function applyProposal(
  { changes }: FixProposal,
  { snapshot, analysis, options }: RepositoryState,
): RepositoryState | FixObjection {
  const garbled = changes.find(({ path }) =>
    snapshot.problems.some(
      problem => problem.path === path && problem.code === 'unreadable',
    ),
  );
  if (garbled) {
    return `${garbled.path} is not valid UTF-8, and would not stay as it is elsewhere.`;
  }
  const changed = guard(() => applyChanges(snapshot, changes));
  return typeof changed === 'string'
    ? `The change does not fit the files: ${changed}`
    : {
        snapshot: changed,
        options,
        analysis: analyse(changed, options, {
          analysis,
          changed: new Set(changes.map(({ path }) => path)),
        }),
      };
}
