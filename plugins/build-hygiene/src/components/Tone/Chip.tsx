/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReactElement, ReactNode } from 'react';
import { Tone } from './tones';
import styles from './Chip.module.css';

/** A word in a coloured frame: severity, state, outcome. */
export function Chip(props: {
  tone: Tone;
  icon?: ReactElement;
  strong?: boolean;
  title?: string;
  children: ReactNode;
}) {
  const { tone, icon, strong, title, children } = props;
  return (
    <span
      className={styles.chip}
      data-tone={tone}
      data-strong={strong || undefined}
      title={title}
    >
      {icon}
      {children}
    </span>
  );
}
