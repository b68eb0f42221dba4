/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** How the builds of a service go, in Chinese. */
export const zhTrends = {
  'trends.view': '图表显示的内容',
  'trends.rate': '命中率',
  'trends.time': '时间',
  'trends.ofSteps': '命中缓存的步骤',
  'trends.ofTime': '缓存节省的时间',
  'trends.avoided': '缓存节省',
  'trends.median': '中位数',
  'trends.chartLabel_one': '最近一次成功构建的步骤耗时；下表中有列出',
  'trends.chartLabel_other':
    '最近 {{count}} 次成功构建的步骤耗时；下表中有列出',
  'trends.wall': '所示 {{builds}} 次成功构建中，一半的耗时不超过 {{median}}。',
  'trends.steps':
    '所示 {{builds}} 次成功构建中，一半的已执行步骤耗时不超过 {{median}}。',
  'trends.p95': '95% 的构建不超过 {{seconds}}。',
  'trends.p95Pending': '满 {{builds}} 次构建后才显示较慢构建的耗时。',
  'trends.pending_one': '还需 {{count}} 次成功构建才能得出中位数。',
  'trends.pending_other': '还需 {{count}} 次成功构建才能得出中位数。',
} as const;
