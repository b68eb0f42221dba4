/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** Words of every page, in Chinese. */
export const zhGeneral = {
  loading: '正在加载',
  'action.retry': '重试',
  'action.reload': '重新加载',
  'action.clearFilters': '清除筛选',
  'action.cancel': '取消',
  'action.previousPage': '上一页',
  'action.nextPage': '下一页',
  'severity.critical': '严重',
  'severity.high': '高',
  'severity.medium': '中',
  'severity.low': '低',
  'severity.info': '提示',
  'category.cache': '层缓存',
  'category.context': '构建上下文',
  'category.modules': 'Go 模块',
  'category.proxy': '模块代理',
  'category.security': '安全',
  'category.image': '镜像',
  'category.reproducible': '可重现性',
  'category.ci': 'CI',
  'category.platform': '平台',
  'score.grade': '{{grade}} 级',
  'score.label': '得分 {{score}}（满分 100），{{grade}} 级',
  'score.notRated': '未评分',
  'score.coverage': '基于 {{share}} 的规则',
  'score.cap.critical': '因存在未解决的严重问题而扣减，扣减前为 {{raw}}',
  'score.cap.high': '因存在未解决的高级问题而扣减，扣减前为 {{raw}}',
  'score.change': '自 {{day}} 起 {{points}} 分',
  'score.noHistory': '从第二天起显示趋势',
  'score.historyLabel':
    '得分从 {{fromDay}} 的 {{from}} 变为 {{toDay}} 的 {{to}}（满分 100）',
  'score.rulesetChanged': '规则于 {{day}} 更新为 {{version}}',
  'gate.pass': '通过门禁',
  'gate.fail': '未通过门禁',
  'gate.passes': '通过',
  'gate.fails': '未通过',
  'gate.passExplained': '没有会阻断该服务的未解决问题。',
  'gate.failExplained': '某条阻断规则存在未解决的问题。',
  'hitRate.name': '缓存命中率',
  'hitRate.noBuilds': '尚无构建',
  'hitRate.pending_one': '还需 {{count}} 次构建',
  'hitRate.pending_other': '还需 {{count}} 次构建',
  'hitRate.window_one': '{{days}} 天内 {{count}} 次构建',
  'hitRate.window_other': '{{days}} 天内 {{count}} 次构建',
};
