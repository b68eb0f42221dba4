/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ServiceDetail } from '@build-hygiene/plugin-build-hygiene-common';
import { rulesOfPlan } from '../FixPlan/rulesOfPlan';
import { isHosted } from '../FixPlan/isHosted';

/** Why no fix can be chosen for a service, or none be made; undefined where both can. */
export function obstacleOf(
  detail: ServiceDetail,
  options: { needsRepository: boolean },
): 'notScanned' | 'nothing' | 'noRepository' | undefined {
  if (!detail.report) {
    return 'notScanned';
  }
  if (rulesOfPlan(detail).length === 0) {
    return 'nothing';
  }
  return options.needsRepository && !isHosted(detail.scan.source)
    ? 'noRepository'
    : undefined;
}
