/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RiCheckLine } from '@remixicon/react';
import { Category, ReportedCheck } from '@build-hygiene/engine';
import { useTranslation } from '../../translation';
import styles from './CategoryBars.module.css';

export interface CategoryCount {
  category: Category;
  /** Checks that passed or failed. */
  rated: number;
  passed: number;
  open: number;
  urgent: boolean;
}

/** By category, those with most open checks first. */
export function countByCategory(
  checks: readonly ReportedCheck[],
): CategoryCount[] {
  const counts = new Map<Category, CategoryCount>();
  for (const check of checks) {
    const { category, state, severity } = check;
    if (state !== 'pass' && state !== 'fail' && state !== 'partial') {
      continue;
    }
    const count = counts.get(category) ?? {
      category,
      rated: 0,
      passed: 0,
      open: 0,
      urgent: false,
    };
    count.rated += 1;
    if (state === 'pass') {
      count.passed += 1;
    } else {
      count.open += 1;
      count.urgent ||= severity === 'critical' || severity === 'high';
    }
    counts.set(category, count);
  }
  return [...counts.values()].sort(
    (left, right) =>
      Number(right.urgent) - Number(left.urgent) || right.open - left.open,
  );
}

/** What passed and what is open of each category that has something open. */
export function CategoryBars({ checks }: { checks: ReportedCheck[] }) {
  const { t } = useTranslation();
  const counts = countByCategory(checks);
  const open = counts.filter(count => count.open > 0);
  const others = counts.length - open.length;
  return (
    <ul className={styles.bars} aria-label={t('card.categories')}>
      {open.map(count => {
        const name = t(`category.${count.category}`);
        return (
          <li key={count.category}>
            <span>{name}</span>
            <span
              className={styles.bar}
              role="img"
              aria-label={t('card.categoryLabel', {
                category: name,
                passed: String(count.passed),
                rated: String(count.rated),
              })}
            >
              {count.passed > 0 && (
                <span
                  className={styles.passed}
                  style={{ flexGrow: count.passed }}
                />
              )}
              <span
                className={styles.open}
                data-urgent={count.urgent || undefined}
                style={{ flexGrow: count.open }}
              />
            </span>
            <span className={styles.count}>
              {t('card.openShort', { count: count.open })}
            </span>
          </li>
        );
      })}
      {others > 0 && (
        <li className={styles.others}>
          <span>
            <RiCheckLine aria-hidden />
            {t('card.others', { count: others })}
          </span>
        </li>
      )}
    </ul>
  );
}
