/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expect, Page, test } from '@playwright/test';
import { findViolations } from './findViolations';
import { signIn } from './signIn';

const templatePath = '/create/templates/default/fix-build-hygiene';

function linkTo(fix: { service: string; rules?: string[] }): string {
  return `${templatePath}?${new URLSearchParams({
    formData: JSON.stringify({ fix }),
  })}`;
}

const scoreWay = (page: Page) =>
  page.getByRole('group', { name: /^The score goes from / });

test('the template offers services, and the fixes of the chosen one', async ({
  page,
}) => {
  await signIn(page, templatePath);
  await page.getByRole('combobox', { name: /^Service/ }).fill('parcel');
  await page.getByRole('option', { name: /Parcel tracking/ }).click();

  await expect(page.getByRole('listbox')).toHaveCount(0);
  const fixes = page.getByRole('group', { name: 'Fixes', exact: true });
  const first = fixes.getByRole('checkbox', {
    name: /^Download the modules before the sources are copied/,
  });
  await expect(first).toBeChecked();
  const all = await scoreWay(page).getAttribute('aria-label');
  await first.press('Space');
  await expect(scoreWay(page)).not.toHaveAttribute('aria-label', all ?? '');
  await expect(scoreWay(page)).toHaveAttribute('aria-busy', 'false');

  await fixes.getByRole('button', { name: 'Show chosen changes' }).click();
  await expect(fixes.getByLabel('Change of .dockerignore')).toBeVisible();

  // The examples are folders of this machine.
  await page.getByRole('button', { name: 'Review' }).click();
  await expect(
    page.getByText('A pull request needs a repository of a host.').nth(1),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Review' })).toBeVisible();
});

test('the template wants a service and a fix', async ({ page }) => {
  await signIn(page, linkTo({ service: 'component:default/shipping-rates' }));
  await expect(
    page.getByText('Nothing of this service can be fixed automatically.'),
  ).toBeVisible();

  await page.goto(linkTo({ service: 'component:default/nobody' }));
  await expect(page.getByRole('combobox', { name: /^Service/ })).toHaveValue(
    'nobody',
  );
  await page.getByRole('button', { name: 'Review' }).click();
  await expect(
    page.getByText(/^The chosen fixes could not be tried\./).first(),
  ).toBeVisible();
});

test(
  'the form of the template is readable',
  { tag: '@looks' },
  async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await signIn(page);
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(
        linkTo({
          service: 'component:default/parcel-tracking',
          rules: ['cache/deps-before-source', 'image/shell-form'],
        }),
      );
      await expect(page.getByText(/^2 of \d fixes chosen$/)).toBeVisible();
      await expect(scoreWay(page)).toHaveAttribute('aria-busy', 'false');
      await page.getByRole('button', { name: 'Show chosen changes' }).click();
      const fixes = page.getByRole('group', { name: 'Fixes', exact: true });
      await expect(fixes.getByLabel('Change of Dockerfile')).toBeVisible();
      expect
        .soft(await findViolations(page.locator('form')), `${width}`)
        .toEqual([]);
      const { right, scrolls } = await fixes.evaluate(element => ({
        right: element.getBoundingClientRect().right,
        scrolls: element.scrollWidth > element.clientWidth,
      }));
      expect({ within: right < width, scrolls }).toEqual({
        within: true,
        scrolls: false,
      });
    }
    // All of them, and not the chosen one alone; the key opens no list that is
    // still on its way.
    await expect(async () => {
      await page.getByRole('combobox', { name: /^Service/ }).press('ArrowDown');
      await expect(page.getByRole('option')).toHaveCount(11, {
        timeout: 3_000,
      });
    }).toPass();
    expect(await findViolations(page.getByRole('listbox'))).toEqual([]);
  },
);

test('the form of the template speaks Chinese', async ({ page }) => {
  await signIn(page, '/settings');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('option', { name: '中文' }).click();
  await page.goto(
    linkTo({ service: 'component:default/parcel-tracking', rules: ['a/b'] }),
  );
  await expect(page.getByText('已不存在或已修复：a/b')).toBeVisible();
  await page.getByRole('button', { name: 'Review' }).click();
  await expect(page.getByText('此服务的文件不在其中').nth(1)).toBeVisible();
});
