/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expect, test } from '@playwright/test';
import { findViolations } from './findViolations';
import { openTab } from './servicePage';

test(
  'a check opens to its evidence and how to fix it',
  { tag: '@looks' },
  async ({ page }) => {
    await openTab(page, 'parcel-tracking');
    const checks = page.getByRole('region', { name: 'Checks' });
    const check = checks.getByRole('button', {
      name: 'Every source change downloads all modules again',
    });
    await expect(check).toHaveAttribute('aria-expanded', 'false');

    await check.click();

    await expect(check).toHaveAttribute('aria-expanded', 'true');
    const evidence = checks.getByRole('figure', { name: 'Dockerfile:4' });
    await expect(evidence).toContainText('RUN go build -o parcel-tracking .');
    await expect(
      checks.getByRole('heading', { name: 'How to fix it' }),
    ).toBeVisible();
    await expect(
      checks.getByText('go mod download', { exact: true }).first(),
    ).toBeVisible();
    expect(await findViolations(checks)).toEqual([]);
    // The address opens the same check for whoever it is sent to.
    await expect(page).toHaveURL(/check=cache%2Fdeps-before-source/);

    await check.click();

    await expect(evidence).toHaveCount(0);
  },
);

test('checks are filtered by state, and searched', async ({ page }) => {
  await openTab(page, 'parcel-tracking');
  const checks = page.getByRole('region', { name: 'Checks' });
  const rows = checks.getByRole('heading', { level: 3 });
  const failing = checks.getByRole('button', { name: /^Failing \d/ });
  await expect(failing).toHaveAttribute('aria-pressed', 'true');
  await expect(rows.filter({ hasText: 'security/root-user' })).toHaveCount(1);

  await checks.getByRole('button', { name: /^Passed \d/ }).click();

  await expect(rows.filter({ hasText: 'modules/sum-missing' })).toHaveCount(1);
  await expect(rows.filter({ hasText: 'security/root-user' })).toHaveCount(0);

  await checks.getByRole('button', { name: /^All \d/ }).click();
  await checks
    .getByRole('searchbox', { name: 'Search checks' })
    .fill('root-user');

  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('The image runs as root');
  await expect(
    checks.getByRole('status').filter({ hasText: /^1 check shown$/ }),
  ).toHaveCount(1);
});
