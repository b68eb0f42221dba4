/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expect, test } from '@playwright/test';
import { openTab } from './servicePage';
import { signIn } from './signIn';

test('the fix plan tells what each change gains, and shows all of them', async ({
  page,
}) => {
  await openTab(page, 'parcel-tracking');
  const plan = page.getByRole('region', { name: 'Fix plan' });
  const fixes = plan.getByRole('listitem');
  await expect(
    fixes.filter({ hasText: 'cache/deps-before-source' }),
  ).toContainText('Download the modules before the sources are copied');
  const scores = (await fixes.allTextContents()).map(text =>
    Number(/(\d+)$/.exec(text)?.[1]),
  );
  expect(scores.length).toBeGreaterThan(2);
  expect(scores).toEqual([...scores].sort((a, b) => a - b));

  await plan.getByRole('button', { name: 'Show all changes' }).click();

  const change = plan.getByLabel('Change of Dockerfile');
  await expect(change).toContainText('COPY go.mod go.sum ./');
  await expect(plan.getByLabel('Change of .dockerignore')).toContainText(
    '.git',
  );
});

test('a check that a machine can fix shows the change', async ({ page }) => {
  await openTab(page, 'parcel-tracking');
  const checks = page.getByRole('region', { name: 'Checks' });
  await checks
    .getByRole('button', {
      name: 'The image starts its program through a shell',
    })
    .click();

  await expect(checks.getByText('Verified')).toBeVisible();
  await expect(checks.getByLabel('Change of Dockerfile')).toContainText(
    'CMD ["./parcel-tracking"]',
  );
});

test('the rules are listed with the services that fail them', async ({
  page,
}) => {
  await signIn(page, '/build-hygiene/rules');
  const rules = page.getByRole('grid').getByRole('rowheader');
  await expect(
    rules.filter({ hasText: 'cache/deps-before-source' }),
  ).toHaveCount(1);

  await page.getByRole('searchbox', { name: 'Search rules' }).fill('root-user');
  await expect(rules).toHaveCount(1);
  await page.getByRole('row', { name: /root/ }).click();

  await expect(page).toHaveURL(/services\?rule=security%2Froot-user/);
  await expect(
    page.getByRole('grid').getByRole('rowheader').first(),
  ).toContainText('Parcel tracking');
});
