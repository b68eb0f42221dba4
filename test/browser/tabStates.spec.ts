/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expect, Locator, Page, test } from '@playwright/test';
import { answerWithError } from './answerWithError';
import { findViolations } from './findViolations';
import { servicePath } from './servicePage';
import { signIn } from './signIn';

const name = 'orders';
const api = '**/api/build-hygiene';
const detailPath = `${api}/services/by-name/component/default/${name}`;

interface Given {
  /** What the last scan of the service came to. */
  scan: object;
  /** Whether an earlier scan left a report. */
  hasReport?: boolean;
}

/** A failed scan, some hours ago: hours stay the same while tests run. */
function failed(code: string, message: string): object {
  const hours = (number: number) =>
    new Date(Date.now() + number * 3600_000).toISOString();
  return {
    status: 'failed',
    source: 'https://github.example.com/parcel/orders',
    error: {
      code,
      message,
      at: hours(-2.5),
      attempts: 3,
      nextTryAt: hours(5.5),
    },
  };
}

/** Serves the service as it would be in another state. */
async function serve(page: Page, { scan, hasReport }: Given) {
  await page.route(detailPath, async route => {
    const response = await route.fetch();
    const { report, matrix, planDigest, ...detail } = await response.json();
    await route.fulfill({
      json: hasReport
        ? { ...detail, report, matrix, planDigest, scan }
        : { ...detail, history: [], scan },
    });
  });
}

const states: {
  state: string;
  given: Given;
  title: string;
  words: RegExp;
  action?: string;
}[] = [
  {
    state: 'the first scan is pending',
    given: { scan: { status: 'pending' } },
    title: 'The first scan is on its way',
    words: /The page updates by itself/,
  },
  {
    state: 'there is no source location',
    given: {
      scan: failed('no-source-location', 'No source location annotation'),
    },
    title: 'No source location',
    words: /backstage\.io\/source-location/,
    action: 'Rescan',
  },
  {
    state: 'the host cannot be reached',
    given: {
      scan: failed('unreachable', 'github.example.com does not answer'),
    },
    title: 'The host cannot be reached',
    words: /github\.example\.com does not answer.*Next try in 5 hours/,
    action: 'Rescan',
  },
  {
    state: 'the host refuses the credentials',
    given: { scan: failed('forbidden', 'github.example.com: 403 Forbidden') },
    title: 'No permission to read the repository',
    words: /They need read access to the code/,
    action: 'Rescan',
  },
  {
    state: 'there is nothing to check',
    given: { scan: { status: 'not-applicable', scannedAt: '2026-01-01' } },
    title: 'Nothing to check here',
    words: /neither a Dockerfile nor a go\.mod file/,
    action: 'Rescan',
  },
  {
    state: 'the host limits the rate',
    given: { scan: failed('rate-limited', 'github.example.com: 429') },
    title: 'The host asks to wait',
    words: /Tried 3 times, last 2 hours ago\. Next try in 5 hours/,
    action: 'Rescan',
  },
];

async function showsNothingElse(part: Locator) {
  expect(await findViolations(part)).toEqual([]);
  await expect(part.getByRole('progressbar')).toHaveCount(0);
}

test.describe('the tab of a service', { tag: '@looks' }, () => {
  test.beforeEach(async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await signIn(page);
  });

  test('every state of a scan has its own words and action', async ({
    page,
  }) => {
    test.setTimeout(120_000);
    for (const { state, given, title, words, action } of states) {
      await test.step(state, async () => {
        await serve(page, given);
        await page.goto(`${servicePath(name)}/build-hygiene`);
        const part = page.getByRole('region', { name: 'Build hygiene' });
        await expect(part.getByRole('heading', { name: title })).toBeVisible();
        await expect(part).toContainText(words);
        await expect(part.getByRole('button')).toHaveText(
          action ? [action] : [],
        );
        await showsNothingElse(part);
        await page.unrouteAll({ behavior: 'wait' });
      });
    }
  });

  test('an outdated result says so, and stays', async ({ page }) => {
    await serve(page, {
      scan: {
        ...failed('unreachable', 'github.example.com does not answer'),
        status: 'stale',
        commit: '4f2a91c',
        scannedAt: '2026-01-01T08:00:00Z',
      },
      hasReport: true,
    });
    await page.goto(`${servicePath(name)}/build-hygiene`);

    const banner = page
      .getByRole('status')
      .filter({ hasText: 'The host cannot be reached' });
    await expect(banner).toContainText('What you see is from');
    await expect(banner.getByRole('button', { name: 'Try now' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Checks' })).toBeVisible();
    expect(await findViolations(banner)).toEqual([]);
  });

  test('a Dockerfile that does not parse leaves the other rules', async ({
    page,
  }) => {
    await page.goto(`${servicePath('notifications')}/build-hygiene`);

    const place = page
      .getByRole('listitem')
      .filter({ hasText: 'Dockerfile:12' })
      .first();
    await expect(page.getByText('1 place could not be read')).toBeVisible();
    await expect(
      page.getByText('Rules that do not need them still count.'),
    ).toBeVisible();
    await expect(place).toContainText('unknown instruction: FORM');
    expect(await findViolations(place)).toEqual([]);
  });

  test('no builds means a CI step to copy', async ({ page }) => {
    await page.route(`${detailPath}/builds*`, route =>
      route.fulfill({ json: { items: [], total: 0 } }),
    );
    await page.goto(`${servicePath(name)}/build-hygiene`);

    const builds = page.getByRole('region', { name: 'Builds', exact: true });
    await expect(
      builds.getByRole('heading', { name: 'No builds yet' }),
    ).toBeVisible();
    await expect(
      builds.getByRole('button', { name: /^Copy/ }).first(),
    ).toBeVisible();
    await showsNothingElse(builds);
  });

  test('who may not see it is told so', async ({ page }) => {
    await answerWithError(page, detailPath, {
      status: 403,
      name: 'NotAllowedError',
      message: 'Unauthorized',
    });
    await page.goto(`${servicePath(name)}/build-hygiene`);

    const part = page.getByRole('region', { name: 'Build hygiene' });
    await expect(
      part.getByRole('heading', { name: 'You may not see this' }),
    ).toBeVisible();
    await expect(part).toContainText('Ask the owner of the service');
    await showsNothingElse(part);
  });

  test('a filter that nothing matches can be cleared', async ({ page }) => {
    await page.goto(`${servicePath(name)}/build-hygiene?q=no-such-check`);

    const checks = page.getByRole('region', { name: 'Checks' });
    const clear = checks.getByRole('button', { name: 'Clear filters' });
    await expect(clear).toBeVisible();
    expect(await findViolations(checks)).toEqual([]);
    await clear.click();
    await expect(
      checks.getByRole('heading', { level: 3 }).first(),
    ).toBeVisible();
  });
});
