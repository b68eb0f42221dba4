/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  APIRequestContext,
  expect,
  Locator,
  Page,
  request,
  test,
} from '@playwright/test';
import { askForWaivers } from './askForWaivers';
import { findViolations } from './findViolations';
import { observeLayoutShift } from './layoutShift';
import { servicePath } from './servicePage';
import { signIn } from './signIn';

/** A page, and what it shows last. */
interface OpenedPage {
  path: string;
  last: (page: Page) => Locator;
}

const region = (name: string | RegExp) => (page: Page) =>
  page.getByRole('region', { name });

const pages: OpenedPage[] = [
  { path: '/build-hygiene/overview', last: region('Owners by category') },
  {
    path: '/build-hygiene/services',
    last: page => page.getByRole('grid').getByRole('rowheader').nth(10),
  },
  {
    path: '/build-hygiene/rules',
    last: page => page.getByText('cache/deps-before-source'),
  },
  { path: '/build-hygiene/fleet', last: region('Go image') },
  { path: '/build-hygiene/builds', last: region('Flakiest servers') },
  {
    path: '/build-hygiene/campaigns',
    last: page =>
      page.getByRole('button', { name: 'Start a campaign' }).first(),
  },
  { path: '/build-hygiene/waivers', last: region(/^Waiting for approval/) },
  {
    path: '/build-hygiene/sources',
    last: page => page.getByRole('heading', { name: 'localhost:7119' }),
  },
  {
    path: '/build-hygiene/scans',
    last: page => region('Slowest scans')(page).getByRole('rowheader').nth(9),
  },
  {
    path: servicePath('parcel-tracking'),
    last: page => page.getByRole('img', { name: /^Score \d+ of 100/ }),
  },
  {
    path: `${servicePath('parcel-tracking')}/build-hygiene`,
    last: region('Builds'),
  },
];

/** By how many pixels the page is wider than the window. */
function overflowOf(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
}

let api: APIRequestContext;
let withdrawWaivers: () => Promise<void>;

test.beforeAll(async ({ baseURL }) => {
  api = await request.newContext({ baseURL });
  withdrawWaivers = await askForWaivers(api);
});

test.afterAll(async () => {
  await withdrawWaivers();
  await api.dispose();
});

for (const { path, last } of pages) {
  test(path, { tag: '@looks' }, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await signIn(page);
    const layoutShift = await observeLayoutShift(page);
    await page.goto(path);
    await expect(last(page)).toBeVisible();
    await page.waitForLoadState('networkidle');
    await expect(page.locator('body')).toHaveAttribute(
      'data-theme-mode',
      test.info().project.name,
    );
    expect.soft(await layoutShift(), 'layout shift').toBeLessThan(0.1);

    for (const width of [1280, 1600, 390]) {
      await test.step(`${width} pixels wide`, async () => {
        await page.setViewportSize({ width, height: 900 });
        await expect(last(page)).toBeVisible();
        expect.soft(await overflowOf(page), 'overflow').toBe(0);
        const main = page.getByRole('main').last();
        expect.soft(await findViolations(main)).toEqual([]);
      });
    }
  });
}
