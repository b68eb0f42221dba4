/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expect, Page, test } from '@playwright/test';
import { answerWithError } from './answerWithError';
import { findViolations } from './findViolations';
import { signIn } from './signIn';

const title = 'My services that need attention';
const label = 'Services of yours, lowest scores first';
const api = '**/api/build-hygiene/services?**';

async function openHome(page: Page) {
  await page
    .getByRole('navigation', { name: 'sidebar nav' })
    .getByRole('link', { name: 'Home', exact: true })
    .click();
  await expect(page).toHaveURL('/home');
  await expect(page.getByText(title, { exact: true })).toBeVisible();
}

async function photograph(page: Page, name: string) {
  await page.screenshot({ path: test.info().outputPath(`${name}.png`) });
}

test(
  'the home page lists what needs attention',
  { tag: '@looks' },
  async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await signIn(page);
    await openHome(page);

    const list = page.getByRole('list', { name: label });
    const services = list.getByRole('listitem');
    await expect(services.first()).toContainText('Address book');
    await expect(services.first()).toContainText('1 critical finding');
    await expect(services.filter({ hasText: 'Parcel tracking' })).toHaveCount(
      1,
    );
    await photograph(page, 'home');
    // The grid around it is Backstage's own.
    const own = list.locator('..');
    expect(await findViolations(own)).toEqual([]);
    // The grid does not grow back with the window.
    await page.setViewportSize({ width: 390, height: 800 });
    await page.reload();
    await expect(services.first()).toBeInViewport();
    await photograph(page, 'home-390');
    expect(await findViolations(own)).toEqual([]);
  },
);

test('the home page leads to a service and to the report', async ({ page }) => {
  await signIn(page, '/');
  await openHome(page);
  await page
    .getByRole('list', { name: label })
    .getByRole('link', { name: 'Address book' })
    .click();
  await expect(page).toHaveURL(
    '/catalog/default/component/address-book/build-hygiene',
  );
  await page.goBack();

  await page
    .getByRole('link', { name: /^All \d+ services of yours in the report$/ })
    .click();

  const rows = page.getByRole('grid').getByRole('rowheader');
  await expect(rows.first()).toContainText('Address book');
  // Six of the examples are those of the guest's team.
  await expect(rows).toHaveCount(6);
});

test(
  'the home page tells what it cannot load, and asks again',
  { tag: '@looks' },
  async ({ page }) => {
    await answerWithError(page, api, {
      status: 503,
      name: 'ServiceUnavailableError',
      message: 'Back in a minute',
    });
    await signIn(page, '/home');
    const failure = page
      .getByRole('alert')
      .filter({ hasText: 'Could not load your services' });
    await expect(failure).toContainText('Back in a minute');
    await photograph(page, 'home-failure');
    expect(await findViolations(failure)).toEqual([]);

    await page.unroute(api);
    await failure.getByRole('button', { name: 'Try again' }).click();

    await expect(page.getByRole('list', { name: label })).toBeVisible();
  },
);

for (const { state, items, heading } of [
  { state: 'has no services', items: [], heading: 'No services of yours' },
  {
    state: 'has nothing to mend',
    items: [{ title: 'Driver routes', findings: 0 }],
    heading: 'Nothing is open',
  },
]) {
  test(
    `the home page of an owner who ${state}`,
    { tag: '@looks' },
    async ({ page }) => {
      await page.route(api, route =>
        route.fulfill({
          contentType: 'application/json',
          body: JSON.stringify({
            total: items.length,
            items: items.map(({ title: name, findings }) => ({
              entityRef: 'component:default/driver-routes',
              title: name,
              status: 'scanned',
              score: 100,
              grade: 'A',
              openFindings: {
                critical: findings,
                high: findings,
                medium: findings,
                low: findings,
                info: findings,
              },
            })),
          }),
        }),
      );
      await signIn(page, '/home');

      const told = page.getByRole('heading', { name: heading });
      await expect(told).toBeVisible();
      await photograph(page, 'home-state');
      expect(await findViolations(told.locator('xpath=../..'))).toEqual([]);
    },
  );
}
