/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReactNode } from 'react';
import styles from './Disclosure.module.css';

/** What stays folded until somebody asks for it. */
export function Disclosure(props: { summary: ReactNode; children: ReactNode }) {
  return (
    <details className={styles.details}>
      <summary>{props.summary}</summary>
      {props.children}
    </details>
  );
}
