/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expect, test } from '@playwright/test';
import { servicePath } from './servicePage';
import { signIn } from './signIn';

test.beforeEach(async ({ page }) => {
  await signIn(page, '/settings');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('option', { name: '中文' }).click();
  await expect(page.getByRole('button', { name: '中文' })).toBeVisible();
});

test('the report speaks Chinese', async ({ page }) => {
  await page.goto('/build-hygiene');

  await expect(page.getByRole('heading', { name: '等级' })).toBeVisible();
  // The tile; the trend below has the words, too.
  await expect(page.getByText('得分中位数').first()).toBeVisible();
  await expect(page.getByText('共 11 个已评分服务')).toBeVisible();

  await expect(
    page.getByText('每次修改源代码都会重新下载所有模块'),
  ).toBeVisible();
  await expect(page.getByRole('tab')).toHaveText([
    '概览',
    '服务',
    '规则',
    '技术栈',
    '构建',
    '专项行动',
    '豁免',
    '模块来源',
    '扫描状况',
  ]);

  await page.getByRole('tab', { name: '服务' }).click();

  await expect(page.getByRole('searchbox', { name: '搜索服务' })).toBeVisible();
  await expect(page.getByRole('grid').getByRole('columnheader')).toHaveText([
    '服务',
    '负责人',
    '得分',
    '门禁',
    '未解决的问题',
    '命中率',
    '扫描',
  ]);
  await expect(
    page.getByText('第 1 / 1 页 · 11 个服务', { exact: true }),
  ).toBeVisible();
});

test('rules speak Chinese, and are found by it', async ({ page }) => {
  await page.goto('/build-hygiene/rules');

  const rows = page.getByRole('grid').getByRole('row');
  await expect(
    rows.filter({ hasText: 'security/root-user' }).getByRole('rowheader'),
  ).toContainText('镜像以 root 运行');
  await page.getByRole('searchbox', { name: '搜索规则' }).fill('所有模块');
  await expect(
    rows.filter({ hasText: 'cache/deps-before-source' }),
  ).toBeVisible();
  await expect(rows.filter({ hasText: 'security/root-user' })).toHaveCount(0);
});

test('the service page speaks Chinese', async ({ page }) => {
  await page.goto(`${servicePath('parcel-tracking')}/build-hygiene`);

  await expect(
    page.getByRole('heading', { name: '修改什么会导致哪些步骤重新执行' }),
  ).toBeVisible();
  await expect(
    page.getByText(
      '修改 Go 源代码会重新执行 4 个步骤中的 2 个，并重新下载所有模块。',
    ),
  ).toBeVisible();
  await expect(
    page.getByRole('gridcell', {
      name: '重新执行。文档，第 3 行：COPY . .',
    }),
  ).toBeVisible();
  const checks = page.getByRole('region', { name: '检查' });
  await checks
    .getByRole('button', { name: 'cache/deps-before-source' })
    .click();
  await expect(checks.getByRole('heading', { name: '如何修复' })).toBeVisible();
  await expect(
    checks.getByText('每次修改源代码都会重新下载所有模块'),
  ).toBeVisible();
  await expect(
    checks.getByText(/^该步骤.+：每次修改源代码都会重新获取所有模块。/),
  ).toBeVisible();
  await expect(checks.getByText(/^先复制 go\.mod 和 go\.sum/)).toBeVisible();
  await expect(
    page.getByRole('region', { name: '修复计划' }).getByText(/请检查它们是否/),
  ).toBeVisible();
  const builds = page.getByRole('region', { name: '构建', exact: true });
  await builds
    .getByRole('button', { name: /的构建$/ })
    .first()
    .click();
  await expect(builds.getByRole('heading', { name: /阶段/ })).toBeVisible();
});

test('the overview card speaks Chinese, times too', async ({ page }) => {
  await page.goto(servicePath('parcel-tracking'));

  const card = page
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: '构建健康' }) });
  await expect(
    card.getByRole('img', { name: /^得分 \d+（满分 100），[CDF] 级$/ }),
  ).toBeVisible();
  await expect(card).toContainText('最值得先修复');
  await expect(card).toContainText(/扫描于 ?\d+(秒|分)钟?前/);
});
