/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FailureKind } from './failureClass';
import { failureClasses } from './failureClasses';

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
  /** Whether the same build may succeed on a second try. */
  transient: boolean;
  /** What to do now. */
  fix: string;
}

const descriptions = new Map<string, FailureClassDescription>(
  [
    ...failureClasses,
    {
      id: 'command.nonzero',
      kind: 'command' as const,
      title: 'A command failed',
      transient: false,
      fix: 'Read the step’s own output: the last lines usually say why.',
    },
  ].map(({ id, kind, title, transient, fix }) => [
    id,
    { id, kind, title, transient, fix },
  ]),
);

/**
 * A failure class by its id. Stored builds may name classes that there are no
 * longer: those are of unknown kind.
 *
 * @public
 */
export function describeFailureClass(id: string): FailureClassDescription {
  return (
    descriptions.get(id) ?? {
      id,
      kind: 'unknown',
      title: 'The reason is not known',
      transient: false,
      fix: 'Read the whole message of the builder.',
    }
  );
}
