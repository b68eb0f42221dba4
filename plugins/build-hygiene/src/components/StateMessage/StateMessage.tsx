/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReactElement, ReactNode } from 'react';
import { Text } from '@backstage/ui';
import { Tone } from '../Tone';
import styles from './StateMessage.module.css';

/** What a place shows when it has nothing to show: why, and what to do. */
export function StateMessage(props: {
  icon: ReactElement;
  tone?: Tone;
  title: string;
  description?: ReactNode;
  action?: ReactNode;
  compact?: boolean;
  headingLevel?: 'h2' | 'h3' | 'h4';
}) {
  const { icon, tone = 'neutral', title, description, action, compact } = props;
  return (
    <div className={styles.root} data-compact={compact || undefined}>
      <span className={styles.icon} data-tone={tone} aria-hidden>
        {icon}
      </span>
      <div className={styles.words}>
        <Text
          as={props.headingLevel ?? 'h3'}
          variant={compact ? 'body-medium' : 'body-large'}
          weight="bold"
        >
          {title}
        </Text>
        {description && (
          <Text as="div" variant="body-medium" color="secondary">
            {description}
          </Text>
        )}
        {action && <div className={styles.action}>{action}</div>}
      </div>
    </div>
  );
}
