/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expect, Page, test } from '@playwright/test';
import { findViolations } from './findViolations';
import { signIn } from './signIn';

const path = '/build-hygiene/sources';

const list = (page: Page) =>
  page.getByRole('region', { name: 'What builds get from the list' });

const source = (page: Page, name: string) =>
  page
    .getByRole('region', { name: 'Sources' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name }) });

test('the board tells how each source does, and what if it fails', async ({
  page,
}) => {
  await signIn(page, path);

  await expect(list(page)).toContainText(
    'A public module comes from localhost:7118.',
  );
  const healthy = source(page, 'localhost:7118');
  await expect(healthy).toContainText(
    'If it is down, a public module makes the build fail',
  );
  const refusing = source(page, 'localhost:7119');
  await expect(refusing).toContainText('Down');
  await expect(refusing).toContainText('Status 403.');
});

test(
  'a portal without sources says how to name them',
  { tag: '@looks' },
  async ({ page }) => {
    await page.route('**/api/build-hygiene/module-sources', route =>
      route.fulfill({ json: { configured: false, sources: [] } }),
    );
    await signIn(page, path);

    await expect(
      page.getByRole('heading', { name: 'No module sources are configured' }),
    ).toBeVisible();
    expect(await findViolations(page.getByRole('main').last())).toEqual([]);
  },
);
