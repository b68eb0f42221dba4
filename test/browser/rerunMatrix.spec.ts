/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expect, test } from '@playwright/test';
import { openTab } from './servicePage';

test('the matrix shows what a change re-runs, and why', async ({ page }) => {
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
});

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
  ).toHaveCount(7);
  await expect(
    grid
      .getByRole('row', { name: 'Steps that re-run' })
      .getByRole('gridcell')
      .first(),
  ).toHaveCSS('text-align', 'center');
});
