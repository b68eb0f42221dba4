/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReactNode } from 'react';
import styles from './Tile.module.css';

/** Tiles side by side, as many in a row as there is room for. */
export function TileList(props: { label?: string; children: ReactNode }) {
  return (
    <ul className={styles.tiles} aria-label={props.label}>
      {props.children}
    </ul>
  );
}
