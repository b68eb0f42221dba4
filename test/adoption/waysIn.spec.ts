/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expect, test } from '@playwright/test';
import { servicePath } from '../browser/servicePage';
import { askAsGuest } from './askAsGuest';
import { enter } from './enter';
import { scannedServices } from './scannedServices';

test.beforeAll('the examples are scanned', async ({ request }) => {
  await scannedServices(request);
});

test('the form of the template picks fixes of a service', async ({ page }) => {
  await enter(page, '/create/templates/default/fix-build-hygiene');
  await page.getByRole('combobox', { name: /^Service/ }).fill('parcel');
  await page.getByRole('option', { name: /Parcel tracking/ }).click();

  const fixes = page.getByRole('group', { name: 'Fixes', exact: true });
  const first = fixes.getByRole('checkbox', {
    name: /^Download the modules before the sources are copied/,
  });
  await expect(first).toBeChecked();
  const score = page.getByRole('group', { name: /^The score goes from / });
  const all = await score.getAttribute('aria-label');
  await first.press('Space');
  await expect(score).not.toHaveAttribute('aria-label', all!);
  await expect(score).toHaveAttribute('aria-busy', 'false');
  await fixes.getByRole('button', { name: 'Show chosen changes' }).click();
  await expect(fixes.getByLabel('Change of .dockerignore')).toBeVisible();

  // The field checks what it holds: the examples are folders of this machine.
  await page.getByRole('button', { name: 'Review' }).click();
  await expect(
    page.getByText('A pull request needs a repository of a host.').nth(1),
  ).toBeVisible();
});

test('the catalog is filtered by grade', async ({ page }) => {
  const services = await scannedServices(page.request);
  const titles = services
    .filter(({ grade }) => grade === 'D')
    .map(({ title }) => title)
    .sort();
  expect(titles.length).toBeGreaterThan(0);
  expect(titles.length).toBeLessThan(services.length);

  // The catalog shows all there is to who owns nothing.
  await enter(page, '/');
  const expand = page.getByTestId('buildHygieneGrade-picker-expand');
  const option = page.getByRole('option', { name: `D (${titles.length})` });
  // The catalog labels entities when it processes them.
  await expect(async () => {
    await page.reload();
    await expect(expand).toBeVisible({ timeout: 5_000 });
    await expand.click();
    await expect(option).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 100_000 });
  await option.click();
  await page.keyboard.press('Escape');

  const rows = page.locator('table a[href^="/catalog/default/component/"]');
  await expect
    .poll(async () => (await rows.allInnerTexts()).sort())
    .toEqual(titles);
});

test('a service is found with its grade', async ({ page }) => {
  // The index is filled again and again, for the first time without grades.
  await expect(async () => {
    const { results } = await askAsGuest(
      page.request,
      '/api/search/query?term=parcel&types[0]=build-hygiene',
    );
    expect(JSON.stringify(results)).toMatch(/grade [CDF]/);
  }).toPass({ timeout: 60_000 });

  await enter(page, '/search?query=parcel');
  await page
    .getByRole('navigation', { name: 'filter by type' })
    .getByRole('button', { name: /^Build hygiene/ })
    .click();
  const result = page
    .getByRole('listitem')
    .filter({ hasText: /Build hygiene: grade [CDF]/ })
    .first();
  // Any result shows its text, ours its grade as well.
  await expect(
    result.getByRole('img', { name: /^Grade [CDF]$/ }),
  ).toBeVisible();
  await expect(result.getByRole('link')).toHaveAttribute(
    'href',
    /\/component\/parcel-tracking\/build-hygiene$/,
  );
});

test('the menu of a service asks for a scan', async ({ page }) => {
  await enter(page, servicePath('orders'));
  await page
    .getByRole('main')
    .getByRole('button', { name: 'More' })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Rescan build hygiene' }).click();

  await expect(page.getByText('A scan is queued')).toBeVisible();
});
