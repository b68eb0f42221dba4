/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  RiArrowDownSLine,
  RiCheckLine,
  RiFlashlightFill,
  RiRestartLine,
} from '@remixicon/react';
import { MatrixCell } from '@build-hygiene/engine';
import styles from './CellMark.module.css';

/**
 * The picture of one cell. Shape, icon and colour each tell the outcomes
 * apart: a bare tick, a hatched tile with a flash, a full tile. A bar starts
 * where the cause is and runs down through what follows from it.
 */
export function CellMark(props: {
  outcome: MatrixCell['outcome'];
  follows?: boolean;
  joinsAbove?: boolean;
  joinsBelow?: boolean;
}) {
  const { outcome, follows, joinsAbove, joinsBelow } = props;
  return (
    <span
      className={styles.mark}
      data-outcome={outcome}
      data-follows={follows || undefined}
      data-joins-above={joinsAbove || undefined}
      data-joins-below={joinsBelow || undefined}
      aria-hidden
    >
      <CellIcon outcome={outcome} follows={follows} />
    </span>
  );
}

function CellIcon(props: {
  outcome: MatrixCell['outcome'];
  follows?: boolean;
}) {
  switch (props.outcome) {
    case 'cached':
      return <RiCheckLine />;
    case 'cheaper':
      return <RiFlashlightFill />;
    case 'reruns':
      return props.follows ? <RiArrowDownSLine /> : <RiRestartLine />;
    default:
      return props.outcome satisfies never;
  }
}
