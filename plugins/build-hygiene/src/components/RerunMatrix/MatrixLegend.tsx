/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useTranslation } from '../../translation';
import { CellMark } from './CellMark';
import { CellLook } from './matrixModel';
import styles from './MatrixLegend.module.css';

const LOOKS: readonly CellLook[] = [
  'cached',
  'cheaper',
  'reruns',
  'follows',
  'not-kept',
];

/** What the looks mean; what only some builders do, where one does it. */
export function MatrixLegend(props: {
  notKept: boolean;
  /** Whether cells may be better than before the fixes. */
  improved?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <ul className={styles.legend} aria-label={t('matrix.legend.label')}>
      {LOOKS.filter(look => look !== 'not-kept' || props.notKept).map(look => (
        <li key={look}>
          <span className={styles.mark}>
            <CellMark look={look} />
          </span>
          <span>
            <strong>{t(`matrix.outcome.${look}`)}</strong>{' '}
            {t(`matrix.legend.${look}`)}
          </span>
        </li>
      ))}
      {props.improved && (
        <li>
          <span className={styles.mark}>
            <CellMark look="cached" improved />
          </span>
          <span>
            <strong>{t('matrix.fixes.improved')}</strong>{' '}
            {t('matrix.legend.improved')}
          </span>
        </li>
      )}
    </ul>
  );
}
