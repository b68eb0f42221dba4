/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReportedCheck } from '@build-hygiene/engine';
import { useTranslation } from '../../translation';
import { Chip } from '../Tone';
import { findWaiver } from './findWaiver';
import { WaiversOfService } from './useServiceWaivers';

/** Marks an open check that somebody asked to waive. */
export function WaiverChip(props: {
  check: ReportedCheck;
  waivers: WaiversOfService;
}) {
  const { check, waivers } = props;
  const { t } = useTranslation();
  const waiver = waivers.value && findWaiver(waivers.value.items, check);
  return waiver?.state === 'pending' ? (
    <Chip tone="neutral">{t('waivers.chipPending')}</Chip>
  ) : null;
}
