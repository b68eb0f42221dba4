/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expect, test } from '@playwright/test';
import { findViolations } from './findViolations';
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

test(
  'who chooses fewer fixes gets the score and the patch of those',
  { tag: '@looks' },
  async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openTab(page, 'parcel-tracking');
    const plan = page.getByRole('region', { name: 'Fix plan' });
    const way = plan.getByRole('group', { name: /^The score goes from / });
    const copied = async (name: string) => {
      await plan.getByRole('button', { name }).click();
      return page.evaluate(() => navigator.clipboard.readText());
    };
    const all = await way.getAttribute('aria-label');
    const whole = await copied('Copy patch');
    expect(whole).toContain('+COPY go.mod go.sum ./');

    await plan
      .getByRole('checkbox', {
        name: /^Download the modules before the sources are copied/,
      })
      .press('Space');

    await expect(way).not.toHaveAttribute('aria-label', all ?? '');
    await expect(way).toHaveAttribute('aria-busy', 'false');
    const part = await copied('Copy patch');
    expect(part).not.toContain('+COPY go.mod go.sum ./');
    expect(part.length).toBeLessThan(whole.length);
    const command = await copied('Copy command');
    expect(command).toMatch(/^npx @build-hygiene\/cli fix --rule .* --write$/);
    expect(command).not.toContain('cache/deps-before-source');
    // A folder of this machine has no pull requests.
    await expect(
      plan.getByRole('link', { name: 'Open pull request' }),
    ).toHaveCount(0);
    expect(await findViolations(plan)).toEqual([]);

    await page.reload();
    await expect(
      plan.getByRole('checkbox', { name: /^Download the modules/ }),
    ).not.toBeChecked();
    await plan.getByRole('button', { name: 'Choose all' }).click();
    await expect(way).toHaveAttribute('aria-label', all ?? '');
  },
);

test('a check leads to its fix in the plan', async ({ page }) => {
  await openTab(page, 'parcel-tracking');
  const checks = page.getByRole('region', { name: 'Checks' });
  await checks
    .getByRole('button', {
      name: 'The image starts its program through a shell',
    })
    .click();
  await checks
    .getByRole('button', { name: 'Choose this fix in the fix plan' })
    .click();

  const plan = page.getByRole('region', { name: 'Fix plan' });
  await expect(plan.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await expect(plan).toBeInViewport();
  await expect(page).toHaveURL(/[?&]fix=image%2Fshell-form/);
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
