/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** The steps of a build, and what its seconds went to, in Chinese. */
export const zhSteps = {
  'steps.title': '构建的步骤',
  'steps.view': '步骤的显示方式',
  'steps.time': '时间线',
  'steps.table': '表格',
  'steps.summary':
    '{{cacheable}} 个步骤中 {{cached}} 个命中缓存；已执行的步骤共耗时 {{seconds}}。',
  'steps.firstMiss': '缓存首先在“{{step}}”处失效。',
  'steps.miss': '首次未命中',
  'steps.line': '第 {{line}} 行',
  'steps.confidence.medium': '依据其输出和以往的耗时',
  'steps.confidence.low': '仅依据其输出',
  'steps.confidence.none': '无法判断其中是否有内容',
  'steps.column.step': '步骤',
  'steps.column.line': '行',
  'steps.column.state': '状态',
  'steps.column.seconds': '耗时',
  'steps.column.median': '中位数',
  'steps.column.hitRate': '命中率',
  'steps.linesBuilt': '行号来自所构建提交中的 {{path}}。',
  'steps.linesScanned': '行号来自最近一次扫描的 {{path}}。',
  'steps.usual':
    '各步骤的中位数和命中率来自 {{days}} 天内最多 {{builds}} 次构建。',
  'steps.usualPending': '再有几次构建后即可显示中位数和命中率。',
  'seconds.title': '时间去向',
  'seconds.explanation': '构建器共耗时 {{seconds}}；步骤可能同时运行。',
  'seconds.within': '其中：{{part}}',
} as const;
