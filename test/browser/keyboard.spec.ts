/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expect, Locator, test } from '@playwright/test';

/** Presses Tab until the focus is there, as someone without a mouse does. */
async function tabTo(target: Locator) {
  const page = target.page();
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 120; presses++) {
    if (await target.evaluate(element => element === document.activeElement)) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

test('from the sign-in to a check and a build without a mouse', async ({
  page,
}) => {
  await page.goto('/');
  await tabTo(page.getByRole('button', { name: 'Enter' }));
  await page.keyboard.press('Enter');

  await tabTo(page.getByRole('tab', { name: 'Overview' }));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Services' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/build-hygiene\/services$/);

  // The table is one stop; arrows move between its rows.
  const first = page.getByRole('row', { name: /^Customs forms/ });
  await expect(first).toBeVisible();
  await tabTo(first);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/component\/customs-forms\/build-hygiene$/);

  // So is the matrix.
  const cells = page
    .getByRole('grid', { name: /^Steps of / })
    .locator('[role=gridcell][tabindex="0"]');
  await tabTo(cells);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('tooltip')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tooltip')).toHaveCount(0);

  const check = page
    .getByRole('region', { name: 'Checks' })
    .getByRole('button', { name: 'The build leaves credentials' });
  await tabTo(check);
  await page.keyboard.press('Enter');
  await expect(check).toHaveAttribute('aria-expanded', 'true');
  await expect(check).toBeFocused();

  const builds = page.getByRole('region', { name: 'Builds' });
  const build = builds.getByRole('button', { name: /^Build of / }).first();
  await tabTo(build);
  await page.keyboard.press('Space');
  await expect(build).toHaveAttribute('aria-expanded', 'true');
  await expect(build).toBeFocused();
  await expect(
    builds.getByRole('heading', { name: /^Stage build/ }),
  ).toBeVisible();
});
