/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useEffect, useRef, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { SearchField } from '@backstage/ui';
import { SearchChange } from '../../routes';
import { useTranslation } from '../../translation';
import styles from './ServicesTable.module.css';

/** Milliseconds that a keystroke waits for the next before it is a request. */
const PAUSE = 100;

/**
 * The search of the services. It keeps what is typed to itself until the
 * pause, so that a keystroke draws nothing else anew.
 */
export function ServiceSearch(props: {
  value: string;
  onChange: (change: SearchChange) => void;
}) {
  const { value, onChange } = props;
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const committed = useRef(value);
  useEffect(() => {
    // What was typed since its own commit stays.
    if (value !== committed.current) {
      committed.current = value;
      setText(value);
    }
  }, [value]);
  useDebounce(
    () => {
      if (text !== value) {
        committed.current = text;
        onChange({ q: text });
      }
    },
    PAUSE,
    [text, value],
  );
  return (
    <SearchField
      aria-label={t('services.search')}
      placeholder={t('services.search')}
      size="small"
      className={styles.search}
      value={text}
      onChange={setText}
    />
  );
}
