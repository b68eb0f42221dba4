/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** What leads to the plugin, and from it to other places, in Chinese. */
export const zhWaysIn = {
  'share.menu': '此服务的更多操作',
  'share.sarif': '下载 SARIF 报告',
  'share.markdown': '下载 Markdown 报告',
  'share.downloadFailed': '无法下载报告',
  'share.badge': '徽章…',
  'share.badgeTitle': '徽章',
  'share.badgeExplained':
    '在能显示图片的地方（例如 README）展示得分和等级。查看者无需在此登录。内容最多延迟五分钟。',
  'share.badgePreview': '{{name}} 的徽章',
  'share.badgeMarkdown': '徽章的 Markdown',
  'share.badgeCopy': '复制 Markdown',
  'share.badgeCopied': '已复制 Markdown',
  'share.close': '关闭',
  'attention.label': '您的服务，得分最低者在前',
  'attention.what': '您的服务',
  'attention.critical_one': '{{count}} 个严重问题',
  'attention.critical_other': '{{count}} 个严重问题',
  'attention.all_one': '在报告中查看您的服务',
  'attention.all_other': '在报告中查看您的全部 {{count}} 个服务',
  'attention.nothingOpen': '没有未解决的问题',
  'attention.nothingOpenExplained': '您的服务通过了所有适用的检查。',
  'attention.noServices': '没有您的服务',
  'attention.noServicesExplained':
    '已扫描的服务中，没有归您或您所在的组所有的。',
  'catalogFilter.grade': '构建健康等级',
  'entityMenu.rescan': '重新扫描构建健康',
} as const;
