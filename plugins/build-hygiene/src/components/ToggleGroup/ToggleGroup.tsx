/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ToggleButtonGroup, ToggleButtonGroupProps } from '@backstage/ui';
import styles from './ToggleGroup.module.css';

/** Toggle buttons of which one is always chosen, in a frame. */
export function ToggleGroup(props: ToggleButtonGroupProps) {
  return (
    <div className={styles.frame}>
      <ToggleButtonGroup
        {...props}
        className={styles.group}
        selectionMode="single"
        disallowEmptySelection
      />
    </div>
  );
}
