/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expect, test } from '@playwright/test';
import { findViolations } from './findViolations';
import { openTab } from './servicePage';

test(
  'a build opens to its step timeline',
  { tag: '@looks' },
  async ({ page }) => {
    await openTab(page, 'shipping-rates');
    const builds = page.getByRole('region', { name: 'Builds' });
    await expect(
      builds.getByRole('figure', { name: /^Cache hit rates of the last \d+/ }),
    ).toBeVisible();
    const build = builds
      .getByRole('row')
      .filter({ hasText: 'Succeeded' })
      .filter({ hasText: '7 of 7' })
      .first()
      .getByRole('button', { name: /^Build of / });

    await build.click();

    await expect(build).toHaveAttribute('aria-expanded', 'true');
    await expect(
      builds.getByRole('heading', { name: /^Stage build/ }),
    ).toBeVisible();
    const steps = builds.getByRole('listitem').filter({ hasText: /^\d\/7/ });
    await expect(steps).toHaveText([
      /^1\/7FROM docker\.io\/library\/golang/,
      /^2\/7WORKDIR \/src/,
      /^3\/7COPY go\.mod go\.sum \.\//,
      /^4\/7RUN .*go mod download/,
      /^5\/7COPY cmd \.\/cmd/,
      /^6\/7COPY internal \.\/internal/,
      /^7\/7RUN .*go build/,
    ]);
    await expect(steps.nth(6)).toContainText('Cached');
    expect(await findViolations(builds)).toEqual([]);
    await expect(page).toHaveURL(/build=/);
  },
);

test('a failed build tells why, and leads to the check that prevents it', async ({
  page,
}) => {
  await openTab(page, 'customs-forms');
  const builds = page.getByRole('region', { name: 'Builds' });

  await builds
    .getByRole('row')
    .filter({ hasText: 'Credentials' })
    .first()
    .getByRole('button', { name: /^Build of / })
    .click();

  await expect(
    builds.getByText('url."https://***@go.example.com/"').first(),
  ).toBeVisible();
  const diagnosis = builds.getByRole('region', {
    name: 'Why the build failed',
  });
  await expect(diagnosis).toContainText('auth.private_module_https');
  await expect(
    diagnosis.getByRole('figure', {
      name: 'The line of the log that shows it',
    }),
  ).toContainText('HTTP Basic: Access denied');
  await expect(
    diagnosis.getByRole('heading', { name: 'What to do' }),
  ).toBeVisible();

  await diagnosis
    .getByRole('button', { name: 'security/secret-in-build' })
    .click();

  await expect(
    page.getByRole('searchbox', { name: 'Search checks' }),
  ).toHaveValue('security/secret-in-build');
  await expect(
    page
      .getByRole('region', { name: 'Checks' })
      .getByRole('heading', { level: 3 }),
  ).toHaveCount(1);
});

test(
  'a failed build shows what kind of failure it was before its steps',
  { tag: '@looks' },
  async ({ page }) => {
    await openTab(page, 'customs-forms');
    const builds = page.getByRole('region', { name: 'Builds', exact: true });
    const row = builds
      .getByRole('row')
      .filter({ hasText: 'Credentials' })
      .first();
    await expect(
      row.getByRole('cell', { name: 'Credentials', exact: true }),
    ).toBeVisible();

    await row.getByRole('button', { name: /^Build of / }).click();

    const kind = builds.getByRole('heading', {
      name: 'Credentials',
      exact: true,
    });
    const steps = builds.getByRole('region', { name: 'Steps of the build' });
    await expect(kind).toBeVisible();
    await expect(steps).toBeVisible();
    const [above, below] = [
      await kind.boundingBox(),
      await steps.boundingBox(),
    ];
    expect(above!.y).toBeLessThan(below!.y);
    await expect(
      builds.getByRole('link', {
        name: 'About the rule security/secret-in-build',
      }),
    ).toHaveAttribute(
      'href',
      '/build-hygiene/rules?q=security%2Fsecret-in-build',
    );

    const diagnosis = builds.getByRole('region', {
      name: 'Why the build failed',
    });
    for (const part of [diagnosis, steps]) {
      expect(await findViolations(part)).toEqual([]);
    }

    await steps.getByRole('radio', { name: 'Table' }).click();
    await expect(
      steps.getByRole('row').filter({ hasText: 'RUN go mod download' }),
    ).toContainText('Failed');
  },
);

test(
  'a failed build is set against the last one that succeeded',
  { tag: '@looks' },
  async ({ page }) => {
    await openTab(page, 'customs-forms');
    const builds = page.getByRole('region', { name: 'Builds', exact: true });
    await builds
      .getByRole('row')
      .filter({ hasText: 'Credentials' })
      .first()
      .getByRole('button', { name: /^Build of / })
      .click();

    await builds.getByRole('button', { name: 'Compare', exact: true }).click();

    const comparison = builds.getByRole('region', {
      name: 'Two builds compared',
    });
    await expect(
      comparison.getByRole('list', { name: 'Why they differ' }),
    ).toContainText(
      'RUN go mod download failed in this build: auth.private_module_https',
    );
    await expect(
      comparison.getByRole('table', { name: 'What they ran with' }).first(),
    ).toContainText('Commit');
    await expect(
      comparison
        .getByRole('table', { name: 'Steps' })
        .getByRole('row')
        .filter({ hasText: 'RUN go mod download' }),
    ).toContainText(/Cached.*Failed/);
    await expect(page).toHaveURL(/build=.*with=/);

    expect(await findViolations(comparison)).toEqual([]);

    // The address is all that somebody else needs.
    await page.reload();
    await expect(comparison).toBeVisible();
    await comparison.getByRole('button', { name: 'Back to the build' }).click();
    await expect(
      builds.getByRole('region', { name: 'Why the build failed' }),
    ).toBeVisible();
  },
);

test('times are shown beside rates', { tag: '@looks' }, async ({ page }) => {
  await openTab(page, 'shipping-rates');
  const builds = page.getByRole('region', { name: 'Builds', exact: true });
  await expect(builds.getByText('Steps from the cache')).toBeVisible();
  await expect(builds.getByText('Time saved by the cache')).toBeVisible();

  await builds.getByRole('radio', { name: 'Time' }).click();

  await expect(
    builds.getByRole('figure', { name: /^Times of the steps/ }),
  ).toBeVisible();
  await expect(
    builds.getByText(/^In half of the \d+ successful builds shown/),
  ).toBeVisible();
  expect(await findViolations(builds)).toEqual([]);
});
