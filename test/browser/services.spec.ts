/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expect, test } from '@playwright/test';
import { signIn } from './signIn';

test.beforeEach(async ({ page }) => {
  await signIn(page, '/build-hygiene/services');
});

test('the list starts with the worst and leads to the service', async ({
  page,
}) => {
  const services = page.getByRole('grid').getByRole('rowheader');
  await expect(services).toHaveCount(11);
  await expect(services.first()).toContainText('Customs forms');

  await page.getByRole('row', { name: /^Customs forms/ }).click();

  await expect(page).toHaveURL(/\/component\/customs-forms\/build-hygiene$/);
  await expect(
    page.getByRole('heading', { name: 'Fails the gate' }),
  ).toBeVisible();
});

test('the list is searched by text', async ({ page }) => {
  const services = page.getByRole('grid').getByRole('rowheader');

  await page.getByRole('searchbox', { name: 'Search services' }).fill('rates');

  await expect(services).toHaveText([/^Shipping rates/]);
  await expect(page).toHaveURL(/\?q=rates$/);

  await page
    .getByRole('searchbox', { name: 'Search services' })
    .fill('nothing like this');

  await expect(
    page.getByRole('heading', { name: 'No service matches' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).first().click();
  await expect(services).toHaveCount(11);
});

test('the list is filtered by grade and by owner', async ({ page }) => {
  const services = page.getByRole('grid').getByRole('rowheader');

  await page.getByRole('button', { name: 'Grade' }).click();
  await page.getByRole('option', { name: 'D', exact: true }).click();
  await page.keyboard.press('Escape');

  await expect(page).toHaveURL(/grade=D/);
  await expect(services.first()).toContainText('Customs forms');
  await expect(services.filter({ hasText: 'Shipping rates' })).toHaveCount(0);
  await expect(page.getByRole('img', { name: 'Grade A' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Owner' }).click();
  await page.getByRole('option', { name: 'team-delivery' }).click();
  await page.keyboard.press('Escape');

  await expect(page).toHaveURL(/owner=group/);
  await expect(services.filter({ hasText: 'Customs forms' })).toHaveCount(0);
});

test('the list is sorted by the backend', async ({ page }) => {
  const services = page.getByRole('grid').getByRole('rowheader');

  await page.getByRole('columnheader', { name: 'Service' }).click();

  await expect(page).toHaveURL(/sort=name/);
  await expect(services.first()).toContainText('Address book');
  await expect(services.last()).toContainText('Shipping rates');

  await page.getByRole('columnheader', { name: 'Service' }).click();

  await expect(page).toHaveURL(/order=desc/);
  await expect(services.first()).toContainText('Shipping rates');
  await expect(services.last()).toContainText('Address book');
});

test('the list is paged by the backend', async ({ page }) => {
  const services = page.getByRole('grid').getByRole('rowheader');
  const asked: URLSearchParams[] = [];
  page.on('request', request => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname.endsWith('/api/build-hygiene/services')) {
      asked.push(searchParams);
    }
  });
  await page.getByRole('columnheader', { name: 'Service' }).click();
  await expect(services.first()).toContainText('Address book');

  await page.getByRole('button', { name: /Select table page size/ }).click();
  await page.getByRole('option', { name: 'Show 10 results' }).click();

  await expect(services).toHaveCount(10);
  await expect(
    page.getByText('Page 1 of 2 · 11 services', { exact: true }),
  ).toBeVisible();

  await page.getByRole('button', { name: 'Next table page' }).click();

  await expect(services).toHaveText([/^Shipping rates/]);
  await expect(
    page.getByText('Page 2 of 2 · 11 services', { exact: true }),
  ).toBeVisible();
  expect(asked.at(-1)?.get('limit')).toBe('10');
  expect(asked.at(-1)?.get('cursor')).toBeTruthy();

  await page.getByRole('button', { name: 'Previous table page' }).click();

  await expect(services).toHaveCount(10);
  await expect(services.first()).toContainText('Address book');
});
