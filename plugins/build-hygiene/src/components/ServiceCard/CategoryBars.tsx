/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Category, ReportedCheck } from '@build-hygiene/engine';
import { useTranslation } from '../../translation';
import { Meter } from '../Meter';
import { Tone } from '../Tone';
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

function toneOf({ open, urgent }: CategoryCount): Tone {
  if (open === 0) {
    return 'positive';
  }
  return urgent ? 'negative' : 'warning';
}

export function CategoryBars({ checks }: { checks: ReportedCheck[] }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.bars} aria-label={t('card.categories')}>
      {countByCategory(checks).map(count => {
        const name = t(`category.${count.category}`);
        return (
          <li key={count.category}>
            <span className={styles.name}>{name}</span>
            <Meter
              share={count.passed / count.rated}
              tone={toneOf(count)}
              label={t('card.categoryLabel', {
                category: name,
                passed: String(count.passed),
                rated: String(count.rated),
              })}
            />
            <span
              className={styles.count}
              data-open={count.open > 0 || undefined}
            >
              {count.open === 0
                ? t('card.allPassed')
                : t('card.openShort', { count: count.open })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
