/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** The card and the tab of a service, in Chinese. */
export const zhServices = {
  'card.title': '构建健康',
  'card.view': '详情',
  'card.open_one': '{{count}} 项检查未通过',
  'card.open_other': '{{count}} 项检查未通过',
  'card.openShort_one': '{{count}} 项未通过',
  'card.openShort_other': '{{count}} 项未通过',
  'card.nothingOpen': '没有未解决的问题',
  'card.others_one': '{{count}} 个类别：全部通过',
  'card.others_other': '{{count}} 个类别：全部通过',
  'card.trend': '自 {{day}} 以来的得分',
  'card.categories': '按类别查看检查',
  'card.categoryLabel': '{{category}}：{{rated}} 项检查中通过 {{passed}} 项',
  'card.next': '最值得先修复',
  'card.gain': '{{points}} 分',
  'header.label': '得分与门禁',
  'header.source': '源代码',
  'scan.what': '该服务的构建健康信息',
  'scan.rescan': '重新扫描',
  'scan.tryNow': '立即重试',
  'scan.queued': '扫描已排队',
  'scan.queueFailed': '无法将扫描加入队列',
  'scan.scanned': '扫描于',
  'scan.status.pending': '等待扫描',
  'scan.status.scanned': '已扫描',
  'scan.status.stale': '已过期',
  'scan.status.failed': '扫描失败',
  'scan.status.not-applicable': '无需检查',
  'scan.pending.title': '首次扫描即将开始',
  'scan.pending.description': '该服务已被选中，正在排队。页面会自动更新。',
  'scan.notApplicable.title': '这里没有需要检查的内容',
  'scan.notApplicable.description':
    '仓库中既没有 Dockerfile 也没有 go.mod 文件，因此没有规则适用。这很正常，对服务既不加分也不减分。',
  'scan.unknown.title': '没有结果',
  'scan.unknown.description': '上次扫描既没有结果也没有错误。请重新扫描。',
  'scan.stale.title': '上次扫描失败',
  'scan.stale.shown': '当前显示的是{{when}}的结果。',
  'scanError.tried_one': '已尝试 {{count}} 次，最近一次在{{when}}。',
  'scanError.tried_other': '已尝试 {{count}} 次，最近一次在{{when}}。',
  'scanError.nextTry': '下次尝试：{{when}}。',
  'scanError.no-source-location.title': '缺少源代码位置',
  'scanError.no-source-location.description':
    '目录中没有说明该服务的源代码在哪里。请在其目录文件中添加注解 backstage.io/source-location。',
  'scanError.unsupported-source.title': '无法读取该来源',
  'scanError.unsupported-source.description':
    '没有为该主机或该类型的源代码位置配置读取器。管理员可以添加集成。',
  'scanError.not-found.title': '找不到仓库',
  'scanError.not-found.description':
    '主机表示该地址没有内容。请检查源代码位置，以及集成是否有权查看该仓库。',
  'scanError.forbidden.title': '没有读取仓库的权限',
  'scanError.forbidden.description':
    '主机拒绝了集成的凭据。凭据需要代码读取权限。',
  'scanError.rate-limited.title': '主机要求等待',
  'scanError.rate-limited.description':
    '主机的请求配额已用完。配额恢复后会自动继续扫描。',
  'scanError.unreachable.title': '无法连接主机',
  'scanError.unreachable.description': '连接失败。系统会以逐渐延长的间隔重试。',
  'scanError.too-large.title': '仓库过大，无法扫描',
  'scanError.too-large.description':
    '它超出了扫描的限制。可以用注解指定要查看的 Dockerfile 和上下文。',
  'scanError.timeout.title': '扫描耗时过长',
  'scanError.timeout.description': '扫描在时限到达时被停止，稍后会重试。',
  'scanError.internal.title': '扫描失败',
  'scanError.internal.description':
    '我们这边出了问题。下面的信息可以帮助管理员定位。',
  'failure.title': '无法加载{{what}}',
  'failure.forbidden.title': '您无权查看',
  'failure.forbidden.description':
    '您的权限不包含此内容。请联系服务负责人或门户管理员。',
  'failure.notFound.title': '不是被扫描的服务',
  'failure.notFound.description':
    'Build Hygiene 不认识该实体。它可能已选择退出、被服务筛选条件排除，或者是新加入的，几分钟后会被选中。',
  'parseErrors.title_one': '有 {{count}} 处无法读取',
  'parseErrors.title_other': '有 {{count}} 处无法读取',
  'parseErrors.description': '不依赖它们的规则仍然计入。',
};
