/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useFormat } from '../../format';
import { useTranslation } from '../../translation';
import { MatrixView } from './matrixView';

/** Seconds in words, marked where they are estimated: `≈ 45 sec`. */
export function useExpectedTime({
  estimated,
}: MatrixView): (seconds: number) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return seconds => {
    // Expectations are not good to a tenth of a second.
    const whole = Math.round(seconds);
    if (whole === 0) {
      return seconds === 0
        ? format.seconds(0)
        : t('matrix.timeBelow', { time: format.seconds(1) });
    }
    const time = format.seconds(whole);
    return estimated ? t('matrix.timeValue', { time }) : time;
  };
}
