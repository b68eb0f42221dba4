/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReactElement } from 'react';
import {
  RiArrowDownSLine,
  RiCheckLine,
  RiEraserLine,
  RiFlashlightFill,
  RiRestartLine,
} from '@remixicon/react';
import { CellLook } from './matrixModel';
import styles from './CellMark.module.css';

const ICONS: Record<CellLook, ReactElement> = {
  cached: <RiCheckLine />,
  cheaper: <RiFlashlightFill />,
  reruns: <RiRestartLine />,
  follows: <RiArrowDownSLine />,
  'not-kept': <RiEraserLine />,
};

/**
 * The picture of one cell. Shape, icon and colour each tell the looks apart: a
 * bare tick, a hatched tile with a flash, a full tile, a pale one, a framed
 * one. A bar starts where the cause is and runs down through what follows.
 */
export function CellMark(props: {
  look: CellLook;
  joinsAbove?: boolean;
  joinsBelow?: boolean;
  /** Framed: less is done than before the fixes. */
  improved?: boolean;
}) {
  const { look, joinsAbove, joinsBelow, improved } = props;
  return (
    <span
      className={styles.mark}
      data-look={look}
      data-improved={improved || undefined}
      data-joins-above={joinsAbove || undefined}
      data-joins-below={joinsBelow || undefined}
      aria-hidden
    >
      {ICONS[look]}
    </span>
  );
}
