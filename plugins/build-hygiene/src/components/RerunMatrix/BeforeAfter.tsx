/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { RiArrowRightLine } from '@remixicon/react';
import { VisuallyHidden } from '@backstage/ui';
import { useTranslation } from '../../translation';
import styles from './BeforeAfter.module.css';

/** A figure, with what it was where that is known and something else. */
export function BeforeAfter(props: { before?: string; after: string }) {
  const { before, after } = props;
  const { t } = useTranslation();
  if (before === undefined || before === after) {
    return <>{after}</>;
  }
  return (
    <span className={styles.figure}>
      <span className={styles.before} aria-hidden>
        {before}
      </span>
      <RiArrowRightLine className={styles.arrow} aria-hidden />
      <span className={styles.after} aria-hidden>
        {after}
      </span>
      <VisuallyHidden>
        {t('matrix.fixes.figure', { before, after })}
      </VisuallyHidden>
    </span>
  );
}
