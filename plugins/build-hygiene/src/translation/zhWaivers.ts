/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** Waivers, in Chinese. */
export const zhWaivers = {
  'waivers.what': '豁免',
  'waivers.title': '豁免',
  'waivers.explanation':
    '已接受的例外：发现的问题仍然可见，但在最后一天结束之前不计入得分。',
  'waivers.heading': '豁免',
  'waivers.waive': '豁免…',
  'waivers.chipPending': '豁免等待批准',
  'waivers.pending': '截至 {{day}} 的豁免正在等待批准，由 {{user}} 申请：',
  'waivers.active': '由 {{user}} 豁免至 {{day}}：',
  'waivers.approved': '由 {{user}} 豁免至 {{day}}，{{approver}} 已批准：',
  'waivers.comment': '由 {{place}} 处的注释豁免：',
  'waivers.commentUntil': '由 {{place}} 处的注释豁免至 {{day}}：',
  'waivers.notYet': '从下次扫描起生效。',
  'waivers.worse':
    '当时接受的严重程度为“{{severity}}”。该检查现已变得更严重，因此重新计入。',
  'waivers.approve': '批准',
  'waivers.reject': '拒绝',
  'waivers.withdraw': '撤回',
  'waivers.done.approve': '豁免已批准。',
  'waivers.done.reject': '豁免已拒绝。',
  'waivers.done.withdraw': '豁免已撤回。',
  'waivers.failed': '操作未成功',
  'waivers.dialog.title': '豁免检查',
  'waivers.dialog.scope': '适用范围',
  'waivers.dialog.scopeOne': '仅 {{unit}}',
  'waivers.dialog.scopeAll': '该规则在此服务中发现的全部内容',
  'waivers.dialog.reason': '理由',
  'waivers.dialog.reasonHelp':
    '说明为何可以保持现状，至少 10 个字符。所有能看到该服务的人都可以阅读。',
  'waivers.dialog.until': '有效期',
  'waivers.dialog.days': '{{days}} 天，至 {{day}}',
  'waivers.dialog.needsApproval':
    '严重程度为“{{severity}}”：豁免须由其他人批准，批准之前不生效。',
  'waivers.dialog.atOnce': '豁免立即有效，得分将在随后的扫描中更新。',
  'waivers.dialog.submit': '豁免',
  'waivers.dialog.submitForApproval': '申请批准',
  'waivers.dialog.asked': '豁免正在等待批准。',
  'waivers.dialog.granted': '检查已豁免，随后将进行扫描。',
  'waivers.group.pending': '等待批准',
  'waivers.group.pendingExplained': '在申请人以外的人批准之前不生效。',
  'waivers.group.expiring': '即将结束',
  'waivers.group.expiringExplained':
    '将在 {{days}} 天内结束，之后相关检查重新计入。',
  'waivers.group.active': '有效',
  'waivers.group.activeExplained': '有效期超过 {{days}} 天。',
  'waivers.group.ended': '已结束',
  'waivers.group.endedExplained': '已拒绝、已撤回或已过最后一天。',
  'waivers.column.service': '服务',
  'waivers.column.rule': '规则',
  'waivers.column.severity': '严重程度',
  'waivers.column.reason': '理由',
  'waivers.column.who': '人员',
  'waivers.column.until': '截止日期',
  'waivers.column.state': '状态',
  'waivers.column.actions': '操作',
  'waivers.approvedBy': '{{user}} 已批准',
  'waivers.state.pending': '等待中',
  'waivers.state.active': '有效',
  'waivers.state.rejected': '已拒绝',
  'waivers.state.withdrawn': '已撤回',
  'waivers.state.expired': '已过期',
  'waivers.empty.title': '没有豁免',
  'waivers.empty.description':
    '如果某项检查可以保持现状，可在其服务页面上注明理由和最后一天予以豁免。仓库中的注释不在此列出。',
} as const;
