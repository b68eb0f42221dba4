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
} as const;
