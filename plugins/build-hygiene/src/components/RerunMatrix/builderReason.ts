/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuilderProfile } from '@build-hygiene/engine';
import { Translate } from '../../translation';

/** How it is known which builder it is. Older reports say so in English. */
export function builderReason(
  { basis, reason }: BuilderProfile,
  t: Translate,
): string {
  switch (basis?.known) {
    case undefined:
      return reason;
    case 'policy':
      return t('matrix.builder.basis.policy', { policy: basis.policy });
    case 'assumed':
    case 'remote-builder':
    case 'self-hosted-runner':
      return t(`matrix.builder.basis.${basis.known}`);
    case 'mounts-carried-over':
    case 'no-cache-imported':
    case 'final-stage-exported':
    case 'all-stages-exported':
    case 'cache-imported':
      return t(`matrix.builder.basis.${basis.known}`, {
        perJob: t(`matrix.builder.perJob.${basis.perJob}`),
      });
    default:
      // A newer backend may know more.
      return reason;
  }
}
