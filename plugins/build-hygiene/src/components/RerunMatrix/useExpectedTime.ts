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
    // Estimates are not good to a tenth of a second.
    const time = format.seconds(estimated ? Math.round(seconds) : seconds);
    return estimated ? t('matrix.timeValue', { time }) : time;
  };
}
