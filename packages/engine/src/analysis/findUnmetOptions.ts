/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Problem } from '../problem';
import { ScoreReason } from '../sentences';
import { Snapshot } from '../snapshot/types';
import { BuildUnitOptions } from '../units/findBuildUnits';
import { BuildUnit } from '../units/types';

/**
 * What the owner names and the repository does not have. It would leave
 * nothing to check, and so a score that nobody earned.
 */
export function findUnmetOptions(
  snapshot: Snapshot,
  {
    units,
    options,
  }: { units: readonly BuildUnit[]; options: BuildUnitOptions },
): Problem[] {
  const { dockerfiles = [], context, target } = options;
  const found = new Set(units.map(({ id }) => id));
  const unmet = dockerfiles
    .filter(path => !found.has(path))
    .map(path =>
      toProblem(
        path,
        snapshot.tree.some(entry => entry.path === path)
          ? 'The Dockerfile that is named for this service was not read.'
          : 'The Dockerfile that is named for this service does not exist.',
      ),
    );
  if (
    context !== undefined &&
    units.length > 0 &&
    units.every(
      unit =>
        unit.context.entries.length + unit.context.ignored.length === 0 &&
        unit.context.directory !== '',
    )
  ) {
    unmet.push(
      toProblem(
        context,
        'The build context that is named for this service does not exist.',
      ),
    );
  }
  if (target !== undefined) {
    for (const unit of units) {
      if (unit.target === undefined) {
        unmet.push(
          toProblem(
            unit.id,
            `The stage ${target} that is named for this service does not exist.`,
          ),
        );
      }
    }
  }
  return unmet;
}

function toProblem(path: string, message: ScoreReason): Problem {
  return { path, code: 'unreadable', message };
}
