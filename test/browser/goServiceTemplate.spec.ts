/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expect, test } from '@playwright/test';
import { signIn } from './signIn';

test('the template "Go service" makes the files and publishes nothing', async ({
  page,
}) => {
  await signIn(page, '/create');
  await page
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: 'Go service' }) })
    .getByRole('button', { name: 'Choose' })
    .last()
    .click();

  await page.getByRole('textbox', { name: 'Name' }).fill('Depot Map');
  await page
    .getByRole('textbox', { name: 'Go module path' })
    .fill('example.com/parcel/depot-map');
  await page.getByRole('textbox', { name: 'Owner' }).click();
  await page.getByRole('option', { name: 'Delivery' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText('must match pattern').first()).toBeVisible();

  await page.getByRole('textbox', { name: 'Name' }).fill('depot-map');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(
    page.getByRole('radio', { name: /^On runners of GitHub/ }),
  ).toBeChecked();
  await page.getByRole('radio', { name: /^On a runner of your own/ }).check();
  await page.getByRole('checkbox', { name: 'Use private modules' }).check();
  await page
    .getByRole('textbox', { name: 'Private modules' })
    .fill('go.example.com/parcel');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(
    page.getByRole('checkbox', { name: 'Create a repository on GitHub' }),
  ).not.toBeChecked();
  await page.getByRole('button', { name: 'Review' }).click();
  await expect(page.getByRole('row', { name: 'Go module path' })).toContainText(
    'example.com/parcel/depot-map',
  );
  await page.getByRole('button', { name: 'Create', exact: true }).click();

  await expect(page.getByText('No repository was asked for')).toBeVisible();
  await expect(page.getByText('Add the settings for updates')).toBeVisible();
  // The last ones: the log shows no more lines than there is room for.
  for (const file of ['- catalog-info.yaml', '- go.mod', '- main.go']) {
    await expect(page.getByText(file, { exact: true })).toBeVisible();
  }
  await expect(
    page.getByText('Skipping step publish because its if condition was false'),
  ).toBeVisible();
});
