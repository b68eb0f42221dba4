/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  RiAlarmWarningFill,
  RiArrowDownLine,
  RiArrowUpLine,
  RiEqualLine,
  RiInformationLine,
} from '@remixicon/react';
import { Severity } from '@build-hygiene/engine';
import { useTranslation } from '../../translation';
import { Chip } from './Chip';
import { severityTone } from './tones';

const ICONS = {
  critical: <RiAlarmWarningFill aria-hidden />,
  high: <RiArrowUpLine aria-hidden />,
  medium: <RiEqualLine aria-hidden />,
  low: <RiArrowDownLine aria-hidden />,
  info: <RiInformationLine aria-hidden />,
};

export function SeverityChip({ severity }: { severity: Severity }) {
  const { t } = useTranslation();
  return (
    <Chip
      tone={severityTone(severity)}
      strong={severity === 'critical'}
      icon={ICONS[severity]}
    >
      {t(`severity.${severity}`)}
    </Chip>
  );
}
