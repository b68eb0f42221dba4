/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { CodeText } from '../CodeText';
import styles from './Prose.module.css';

/** Paragraphs, and code between fences, as rules write their help. */
export function Prose({ text }: { text: string }) {
  // Every second part stands between two fences.
  return (
    <>
      {text.split('```').map((part, index) =>
        index % 2 === 1 ? (
          <pre key={index} className={styles.code}>
            {part.replace(/^\w*\n/, '').trimEnd()}
          </pre>
        ) : (
          part
            .split(/\n{2,}/)
            .filter(paragraph => paragraph.trim() !== '')
            .map((paragraph, at) => (
              <p key={`${index}-${at}`} className={styles.paragraph}>
                <CodeText text={paragraph} />
              </p>
            ))
        ),
      )}
    </>
  );
}
