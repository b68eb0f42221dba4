/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { ButtonIcon, VisuallyHidden } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import styles from './Snippet.module.css';

/** Lines of a file, ready to copy. */
export function Snippet(props: {
  text: string;
  label: string;
  copyLabel: string;
  /** Said once it is copied. */
  copiedText: string;
}) {
  const { text, label, copyLabel, copiedText } = props;
  const [{ value }, copy] = useCopyToClipboard();
  const copied = value === text;
  return (
    <>
      <div className={styles.snippet}>
        <pre aria-label={label}>{text}</pre>
        <span className={styles.copy}>
          <ButtonIcon
            aria-label={copyLabel}
            size="small"
            variant="tertiary"
            icon={copied ? <RiCheckLine /> : <RiFileCopyLine />}
            onPress={() => copy(text)}
          />
        </span>
      </div>
      <VisuallyHidden role="status">{copied && copiedText}</VisuallyHidden>
    </>
  );
}
