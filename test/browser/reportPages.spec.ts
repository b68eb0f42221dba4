/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expect, test } from '@playwright/test';
import { findViolations } from './findViolations';
import { signIn } from './signIn';

test('the health of scans leads to the services', async ({ page }) => {
  await signIn(page, '/build-hygiene/scans');
  await expect(page.getByRole('region', { name: 'What fails' })).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'Slowest scans' }).getByRole('rowheader'),
  ).toHaveCount(10);
  expect(await findViolations(page.getByRole('main').last())).toEqual([]);

  await page.getByText('Outdated', { exact: true }).click();
  await expect(page).toHaveURL(/\/services\?sort=scannedAt&order=asc$/);
});

test(
  'who may not see the health of scans has no tab of it',
  { tag: '@looks' },
  async ({ page }) => {
    await page.route('**/api/permission/authorize', async route => {
      const { items } = route.request().postDataJSON();
      const health: string[] = items
        .filter(
          ({ permission }: { permission: { name: string } }) =>
            permission.name === 'build-hygiene.scan.health',
        )
        .map(({ id }: { id: string }) => id);
      const response = await route.fetch();
      const answer = await response.json();
      await route.fulfill({
        response,
        json: {
          items: answer.items.map((item: { id: string }) =>
            health.includes(item.id) ? { ...item, result: 'DENY' } : item,
          ),
        },
      });
    });
    await signIn(page, '/build-hygiene');

    await expect(page.getByRole('heading', { name: 'Grades' })).toBeVisible();
    await expect(
      page.getByRole('tab', { name: 'Module sources' }),
    ).toBeVisible();
    await expect(page.getByRole('tab', { name: 'Scan health' })).toHaveCount(0);
    expect(await findViolations(page.getByRole('main').last())).toEqual([]);
  },
);

test('the matrix of owners leads to the services that fail', async ({
  page,
}) => {
  await signIn(page, '/build-hygiene');
  const matrix = page.getByRole('region', { name: 'Owners by category' });
  const figure = matrix
    .getByRole('link', { name: /, Layer cache: \d+\. \d+ of \d+ fail$/ })
    .first();
  const name = (await figure.getAttribute('aria-label')) ?? '';
  const [, failing] = /(\d+) of \d+ fail$/.exec(name) ?? [];
  await figure.click();
  await expect(page).toHaveURL(/\/services\?owner=.*&category=cache$/);
  await expect(page.getByText('Fails in Layer cache')).toBeVisible();
  await expect(page.getByRole('grid').getByRole('rowheader')).toHaveCount(
    Number(failing),
  );
});

test(
  'columns are chosen, and stay in the address',
  { tag: '@looks' },
  async ({ page }) => {
    await signIn(page, '/build-hygiene/services');
    await page.getByRole('button', { name: 'Choose columns' }).click();
    expect(await findViolations(page.getByRole('menu'))).toEqual([]);
    await page.getByRole('menuitemcheckbox', { name: 'Coverage' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Owner' }).click();
    await page.keyboard.press('Escape');
    await expect(
      page.getByRole('columnheader', { name: 'Coverage' }),
    ).toBeVisible();
    await expect(page.getByRole('columnheader', { name: 'Owner' })).toHaveCount(
      0,
    );
    await expect(page).toHaveURL(/columns=name/);
  },
);

test('what is heard makes sense without what is seen', async ({ page }) => {
  await signIn(page, '/build-hygiene/services');
  await expect(page.getByRole('grid', { name: 'Services' })).toBeVisible();

  await page.goto('/build-hygiene/rules');
  await expect(page.getByRole('grid', { name: 'Rules' })).toBeVisible();
  const summary = page.getByRole('main').last().getByRole('status');
  await expect(summary).toHaveText(/^\d+ rules of ruleset /);
  const all = (await summary.textContent()) ?? '';
  await page.getByRole('searchbox', { name: 'Search rules' }).fill('proxy/');
  await expect(summary).not.toHaveText(all);

  await page.goto('/build-hygiene');
  for (const name of ['Grades', 'Rules that most services fail']) {
    const links = page.getByRole('region', { name }).getByRole('link');
    await expect(links.first()).toHaveAccessibleName(/^.+: \d+ services?$/);
    const names = await links.evaluateAll(elements =>
      elements.map(link => link.getAttribute('aria-label')),
    );
    expect(new Set(names).size).toBe(names.length);
  }

  await page.goto('/build-hygiene/builds');
  const classes = page.getByRole('table', { name: 'Failed builds by class' });
  await expect(classes.getByRole('rowheader').first()).toBeVisible();
});

test('on a phone a menu leads through the report', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  // The sidebar of the sign-in helper is another one on phones.
  await page.goto('/build-hygiene');
  await page.getByRole('button', { name: 'Enter' }).click();
  const nav = page.getByRole('navigation', { name: 'Pages of the report' });
  await expect(nav).toBeVisible();
  await expect(page.getByRole('tab')).toHaveCount(0);
  await nav.getByRole('button', { name: 'Overview' }).click();
  await page.getByRole('menuitem', { name: 'Fleet' }).click();
  await expect(page).toHaveURL(/\/build-hygiene\/fleet$/);
  await expect(nav.getByRole('button', { name: 'Fleet' })).toBeVisible();
  const isWider = await page.evaluate(
    () => document.documentElement.scrollWidth > window.innerWidth,
  );
  expect(isWider).toBe(false);
  expect(await findViolations(nav)).toEqual([]);
});

test('paper has the report, and nothing to click', async ({ page }) => {
  await signIn(page, '/build-hygiene');
  await expect(
    page.getByRole('region', { name: 'Owners by category' }),
  ).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('tab')).toHaveCount(0);
  await expect(
    page.getByRole('link', { name: 'Catalog', exact: true }),
  ).toBeHidden();
  await expect(page.getByRole('main').last().getByRole('button')).toHaveCount(
    0,
  );
  await expect(page.getByRole('heading', { name: 'Grades' })).toBeVisible();
});
