/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** How scans go, in Chinese. */
export const zhScanHealth = {
  'scanHealth.tab': '扫描状况',
  'scanHealth.what': '扫描状况',
  'scanHealth.tiles': '扫描',
  'scanHealth.tile.failing': '失败的扫描',
  'scanHealth.tile.failingNote':
    '{{failed}} 个没有任何结果，{{stale}} 个有较早的结果',
  'scanHealth.tile.failingNone': '最近的扫描全部成功',
  'scanHealth.tile.pending': '从未扫描',
  'scanHealth.tile.pendingNote': '尚未尝试，或仍在等待首次扫描',
  'scanHealth.tile.pendingNone': '每个服务都已扫描',
  'scanHealth.tile.queue': '队列中',
  'scanHealth.tile.queueNote_one':
    '{{count}} 个自 {{when}}起等待，{{running}} 个正在运行',
  'scanHealth.tile.queueNote_other':
    '{{count}} 个中最早的自 {{when}}起等待，{{running}} 个正在运行',
  'scanHealth.tile.queueNone': '没有到期的扫描，{{running}} 个正在运行',
  'scanHealth.tile.queueNext':
    '{{when}}之前没有到期的扫描，{{running}} 个正在运行',
  'scanHealth.tile.outdated': '结果过旧',
  'scanHealth.tile.outdatedNote': '最近一次成功扫描已超过 {{duration}}',
  'scanHealth.tile.round': '完整一轮耗时',
  'scanHealth.tile.roundNote':
    '每个服务都在此时间内尝试过；计划每 {{duration}} 一次',
  'scanHealth.tile.roundNone': '部分服务从未尝试；计划每 {{duration}} 一次',
  'scanHealth.problems.title': '失败原因',
  'scanHealth.problems.explanation':
    '按原因和主机分组。失败的扫描会自动重试，间隔逐渐加长。',
  'scanHealth.problems.none': '没有失败的扫描。',
  'scanHealth.problems.onHost': '位于 {{host}}',
  'scanHealth.problems.noHost': '没有主机',
  'scanHealth.problems.nextTry': '下次尝试：{{when}}',
  'scanHealth.problems.retry': '立即重试',
  'scanHealth.problems.retryLabel': '立即重试：{{problem}}',
  'scanHealth.problems.retryAll': '立即重试全部',
  'scanHealth.problems.retried_one': '{{count}} 个扫描已排队',
  'scanHealth.problems.retried_other': '{{count}} 个扫描已排队',
  'scanHealth.problems.retryFailed': '扫描未能排队',
  'scanHealth.services.title': '失败的服务',
  'scanHealth.services.explanation': '最久没有成功扫描的排在最前。',
  'scanHealth.services.service': '服务',
  'scanHealth.services.reason': '原因',
  'scanHealth.services.lastGood': '最近一次成功扫描',
  'scanHealth.services.never': '从未',
  'scanHealth.services.tries': '尝试次数',
  'scanHealth.services.nextTry': '下次尝试',
  'scanHealth.services.all_one': '在列表中显示 {{count}} 个服务',
  'scanHealth.services.all_other': '在列表中显示全部 {{count}} 个',
  'scanHealth.hosts.title': '主机',
  'scanHealth.hosts.explanation':
    '仓库所在的位置。请求额度用尽的主机会暂停访问，直到重新可用。',
  'scanHealth.hosts.host': '主机',
  'scanHealth.hosts.noHost': '没有主机（文件夹）',
  'scanHealth.hosts.services': '服务',
  'scanHealth.hosts.failing': '失败',
  'scanHealth.hosts.limit': '速率限制',
  'scanHealth.hosts.free': '未达到',
  'scanHealth.hosts.limited_one': '{{count}} 个服务在等待，下次尝试：{{when}}',
  'scanHealth.hosts.limited_other':
    '{{count}} 个服务在等待，下次尝试：{{when}}',
  'scanHealth.slowest.title': '最慢的扫描',
  'scanHealth.slowest.explanation': '依据最近一次读取整个仓库的扫描。',
  'scanHealth.slowest.service': '服务',
  'scanHealth.slowest.time': '时间',
  'scanHealth.slowest.none': '尚未读取任何仓库。',
} as const;
