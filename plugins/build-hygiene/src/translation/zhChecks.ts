/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** The checks of a service, in Chinese. */
export const zhChecks = {
  'checks.title': '检查',
  'checks.explanation_one': '规则集 {{version}} 的 {{count}} 项检查',
  'checks.explanation_other': '规则集 {{version}} 的 {{count}} 项检查',
  'checks.stateFilter': '按状态筛选',
  'checks.severityFilter': '严重程度',
  'checks.categoryFilter': '类别',
  'checks.search': '搜索检查',
  'checks.showAll': '显示所有检查',
  'checks.state.fail': '未通过',
  'checks.state.partial': '部分通过',
  'checks.state.error': '出错',
  'checks.state.pending': '待定',
  'checks.state.waived': '已豁免',
  'checks.state.pass': '通过',
  'checks.state.not-applicable': '不适用',
  'checks.state.all': '全部',
  'checks.stateOne.fail': '未通过',
  'checks.stateOne.partial': '部分通过',
  'checks.stateOne.error': '无法评估',
  'checks.stateOne.pending': '需要更多数据',
  'checks.stateOne.waived': '已豁免',
  'checks.stateOne.pass': '通过',
  'checks.stateOne.not-applicable': '不适用',
  'checks.delta': '{{points}} 分',
  'checks.deltaTitle': '此检查通过后可增加的分数',
  'checks.more_one': '及另外 {{count}} 处',
  'checks.more_other': '及另外 {{count}} 处',
  'checks.evidence_one': '证据',
  'checks.evidence_other': '{{count}} 处证据',
  'checks.excerptLabel': '{{place}} 处的源代码',
  'checks.why': '为什么重要',
  'checks.how': '如何修复',
  'checks.howKept': '如何保持',
  'checks.blocking': '未解决时无法通过门禁',
  'checks.prevents': '可避免 {{classes}} 类的构建失败',
  'checks.sources': '阅读更多',
  'checks.empty.title': '没有匹配的检查',
  'checks.empty.description': '该服务没有符合所选筛选条件的检查。',
};
