/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Grade } from '@build-hygiene/engine';
import { useTranslation } from '../../translation';
import { gradeTone } from './tones';
import styles from './GradeMark.module.css';

/** The grade's letter in a small square; a dash when there is no grade. */
export function GradeMark({ grade }: { grade?: Grade }) {
  const { t } = useTranslation();
  return (
    <span
      className={styles.mark}
      data-tone={gradeTone(grade)}
      role="img"
      aria-label={grade ? t('score.grade', { grade }) : t('score.notRated')}
    >
      {grade ?? '–'}
    </span>
  );
}
