/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RiCheckLine, RiCloseLine, RiScissorsCutLine } from '@remixicon/react';
import { BuildOutcome } from '@build-hygiene/engine';
import { useTranslation } from '../../translation';
import { Chip, Tone } from '../Tone';

const LOOK: Record<BuildOutcome, { tone: Tone; icon: React.ReactElement }> = {
  success: { tone: 'positive', icon: <RiCheckLine aria-hidden /> },
  failure: { tone: 'negative', icon: <RiCloseLine aria-hidden /> },
  incomplete: { tone: 'neutral', icon: <RiScissorsCutLine aria-hidden /> },
};

export function OutcomeChip({ outcome }: { outcome: BuildOutcome }) {
  const { t } = useTranslation();
  const { tone, icon } = LOOK[outcome];
  return (
    <Chip tone={tone} icon={icon}>
      {t(`builds.outcome.${outcome}`)}
    </Chip>
  );
}
