/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  RiCheckLine,
  RiCloseLine,
  RiForbid2Line,
  RiPlayLine,
  RiSkipForwardLine,
} from '@remixicon/react';
import { BuildStepState } from '@build-hygiene/engine';
import { useTranslation } from '../../translation';
import styles from './StepState.module.css';

const ICONS: Record<BuildStepState, React.ReactElement> = {
  cached: <RiCheckLine aria-hidden />,
  executed: <RiPlayLine aria-hidden />,
  failed: <RiCloseLine aria-hidden />,
  canceled: <RiForbid2Line aria-hidden />,
  skipped: <RiSkipForwardLine aria-hidden />,
};

/** What became of a step, as icon and word. */
export function StepState({ state }: { state: BuildStepState }) {
  const { t } = useTranslation();
  return (
    <span className={styles.state} data-state={state}>
      {ICONS[state]}
      {t(`builds.step.${state}`)}
    </span>
  );
}
