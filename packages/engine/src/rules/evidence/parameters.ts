/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleParameter, SubjectPolicy } from '../../policy/types';

type NumberParameter = Extract<RuleParameter, { type: 'number' }>;
type TextsParameter = Extract<RuleParameter, { type: 'texts' }>;

/** A figure as the policy sets it, or as it is without. */
export function numberOf(
  { name, default: otherwise }: NumberParameter,
  { policy }: { policy?: SubjectPolicy },
): number {
  const value = policy?.parameters[name];
  return typeof value === 'number' ? value : otherwise;
}

/** A list as the policy sets it, or as it is without. */
export function textsOf(
  { name, default: otherwise }: TextsParameter,
  { policy }: { policy?: SubjectPolicy },
): readonly string[] {
  const value = policy?.parameters[name];
  return value === undefined || typeof value === 'number' ? otherwise : value;
}
