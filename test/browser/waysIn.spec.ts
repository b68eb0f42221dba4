/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expect, Locator, Page, test } from '@playwright/test';
import { findViolations } from './findViolations';
import { openTab, servicePath } from './servicePage';
import { signIn } from './signIn';

/** Tab goes round in a dialog, and Escape gives the focus back. */
async function keepsFocus(page: Page, dialog: Locator, opener: Locator) {
  await expect(dialog).toBeVisible();
  for (let presses = 0; presses < 12; presses++) {
    await page.keyboard.press('Tab');
    await expect(dialog.locator(':focus')).toHaveCount(1);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();
}

test(
  'the badge is found and copied without a mouse',
  { tag: '@looks' },
  async ({ page }) => {
    await openTab(page, 'orders');
    const menu = page.getByRole('button', { name: 'More of this service' });
    await menu.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem')).toHaveText([
      'Download report as SARIF',
      'Download report as Markdown',
      'Badge…',
    ]);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');

    const dialog = page.getByRole('dialog', { name: 'Badge' });
    const picture = dialog.getByRole('img', { name: 'The badge of orders' });
    await expect(picture).toBeVisible();
    await expect
      .poll(() =>
        picture.evaluate((image: HTMLImageElement) => image.naturalWidth),
      )
      .toBeGreaterThan(0);
    await expect(dialog).toContainText(
      '/api/build-hygiene/badge/component/default/orders.svg',
    );
    expect(await findViolations(dialog)).toEqual([]);
    await keepsFocus(page, dialog, menu);
  },
);

test('the dialog of a waiver keeps the focus and gives it back', async ({
  page,
}) => {
  await openTab(page, 'parcel-tracking');
  const checks = page.getByRole('region', { name: 'Checks' });
  const check = checks
    .getByRole('button', { name: 'downloads all modules again' })
    .first();
  await check.focus();
  await page.keyboard.press('Enter');
  const waive = checks.getByRole('button', { name: 'Waive…' });
  await waive.focus();
  await page.keyboard.press('Enter');

  await keepsFocus(
    page,
    page.getByRole('dialog', { name: 'Waive a check' }),
    waive,
  );
});

test('the menu of an entity asks for a scan', async ({ page }) => {
  await signIn(page, servicePath('orders'));
  await page
    .getByRole('main')
    .getByRole('button', { name: 'More' })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Rescan build hygiene' }).click();

  await expect(page.getByText('A scan is queued')).toBeVisible();
});

test('the table of services is sorted without a mouse', async ({ page }) => {
  await signIn(page, '/build-hygiene/services');
  const column = page.getByRole('columnheader', { name: /^Service/ });
  await expect(column).toBeVisible();
  await column.focus();
  await page.keyboard.press('Enter');

  await expect(page).toHaveURL(/sort=name/);
  await expect(column).toHaveAttribute('aria-sort', /ascending|descending/);
  const names = page.getByRole('grid').getByRole('rowheader');
  await expect(names).toHaveCount(11);
});

test('a chart is read as a table', async ({ page }) => {
  await signIn(page, '/build-hygiene/builds');
  const figure = page.getByRole('figure', { name: 'Build time' });
  const summary = figure.getByText('As a table');
  await summary.focus();
  await page.keyboard.press('Enter');

  const table = figure.getByRole('table', { name: 'Build time' });
  await expect(table.getByRole('columnheader')).toHaveCount(5);
  expect(await table.getByRole('row').count()).toBeGreaterThan(2);
});

test('search shows grades', { tag: '@looks' }, async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signIn(page, '/search?query=customs&types[]=build-hygiene');

  const result = page
    .getByRole('listitem')
    .filter({ hasText: 'Build hygiene: grade' })
    .first();
  await expect(result.getByRole('link')).toHaveAttribute(
    'href',
    /\/component\/customs-forms\/build-hygiene$/,
  );
  // The item around it is the search page's own.
  const own = result.getByText('Build hygiene: grade').locator('xpath=../..');
  expect(await findViolations(own)).toEqual([]);
});
