/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** The module sources, in Chinese. */
export const zhModuleSources = {
  'sources.what': '模块来源',
  'sources.list.title': '构建从列表中得到什么',
  'sources.list.explanation':
    '构建所用的模块来源列表，按 go 命令的方式逐个询问，并采用各来源当前的回答。',
  'sources.list.label': '来源列表，按询问顺序排列',
  'sources.list.notFound': '仅在 404 或 410 之后',
  'sources.list.anyError': '在任何错误之后',
  'sources.list.direct': '模块自己的仓库',
  'sources.list.off': '不询问任何来源',
  'sources.list.error': 'go 命令不接受此列表：{{error}}',
  'sources.list.canary': '使用 {{canary}} 进行检查。',
  'sources.list.unknown': '尚未进行首次检查。',
  'sources.kind.public': '公共模块',
  'sources.kind.private': '私有模块',
  'sources.kind.missing': '不存在的模块',
  'sources.outcome.served': '由 {{source}} 提供。',
  'sources.outcome.notFound': '未找到，构建会如实报告。',
  'sources.outcome.failed': '使构建在 {{source}} 处失败。',
  'sources.outcome.missingFailed':
    '在 {{source}} 处被视为错误，因此不会询问其后的来源。',
  'sources.outcome.garbage': '使构建出错：{{source}} 返回了其他内容。',
  'sources.outcome.silent': '使构建无限期等待 {{source}}。',
  'sources.outcome.direct': '从其自己的仓库获取。',
  'sources.outcome.off': '不向任何来源请求，构建失败。',
  'sources.board.title': '来源',
  'sources.board.explanation': '每个来源的状况，以及仅该来源失效时构建会怎样。',
  'sources.source.proxy': '模块代理',
  'sources.source.database': '校验和数据库',
  'sources.source.since': '自 {{time}}起',
  'sources.source.waiting': '尚未检查',
  'sources.source.median': '响应中位数',
  'sources.source.slow': '95% 低于',
  'sources.source.availability': '{{hours}} 小时内可用',
  'sources.source.certificate': '证书有效期至',
  'sources.source.history_one':
    '{{hours}} 小时内检查 {{count}} 次，{{share}} 可用',
  'sources.source.history_other':
    '{{hours}} 小时内检查 {{count}} 次，{{share}} 可用',
  'sources.source.down': '若其宕机，公共模块',
  'sources.source.silent': '若其不响应，公共模块',
  'sources.source.databaseDown':
    '若其宕机，直接询问它的构建将无法添加尚未列入 go.sum 的模块。',
  'sources.source.checks_one': '{{count}} 项检查',
  'sources.source.checks_other': '{{count}} 项检查',
  'sources.state.up': '正常',
  'sources.state.degraded': '可用但有问题',
  'sources.state.down': '不可用',
  'sources.state.unknown': '未知',
  'sources.check.dns': '域名',
  'sources.check.connection': '连接',
  'sources.check.certificate': '证书',
  'sources.check.list': '版本列表',
  'sources.check.info': '版本信息',
  'sources.check.mod': 'go.mod',
  'sources.check.missing': '不存在的模块',
  'sources.check.private': '私有模块',
  'sources.check.checksums': '校验和',
  'sources.check.clock': '时钟',
  'sources.checkState.pass': '正常',
  'sources.checkState.warn': '警告',
  'sources.checkState.fail': '失败',
  'sources.checkState.skipped': '未检查',
  'sources.empty.title': '尚未配置模块来源',
  'sources.empty.description':
    '请在 app-config.yaml 中填写构建所用的列表。之后每隔几分钟检查一次来源，扫描也会发现已撤回和已弃用的模块。未配置时不会联系任何来源。',
  'sources.empty.snippet': '模块来源的配置',
  'sources.empty.copy': '复制配置',
  'sources.empty.copied': '配置已复制。',
};
