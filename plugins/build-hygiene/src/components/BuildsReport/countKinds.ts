/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReportFailures } from '@build-hygiene/plugin-build-hygiene-common';
import { FailureKind, kindOf } from '../Builds/failureKind';

export interface KindCount {
  kind: FailureKind;
  builds: number;
  /** Failed builds at each start of the trend. */
  points: number[];
}

/** The classes of one kind together; most builds first. */
export function countKinds({ classes, trend }: ReportFailures): KindCount[] {
  const kinds = new Map<FailureKind, KindCount>();
  for (const item of classes.items) {
    const kind = kindOf(item.kind);
    const count = kinds.get(kind) ?? {
      kind,
      builds: 0,
      points: trend.starts.map(() => 0),
    };
    kinds.set(kind, {
      kind,
      builds: count.builds + item.builds,
      points: count.points.map(
        (builds, index) => builds + (item.points[index] ?? 0),
      ),
    });
  }
  return [...kinds.values()].sort((one, other) => other.builds - one.builds);
}
