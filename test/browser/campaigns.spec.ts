/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expect, test } from '@playwright/test';
import { findViolations } from './findViolations';
import { signIn } from './signIn';

test(
  'a campaign is started, followed and closed',
  { tag: '@looks' },
  async ({ page }) => {
    const name = `Supported Go, ${test.info().project.name}`;
    await signIn(page, '/build-hygiene/campaigns');
    await page.getByRole('button', { name: 'Start a campaign' }).click();
    const dialog = page.getByRole('dialog', { name: 'Start a campaign' });
    await dialog.getByRole('textbox', { name: /^Name/ }).fill(name);
    await dialog
      .getByText('What is off course in the fleet', { exact: true })
      .click();
    await expect(
      dialog.getByRole('button', { name: /Aspect of the fleet/ }),
    ).toContainText('Go image');
    expect(await findViolations(dialog)).toEqual([]);
    await dialog.getByRole('button', { name: 'Start a campaign' }).click();

    const head = page.getByRole('region', { name, exact: true });
    await expect(head).toContainText('Nothing off course: Go image');
    await expect(head).toContainText(/0 of \d+ done \(0%\)/);
    await expect(
      page.getByRole('region', { name: 'Services that have it to do' }),
    ).toBeVisible();
    expect(await findViolations(page.getByRole('main').last())).toEqual([]);

    await page
      .getByRole('region', { name: 'Progress by owner' })
      .getByRole('link')
      .first()
      .click();
    await expect(page).toHaveURL(/\/services\?campaign=.*owner=/);
    await expect(page.getByText(`Campaign: ${name}`)).toBeVisible();
    await page.goBack();

    await head.getByRole('button', { name: 'Close' }).click();
    await expect(head).toContainText('Closed by guest');
    await page.getByRole('link', { name: 'All campaigns' }).click();
    await expect(
      page.getByRole('region', { name: /^Closed/ }).getByRole('link', { name }),
    ).toBeVisible();
    expect(await findViolations(page.getByRole('main').last())).toEqual([]);
  },
);
