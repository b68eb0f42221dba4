/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Card } from '@backstage/ui';
import { Tone } from '../Tone';
import styles from './Tile.module.css';

/** A figure with its sample; opens the services behind it. */
export function Tile(props: {
  name: string;
  value: string;
  note: string;
  href: string;
  tone?: Tone;
}) {
  const { name, value, note, href, tone = 'neutral' } = props;
  return (
    <li className={styles.item}>
      <Card href={href} label={`${name}: ${value}. ${note}`}>
        <div className={styles.tile}>
          <span className={styles.name}>{name}</span>
          <span className={styles.value} data-tone={tone}>
            {value}
          </span>
          <span className={styles.note}>{note}</span>
        </div>
      </Card>
    </li>
  );
}
