/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expect, test } from '@playwright/test';
import { chooseTheme } from './chooseTheme';
import { findViolations } from './findViolations';
import { servicePath } from './servicePage';
import { signIn } from './signIn';

const themes = [
  { theme: 'Light', mode: 'light' },
  { theme: 'Dark', mode: 'dark' },
] as const;

for (const { theme, mode } of themes) {
  test.describe(`${mode} theme`, () => {
    test.beforeEach(async ({ page }) => {
      // What the other theme leaves behind would show.
      await page.emulateMedia({
        colorScheme: mode === 'dark' ? 'light' : 'dark',
        reducedMotion: 'reduce',
      });
      await signIn(page, '/settings');
      await chooseTheme(page, theme);
    });

    test('the service page is readable', async ({ page }) => {
      await page.goto(`${servicePath('parcel-tracking')}/build-hygiene`);
      const checks = page.getByRole('region', { name: 'Checks' });
      await expect(page.locator('body')).toHaveAttribute(
        'data-theme-mode',
        mode,
      );
      await checks
        .getByRole('button', { name: 'downloads all modules again' })
        .click();
      await expect(
        checks.getByRole('figure', { name: 'Dockerfile:4' }),
      ).toBeVisible();
      const builds = page.getByRole('region', { name: 'Builds' });
      await builds
        .getByRole('row')
        .filter({ hasText: 'Failed' })
        .first()
        .getByRole('button', { name: /^Build of / })
        .click();
      await expect(
        builds.getByRole('region', { name: 'Why the build failed' }),
      ).toBeVisible();

      await page.getByRole('button', { name: 'Show all changes' }).click();

      for (const name of [
        'Score and gate',
        'Fix plan',
        'What re-runs when you change…',
        'Checks',
        'Builds',
      ]) {
        const part = page.getByRole('region', { name, exact: true });
        expect.soft(await findViolations(part), name).toEqual([]);
      }
    });

    test('the row under the mouse is readable', async ({ page }) => {
      await page.goto('/build-hygiene/services');
      const row = page.getByRole('row').filter({ hasText: 'Address book' });
      await row.hover();
      expect(await findViolations(row)).toEqual([]);
    });
  });
}

test('the dark theme is dark, the light one light', async ({ page }) => {
  await signIn(page, '/settings');
  const background = () =>
    page
      .locator('body')
      .evaluate(body => getComputedStyle(body).backgroundColor.match(/\d+/g));
  const brightness = async () =>
    Math.max(...((await background()) ?? []).slice(0, 3).map(Number));

  await chooseTheme(page, 'Dark');
  await expect.poll(brightness).toBeLessThan(80);

  await chooseTheme(page, 'Light');
  await expect.poll(brightness).toBeGreaterThan(230);
});
