/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** The builds of all services, and incidents, in Chinese. */
export const zhBuildsReport = {
  'report.tab.builds': '构建',
  'buildsReport.what': '所有服务的构建',
  'buildsReport.window': '时间范围',
  'buildsReport.days_one': '{{count}} 天',
  'buildsReport.days_other': '{{count}} 天',
  'buildsReport.tiles': '所有构建的总计',
  'buildsReport.sample_one': '{{days}} 天内 {{builds}} 次构建',
  'buildsReport.sample_other': '{{days}} 天内 {{builds}} 次构建',
  'buildsReport.pending_one': '需要 {{count}} 次构建，现有 {{builds}} 次',
  'buildsReport.pending_other': '需要 {{count}} 次构建，现有 {{builds}} 次',
  'buildsReport.builds_one': '{{number}} 次构建',
  'buildsReport.builds_other': '{{number}} 次构建',
  'buildsReport.asTable': '以表格显示',
  'buildsReport.unit.day': '日期',
  'buildsReport.unit.week': '周（起始日）',
  'buildsReport.tile.hitRate': '缓存命中率',
  'buildsReport.tile.hitRateNote': '按可缓存步骤计',
  'buildsReport.tile.timeRate': '按时间的命中率',
  'buildsReport.tile.timeRateNote': '缓存节省的步骤时间占比',
  'buildsReport.tile.executed': '构建时间',
  'buildsReport.tile.executedNote': '实际执行的可缓存步骤',
  'buildsReport.tile.avoided': '缓存节省',
  'buildsReport.tile.avoidedNote': '命中缓存的步骤原本的耗时',
  'buildsReport.tile.wasted': '浪费',
  'buildsReport.tile.wastedNote': '此前已做过的工作',
  'buildsReport.tile.failed': '失败的构建',
  'buildsReport.tile.failedNote': '占已结束的构建',
  'buildsReport.rates.title': '命中率趋势',
  'buildsReport.rates.none': '目前构建太少，无法计算命中率。',
  'buildsReport.rates.explanation.day_one':
    '按天；每天至少需要 {{count}} 次构建。',
  'buildsReport.rates.explanation.day_other':
    '按天；每天至少需要 {{count}} 次构建。',
  'buildsReport.rates.explanation.week_one':
    '按周；每周至少需要 {{count}} 次构建。',
  'buildsReport.rates.explanation.week_other':
    '按周；每周至少需要 {{count}} 次构建。',
  'buildsReport.hours.title': '构建时间',
  'buildsReport.hours.explanation.day':
    '每天的步骤时间：实际执行的与缓存节省的。',
  'buildsReport.hours.explanation.week':
    '每周的步骤时间：实际执行的与缓存节省的。',
  'buildsReport.incidents.title': '事件',
  'buildsReport.incidents.explanation_one':
    '{{minutes}} 分钟内 {{count}} 个服务在同一服务器上出现同样的失败。',
  'buildsReport.incidents.explanation_other':
    '{{minutes}} 分钟内至少 {{count}} 个服务在同一服务器上出现同样的失败。',
  'buildsReport.incidents.none_one': '最近 {{count}} 天没有事件。',
  'buildsReport.incidents.none_other': '最近 {{count}} 天没有事件。',
  'buildsReport.incidents.partial': '还有更多事件，此处仅显示最新的。',
  'buildsReport.incident.title': '{{title}}。',
  'buildsReport.incident.open': '进行中',
  'buildsReport.incident.over.quiet': '已结束',
  'buildsReport.incident.over.recovered': '已结束：构建恢复成功',
  'buildsReport.incident.since_one':
    '自 {{time}} 起，{{services}} 个服务的构建失败。',
  'buildsReport.incident.since_other':
    '自 {{time}} 起，{{services}} 个服务的构建失败。',
  'buildsReport.incident.between_one':
    '{{time}} 至 {{end}}，{{services}} 个服务的构建失败。',
  'buildsReport.incident.between_other':
    '{{time}} 至 {{end}}，{{services}} 个服务的构建失败。',
  'buildsReport.incident.services_one':
    '{{builds}} 次构建失败，最近一次：{{time}}',
  'buildsReport.incident.services_other':
    '{{builds}} 次构建失败，最近一次：{{time}}',
  'buildsReport.incident.more_one': '以及另外 {{count}} 个',
  'buildsReport.incident.more_other': '以及另外 {{count}} 个',
  'buildsReport.failures.title': '构建失败的原因',
  'buildsReport.failures.chart': '各类失败构建的趋势',
  'buildsReport.failures.classes': '按原因统计的失败构建',
  'buildsReport.failures.explanation_one':
    '{{days}} 天内 {{services}} 个服务有 {{builds}} 次构建失败；其中 {{transient}} 重试可能成功。',
  'buildsReport.failures.explanation_other':
    '{{days}} 天内 {{services}} 个服务有 {{builds}} 次构建失败；其中 {{transient}} 重试可能成功。',
  'buildsReport.failures.none_one': '最近 {{count}} 天没有构建失败。',
  'buildsReport.failures.none_other': '最近 {{count}} 天没有构建失败。',
  'buildsReport.failures.more_one': '以及 {{count}} 种较少见的原因',
  'buildsReport.failures.more_other': '以及 {{count}} 种较少见的原因',
  'buildsReport.targets.title': '最不稳定的服务器',
  'buildsReport.targets.explanation_one':
    '{{count}} 天内导致构建失败的模块代理、镜像仓库及其他服务器。',
  'buildsReport.targets.explanation_other':
    '{{count}} 天内导致构建失败的模块代理、镜像仓库及其他服务器。',
  'buildsReport.targets.none': '没有因服务器而失败的构建。',
  'buildsReport.targets.partial_one': '仅显示最差的一个。',
  'buildsReport.targets.partial_other': '仅显示最差的 {{count}} 个。',
  'buildsReport.owners.title': '按负责人',
  'buildsReport.owners.explanation_one':
    '构建时间最长的在前；数值至少需要 {{count}} 次构建。',
  'buildsReport.owners.explanation_other':
    '构建时间最长的在前；数值至少需要 {{count}} 次构建。',
  'buildsReport.owners.nobody': '无',
  'buildsReport.owners.partial_one': '仅显示第一个。',
  'buildsReport.owners.partial_other': '仅显示前 {{count}} 个。',
  'buildsReport.column.builds': '构建',
  'buildsReport.column.kind': '类别',
  'buildsReport.column.class': '原因',
  'buildsReport.column.again': '重试',
  'buildsReport.column.failed': '失败',
  'buildsReport.column.services': '服务',
  'buildsReport.column.server': '服务器',
  'buildsReport.column.days': '天数',
  'buildsReport.none.title_one': '最近 {{count}} 天没有构建',
  'buildsReport.none.title_other': '最近 {{count}} 天没有构建',
  'buildsReport.none.description':
    '请将此步骤加入某个服务的 CI 任务，并把 {{ref}} 换成其实体引用。首次构建后即显示命中率、耗时与失败原因。',
  'buildIncident.open_one':
    '自 {{time}} 起，另有 {{services}} 个服务在 {{target}} 上出现同样的失败。事件仍在进行：原因不在本次构建。',
  'buildIncident.open_other':
    '自 {{time}} 起，另有 {{services}} 个服务在 {{target}} 上出现同样的失败。事件仍在进行：原因不在本次构建。',
  'buildIncident.over_one':
    '{{time}} 至 {{end}}，另有 {{services}} 个服务在 {{target}} 上出现同样的失败。事件已结束：请重新运行构建。',
  'buildIncident.over_other':
    '{{time}} 至 {{end}}，另有 {{services}} 个服务在 {{target}} 上出现同样的失败。事件已结束：请重新运行构建。',
  'buildIncident.all': '所有事件',
};
