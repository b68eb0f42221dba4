/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReactNode } from 'react';
import styles from './FigureTable.module.css';

/** A wide table in a narrow place; the keyboard scrolls it, too. */
export function Scroller(props: { label: string; children: ReactNode }) {
  return (
    <div
      className={styles.scroller}
      role="group"
      aria-label={props.label}
      // What scrolls has to take the focus: WCAG 2.1.1.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {props.children}
    </div>
  );
}
