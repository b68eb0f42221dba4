/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expect, test } from '@playwright/test';
import { answerWithError } from './answerWithError';
import { findViolations } from './findViolations';
import { openTab, servicePath } from './servicePage';
import { signIn } from './signIn';

test(
  'a library has no image, and nothing speaks against it',
  { tag: '@looks' },
  async ({ page }) => {
    await openTab(page, 'postcode');

    await expect(
      page.getByRole('heading', { name: 'No Dockerfile to look at' }),
    ).toBeVisible();
    await expect(
      page.getByRole('heading', { name: 'Passes the gate' }),
    ).toBeVisible();
    await page.getByRole('button', { name: /^Not applicable \d+/ }).click();
    await expect(
      page.getByRole('button', { name: 'The image does not run as root' }),
    ).toContainText('There is no Dockerfile.');
    expect(await findViolations(page.getByRole('main').last())).toEqual([]);
    // It waits for no builds either.
    await expect(page.getByRole('region', { name: 'Builds' })).toHaveCount(0);
  },
);

test('a Dockerfile that cannot be read is told with its line', async ({
  page,
}) => {
  await openTab(page, 'notifications');

  await expect(page.getByText('1 place could not be read')).toBeVisible();
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Dockerfile:12' }).first(),
  ).toContainText('unknown instruction: FORM');
  await expect(
    page.getByRole('heading', { name: 'Fails the gate' }),
  ).toBeVisible();
  await page
    .getByRole('button', { name: 'The Dockerfile cannot be built' })
    .click();
  await expect(
    page.getByRole('figure', { name: 'Dockerfile:12' }),
  ).toContainText('FORM gcr.io/distroless/static-debian13:nonroot');
});

test('what is no component has no tab', async ({ page }) => {
  await signIn(page, '/catalog/default/system/delivery');

  await expect(
    page.getByRole('heading', { name: 'Delivery' }).first(),
  ).toBeVisible();
  await expect(
    page.getByRole('link', { name: 'Shipping rates' }).first(),
  ).toBeVisible();
  await expect(
    page.locator('a[href$="/system/delivery/build-hygiene"]'),
  ).toHaveCount(0);
});

test(
  'a backend that does not answer is told, and asked again',
  { tag: '@looks' },
  async ({ page }) => {
    await answerWithError(page, '**/api/build-hygiene/services/**', {
      status: 503,
      name: 'ServiceUnavailableError',
      message: 'Back in a minute',
    });
    await signIn(page, `${servicePath('orders')}/build-hygiene`);
    const failure = page.getByRole('alert').filter({
      hasText: 'Could not load the build hygiene of this service',
    });
    await expect(failure).toContainText('Back in a minute');
    expect(await findViolations(failure)).toEqual([]);

    await page.unroute('**/api/build-hygiene/services/**');
    await failure.getByRole('button', { name: 'Try again' }).click();

    await expect(
      page.getByRole('img', { name: /^Score \d+ of 100/ }),
    ).toBeVisible();
  },
);

test(
  'a service that nobody knows is told as such',
  { tag: '@looks' },
  async ({ page }) => {
    await answerWithError(page, '**/api/build-hygiene/services/**', {
      status: 404,
      name: 'NotFoundError',
      message: 'No such service',
    });

    await signIn(page, `${servicePath('orders')}/build-hygiene`);

    await expect(
      page.getByRole('heading', { name: 'Not a scanned service' }),
    ).toBeVisible();
    const part = page.getByRole('region', { name: 'Build hygiene' });
    expect(await findViolations(part)).toEqual([]);
  },
);
