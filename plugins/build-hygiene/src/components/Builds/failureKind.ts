/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

const KINDS = [
  'network',
  'auth',
  'filesystem',
  'command',
  'configuration',
  'cache',
  'resource',
  'infrastructure',
  'unknown',
] as const;

export type FailureKind = (typeof KINDS)[number];

/** Kinds that a newer engine adds are shown as unknown. */
export function kindOf(kind: string): FailureKind {
  return KINDS.find(known => known === kind) ?? 'unknown';
}
