/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** The fix plan, in Chinese. */
export const zhFixes = {
  'fix.title': '修复',
  'fix.verified': '已验证',
  'fix.verifiedTitle': '对修改后文件的扫描表明修复有效且没有带来新问题',
  'fix.needsReview': '需要审阅',
  'fix.safe': '安全',
  'fix.safeTitle': '不会改变镜像的行为',
  'fix.gainTitle': '此项修改增加的分数',
  'fix.review': '合并前请确认：{{review}}',
  'fix.scoreAfter': '修复后得分 {{score}}',
  'fix.saves': '每次构建节省 {{time}}',
  'fix.savesAbout': '每次构建约节省 {{time}}',
  'fix.savesMeasured':
    '按提交类型加权的预期值，依据此服务构建中各步骤的实测耗时',
  'fix.savesPublished':
    '按提交类型加权的预期值，依据公开的耗时数据：此服务尚无已知构建',
  'fix.hidden': '这些行中含有机密，因此不显示修改。可用命令行输出。',
  'fix.copy': '复制差异',
  'fix.copied': '已复制',
  'fix.diffLabel': '{{path}} 的修改',
  'fix.plan.title': '修复计划',
  'fix.plan.explanation_one': '已在此提交上验证的 {{count}} 项修改',
  'fix.plan.explanation_other': '已在此提交上依次验证的 {{count}} 项修改',
  'fix.plan.way': '得分从 {{from}} 提高到 {{to}}',
  'fix.plan.scoreTitle': '完成此项及之前各项修改后的得分',
  'fix.plan.showDiff': '显示全部修改',
  'fix.plan.showPart': '显示所选修改',
  'fix.plan.hideDiff': '隐藏修改',
  'fix.plan.chooseAll': '全选',
  'fix.plan.copyPatch': '复制补丁',
  'fix.plan.copyCommand': '复制命令',
  'fix.plan.pullRequest': '创建拉取请求',
  'fix.plan.rejected': '单独无法成立：{{reason}}',
  'fix.plan.failed': '无法试用所选修复。{{reason}}',
  'fix.plan.choose': '修复',
  'fix.plan.chooseTitle': '在修复计划中选中此修复',
  'fix.form.service': '服务',
  'fix.form.required': '必填',
  'fix.form.serviceHint': '得分最低者在前；可输入名称的一部分',
  'fix.form.servicePlaceholder': '选择服务',
  'fix.form.fixes': '修复',
  'fix.form.chosen': '已选择 {{chosen}} 项修复，共 {{all}} 项',
  'fix.form.chooseSafe': '仅选安全项',
  'fix.form.gone': '已不存在或已修复：{{rules}}',
  'fix.form.changed': '这些修改与您查看过的不同',
  'fix.form.changedExplained':
    '此后代码仓库又被扫描过。请查看修改，然后采用现在的修改。',
  'fix.form.agree': '采用这些修改',
  'fix.form.noService': '请选择服务',
  'fix.form.noFix': '请至少选择一项修复',
  'fix.form.notAlone': '缺少未选中的修复时无法成立：{{rules}}',
  'fix.form.wait': '仍在试用所选修复：请稍候再继续',
  'fix.form.obstacle.notScanned': '代码仓库尚未成功扫描。服务页面说明了原因。',
  'fix.form.obstacle.nothing': '此服务没有可自动修复的问题。',
  'fix.form.obstacle.noRepository':
    '创建拉取请求需要托管的代码仓库。此服务的文件不在其中。',
};
