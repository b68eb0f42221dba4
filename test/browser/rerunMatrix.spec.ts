/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expect, test } from '@playwright/test';
import { findViolations } from './findViolations';
import { openTab } from './servicePage';

test(
  'the matrix shows what a change re-runs, and why',
  { tag: '@looks' },
  async ({ page }) => {
    await openTab(page, 'parcel-tracking');
    const matrix = page.getByRole('region', { name: 'What re-runs when you' });

    await expect(
      matrix.getByText(
        'A change of Go source re-runs 2 of 4 steps, and downloads every module again.',
      ),
    ).toBeVisible();
    const grid = matrix.getByRole('grid', {
      name: 'Steps of Dockerfile by kind of commit',
    });
    await expect(grid.getByRole('columnheader')).toHaveText([
      'Step',
      /^Go source/,
      /^Modules/,
      /^Tests/,
      /^Docs/,
      /^CI/,
      /^Dockerfile/,
      /^New commit/,
      'Took',
    ]);
    await expect(
      grid.getByRole('gridcell', {
        name: 'Cached. Docs, line 1: FROM golang:latest',
      }),
    ).toBeVisible();

    await grid
      .getByRole('gridcell', { name: 'Re-runs. Docs, line 3: COPY . .' })
      .hover();

    const why = page.getByRole('tooltip');
    await expect(why).toContainText('COPY . .');
    await expect(why).toContainText('README.md');
    expect(await findViolations(why)).toEqual([]);
  },
);

test('modules stay cached where they are copied first', async ({ page }) => {
  await openTab(page, 'shipping-rates');
  const matrix = page.getByRole('region', { name: 'What re-runs when you' });

  await expect(matrix.getByText('the modules stay cached')).toBeVisible();
  await expect(
    matrix.getByRole('gridcell', {
      name: /^Cached\. Go source, line 6: RUN .*go mod download$/,
    }),
  ).toBeVisible();
  await expect(
    matrix.getByRole('gridcell', {
      name: /^Cheaper\. Go source, line 11: RUN .*go build/,
    }),
  ).toBeVisible();
  await expect(
    matrix.getByRole('gridcell', {
      name: /^Cached\. Docs, line 9: COPY cmd/,
    }),
  ).toBeVisible();
});

test('headers and sums stand over and under the middle of their columns', async ({
  page,
}) => {
  await openTab(page, 'billing');
  const grid = page.getByRole('grid', { name: /^Steps of / });

  await expect(grid.getByRole('columnheader', { name: 'Modules' })).toHaveCSS(
    'text-align',
    'center',
  );
  await expect(
    grid.getByRole('row', { name: 'Steps that re-run' }).getByRole('gridcell'),
  ).toHaveCount(8);
  await expect(
    grid
      .getByRole('row', { name: 'Steps that re-run' })
      .getByRole('gridcell')
      .first(),
  ).toHaveCSS('text-align', 'center');
});

test(
  'the matrix can be seen for another builder',
  { tag: '@looks' },
  async ({ page }) => {
    await openTab(page, 'shipping-rates');
    const matrix = page.getByRole('region', { name: 'What re-runs when you' });
    const builder = matrix.getByRole('radiogroup', { name: 'Builder' });
    const sums = matrix
      .getByRole('row', { name: 'Steps that re-run' })
      .getByRole('gridcell');

    await expect(
      builder.getByRole('radio', { name: 'Keeps its cache' }),
    ).toBeChecked();
    await expect(matrix.getByText('Default for this service.')).toBeVisible();
    await expect(sums.first()).toHaveText('4 of 9');

    await builder.getByRole('radio', { name: 'Starts empty' }).click();

    await expect(matrix.getByText('What if.')).toBeVisible();
    await expect(sums.first()).toHaveText('9 of 9');
    await expect(matrix.getByText('0%', { exact: true })).toBeVisible();
    await expect(page).toHaveURL(/[?&]builder=ephemeral/);
    expect(await findViolations(matrix)).toEqual([]);

    // By keyboard, as radio buttons are.
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/[?&]builder=remote-min/);
    await expect(sums.first()).toHaveText('7 of 9');
  },
);

test(
  'the matrix can be seen after the chosen fixes',
  { tag: '@looks' },
  async ({ page }) => {
    await openTab(page, 'parcel-tracking');
    const matrix = page.getByRole('region', { name: 'What re-runs when you' });
    const docs = matrix
      .getByRole('row', { name: 'Steps that re-run' })
      .getByRole('gridcell')
      .nth(3);
    await expect(docs).toHaveText('2 of 4');

    await matrix.getByRole('radio', { name: /^With the \d+ chosen/ }).click();

    await expect(docs).toContainText(/0 of \d, was 2 of 4/);
    await expect(
      matrix
        .getByRole('gridcell', { name: /^Cached, was: Re-runs.*\. Docs, line/ })
        .first(),
    ).toBeVisible();
    await expect(matrix.getByText('Improved')).toBeVisible();
    await expect(page).toHaveURL(/[?&]matrix=after/);
    expect(await findViolations(matrix)).toEqual([]);

    await matrix.getByRole('radio', { name: 'Now' }).click();
    await expect(docs).toHaveText('2 of 4');
  },
);

test('the service that builds on empty runners says where that is known from', async ({
  page,
}) => {
  await openTab(page, 'driver-routes');
  const matrix = page.getByRole('region', { name: 'What re-runs when you' });

  await expect(
    matrix.getByRole('radio', { name: 'Remote cache, all layers' }),
  ).toBeChecked();
  await expect(
    matrix.getByText(/^\.github\/workflows\/image\.yaml:\d+$/),
  ).toBeVisible();
});

test(
  'the reasons can be read with the keyboard alone',
  { tag: '@looks' },
  async ({ page }) => {
    await openTab(page, 'shipping-rates');
    const matrix = page.getByRole('region', { name: 'What re-runs when you' });
    await matrix
      .getByRole('radio', { name: 'Remote cache, final stage only' })
      .focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    const why = page.getByRole('tooltip');
    await expect(
      matrix.getByRole('gridcell', { name: /^Cached\. Go source, line 1:/ }),
    ).toBeFocused();
    await expect(why).toBeVisible();

    for (let row = 1; row < 4; row++) {
      await page.keyboard.press('ArrowDown');
    }
    await expect(
      matrix.getByRole('gridcell', { name: /^Not kept\. Go source, line 6:/ }),
    ).toBeFocused();
    await expect(why).toContainText('Not kept');
    await expect(why).toContainText('holds only the final stage');
    expect(await findViolations(matrix)).toEqual([]);

    await page.keyboard.press('Escape');
    await expect(why).toHaveCount(0);
  },
);

test('the pointer can be moved onto a reason', async ({ page }) => {
  await openTab(page, 'parcel-tracking');
  const cell = page.getByRole('gridcell', {
    name: 'Re-runs. Docs, line 3: COPY . .',
  });
  await cell.hover();
  const why = page.getByRole('tooltip');
  await expect(why).toBeVisible();
  const from = await cell.boundingBox();
  const to = await why.boundingBox();
  if (!from || !to) {
    throw new Error('Nothing to hover');
  }

  const middle = from.x + from.width / 2;
  await page.mouse.move(middle, from.y + from.height / 2);
  await page.mouse.move(middle, to.y + to.height / 2, { steps: 40 });
  await expect(why).toContainText('README.md');

  await page.mouse.move(2, 2);
  await expect(why).toHaveCount(0);
});
