/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** Owners by category, in Chinese. */
export const zhOwners = {
  'owners.what': '负责人的得分',
  'owners.title': '按类别查看负责人',
  'owners.explanation':
    '每个负责人所属服务的平均得分。点击数字可查看未通过的服务。',
  'owners.failing': '{{services}} 个中 {{number}} 个未通过',
  'owners.allPass': '全部通过',
  'owners.page_one': '第 {{page}} / {{pages}} 页 · {{count}} 个负责人',
  'owners.page_other': '第 {{page}} / {{pages}} 页 · {{count}} 个负责人',
  'owners.sort.label': '负责人的排序',
  'owners.sort.score': '得分最低的在前',
  'owners.sort.services': '服务最多的在前',
  'owners.sort.name': '按名称',
} as const;
