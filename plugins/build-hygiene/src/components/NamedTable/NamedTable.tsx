/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useEffect, useRef } from 'react';
import { Table, TableItem, TableProps } from '@backstage/ui';
import styles from './NamedTable.module.css';

/**
 * A table that says what it lists. The one of Backstage UI is "Data table" in
 * every language, and takes no other name.
 */
export function NamedTable<T extends TableItem>(
  props: TableProps<T> & { label: string },
) {
  const { label, ...table } = props;
  const ref = useRef<HTMLDivElement>(null);
  // After each time it is drawn: the first may have been of placeholders.
  useEffect(() => {
    ref.current
      ?.querySelector('[role="grid"]')
      ?.setAttribute('aria-label', label);
  });
  return (
    <div ref={ref} className={styles.table}>
      <Table {...table} />
    </div>
  );
}
