/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useTranslation } from '../../translation';
import styles from './SourceExcerpt.module.css';

/** Source lines with their numbers, as evidence. */
export function SourceExcerpt(props: {
  path: string;
  line: number;
  text: string;
  href?: string;
}) {
  const { path, line, text, href } = props;
  const { t } = useTranslation();
  const lines = text.replace(/\n$/, '').split('\n');
  const place = `${path}:${line}`;
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        {href ? (
          <a href={href} target="_blank" rel="noopener noreferrer">
            {place}
          </a>
        ) : (
          place
        )}
      </figcaption>
      <pre
        className={styles.code}
        aria-label={t('checks.excerptLabel', { place })}
      >
        {lines.map((content, index) => (
          <span className={styles.line} key={index}>
            <span className={styles.number} aria-hidden>
              {line + index}
            </span>
            <code>{content || ' '}</code>
          </span>
        ))}
      </pre>
    </figure>
  );
}
