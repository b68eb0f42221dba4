/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expect, Page, test } from '@playwright/test';
import { findViolations } from './findViolations';
import { openTab } from './servicePage';

const reason = 'The demo shows what a waiver does';

async function openCheck(page: Page, rule: string) {
  const checks = page.getByRole('region', { name: 'Checks' });
  await checks.getByRole('button', { name: /^All \d/ }).click();
  await checks.getByRole('searchbox', { name: 'Search checks' }).fill(rule);
  await expect(checks.getByRole('heading', { level: 3 })).toHaveCount(1);
  await checks
    .getByRole('heading', { level: 3 })
    .getByRole('button', { name: rule })
    .click();
  return checks;
}

async function fillDialog(page: Page, submit: string) {
  const dialog = page.getByRole('dialog', { name: 'Waive a check' });
  await dialog.getByRole('textbox', { name: /^Reason/ }).fill(reason);
  await expect(dialog.getByText(/^90 days, until /).first()).toBeVisible();
  expect(await findViolations(dialog)).toEqual([]);
  await dialog.getByRole('button', { name: submit, exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

test(
  'a medium check is waived at once, and counts again when that is withdrawn',
  { tag: '@looks' },
  async ({ page }) => {
    await openTab(page, 'parcel-tracking');
    const score = page
      .getByRole('region', { name: 'Score and gate' })
      .getByRole('img', { name: /^Score \d+ of 100/ });
    const before = (await score.getAttribute('aria-label')) ?? '';
    const checks = await openCheck(page, 'context/dockerignore-missing');

    await checks.getByRole('button', { name: 'Waive…' }).click();
    await fillDialog(page, 'Waive');

    await expect(checks.getByText(/^Waived until .* by guest:$/)).toBeVisible();
    await expect(checks.getByText(reason)).toBeVisible();
    await expect(checks.getByRole('button', { name: 'Waived 1' })).toBeVisible({
      timeout: 45_000,
    });
    await expect(score).not.toHaveAccessibleName(before);
    expect(await findViolations(checks)).toEqual([]);

    await checks.getByRole('button', { name: /^Withdraw: / }).click();

    await expect(checks.getByRole('button', { name: 'Waive…' })).toBeVisible({
      timeout: 45_000,
    });
    await expect(score).toHaveAccessibleName(before, { timeout: 45_000 });
  },
);

test(
  'a high check waits for somebody else, and the report lists it',
  { tag: '@looks' },
  async ({ page }) => {
    await openTab(page, 'parcel-tracking');
    const checks = await openCheck(page, 'image/toolchain-in-runtime');
    await checks.getByRole('button', { name: 'Waive…' }).click();
    await expect(page.getByRole('dialog')).toContainText(
      'somebody else has to approve the waiver',
    );

    await fillDialog(page, 'Ask for approval');

    await expect(checks.getByText('Waiver waits for approval')).toBeVisible();
    await expect(checks.getByRole('button', { name: 'Approve' })).toHaveCount(
      0,
    );

    await page.goto('/build-hygiene/waivers');
    const pending = page.getByRole('region', { name: /^Waiting for approval/ });
    await expect(
      pending.getByRole('grid', { name: /^Waiting for approval/ }),
    ).toBeVisible();
    const row = pending
      .getByRole('row')
      .filter({ hasText: 'image/toolchain-in-runtime' });
    await expect(row).toContainText(reason);
    await expect(row).toContainText('guest');
    expect(await findViolations(page.getByRole('main').last())).toEqual([]);

    await row.getByRole('button', { name: 'Withdraw' }).click();

    await expect(pending).toHaveCount(0);
    await expect(
      page
        .getByRole('region', { name: /^Ended/ })
        .getByRole('row')
        .filter({ hasText: 'image/toolchain-in-runtime' })
        .first(),
    ).toContainText('Withdrawn');
  },
);
