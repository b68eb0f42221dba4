/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ImageReference } from '../../dockerfile/parseImageReference';
import { officialName } from './baseImages';
import { datedFacts, DistributionCycle } from './datedFacts';
import { floatingGoLine, golangTagLike } from './golangTags';

/** What an official image has under `latest`, by version; undefined if unknown. */
export function newestTag(reference: ImageReference): string | undefined {
  switch (officialName(reference)) {
    case 'golang': {
      const line = floatingGoLine('')?.line;
      return line && golangTagLike({ pinned: true, suffix: '' }, line);
    }
    case 'alpine':
      return newestOf(datedFacts.alpine.cycles);
    case 'debian':
      return newestOf(datedFacts.debian.cycles);
    case 'ubuntu':
      // `latest` is the newest release with long-term support: even years.
      return newestOf(
        datedFacts.ubuntu.cycles.filter(({ version }) =>
          /^\d[02468]\.04$/.test(version),
        ),
      );
    default:
      return undefined;
  }
}

function newestOf(cycles: readonly DistributionCycle[]): string | undefined {
  const { asOf } = datedFacts;
  return cycles
    .filter(({ released }) => released <= asOf)
    .sort((left, right) => left.released.localeCompare(right.released))
    .pop()?.version;
}
