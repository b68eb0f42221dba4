/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** What runs again when something changes, in Chinese. */
export const zhMatrix = {
  'matrix.title': '修改什么会导致哪些步骤重新执行',
  'matrix.explanation':
    '每一行是 Dockerfile 的一个步骤，每一列是一类提交。色条从被该提交作废的步骤开始，并带上其下的所有步骤。',
  'matrix.unit': 'Dockerfile',
  'matrix.predicted': '预测缓存命中率',
  'matrix.gridLabel': '{{unit}} 的步骤（按提交类型）',
  'matrix.stepColumn': '步骤',
  'matrix.stage': '阶段 {{name}}',
  'matrix.line': '第 {{line}} 行',
  'matrix.notApplicable': '没有此类文件',
  'matrix.notApplicableWhy': '仓库中没有此类文件，因此不会有这种提交。',
  'matrix.cellLabel': '{{outcome}}。{{scenario}}，第 {{line}} 行：{{text}}',
  'matrix.cellLabelWas':
    '{{outcome}}，此前：{{was}}。{{scenario}}，第 {{line}} 行：{{text}}',
  'matrix.when': '· {{scenario}}',
  'matrix.changed': '假定的提交：{{path}}',
  'matrix.changedMore_one': '假定的提交：{{path}} 及另外 {{count}} 个文件',
  'matrix.changedMore_other': '假定的提交：{{path}} 及另外 {{count}} 个文件',
  'matrix.sum': '重新执行的步骤',
  'matrix.sumValue': '{{number}} / {{total}}',
  'matrix.expected': '预计构建时间',
  'matrix.time': '预计时间',
  'matrix.timeEstimate': '估算',
  'matrix.timeValue': '≈ {{time}}',
  'matrix.timeBelow': '< {{time}}',
  'matrix.took': '耗时',
  'matrix.tookHint': '该步骤在该服务最近几次构建中执行耗时的中位数',
  'matrix.timeNote':
    '≈ 根据同类步骤的公开耗时估算，各步骤依次执行。如果发送了构建日志，则采用其中的耗时。',
  'matrix.builder.label': '构建器',
  'matrix.builder.kind.warm': '保留缓存',
  'matrix.builder.kind.remote-max': '远程缓存，所有层',
  'matrix.builder.kind.remote-min': '远程缓存，仅最终阶段',
  'matrix.builder.kind.ephemeral': '从空开始',
  'matrix.builder.own': '该服务的默认构建器。{{reason}}',
  'matrix.builder.basis.policy': '由策略 {{policy}} 指定。',
  'matrix.builder.basis.assumed':
    '此为假定：仓库中没有流水线说明该镜像由哪种构建器构建。',
  'matrix.builder.basis.remote-builder': '构建器是一台独立的机器，会保留缓存。',
  'matrix.builder.basis.self-hosted-runner':
    '作业在自托管 Runner 上运行，视为其构建器会保留缓存。',
  'matrix.builder.basis.mounts-carried-over':
    '{{perJob}}，但层和缓存挂载会在作业之间传递。',
  'matrix.builder.basis.no-cache-imported': '{{perJob}}，且不导入缓存。',
  'matrix.builder.basis.final-stage-exported':
    '{{perJob}}，导出的缓存只含最终阶段的层。',
  'matrix.builder.basis.all-stages-exported':
    '{{perJob}}，导出的缓存（`mode=max`）含有所有阶段的层。',
  'matrix.builder.basis.cache-imported':
    '{{perJob}}，并导入缓存；视为其中含有所有阶段的层。',
  'matrix.builder.perJob.builder': '每个作业都新建构建器',
  'matrix.builder.perJob.machine': '每个作业都使用新机器',
  'matrix.builder.whatIf': '假设情形。',
  'matrix.builder.other': '该服务的默认构建器是“{{own}}”。',
  'matrix.fixes.label': '修复',
  'matrix.fixes.now': '现在',
  'matrix.fixes.after_one': '应用所选修复后',
  'matrix.fixes.after_other': '应用所选 {{count}} 项修复后',
  'matrix.fixes.none': '修复计划中未选择任何修复。',
  'matrix.fixes.nowHint': '当前的 Dockerfile。',
  'matrix.fixes.pending': '正在试用所选修复…',
  'matrix.fixes.allHint':
    '应用计划中全部修复后的 Dockerfile。带框的单元格比现在做的工作更少。',
  'matrix.fixes.partHint':
    '应用修复计划中所选修复后的 Dockerfile。带框的单元格比现在做的工作更少。',
  'matrix.fixes.added': '新增',
  'matrix.fixes.improved': '已改善',
  'matrix.fixes.was': '现在：{{outcome}}。',
  'matrix.fixes.figure': '{{after}}，此前为 {{before}}',
  'matrix.effect.pulls-image': '该构建器从空开始，因此每次构建都要拉取镜像。',
  'matrix.effect.starts-empty':
    '提交并未影响该步骤，但该构建器从空开始：每次构建都会执行该步骤。',
  'matrix.effect.final-stage-only':
    '提交并未影响该步骤，但该构建器的远程缓存只含最终阶段：只要需要其他阶段的任何内容，该阶段就会从第一步开始执行。',
  'matrix.effect.mounts-empty':
    '但在该构建器上缓存挂载起始为空，因此该步骤要完成全部工作。',
  'matrix.why.cached': '命中缓存：该步骤所依赖的内容都没有变化。',
  'matrix.why.files.build-context':
    '重新执行，因为它从构建上下文中取用 {{paths}}。',
  'matrix.why.files.named-context':
    '重新执行，因为它从命名上下文中取用 {{paths}}。',
  'matrix.why.files.folder':
    '重新执行，因为其阶段以含有 {{paths}} 的目录为基础。',
  'matrix.why.more_one': '{{paths}} 及另外 {{count}} 个文件',
  'matrix.why.more_other': '{{paths}} 及另外 {{count}} 个文件',
  'matrix.why.earlier-step':
    '重新执行，因为它前面第 {{line}} 行的 {{instruction}} 会重新执行。',
  'matrix.why.copied-from':
    '重新执行，因为它从第 {{line}} 行的 {{instruction}} 复制的内容可能不同。',
  'matrix.why.argument': '重新执行，因为构建参数 {{name}} 在每次提交时都不同。',
  'matrix.why.instruction': '重新执行，因为该指令本身有改动。',
  'matrix.why.folder-sent':
    '重新执行，因为其阶段以一个目录为基础，而每次构建都会重新发送该目录。',
  'matrix.why.instruction-removed': '重新执行，因为它前面的一条指令已被删除。',
  'matrix.why.other-context':
    '重新执行，因为命名上下文 {{name}} 已换成另一个。',
  'matrix.why.cheaper': '其缓存挂载可省去大部分工作。',
  'matrix.why.sameOutput': '它产生的内容不变，因此对它的复制仍命中缓存。',
  'matrix.unknowns': '模型在此无法得知的内容',
  'matrix.headline.reruns':
    '修改 Go 源代码会重新执行 {{total}} 个步骤中的 {{number}} 个，并重新下载所有模块。',
  'matrix.headline.cheaper':
    '修改 Go 源代码会重新执行 {{total}} 个步骤中的 {{number}} 个；模块下载也会重新执行，但可从缓存挂载中获取模块。',
  'matrix.headline.cached':
    '修改 Go 源代码会重新执行 {{total}} 个步骤中的 {{number}} 个；模块仍命中缓存。',
  'matrix.headline.plain':
    '修改 Go 源代码会重新执行 {{total}} 个步骤中的 {{number}} 个。',
  'matrix.headline.docs':
    '就连修改 README 也会重新执行 {{total}} 个步骤中的 {{number}} 个。',
  'matrix.scenario.source.name': 'Go 源代码',
  'matrix.scenario.source.hint': '一个 .go 文件',
  'matrix.scenario.modules.name': '模块',
  'matrix.scenario.modules.hint': 'go.mod 和 go.sum',
  'matrix.scenario.tests.name': '测试',
  'matrix.scenario.tests.hint': '一个 _test.go 文件',
  'matrix.scenario.docs.name': '文档',
  'matrix.scenario.docs.hint': 'README、Markdown',
  'matrix.scenario.ci.name': 'CI',
  'matrix.scenario.ci.hint': '工作流文件',
  'matrix.scenario.dockerfile.name': 'Dockerfile',
  'matrix.scenario.dockerfile.hint': '开头几行',
  'matrix.scenario.commit-only.name': '新提交',
  'matrix.scenario.commit-only.hint': '不改任何文件',
  'matrix.kind.module-download': '模块',
  'matrix.kind.compile': '编译',
  'matrix.kind.package-install': '软件包',
  'matrix.outcome.cached': '命中缓存',
  'matrix.outcome.cheaper': '代价较小',
  'matrix.outcome.reruns': '重新执行',
  'matrix.outcome.follows': '一并重新执行',
  'matrix.outcome.not-kept': '未保留',
  'matrix.legend.label': '图例',
  'matrix.legend.cached': '取自层缓存',
  'matrix.legend.cheaper': '有缓存挂载相助',
  'matrix.legend.reruns': '被该提交作废',
  'matrix.legend.follows': '随前面的步骤重新执行',
  'matrix.legend.not-kept': '构建器没有留下它',
  'matrix.legend.improved': '比现在做的工作更少',
  'matrix.empty.title': '没有可分析的 Dockerfile',
  'matrix.empty.description':
    '层缓存模型需要一个至少含有一个可读步骤的 Dockerfile。',
};
