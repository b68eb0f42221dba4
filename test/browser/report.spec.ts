/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expect, test } from '@playwright/test';
import { findViolations } from './findViolations';
import { signIn } from './signIn';

test('the tiles tell how all services do', async ({ page }) => {
  await signIn(page, '/build-hygiene');

  for (const name of [
    /^Median score: \d+\. over 11 rated services$/,
    /^Pass the gate: \d+%\. \d services fail$/,
    /^Open critical findings: \d+\. over all services$/,
    /^Mean cache hit rate: \d+%\. \d+ services, \d+ builds in 30 days$/,
    /^Without a score: 0\. every service is rated$/,
  ]) {
    await expect(page.getByRole('link', { name })).toBeVisible();
  }
  await expect(
    page
      .getByRole('region', { name: 'Rules that most services fail' })
      .getByRole('listitem')
      .filter({ hasText: 'cache/deps-before-source' }),
  ).toHaveCount(1);
});

test('each figure leads to the services behind it', async ({ page }) => {
  await signIn(page, '/build-hygiene');

  // The whole tile is the target; its link has no area of its own.
  await page.getByText('Open critical findings').click();

  await expect(page).toHaveURL(/\/services\?severity=critical$/);
  await expect(
    page.getByRole('row').filter({ hasText: 'Customs forms' }),
  ).toBeVisible();
  await expect(
    page.getByRole('row').filter({ hasText: 'Shipping rates' }),
  ).toHaveCount(0);

  await page.getByRole('tab', { name: 'Overview' }).click();
  await page
    .getByRole('region', { name: 'Rules that most services fail' })
    .getByRole('listitem')
    .filter({ hasText: 'cache/deps-before-source' })
    .getByRole('link')
    .click();

  await expect(page).toHaveURL(/\/services\?rule=cache/);
  await expect(
    page.getByRole('row').filter({ hasText: 'Parcel tracking' }),
  ).toBeVisible();
  await expect(
    page.getByRole('row').filter({ hasText: 'Shipping rates' }),
  ).toHaveCount(0);
});

test('the fleet leads to the services behind a value', async ({ page }) => {
  await signIn(page, '/build-hygiene/fleet');

  const images = page.getByRole('region', { name: 'Go image' });
  await expect(images).toContainText('10 services');
  await images
    .getByRole('listitem')
    .filter({ hasText: 'No fixes since' })
    .getByRole('link')
    .click();

  await expect(page).toHaveURL(/\/services\?fleet=go-image/);
  await expect(page.getByText(/^Go image: 1\./).first()).toBeVisible();
});

test(
  'the filtered list is saved as a table',
  { tag: '@looks' },
  async ({ page }) => {
    await signIn(page, '/build-hygiene/services?severity=critical');

    await page.getByRole('button', { name: 'Export the list' }).click();
    expect(await findViolations(page.getByRole('menu'))).toEqual([]);
    const download = page.waitForEvent('download');
    await page
      .getByRole('menuitem', { name: 'As CSV, for spreadsheets' })
      .click();

    expect((await download).suggestedFilename()).toBe(
      'build-hygiene-services.csv',
    );
  },
);
