/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expect, Page, test } from '@playwright/test';
import { findViolations } from './findViolations';
import { signIn } from './signIn';

const path = '/build-hygiene/builds';

const section = (page: Page, name: string) =>
  page.getByRole('region', { name });

test('the builds of all services come to rates, hours and failures', async ({
  page,
}) => {
  await signIn(page, path);

  const tiles = page.getByRole('list', { name: 'What all builds come to' });
  await expect(tiles.getByRole('listitem')).toHaveCount(6);
  await expect(tiles).toContainText(/Cache hit rate\d+%/);
  await expect(tiles).toContainText(/\d+ builds in 30 days/);
  await expect(
    section(page, 'Why builds fail').getByRole('row', {
      name: /compile\.go_error/,
    }),
  ).toBeVisible();
  await expect(
    section(page, 'Flakiest servers').getByRole('row', {
      name: /goproxy\.example\.com/,
    }),
  ).toBeVisible();
  await section(page, 'By owner')
    .getByRole('link', { name: 'team-commerce' })
    .click();
  await expect(page).toHaveURL(/services\?owner=group/);
});

test('an outage of a module proxy is one incident', async ({ page }) => {
  await signIn(page, path);

  const incident = section(page, 'Incidents')
    .getByRole('listitem')
    .filter({ hasText: 'goproxy.example.com' })
    .first();
  await expect(incident).toContainText(
    /goproxy\.example\.com: The module proxy failed\. Builds of 3 services failed from/,
  );
  await incident.getByText('3 failed builds').click();
  await expect(incident.getByRole('link')).toHaveText([
    'billing',
    'label-printer',
    'orders',
  ]);
});

test('the window is part of the address', async ({ page }) => {
  await signIn(page, path);

  await page.getByRole('radio', { name: '7 days' }).click();
  await expect(page).toHaveURL(/\?days=7$/);
  await expect(
    page.getByRole('list', { name: 'What all builds come to' }),
  ).toContainText('in 7 days');
});

test(
  'a portal without builds says how to send them',
  { tag: '@looks' },
  async ({ page }) => {
    for (const [name, change] of [
      ['measures', { builds: 0 }],
      ['failures', { builds: 0 }],
    ] as const) {
      await page.route(`**/report/${name}*`, async route => {
        const response = await route.fetch();
        await route.fulfill({
          json: { ...(await response.json()), ...change },
        });
      });
    }
    await signIn(page, path);

    await expect(
      page.getByRole('heading', { name: 'No builds in the last 30 days' }),
    ).toBeVisible();
    await expect(page.getByText('Send the build to Backstage')).toBeVisible();
    expect(await findViolations(page.getByRole('main').last())).toEqual([]);
  },
);
