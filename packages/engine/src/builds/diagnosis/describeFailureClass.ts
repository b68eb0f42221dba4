/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FailureKind } from './failureClass';
import { failureClasses } from './failureClasses';
import { commandFailed, unknownFailure } from './genericFailures';

/**
 * What holds for all failures of a class.
 *
 * @public
 */
export interface FailureClassDescription {
  /** Such as `goproxy.404`. */
  id: string;
  /** What people look for first. */
  kind: FailureKind;
  /** A few words. */
  title: string;
  /** One sentence, which `fillFailureMessage` fills: `{name|fallback}` are its places. */
  message: string;
  /** Whether the same build may succeed on a second try. */
  transient: boolean;
  /** What to do now. */
  fix: string;
}

const descriptions = new Map<string, FailureClassDescription>(
  [...failureClasses, commandFailed, unknownFailure].map(
    ({ id, kind, title, message, transient, fix }) => [
      id,
      { id, kind, title, message, transient, fix },
    ],
  ),
);

/**
 * The ids of all failure classes.
 *
 * @public
 */
export const failureClassIds: readonly string[] = [...descriptions.keys()];

/**
 * A failure class by its id. Stored builds may name classes that there are no
 * longer: those are of unknown kind.
 *
 * @public
 */
export function describeFailureClass(id: string): FailureClassDescription {
  const { kind, title, message, transient, fix } =
    descriptions.get(id) ?? unknownFailure;
  return { id, kind, title, message, transient, fix };
}
