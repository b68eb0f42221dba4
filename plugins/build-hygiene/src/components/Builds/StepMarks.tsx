/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildStep } from '@build-hygiene/engine';
import { BuildDetail } from '@build-hygiene/plugin-build-hygiene-common';
import { RiFlagLine, RiHardDrive3Line } from '@remixicon/react';
import { useTranslation } from '../../translation';
import { Chip } from '../Tone';

/** What is worth a word of a step: the first miss, its cache mount. */
export function StepMarks(props: {
  step: BuildStep;
  measures: BuildDetail['measures'];
}) {
  const { step, measures } = props;
  const { t } = useTranslation();
  const miss = measures?.firstMisses.find(one => one.step === step.id);
  const mount = measures?.mounts.find(one => one.step === step.id);
  return (
    <>
      {miss && (
        <Chip
          tone="warning"
          icon={<RiFlagLine aria-hidden />}
          title={t(`comparison.miss.${miss.reason}`)}
        >
          {t('steps.miss')}
        </Chip>
      )}
      {mount && (
        <Chip
          tone={mount.state === 'warm' ? 'positive' : 'neutral'}
          icon={<RiHardDrive3Line aria-hidden />}
          title={t(`steps.confidence.${mount.confidence}`)}
        >
          {t(`mount.${mount.state}`)}
        </Chip>
      )}
    </>
  );
}
