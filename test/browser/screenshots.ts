/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expect, Locator, Page, test } from '@playwright/test';
import { resolve } from 'node:path';
import { askForWaivers } from './askForWaivers';
import { chooseTheme } from './chooseTheme';
import { servicePath } from './servicePage';
import { signIn } from './signIn';

// What fades in has faded in.
const still = { animations: 'disabled' } as const;

const images = resolve(__dirname, '../../docs/images');

/** From the top of one element to the bottom of another. */
async function shootSpan(page: Page, from: Locator, to: Locator, path: string) {
  const first = await from.boundingBox();
  const last = await to.boundingBox();
  if (!first || !last) {
    throw new Error(`Nothing to see for ${path}`);
  }
  const height = last.y + last.height - first.y;
  await page.screenshot({ path, clip: { ...first, height }, ...still });
}

async function openServiceTab(page: Page, name: string) {
  await page.goto(`${servicePath(name)}/build-hygiene`);
  await expect(page.getByRole('table', { name: /^Builds/ })).toBeVisible();
  await expect(
    page.getByRole('figure', { name: /^Cache hit rates/ }),
  ).toBeVisible();
}

for (const theme of ['Light', 'Dark'] as const) {
  test(`pictures in the ${theme.toLowerCase()} theme`, async ({ page }) => {
    const pathOf = (name: string) =>
      resolve(images, `${name}-${theme.toLowerCase()}.png`);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await signIn(page, '/settings');
    await chooseTheme(page, theme);

    await test.step('report', async () => {
      await page.setViewportSize({ width: 1280, height: 860 });
      await page.goto('/build-hygiene');
      await expect(
        page.getByText('Every source change downloads all modules again'),
      ).toBeVisible();
      await page.screenshot({ path: pathOf('report'), ...still });
    });

    await test.step('services', async () => {
      await page.setViewportSize({ width: 1280, height: 860 });
      await page.goto('/build-hygiene/services');
      await expect(page.getByRole('grid').getByRole('rowheader')).toHaveCount(
        11,
      );
      await page.screenshot({ path: pathOf('services'), ...still });
    });

    await test.step('rules', async () => {
      await page.setViewportSize({ width: 1280, height: 860 });
      await page.goto('/build-hygiene/rules');
      await expect(page.getByText('cache/deps-before-source')).toBeVisible();
      await page.screenshot({ path: pathOf('rules'), ...still });
    });

    await test.step('fleet', async () => {
      await page.setViewportSize({ width: 1280, height: 1130 });
      await page.goto('/build-hygiene/fleet');
      await expect(
        page.getByRole('region', { name: 'Go image' }),
      ).toBeVisible();
      await page.screenshot({ path: pathOf('fleet'), ...still });
    });

    await test.step('builds of all services', async () => {
      await page.setViewportSize({ width: 1280, height: 1400 });
      await page.goto('/build-hygiene/builds');
      await expect(
        page.getByRole('figure', { name: 'Build time' }),
      ).toBeVisible();
      await page.screenshot({ path: pathOf('buildsReport'), ...still });
    });

    await test.step('card', async () => {
      await page.setViewportSize({ width: 1280, height: 1300 });
      await page.goto(servicePath('parcel-tracking'));
      const card = page
        .getByRole('article')
        .filter({ has: page.getByRole('heading', { name: 'Build hygiene' }) });
      await expect(card.getByRole('img', { name: /^Score/ })).toBeVisible();
      await card.screenshot({ path: pathOf('card'), ...still });
    });

    await test.step('tab', async () => {
      await page.setViewportSize({ width: 1280, height: 1130 });
      await openServiceTab(page, 'billing');
      await page.screenshot({ path: pathOf('tab'), ...still });
    });

    await test.step('fixes', async () => {
      await page.setViewportSize({ width: 1280, height: 1130 });
      await openServiceTab(page, 'parcel-tracking');
      const plan = page.getByRole('region', { name: 'Fix plan' });
      await plan.getByRole('button', { name: 'Show all changes' }).click();
      await plan.screenshot({ path: pathOf('fixes'), ...still });
    });

    await test.step('matrix', async () => {
      await openServiceTab(page, 'shipping-rates');
      const matrix = page.getByRole('region', { name: /^What re-runs/ });
      await matrix.screenshot({ path: pathOf('matrix'), ...still });
    });

    await test.step('checks', async () => {
      await openServiceTab(page, 'customs-forms');
      const checks = page.getByRole('region', { name: 'Checks' });
      await checks
        .getByRole('button', { name: 'The build leaves credentials' })
        .click();
      await expect(
        checks.getByRole('heading', { name: 'How to fix it' }),
      ).toBeVisible();
      await checks.screenshot({ path: pathOf('checks'), ...still });
    });

    await test.step('builds', async () => {
      const builds = page.getByRole('region', { name: 'Builds' });
      await builds
        .getByRole('row')
        .filter({ hasText: 'Credentials' })
        .first()
        .getByRole('button', { name: /^Build of / })
        .click();
      const last = builds.getByText('Executed steps took');
      await expect(last).toBeVisible();
      await page.setViewportSize({ width: 1280, height: 2600 });
      const panel = builds
        .getByRole('row')
        .filter({ has: page.getByRole('region') });
      await shootSpan(page, builds, panel, pathOf('builds'));
    });

    await test.step('comparison', async () => {
      const builds = page.getByRole('region', { name: 'Builds' });
      await builds
        .getByRole('button', { name: 'Compare', exact: true })
        .click();
      const comparison = builds.getByRole('region', {
        name: 'Two builds compared',
      });
      await expect(
        comparison.getByRole('table', { name: 'Steps' }),
      ).toBeVisible();
      await builds
        .getByRole('row')
        .filter({
          has: page.getByRole('region', { name: 'Two builds compared' }),
        })
        .screenshot({ path: pathOf('comparison'), ...still });
    });

    await test.step('form of the template', async () => {
      await page.setViewportSize({ width: 1280, height: 1130 });
      const service = 'component:default/parcel-tracking';
      // The examples are folders; a pull request needs a host.
      await page.route(
        '**/services/by-name/component/default/parcel-tracking',
        async route => {
          const response = await route.fetch();
          const detail = await response.json();
          const source = 'https://github.com/example/parcel-tracking';
          await route.fulfill({
            json: { ...detail, scan: { ...detail.scan, source } },
          });
        },
      );
      const form = encodeURIComponent(JSON.stringify({ fix: { service } }));
      await page.goto(
        `/create/templates/default/fix-build-hygiene?formData=${form}`,
      );
      await expect(page.getByRole('checkbox').first()).toBeVisible();
      await page.screenshot({ path: pathOf('fixForm'), ...still });
    });

    // At the end: what waivers hold changes what the other pages show.
    await test.step('waivers', async () => {
      await page.setViewportSize({ width: 1280, height: 720 });
      const withdraw = await askForWaivers(page.request);
      await page.goto('/build-hygiene/waivers');
      await expect(
        page.getByRole('region', { name: /^Waiting for approval/ }),
      ).toBeVisible();
      await page.screenshot({ path: pathOf('waivers'), ...still });
      await withdraw();
    });
  });
}
