/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useMemo } from 'react';
import { parsePatch, StructuredPatch } from 'diff';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { ButtonIcon, VisuallyHidden } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useTranslation } from '../../translation';
import styles from './DiffView.module.css';

const kinds: Record<string, 'added' | 'removed' | undefined> = {
  '+': 'added',
  '-': 'removed',
};

/** The path of a file after a patch, without what git puts before it. */
function pathOf({ newFileName = '' }: StructuredPatch): string {
  return newFileName.replace(/^b\//, '');
}

/** A unified diff, file by file, ready to copy. */
export function DiffView(props: { diff: string }) {
  const { diff } = props;
  const { t } = useTranslation();
  const [{ value }, copy] = useCopyToClipboard();
  const files = useMemo(() => parsePatch(diff), [diff]);
  const copied = value === diff;
  return (
    <div className={styles.root}>
      <span className={styles.copy}>
        <ButtonIcon
          aria-label={t('fix.copy')}
          size="small"
          variant="tertiary"
          icon={copied ? <RiCheckLine /> : <RiFileCopyLine />}
          onPress={() => copy(diff)}
        />
      </span>
      {files.map(file => (
        <figure className={styles.file} key={pathOf(file)}>
          <figcaption className={styles.caption}>{pathOf(file)}</figcaption>
          <pre
            className={styles.code}
            aria-label={t('fix.diffLabel', { path: pathOf(file) })}
          >
            {file.hunks.map((hunk, index) => (
              <span className={styles.hunk} key={index}>
                {numberLines(hunk).map(({ mark, number, text }, position) => (
                  <span
                    className={styles.line}
                    data-kind={kinds[mark]}
                    key={position}
                  >
                    <span className={styles.number} aria-hidden>
                      {number}
                    </span>
                    <span className={styles.mark}>{mark}</span>
                    <code>{text || ' '}</code>
                  </span>
                ))}
              </span>
            ))}
          </pre>
        </figure>
      ))}
      <VisuallyHidden role="status">{copied && t('fix.copied')}</VisuallyHidden>
    </div>
  );
}

interface DiffLine {
  mark: string;
  /** Of the file before for a line that goes, else of the file after. */
  number: number;
  text: string;
}

function numberLines({
  oldStart,
  newStart,
  lines,
}: StructuredPatch['hunks'][number]): DiffLine[] {
  let before = oldStart;
  let after = newStart;
  return lines
    .filter(line => !line.startsWith('\\'))
    .map(line => {
      const mark = line.slice(0, 1);
      const number = mark === '-' ? before : after;
      before += mark === '+' ? 0 : 1;
      after += mark === '-' ? 0 : 1;
      return { mark, number, text: line.slice(1) };
    });
}
