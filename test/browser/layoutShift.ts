/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Page } from '@playwright/test';

interface Observed {
  layoutShift: number;
}

/**
 * From the next page on: how much moved since it was opened, as Chromium adds
 * it up, the share of the view times how far. Below 0.1 is good
 * (https://web.dev/articles/cls).
 */
export async function observeLayoutShift(
  page: Page,
): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const observed = window as unknown as Observed;
    observed.layoutShift = 0;
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) {
        const { value } = entry as PerformanceEntry & { value: number };
        observed.layoutShift += value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as Observed).layoutShift);
}
