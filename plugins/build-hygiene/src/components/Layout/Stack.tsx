/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReactNode } from 'react';
import { useTranslation } from '../../translation';
import styles from './Layout.module.css';

/** The parts of a page below each other. */
export function Stack(props: {
  children: ReactNode;
  /** These are placeholders. */
  isLoading?: boolean;
  /** These are about to change. */
  isStale?: boolean;
}) {
  const { children, isLoading, isStale } = props;
  const { t } = useTranslation();
  return (
    <div
      className={styles.stack}
      aria-busy={isStale || undefined}
      {...(isLoading && { role: 'status', 'aria-label': t('loading') })}
    >
      {children}
    </div>
  );
}
