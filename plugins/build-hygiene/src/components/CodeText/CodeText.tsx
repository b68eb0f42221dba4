/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Fragment, ReactNode } from 'react';
import styles from './CodeText.module.css';

/** Flags such as `--mount` are long, and read better broken at a comma. */
function breakAtCommas(code: string): ReactNode[] {
  return code.split(/(?<=,)/).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}

/** Texts of rules and of the cache model name code in backticks. */
export function CodeText({ text }: { text: string }) {
  return (
    <>
      {text.split(/(`[^`]+`)/).map((part, index) =>
        part.length > 2 && part.startsWith('`') && part.endsWith('`') ? (
          <code key={index} className={styles.code}>
            {breakAtCommas(part.slice(1, -1))}
          </code>
        ) : (
          part
        ),
      )}
    </>
  );
}

/** The same without marks, for labels. */
export function plainText(text: string): string {
  return text.replace(/`([^`]+)`/g, '$1');
}
