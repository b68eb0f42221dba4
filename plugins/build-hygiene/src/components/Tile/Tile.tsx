/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Card } from '@backstage/ui';
import { Tone } from '../Tone';
import styles from './Tile.module.css';

/** A figure with what it is made of; with `href` it opens what is behind it. */
export function Tile(props: {
  name: string;
  value: string;
  note: string;
  /** How much the figure rests on. */
  sample?: string;
  href?: string;
  tone?: Tone;
}) {
  const { name, value, note, sample, href, tone = 'neutral' } = props;
  const label = `${name}: ${value}. ${[note, sample]
    .filter(Boolean)
    .join(', ')}`;
  const content = (
    // The link has said it.
    <div className={styles.tile} aria-hidden={href !== undefined || undefined}>
      <span className={styles.name}>{name}</span>
      <span className={styles.value} data-tone={tone}>
        {value}
      </span>
      <span className={styles.note}>{note}</span>
      {sample && <span className={styles.note}>{sample}</span>}
    </div>
  );
  return (
    <li className={styles.item}>
      {href === undefined ? (
        <Card className={styles.card}>{content}</Card>
      ) : (
        <Card className={styles.card} href={href} label={label}>
          {content}
        </Card>
      )}
    </li>
  );
}
