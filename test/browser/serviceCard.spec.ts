/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expect, test } from '@playwright/test';
import { servicePath } from './servicePage';
import { signIn } from './signIn';

test('the overview card sums up and leads to the best next fix', async ({
  page,
}) => {
  await signIn(page, servicePath('parcel-tracking'));
  const card = page
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: 'Build hygiene' }) });

  await expect(
    card.getByRole('img', { name: /^Score \d+ of 100, grade [CDF]$/ }),
  ).toBeVisible();
  await expect(card).toContainText(/\d+ open checks/);
  await expect(
    card.getByRole('list', { name: 'Checks by category' }),
  ).toContainText('Layer cache');
  await expect(card).toContainText(/Cache hit rate\d+%\d+ builds, 30 days/);
  await expect(card.getByRole('link', { name: 'Details' })).toHaveAttribute(
    'href',
    `${servicePath('parcel-tracking')}/build-hygiene`,
  );

  await expect(
    card.getByRole('heading', { name: 'Best next fix' }),
  ).toBeVisible();
  await card.getByRole('link').last().click();

  await expect(
    page
      .getByRole('region', { name: 'Checks' })
      .getByRole('button', { expanded: true }),
  ).toHaveCount(1);
  await expect(page.getByRole('heading', { name: 'Evidence' })).toBeVisible();
});
