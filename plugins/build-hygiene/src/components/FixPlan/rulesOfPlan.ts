/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ServiceDetail } from '@build-hygiene/plugin-build-hygiene-common';

/** The rules that the plan of the report fixes, in its order. */
export function rulesOfPlan({ report }: ServiceDetail): string[] {
  return [...new Set(report?.plan?.fixes.map(({ rule }) => rule) ?? [])];
}
