/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReactNode, useId } from 'react';
import { Card, Text } from '@backstage/ui';
import styles from './Section.module.css';

/** One part of a page: a card with heading, an explaining line, and actions. */
export function Section(props: {
  title: string;
  explanation?: ReactNode;
  actions?: ReactNode;
  id?: string;
  children: ReactNode;
}) {
  const { title, explanation, actions, id, children } = props;
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} id={id} className={styles.section}>
      <Card className={styles.card}>
        <div className={styles.head}>
          <div className={styles.words}>
            <Text
              as="h2"
              id={headingId}
              className={styles.title}
              variant="title-x-small"
              weight="bold"
            >
              {title}
            </Text>
            {explanation && (
              <Text as="p" variant="body-medium" color="secondary">
                {explanation}
              </Text>
            )}
          </div>
          {actions && <div className={styles.actions}>{actions}</div>}
        </div>
        {children}
      </Card>
    </section>
  );
}
