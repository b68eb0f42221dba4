/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Button } from '@backstage/ui';
import { useTranslation } from '../../translation';
import styles from './Pager.module.css';

/** Turns the pages of a list; not there where all of it is on one page. */
export function Pager(props: {
  /** What is turned, for those who do not see what stands above. */
  label: string;
  /** Which page this is, where that is known. */
  place?: string;
  /** Undefined on the first page. */
  onPrevious: (() => void) | undefined;
  /** Undefined on the last page. */
  onNext: (() => void) | undefined;
}) {
  const { label, place, onPrevious, onNext } = props;
  const { t } = useTranslation();
  if (!onPrevious && !onNext) {
    return null;
  }
  return (
    <nav className={styles.pager} aria-label={label}>
      {place && <span className={styles.place}>{place}</span>}
      <Button
        size="small"
        variant="secondary"
        isDisabled={!onPrevious}
        onPress={onPrevious}
      >
        {t('action.previousPage')}
      </Button>
      <Button
        size="small"
        variant="secondary"
        isDisabled={!onNext}
        onPress={onNext}
      >
        {t('action.nextPage')}
      </Button>
    </nav>
  );
}
