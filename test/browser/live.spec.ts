/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expect, Page, test } from '@playwright/test';
import { openTab } from './servicePage';
import { signIn } from './signIn';

async function authorization(page: Page) {
  const guest = await page.request.post('/api/auth/guest/refresh');
  const { backstageIdentity } = await guest.json();
  return { Authorization: `Bearer ${backstageIdentity.token}` };
}

/** What the menu of a service asks for, from elsewhere. */
async function rescan(page: Page, service: string) {
  const answer = await page.request.post(
    `/api/build-hygiene/services/by-name/component/default/${service}/rescan`,
    { headers: await authorization(page) },
  );
  expect(answer.status()).toBe(202);
}

/** What signals call a service. */
async function uidOf(page: Page, service: string): Promise<string> {
  const answer = await page.request.get(
    `/api/catalog/entities/by-name/component/default/${service}`,
    { headers: await authorization(page) },
  );
  return (await answer.json()).metadata.uid;
}

test('a scan refreshes the page of its service, and no other', async ({
  page,
}) => {
  const signals: string[] = [];
  const subscribed = new Promise<void>(resolve => {
    page.on('websocket', socket => {
      socket.on('framesent', ({ payload }) => {
        if (payload.includes('build-hygiene')) {
          resolve();
        }
      });
      socket.on('framereceived', ({ payload }) => {
        signals.push(String(payload));
      });
    });
  });
  await openTab(page, 'orders');
  await subscribed;
  const asked: string[] = [];
  page.on('request', request => asked.push(new URL(request.url()).pathname));

  const service =
    '/api/build-hygiene/services/by-name/component/default/orders';
  const uid = await uidOf(page, 'customs-forms');
  await rescan(page, 'customs-forms');
  await expect.poll(() => signals.some(text => text.includes(uid))).toBe(true);
  expect(asked).not.toContain(service);

  const refreshed = page.waitForRequest(
    request => new URL(request.url()).pathname === service,
  );
  await rescan(page, 'orders');
  await refreshed;
  // A signal says whose it is to who knows the entity, and nothing else.
  expect(signals.join('\n')).not.toContain('orders');
});

test(
  'the catalog is filtered by grade',
  { tag: '@looks' },
  async ({ page }) => {
    // The catalog labels entities when it processes them.
    test.setTimeout(180_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await signIn(page);
    const expand = page.getByTestId('buildHygieneGrade-picker-expand');
    await expect(async () => {
      await page.goto('/catalog?filters[user]=all');
      await expect(expand).toBeVisible({ timeout: 5_000 });
    }).toPass({ timeout: 150_000 });

    await expand.click();
    const option = page.getByRole('option', { name: /^D \(\d+\)$/ });
    const count = Number(/\d+/.exec(await option.innerText())![0]);
    await option.click();
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(/buildHygieneGrade.*=D/);
    await expect(page.getByText(`All Components (${count})`)).toBeVisible();
    await page.screenshot({
      path: test.info().outputPath('catalog.png'),
    });
  },
);

test('notifications have their place beside the settings', async ({ page }) => {
  await signIn(page, '/notifications');
  await expect(
    page
      .getByRole('navigation', { name: 'sidebar nav' })
      .getByRole('link', { name: 'Notifications' }),
  ).toHaveCount(1);
});
