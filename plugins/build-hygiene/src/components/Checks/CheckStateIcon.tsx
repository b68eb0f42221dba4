/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiContrastFill,
  RiErrorWarningFill,
  RiForbid2Line,
  RiShieldKeyholeLine,
  RiTimeLine,
} from '@remixicon/react';
import { CheckState } from '@build-hygiene/engine';
import { useTranslation } from '../../translation';
import styles from './CheckStateIcon.module.css';

const ICONS: Record<CheckState, React.ReactElement> = {
  pass: <RiCheckboxCircleFill />,
  fail: <RiCloseCircleFill />,
  partial: <RiContrastFill />,
  'not-applicable': <RiForbid2Line />,
  waived: <RiShieldKeyholeLine />,
  error: <RiErrorWarningFill />,
  pending: <RiTimeLine />,
};

export function CheckStateIcon({ state }: { state: CheckState }) {
  const { t } = useTranslation();
  const label = t(`checks.stateOne.${state}`);
  return (
    <span
      className={styles.icon}
      data-state={state}
      role="img"
      aria-label={label}
      title={label}
    >
      {ICONS[state]}
    </span>
  );
}
