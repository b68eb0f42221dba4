/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useTranslation } from '../../translation';
import { CellMark } from './CellMark';
import styles from './MatrixLegend.module.css';

export function MatrixLegend() {
  const { t } = useTranslation();
  const entries = [
    { key: 'cached', mark: <CellMark outcome="cached" /> },
    { key: 'cheaper', mark: <CellMark outcome="cheaper" /> },
    { key: 'reruns', mark: <CellMark outcome="reruns" /> },
    { key: 'follows', mark: <CellMark outcome="reruns" follows /> },
  ] as const;
  return (
    <ul className={styles.legend} aria-label={t('matrix.legend.label')}>
      {entries.map(({ key, mark }) => (
        <li key={key}>
          <span className={styles.mark}>{mark}</span>
          <span>
            <strong>{t(`matrix.outcome.${key}`)}</strong>{' '}
            {t(`matrix.legend.${key}`)}
          </span>
        </li>
      ))}
    </ul>
  );
}
