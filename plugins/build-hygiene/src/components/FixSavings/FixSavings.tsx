/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Text } from '@backstage/ui';
import { FixSavings as Savings } from '@build-hygiene/engine';
import { useFormat } from '../../format';
import { useTranslation } from '../../translation';

/** What a fix saves of a build, where that is a second or more. */
export function FixSavings(props: { savings: Savings | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { savings } = props;
  const whole = Math.round(savings?.seconds ?? 0);
  if (!savings || whole < 1) {
    return null;
  }
  const isMeasured = savings.source === 'measured';
  const time = format.seconds(whole);
  return (
    <Text
      as="span"
      variant="body-small"
      color="secondary"
      title={isMeasured ? t('fix.savesMeasured') : t('fix.savesPublished')}
    >
      {isMeasured ? t('fix.saves', { time }) : t('fix.savesAbout', { time })}
    </Text>
  );
}
