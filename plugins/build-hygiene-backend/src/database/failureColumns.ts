/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildRecord } from '@build-hygiene/engine';
import { BuildRow } from './rows';
import { storableText } from './storableText';

/** By what failed builds are counted. Secrets are masked in the record. */
export function failureColumns({
  outcome,
  failure,
}: Pick<BuildRecord, 'outcome' | 'failure'>): Pick<
  BuildRow,
  'failure_class' | 'failure_target'
> {
  const failed = outcome === 'failure' ? failure : null;
  return {
    failure_class: failed?.class ?? null,
    failure_target: storableText(failed?.target),
  };
}
