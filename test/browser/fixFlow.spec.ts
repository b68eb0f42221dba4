/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expect, test } from '@playwright/test';
import { addHostedService, HostedService } from './hostedService';
import { openTab, servicePath } from './servicePage';

const name = 'address-finder';

test.describe('the template that fixes a build', () => {
  let service: HostedService;

  test.beforeAll(async ({ baseURL }) => {
    test.setTimeout(120_000);
    service = await addHostedService({
      baseURL,
      example: 'go-version-drift',
      name,
      title: 'Address finder',
    });
  });

  test.afterAll(async () => {
    test.setTimeout(120_000);
    await service.end();
  });

  test('raises the score that the page shows', async ({ page }) => {
    test.setTimeout(120_000);
    const { host, repository, webUrl, token } = service;
    await openTab(page, name);
    await expect(
      page.getByRole('img', { name: 'Score 55 of 100' }).first(),
    ).toBeVisible();

    await page.getByRole('link', { name: 'Open pull request' }).click();
    await expect(page.getByRole('combobox', { name: /^Service/ })).toHaveValue(
      'Address finder',
    );
    await expect(
      page.getByRole('group', { name: 'The score goes from 55 to 99' }),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Review' }).click();
    await expect(page.getByRole('row', { name: /^Score/ })).toContainText(
      '55 → 99',
    );
    await expect(page.getByRole('row', { name: /^Changes/ })).toContainText(
      'Raise the builder image to the Go that go.mod asks for (+44)',
    );
    await expect(page.getByText('modules/go-newer-than-image')).toHaveCount(0);
    await page.getByRole('button', { name: 'Create', exact: true }).click();

    await expect(
      page.getByText('Score 55 → 99. Changed: Dockerfile.'),
    ).toBeVisible({
      timeout: 60_000,
    });
    await expect(
      page.getByRole('link', { name: 'Pull request' }),
    ).toHaveAttribute('href', `${webUrl}/pull/1`);
    expect(repository.pulls).toMatchObject([
      { head: `build-hygiene/${name}`, state: 'open' },
    ]);

    const merged = await fetch(
      `${host.apiUrl}/repos/parcel/${name}/pulls/1/merge`,
      { method: 'PUT', headers: { authorization: `Bearer ${token}` } },
    );
    expect(merged.status).toBe(200);
    await page.goto(`${servicePath(name)}/build-hygiene`);
    await page.getByRole('button', { name: 'Rescan' }).click();
    await expect(
      page.getByRole('img', { name: 'Score 99 of 100' }).first(),
    ).toBeVisible({ timeout: 60_000 });
  });
});
