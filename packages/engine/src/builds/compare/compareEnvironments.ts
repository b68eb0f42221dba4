/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildRecord } from '../types';
import { EnvironmentValue, readEnvironment } from './readEnvironment';
import { EnvironmentAspect, EnvironmentDifference } from './types';

/** In the order in which they are told. */
const aspects: readonly EnvironmentAspect[] = [
  'base',
  'base-digest',
  'go',
  'platform',
  'builder',
  'proxy',
  'argument',
  'target',
  'dockerfile',
  'repository',
  'revision',
];

const mostDifferences = 500;

/** What two builds did not run with alike, as far as both tell. */
export function compareEnvironments(
  before: BuildRecord,
  after: BuildRecord,
): EnvironmentDifference[] {
  const merged = new Map<string, EnvironmentDifference>();
  collect(before, 'before', merged);
  collect(after, 'after', merged);
  const differences = [...merged.values()].filter(
    difference =>
      difference.before !== difference.after &&
      ((difference.before !== undefined && difference.after !== undefined) ||
        isTelling(difference.aspect, before, after)),
  );
  return differences
    .sort(
      (one, other) =>
        aspects.indexOf(one.aspect) - aspects.indexOf(other.aspect) ||
        compareText(one.name ?? '', other.name ?? ''),
    )
    .slice(0, mostDifferences);
}

function collect(
  record: BuildRecord,
  side: 'before' | 'after',
  merged: Map<string, EnvironmentDifference>,
) {
  for (const { aspect, name, value } of readEnvironment(record)) {
    const key = keyOf({ aspect, name });
    const known = merged.get(key) ?? {
      aspect,
      ...(name !== undefined && { name }),
    };
    merged.set(key, { ...known, [side]: value });
  }
}

function keyOf({ aspect, name }: Omit<EnvironmentValue, 'value'>): string {
  return JSON.stringify([aspect, name]);
}

/** Whether it means something that one build alone tells of an aspect. */
function isTelling(
  aspect: EnvironmentAspect,
  ...records: readonly BuildRecord[]
): boolean {
  switch (aspect) {
    case 'proxy':
    case 'argument':
      // Records name all arguments; logs name what instructions set.
      return (
        records.every(({ steps }) => steps.length > 0) &&
        records.every(({ format }) => format === records[0].format)
      );
    case 'platform':
      // Logs name platforms other than the builder's own.
      return records.every(({ steps }) => steps.length > 0);
    case 'base':
    case 'base-digest':
    case 'go':
    case 'builder':
    case 'target':
    case 'dockerfile':
    case 'repository':
    case 'revision':
      return false;
    default: {
      const unknown: never = aspect;
      throw new Error(`unknown aspect ${unknown}`);
    }
  }
}

function compareText(one: string, other: string): number {
  if (one === other) {
    return 0;
  }
  return one < other ? -1 : 1;
}
