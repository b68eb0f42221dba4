/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** The rules of the report, in Chinese. */
export const zhRules = {
  'rules.what': '规则',
  'rules.filters': '筛选规则',
  'rules.search': '搜索规则',
  'rules.summary_one': '规则集 {{version}} 的 {{count}} 条规则',
  'rules.summary_other': '规则集 {{version}} 的 {{count}} 条规则',
  'rules.findings_one': '{{count}} 处问题',
  'rules.findings_other': '{{count}} 处问题',
  'rules.empty': '没有匹配的规则',
  'rules.column.rule': '规则',
  'rules.column.severity': '严重程度',
  'rules.column.fix': '修复',
  'rules.column.services': '服务',
  'rules.fix.auto': '自动',
  'rules.fix.guided': '有指引',
  'rules.fix.none': '手动',
};
